-- Staff keep what the site says of crossings and in the guide. What they write is of nobody, so the
-- log keeps its words, too: who, what, before and after.

-- The log names its subjects by UUID, a place is named by a word.
ALTER TABLE "place"
  ADD COLUMN "log_id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- A place that was looked at and of which there is nothing to say keeps the day and where it was
-- read: without them nobody would know that somebody looked, and the next start would bring the
-- notice back.
ALTER TABLE "place" DROP CONSTRAINT "place_notice_complete";
ALTER TABLE "place"
  ADD CONSTRAINT "place_notice_complete" CHECK (
    num_nulls(notice_level, notice_ru, notice_kk, notice_en) IN (0, 4)
    AND num_nulls(notice_source, notice_checked_on) IN (0, 2)
    AND (notice_level IS NULL OR notice_checked_on IS NOT NULL)),
  ADD CONSTRAINT "place_notice_length" CHECK (
    char_length(notice_ru) BETWEEN 3 AND 500 AND char_length(notice_kk) BETWEEN 3 AND 500
    AND char_length(notice_en) BETWEEN 3 AND 500),
  ADD CONSTRAINT "place_notice_source_https" CHECK (
    notice_source ~ '^https://[^[:space:]]+$' AND char_length(notice_source) <= 500);

CREATE TRIGGER "place_staff_log" AFTER UPDATE ON "place"
  FOR EACH ROW WHEN (coalesce(current_setting('qadam.actor', true), '') <> '')
  EXECUTE FUNCTION staff_log_write('log_id', 'id', 'notice_level', 'notice_ru', 'notice_kk',
    'notice_en', 'notice_source', 'notice_checked_on');

-- What staff wrote for a statement of the guide, or for a question that nobody could answer. Without
-- words: they read again what the version ships, and it still holds.
CREATE TABLE "guide_statement" (
    -- `topic.name` of lib/guide.
    "key" TEXT NOT NULL,
    -- What the log of the staff calls it.
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "text_ru" TEXT,
    "text_kk" TEXT,
    "text_en" TEXT,
    "source" TEXT,
    "source_name" TEXT,
    "sure" TEXT,
    "checked_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guide_statement_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "guide_statement_key_shape" CHECK (key ~ '^[A-Za-z]{1,40}[.][A-Za-z]{1,40}$'),
    CONSTRAINT "guide_statement_words_complete" CHECK (
      num_nulls(text_ru, text_kk, text_en, source, source_name, sure) IN (0, 6)),
    CONSTRAINT "guide_statement_text_length" CHECK (
      char_length(text_ru) BETWEEN 3 AND 500 AND char_length(text_kk) BETWEEN 3 AND 500
      AND char_length(text_en) BETWEEN 3 AND 500),
    CONSTRAINT "guide_statement_source_https" CHECK (
      source ~ '^https://[^[:space:]]+$' AND char_length(source) <= 500),
    CONSTRAINT "guide_statement_source_name_length" CHECK (
      char_length(source_name) BETWEEN 1 AND 80),
    CONSTRAINT "guide_statement_sure_known" CHECK (sure IN ('A', 'B', 'C'))
);

CREATE TRIGGER "guide_statement_staff_log" AFTER INSERT OR UPDATE OR DELETE ON "guide_statement"
  FOR EACH ROW EXECUTE FUNCTION staff_log_write('id', 'key', 'text_ru', 'text_kk', 'text_en',
    'source', 'source_name', 'sure', 'checked_on');
