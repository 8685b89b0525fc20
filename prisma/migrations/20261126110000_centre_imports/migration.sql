-- Centres that staff write, from a form or a file, wait as one batch; another of the staff
-- publishes it in one act. Official centres are the house's, nobody's own (docs/decisions/0031).

ALTER TABLE "centre" ADD COLUMN "key" TEXT;
ALTER TABLE "centre"
  ADD CONSTRAINT "centre_key_shape" CHECK (key ~ '^[A-Za-z0-9._:-]{1,80}$'),
  ADD CONSTRAINT "centre_in_kazakhstan" CHECK (
    latitude BETWEEN 40 AND 56 AND longitude BETWEEN 46 AND 88);
CREATE UNIQUE INDEX "centre_key_unique" ON "centre"("key");

CREATE TYPE "centre_import_status" AS ENUM ('checking', 'checked', 'publishing', 'published', 'outdated');
CREATE TYPE "centre_fate" AS ENUM ('new', 'changed', 'unchanged', 'duplicate', 'error');

CREATE TABLE "centre_import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "status" "centre_import_status" NOT NULL DEFAULT 'checking',
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- The file, until its rows stand beside.
    "content" TEXT,
    "lines" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "published_by_id" UUID,
    -- Why an admin published what is their own.
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "centre_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "centre_import_lines_range" CHECK (
      lines BETWEEN 1 AND 10000 AND done BETWEEN 0 AND lines),
    CONSTRAINT "centre_import_note_length" CHECK (char_length(note) <= 1000),
    CONSTRAINT "centre_import_published_by_somebody" CHECK (
      (status IN ('checking', 'checked')) = (published_by_id IS NULL)),
    CONSTRAINT "centre_import_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id")
      REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "centre_import_published_by_id_fkey" FOREIGN KEY ("published_by_id")
      REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "centre_import_prepared_at_idx" ON "centre_import"("prepared_at");

CREATE TABLE "centre_import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "fate" "centre_fate" NOT NULL,
    "key" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    -- The centre as it stands, and at which version it was compared.
    "listing_id" UUID,
    "version" INTEGER,
    -- What it is to say; what becomes different; what is wrong.
    "facts" JSONB,
    "changes" JSONB,
    "problems" JSONB,

    CONSTRAINT "centre_import_row_pkey" PRIMARY KEY ("import_id", "line"),
    CONSTRAINT "centre_import_row_complete" CHECK (
      (fate = 'error' OR facts IS NOT NULL) AND
      (fate NOT IN ('changed', 'unchanged') OR num_nulls(listing_id, version) = 0) AND
      (fate <> 'new' OR listing_id IS NULL)),
    CONSTRAINT "centre_import_row_import_id_fkey" FOREIGN KEY ("import_id")
      REFERENCES "centre_import"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "centre_import_row_import_id_fate_line_idx" ON "centre_import_row"("import_id", "fate", "line");

CREATE FUNCTION centre_import_all_or_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM centre_import_row
      WHERE import_id = NEW.id AND fate IN ('duplicate', 'error')) THEN
    RAISE EXCEPTION 'publishing violates check constraint "centre_import_all_or_nothing"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'centre_import_all_or_nothing';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "centre_import_all_or_nothing" BEFORE INSERT OR UPDATE OF "status" ON "centre_import"
  FOR EACH ROW WHEN (NEW.status IN ('publishing', 'published'))
  EXECUTE FUNCTION centre_import_all_or_nothing();

-- Nobody publishes what they prepared, nor a change of a centre of their own; or, while fewer than
-- three are active, an admin does and says why.
CREATE FUNCTION centre_import_published_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  active int;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status = 'publishing' AND OLD.published_by_id = NEW.published_by_id THEN
      RETURN NEW;
    END IF;
  END IF;
  IF NEW.published_by_id <> NEW.prepared_by_id AND NOT EXISTS (
    SELECT FROM centre_import_row AS row JOIN listing ON listing.id = row.listing_id
    WHERE row.import_id = NEW.id AND fate = 'changed' AND owner_id = NEW.published_by_id) THEN
    RETURN NEW;
  END IF;
  SELECT count(*) INTO active FROM account
    WHERE role IN ('moderator', 'admin') AND suspended_at IS NULL;
  IF active < 3 AND char_length(NEW.note) >= 3 AND EXISTS (
    SELECT FROM account WHERE id = NEW.published_by_id AND role = 'admin') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'publishing violates check constraint "centre_import_published_by_another"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'centre_import_published_by_another';
END
$$;
CREATE TRIGGER "centre_import_published_by_another"
  BEFORE INSERT OR UPDATE OF "status", "published_by_id" ON "centre_import"
  FOR EACH ROW WHEN (NEW.status IN ('publishing', 'published')) EXECUTE FUNCTION centre_import_published_by_another();

-- The log of the staff: only what somebody signed (lib/staff-log). What an office says of itself is
-- no person's word and stands there too; of help points codes only.
CREATE TRIGGER "centre_import_staff_log" AFTER INSERT OR UPDATE OF "status" ON "centre_import"
  FOR EACH ROW WHEN (coalesce(current_setting('qadam.actor', true), '') <> '')
  EXECUTE FUNCTION staff_log_write('id', 'status', 'lines', 'prepared_by_id', 'published_by_id');
CREATE TRIGGER "centre_staff_log_office" AFTER INSERT OR UPDATE ON "centre"
  FOR EACH ROW WHEN (
    NEW.centre_kind <> 'help_point' AND coalesce(current_setting('qadam.actor', true), '') <> '')
  EXECUTE FUNCTION staff_log_write('listing_id', 'centre_kind', 'district', 'public_address',
    'public_phone', 'latitude', 'longitude', 'appointment', 'services', 'languages', 'step_free',
    'closed_holidays', 'documents', 'fees', 'source_url', 'checked_on');
CREATE TRIGGER "centre_staff_log_help_point" AFTER INSERT OR UPDATE ON "centre"
  FOR EACH ROW WHEN (
    NEW.centre_kind = 'help_point' AND coalesce(current_setting('qadam.actor', true), '') <> '')
  EXECUTE FUNCTION staff_log_write('listing_id', 'centre_kind', 'district', 'public_building',
    'appointment', 'services', 'languages', 'step_free', 'closed_holidays', 'checked_on');
-- Title, text and week of a centre that stands: that they became another version.
CREATE TRIGGER "listing_staff_log_centre" AFTER UPDATE OF "version" ON "listing"
  FOR EACH ROW WHEN (
    NEW.kind = 'centre' AND OLD.status = 'published' AND NEW.status = 'published'
    AND coalesce(current_setting('qadam.actor', true), '') <> '')
  EXECUTE FUNCTION staff_log_write('id', 'version', 'city');
CREATE TRIGGER "opening_exception_staff_log" AFTER INSERT OR UPDATE OR DELETE ON "opening_exception"
  FOR EACH ROW WHEN (coalesce(current_setting('qadam.actor', true), '') <> '')
  EXECUTE FUNCTION staff_log_write('listing_id', 'day', 'opens', 'closes');
