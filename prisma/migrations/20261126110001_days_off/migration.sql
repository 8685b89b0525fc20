-- Staff keep the days off of the country: the government moves some each year. A day that they took
-- out stays as a removed one, or the next start would bring it back.

ALTER TABLE "public_holiday"
  ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "removed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "public_holiday"
  ADD CONSTRAINT "public_holiday_source_length" CHECK (char_length(source) BETWEEN 1 AND 500);

CREATE TRIGGER "public_holiday_staff_log" AFTER INSERT OR UPDATE ON "public_holiday"
  FOR EACH ROW WHEN (coalesce(current_setting('qadam.actor', true), '') <> '')
  EXECUTE FUNCTION staff_log_write('id', 'day', 'source', 'removed');
