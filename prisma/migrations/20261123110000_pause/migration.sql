-- A pause ends by itself. One without an end gets a week, the longest that a mail offers.
ALTER TABLE "listing" ADD COLUMN     "paused_until" TIMESTAMPTZ(3);

UPDATE "listing" SET "paused_until" = CURRENT_TIMESTAMP + INTERVAL '7 days' WHERE "paused";

ALTER TABLE "listing" DROP COLUMN "paused",
  ADD CONSTRAINT "listing_pause_ends" CHECK (isfinite(paused_until));

-- People are told a reason that exists in three languages; what was written of them is for moderators.
ALTER TABLE "account" ADD COLUMN     "suspension_note" TEXT;

UPDATE "account" SET "suspension_note" = left("suspension_reason", 500), "suspension_reason" = 'rules'
  WHERE "suspended_at" IS NOT NULL;

ALTER TABLE "account"
  ADD CONSTRAINT "account_suspension_reason_is_a_code" CHECK (suspension_reason ~ '^[a-z_]{2,40}$'),
  ADD CONSTRAINT "account_suspension_note_of_suspended" CHECK (
    suspension_note IS NULL OR suspended_at IS NOT NULL),
  ADD CONSTRAINT "account_suspension_note_length" CHECK (char_length(suspension_note) <= 500);
