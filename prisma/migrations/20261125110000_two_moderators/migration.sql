-- Whom people sleep at is agreed on by two: mass shelters, and a volunteer's first home.

-- A first yes, where two are needed.
ALTER TYPE "decision_action" ADD VALUE 'endorse';

CREATE FUNCTION listing_needs_two(listing listing) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT listing.kind = 'housing' AND NOT listing.sample AND (
    EXISTS (SELECT FROM housing WHERE listing_id = listing.id AND housing_kind = 'shelter')
    OR NOT EXISTS (
      SELECT FROM listing other WHERE other.owner_id = listing.owner_id AND other.kind = 'housing'
        AND other.id <> listing.id AND other.published_at IS NOT NULL))
$$;

-- Two different moderators said yes to what stands there now; or, while fewer than three are
-- active, an admin did alone and wrote why.
CREATE FUNCTION listing_published_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hands int;
  active int;
BEGIN
  IF NOT listing_needs_two(NEW) THEN
    RETURN NEW;
  END IF;
  SELECT count(DISTINCT moderator_id) INTO hands FROM decision
    WHERE listing_id = NEW.id AND action::text IN ('endorse', 'approve')
      AND revision_id IS NULL AND created_at >= NEW.submitted_at;
  SELECT count(*) INTO active FROM account
    WHERE role IN ('moderator', 'admin') AND suspended_at IS NULL;
  IF hands >= 2 OR (active < 3 AND EXISTS (
    SELECT FROM decision JOIN account ON account.id = moderator_id
    WHERE listing_id = NEW.id AND action = 'approve' AND decision.created_at >= NEW.submitted_at
      AND account.role = 'admin' AND char_length(note) >= 3)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'publishing violates check constraint "listing_published_by_two"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'listing_published_by_two';
END
$$;
CREATE TRIGGER "listing_published_by_two" BEFORE UPDATE OF "status" ON "listing"
  FOR EACH ROW WHEN (NEW.status = 'published' AND OLD.status <> 'published')
  EXECUTE FUNCTION listing_published_by_two();
