-- AlterTable
ALTER TABLE "listing" ADD COLUMN     "words_erased_at" TIMESTAMPTZ(3);

ALTER TABLE "listing"
  ADD CONSTRAINT "listing_erased_has_no_body" CHECK (words_erased_at IS NULL OR body = '');

-- A decision stays as it was made. Only the moderator's own words go, with those of the listing.
CREATE OR REPLACE FUNCTION decision_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.note = '' AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'changing a decision violates check constraint "decision_append_only"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_append_only';
END $$;
