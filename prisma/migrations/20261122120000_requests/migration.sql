-- CreateEnum
CREATE TYPE "request_status" AS ENUM ('open', 'waiting', 'offered', 'accepted', 'declined', 'cancelled', 'expired', 'released');

-- CreateEnum
CREATE TYPE "line_mode" AS ENUM ('take', 'offer');

-- CreateEnum
CREATE TYPE "side" AS ENUM ('asker', 'host');

-- AlterTable
ALTER TABLE "listing" ADD COLUMN     "open_requests" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "private_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "locale" "locale" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "open_requests" SMALLINT NOT NULL DEFAULT 0,
    "code_hash" TEXT,
    "code_tries" SMALLINT NOT NULL DEFAULT 0,
    "code_expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "private_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "link_id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "kind" "listing_kind" NOT NULL,
    "status" "request_status" NOT NULL,
    "adults" SMALLINT NOT NULL,
    "children" SMALLINT NOT NULL,
    "first_night" DATE,
    "last_night" DATE,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "line" "line_mode",
    "name_sealed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "offer_ends_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "request_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "text_sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "request_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "kind" "listing_kind" NOT NULL,
    "places" SMALLINT NOT NULL,
    "period" tstzrange NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("request_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "private_link_token_hash_unique" ON "private_link"("token_hash");

-- CreateIndex
CREATE INDEX "request_link_id_idx" ON "request"("link_id");

-- CreateIndex
CREATE INDEX "request_listing_id_status_queued_at_idx" ON "request"("listing_id", "status", "queued_at");

-- CreateIndex
CREATE INDEX "request_status_expires_at_idx" ON "request"("status", "expires_at");

-- CreateIndex
CREATE INDEX "message_request_id_created_at_idx" ON "message"("request_id", "created_at");

-- CreateIndex
CREATE INDEX "hold_listing_id_idx" ON "hold"("listing_id");

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "private_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_listing_id_kind_fkey" FOREIGN KEY ("listing_id", "kind") REFERENCES "listing"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never be false. Each name is listed, and its refusal shown, in lib/schema-constraints.db.test.ts.

ALTER TABLE "listing"
  ADD CONSTRAINT "listing_open_requests_range" CHECK (open_requests BETWEEN 0 AND 20);

ALTER TABLE "private_link"
  ADD CONSTRAINT "private_link_open_requests_range" CHECK (open_requests BETWEEN 0 AND 6),
  ADD CONSTRAINT "private_link_code_complete" CHECK (num_nulls(code_hash, code_expires_at) IN (0, 2)),
  ADD CONSTRAINT "private_link_code_tries_range" CHECK (code_tries BETWEEN 0 AND 5);

ALTER TABLE "request"
  ADD CONSTRAINT "request_party_range" CHECK (
    adults >= 1 AND children >= 0 AND adults + children <= 20),
  ADD CONSTRAINT "request_nights_only_of_housing" CHECK (
    num_nulls(first_night, last_night) = CASE kind WHEN 'housing' THEN 0 ELSE 2 END),
  ADD CONSTRAINT "request_nights_in_order" CHECK (first_night <= last_night),
  ADD CONSTRAINT "request_not_of_centres" CHECK (kind <> 'centre'),
  ADD CONSTRAINT "request_period_in_order" CHECK (starts_at < ends_at),
  ADD CONSTRAINT "request_in_line_has_mode" CHECK (
    status NOT IN ('waiting', 'offered') OR line IS NOT NULL),
  ADD CONSTRAINT "request_offer_has_end" CHECK ((status = 'offered') = (offer_ends_at IS NOT NULL)),
  ADD CONSTRAINT "request_accepted_has_time" CHECK (status <> 'accepted' OR accepted_at IS NOT NULL),
  ADD CONSTRAINT "request_closed_has_time" CHECK (
    (status IN ('declined', 'cancelled', 'expired', 'released')) = (closed_at IS NOT NULL)),
  ADD CONSTRAINT "request_name_sealed" CHECK (name_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$');

ALTER TABLE "message"
  ADD CONSTRAINT "message_text_sealed" CHECK (text_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$');

ALTER TABLE "hold"
  ADD CONSTRAINT "hold_places_range" CHECK (places BETWEEN 1 AND 20),
  -- One party cannot be in two cars, or sleep in two beds, at once.
  ADD CONSTRAINT "hold_no_overlap_for_one_link" EXCLUDE USING gist (
    link_id WITH =, kind WITH =, period WITH &&);
