-- CreateEnum
CREATE TYPE "report_side" AS ENUM ('visitor', 'asker', 'host');

-- CreateEnum
CREATE TYPE "report_reason" AS ENUM ('closed', 'moved', 'full', 'other_price', 'unsafe', 'fraud', 'other');

-- CreateEnum
CREATE TYPE "report_outcome" AS ENUM ('nothing_wrong', 'dealt_with');

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "listing_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "request_id" UUID,
    "side" "report_side" NOT NULL,
    "visitor_key" TEXT,
    "reason" "report_reason" NOT NULL,
    "note_sealed" TEXT,
    "copy_sealed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kept_until" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),
    "handled_at" TIMESTAMPTZ(3),
    "handled_by_id" UUID,
    "outcome" "report_outcome",

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "listing_id" UUID NOT NULL,
    "visitor_key" TEXT NOT NULL,
    "problem" "report_reason",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("listing_id","visitor_key")
);

-- CreateTable
CREATE TABLE "wait_report" (
    "listing_id" UUID NOT NULL,
    "visitor_key" TEXT NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wait_report_pkey" PRIMARY KEY ("listing_id","visitor_key")
);

-- CreateIndex
CREATE INDEX "report_listing_id_idx" ON "report"("listing_id");

-- CreateIndex
CREATE INDEX "report_request_id_idx" ON "report"("request_id");

-- CreateIndex
CREATE INDEX "visit_listing_id_created_at_idx" ON "visit"("listing_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "wait_report_listing_id_created_at_idx" ON "wait_report"("listing_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_listing_id_owner_id_fkey" FOREIGN KEY ("listing_id", "owner_id") REFERENCES "listing"("id", "owner_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_handled_by_id_fkey" FOREIGN KEY ("handled_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wait_report" ADD CONSTRAINT "wait_report_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "centre"("listing_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must never be false. Each name is listed, and its refusal shown, in lib/schema-constraints.db.test.ts.

ALTER TABLE "report"
  -- A visitor is known by a key that means nothing a day later, a side of a request by the request.
  ADD CONSTRAINT "report_visitor_or_request" CHECK (
    CASE side WHEN 'visitor' THEN request_id IS NULL AND (visitor_key IS NULL) = (erased_at IS NOT NULL)
    ELSE visitor_key IS NULL END),
  ADD CONSTRAINT "report_grave_has_copy" CHECK (
    reason NOT IN ('unsafe', 'fraud') OR copy_sealed IS NOT NULL OR erased_at IS NOT NULL),
  ADD CONSTRAINT "report_kept_30_days" CHECK (
    kept_until > created_at AND kept_until <= created_at + interval '720 hours'),
  ADD CONSTRAINT "report_erased_whole" CHECK (
    erased_at IS NULL OR num_nonnulls(note_sealed, copy_sealed) = 0),
  ADD CONSTRAINT "report_handled_complete" CHECK (
    num_nulls(handled_at, handled_by_id, outcome) IN (0, 3)),
  ADD CONSTRAINT "report_not_handled_by_owner" CHECK (handled_by_id <> owner_id),
  ADD CONSTRAINT "report_note_sealed" CHECK (note_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$'),
  ADD CONSTRAINT "report_copy_sealed" CHECK (copy_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$');

-- A double tap is one report. Once it was handled, the same may be said again.
CREATE UNIQUE INDEX "report_one_open_of_visitor" ON "report" (listing_id, visitor_key, reason)
  WHERE handled_at IS NULL;
CREATE UNIQUE INDEX "report_one_open_of_request" ON "report" (request_id, side, reason)
  WHERE handled_at IS NULL;
CREATE INDEX "report_waiting" ON "report" (created_at) WHERE handled_at IS NULL;

ALTER TABLE "visit"
  ADD CONSTRAINT "visit_problem_is_seen" CHECK (problem NOT IN ('unsafe', 'fraud', 'other'));

ALTER TABLE "wait_report"
  ADD CONSTRAINT "wait_report_minutes_range" CHECK (minutes BETWEEN 0 AND 600);
