-- What moderators write in their own words names people, so it is sealed like messages. The columns
-- in clear stay for the previous version; what stands in them is sealed by the job `erase`.

ALTER TABLE "account"
  ADD COLUMN "suspension_note_sealed" TEXT,
  ADD CONSTRAINT "account_suspension_note_sealed" CHECK (suspension_note_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$'),
  ADD CONSTRAINT "account_sealed_note_of_suspended" CHECK (
    suspension_note_sealed IS NULL OR suspended_at IS NOT NULL);

ALTER TABLE "decision"
  ADD COLUMN "note_sealed" TEXT,
  ADD CONSTRAINT "decision_note_sealed" CHECK (note_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$');

-- A decision stays as it was made. Only the moderator's own words go, are sealed where they stood in
-- clear, or are sealed anew under another key.
CREATE OR REPLACE FUNCTION decision_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.note = '' AND to_jsonb(NEW) - 'note' - 'note_sealed' = to_jsonb(OLD) - 'note' - 'note_sealed'
      AND (NEW.note_sealed IS NULL
        OR (OLD.note_sealed IS NULL AND OLD.note <> '')
        OR split_part(NEW.note_sealed, '.', 1) <> split_part(OLD.note_sealed, '.', 1)) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'changing a decision violates check constraint "decision_append_only"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_append_only';
END $$;

-- As before; how long the words of an admin are is counted before they are sealed.
CREATE OR REPLACE FUNCTION decided_by_two(listing uuid, revision uuid, since timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(DISTINCT moderator_id) >= 2 OR (
    bool_or(action = 'approve' AND account.role = 'admin'
      AND (char_length(note) >= 3 OR note_sealed IS NOT NULL))
    AND (SELECT count(*) FROM account WHERE role IN ('moderator', 'admin') AND suspended_at IS NULL) < 3)
  FROM decision JOIN account ON account.id = moderator_id
  WHERE listing_id = listing AND revision_id IS NOT DISTINCT FROM revision
    AND action::text IN ('endorse', 'approve') AND decision.created_at >= since
$$;
