-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "city" AS ENUM ('uralsk', 'petropavlovsk', 'astana', 'almaty');

-- CreateEnum
CREATE TYPE "locale" AS ENUM ('ru', 'kk', 'en');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('volunteer', 'trusted', 'moderator', 'admin');

-- CreateEnum
CREATE TYPE "verification_method" AS ENUM ('organisation', 'met_in_person', 'document_seen');

-- CreateEnum
CREATE TYPE "place_kind" AS ENUM ('city', 'crossing', 'station', 'airport', 'bus_station');

-- CreateEnum
CREATE TYPE "notice_level" AS ENUM ('closed', 'limited', 'works', 'info');

-- CreateEnum
CREATE TYPE "listing_kind" AS ENUM ('centre', 'housing', 'ride');

-- CreateEnum
CREATE TYPE "listing_status" AS ENUM ('pending', 'changes_requested', 'published', 'rejected', 'withdrawn', 'taken_down');

-- CreateEnum
CREATE TYPE "revision_status" AS ENUM ('pending', 'changes_requested', 'approved', 'rejected', 'superseded');

-- CreateEnum
CREATE TYPE "decision_action" AS ENUM ('approve', 'reject', 'request_changes', 'take_down');

-- CreateEnum
CREATE TYPE "centre_kind" AS ENUM ('service_centre', 'migration_desk', 'help_point');

-- CreateEnum
CREATE TYPE "appointment_rule" AS ENUM ('walk_in', 'appointment_only', 'both');

-- CreateEnum
CREATE TYPE "centre_service" AS ENUM ('iin', 'address_registration', 'digital_signature', 'sim_check', 'translation', 'form_filling');

-- CreateEnum
CREATE TYPE "housing_kind" AS ENUM ('flat', 'room', 'bed', 'shelter', 'premises');

-- CreateEnum
CREATE TYPE "luggage" AS ENUM ('none', 'backpack', 'suitcase', 'large');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email_sealed" TEXT NOT NULL,
    "email_hash" TEXT NOT NULL,
    "public_name" TEXT,
    "role" "role" NOT NULL DEFAULT 'volunteer',
    "locale" "locale" NOT NULL DEFAULT 'ru',
    "verified_at" TIMESTAMPTZ(3),
    "verified_how" "verification_method",
    "verified_by_id" UUID,
    "suspended_at" TIMESTAMPTZ(3),
    "suspended_by_id" UUID,
    "suspension_reason" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "email_hash" TEXT NOT NULL,
    "email_sealed" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("email_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "duty_acknowledgement" (
    "account_id" UUID NOT NULL,
    "kind" "listing_kind" NOT NULL,
    "wording" SMALLINT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duty_acknowledgement_pkey" PRIMARY KEY ("account_id","kind","wording")
);

-- CreateTable
CREATE TABLE "place" (
    "id" TEXT NOT NULL,
    "kind" "place_kind" NOT NULL,
    "name_ru" TEXT NOT NULL,
    "name_kk" TEXT,
    "name_en" TEXT,
    "other_side_ru" TEXT,
    "other_side_en" TEXT,
    "serves" "city"[],
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "source" TEXT NOT NULL,
    "checked_on" DATE NOT NULL,
    "notice_level" "notice_level",
    "notice_ru" TEXT,
    "notice_kk" TEXT,
    "notice_en" TEXT,
    "notice_source" TEXT,
    "notice_checked_on" DATE,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_holiday" (
    "day" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "public_holiday_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "listing_kind" NOT NULL,
    "owner_id" UUID NOT NULL,
    "city" "city" NOT NULL,
    "other_city" "city",
    "status" "listing_status" NOT NULL DEFAULT 'pending',
    "language" "locale" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "full" BOOLEAN NOT NULL DEFAULT false,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "private_erased_at" TIMESTAMPTZ(3),
    "warnings_delivered" SMALLINT NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3),
    "sort_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ride" (
    "listing_id" UUID NOT NULL,
    "kind" "listing_kind" NOT NULL DEFAULT 'ride',
    "from_place_id" TEXT NOT NULL,
    "to_place_id" TEXT NOT NULL,
    "departs_at" TIMESTAMPTZ(3) NOT NULL,
    "price_tenge" INTEGER NOT NULL,
    "luggage" "luggage" NOT NULL,
    "child_seats" SMALLINT NOT NULL DEFAULT 0,
    "pets" BOOLEAN NOT NULL DEFAULT false,
    "languages" "locale"[],
    "meeting_sealed" TEXT NOT NULL,

    CONSTRAINT "ride_pkey" PRIMARY KEY ("listing_id")
);

-- CreateTable
CREATE TABLE "housing" (
    "listing_id" UUID NOT NULL,
    "kind" "listing_kind" NOT NULL DEFAULT 'housing',
    "housing_kind" "housing_kind" NOT NULL,
    "district" TEXT,
    "first_night" DATE NOT NULL,
    "last_night" DATE NOT NULL,
    "min_nights" SMALLINT NOT NULL DEFAULT 1,
    "max_nights" SMALLINT NOT NULL,
    "price_tenge" INTEGER NOT NULL,
    "families" BOOLEAN NOT NULL DEFAULT false,
    "children" BOOLEAN NOT NULL DEFAULT false,
    "women_only" BOOLEAN NOT NULL DEFAULT false,
    "men_only" BOOLEAN NOT NULL DEFAULT false,
    "pets" BOOLEAN NOT NULL DEFAULT false,
    "smokers" BOOLEAN NOT NULL DEFAULT false,
    "step_free" BOOLEAN NOT NULL DEFAULT false,
    "confirms_registration" BOOLEAN NOT NULL DEFAULT false,
    "house_rules" TEXT NOT NULL DEFAULT '',
    "languages" "locale"[],
    "address_sealed" TEXT NOT NULL,

    CONSTRAINT "housing_pkey" PRIMARY KEY ("listing_id")
);

-- CreateTable
CREATE TABLE "centre" (
    "listing_id" UUID NOT NULL,
    "kind" "listing_kind" NOT NULL DEFAULT 'centre',
    "centre_kind" "centre_kind" NOT NULL,
    "district" TEXT,
    "public_address" TEXT,
    "public_phone" TEXT,
    "public_building" BOOLEAN NOT NULL DEFAULT false,
    "address_sealed" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "appointment" "appointment_rule" NOT NULL,
    "services" "centre_service"[],
    "documents" TEXT NOT NULL DEFAULT '',
    "fees" TEXT NOT NULL DEFAULT '',
    "languages" "locale"[],
    "step_free" BOOLEAN,
    "closed_holidays" BOOLEAN NOT NULL DEFAULT true,
    "source_url" TEXT,
    "checked_on" DATE,

    CONSTRAINT "centre_pkey" PRIMARY KEY ("listing_id")
);

-- CreateTable
CREATE TABLE "opening_hours" (
    "listing_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "opens" SMALLINT NOT NULL,
    "closes" SMALLINT NOT NULL,

    CONSTRAINT "opening_hours_pkey" PRIMARY KEY ("listing_id","weekday","opens")
);

-- CreateTable
CREATE TABLE "opening_exception" (
    "listing_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "opens" SMALLINT,
    "closes" SMALLINT,

    CONSTRAINT "opening_exception_pkey" PRIMARY KEY ("listing_id","day")
);

-- CreateTable
CREATE TABLE "capacity" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "listing_id" UUID NOT NULL,
    "night" DATE,
    "total" SMALLINT NOT NULL,
    "held" SMALLINT NOT NULL DEFAULT 0,
    "free" SMALLINT GENERATED ALWAYS AS (total - held) STORED,

    CONSTRAINT "capacity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_revision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "listing_id" UUID NOT NULL,
    "base_version" INTEGER NOT NULL,
    "status" "revision_status" NOT NULL DEFAULT 'pending',
    "proposal" JSONB NOT NULL,
    "sealed" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "listing_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "listing_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "revision_id" UUID,
    "moderator_id" UUID NOT NULL,
    "action" "decision_action" NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_hash_unique" ON "account"("email_hash");

-- CreateIndex
CREATE INDEX "account_role_idx" ON "account"("role");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_unique" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_code_link_hash_unique" ON "sign_in_code"("link_hash");

-- CreateIndex
CREATE INDEX "sign_in_code_expires_at_idx" ON "sign_in_code"("expires_at");

-- CreateIndex
CREATE INDEX "rate_limit_expires_at_idx" ON "rate_limit"("expires_at");

-- CreateIndex
CREATE INDEX "place_kind_idx" ON "place"("kind");

-- CreateIndex
CREATE INDEX "listing_owner_id_created_at_idx" ON "listing"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "listing_id_kind_unique" ON "listing"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "listing_id_owner_unique" ON "listing"("id", "owner_id");

-- CreateIndex
CREATE INDEX "ride_from_place_id_departs_at_idx" ON "ride"("from_place_id", "departs_at");

-- CreateIndex
CREATE INDEX "ride_to_place_id_departs_at_idx" ON "ride"("to_place_id", "departs_at");

-- CreateIndex
CREATE UNIQUE INDEX "ride_listing_kind_unique" ON "ride"("listing_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "housing_listing_kind_unique" ON "housing"("listing_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "centre_listing_kind_unique" ON "centre"("listing_id", "kind");

-- CreateIndex
CREATE INDEX "listing_revision_status_created_at_idx" ON "listing_revision"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "listing_revision_id_listing_unique" ON "listing_revision"("id", "listing_id");

-- CreateIndex
CREATE INDEX "decision_listing_id_created_at_idx" ON "decision"("listing_id", "created_at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_suspended_by_id_fkey" FOREIGN KEY ("suspended_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_acknowledgement" ADD CONSTRAINT "duty_acknowledgement_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ride" ADD CONSTRAINT "ride_listing_id_kind_fkey" FOREIGN KEY ("listing_id", "kind") REFERENCES "listing"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ride" ADD CONSTRAINT "ride_from_place_id_fkey" FOREIGN KEY ("from_place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ride" ADD CONSTRAINT "ride_to_place_id_fkey" FOREIGN KEY ("to_place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "housing" ADD CONSTRAINT "housing_listing_id_kind_fkey" FOREIGN KEY ("listing_id", "kind") REFERENCES "listing"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "centre" ADD CONSTRAINT "centre_listing_id_kind_fkey" FOREIGN KEY ("listing_id", "kind") REFERENCES "listing"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "centre"("listing_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_exception" ADD CONSTRAINT "opening_exception_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "centre"("listing_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capacity" ADD CONSTRAINT "capacity_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing_revision" ADD CONSTRAINT "listing_revision_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_listing_id_owner_id_fkey" FOREIGN KEY ("listing_id", "owner_id") REFERENCES "listing"("id", "owner_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_revision_id_listing_id_fkey" FOREIGN KEY ("revision_id", "listing_id") REFERENCES "listing_revision"("id", "listing_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_moderator_id_fkey" FOREIGN KEY ("moderator_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never be false. Each name is listed, and its refusal shown, in lib/schema-constraints.db.test.ts.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The columns …_sealed hold what lib/seal.ts makes and nothing that a person typed.

ALTER TABLE "account"
  ADD CONSTRAINT "account_email_sealed" CHECK (email_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$'),
  ADD CONSTRAINT "account_public_name_length" CHECK (char_length(public_name) BETWEEN 2 AND 40),
  ADD CONSTRAINT "account_verification_complete" CHECK (
    num_nulls(verified_at, verified_how, verified_by_id) IN (0, 3)),
  ADD CONSTRAINT "account_not_verified_by_itself" CHECK (verified_by_id <> id),
  ADD CONSTRAINT "account_suspension_complete" CHECK (
    num_nulls(suspended_at, suspended_by_id, suspension_reason) IN (0, 3)),
  ADD CONSTRAINT "account_not_suspended_by_itself" CHECK (suspended_by_id <> id);

ALTER TABLE "sign_in_code"
  ADD CONSTRAINT "sign_in_code_email_sealed" CHECK (email_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$'),
  ADD CONSTRAINT "sign_in_code_tries_range" CHECK (tries BETWEEN 0 AND 5);

ALTER TABLE "rate_limit" SET UNLOGGED;
ALTER TABLE "rate_limit"
  ADD CONSTRAINT "rate_limit_hits_positive" CHECK (hits > 0);

-- Kazakhstan lies within 40–56° north and 46–88° east.
ALTER TABLE "place"
  ADD CONSTRAINT "place_coordinates_complete" CHECK (num_nulls(latitude, longitude) IN (0, 2)),
  ADD CONSTRAINT "place_in_kazakhstan" CHECK (
    latitude BETWEEN 40 AND 56 AND longitude BETWEEN 46 AND 88),
  ADD CONSTRAINT "place_crossing_names_both_sides" CHECK (
    (kind = 'crossing') = (other_side_ru IS NOT NULL)),
  ADD CONSTRAINT "place_notice_complete" CHECK (
    num_nulls(notice_level, notice_ru, notice_kk, notice_en, notice_source, notice_checked_on) IN (0, 6));

ALTER TABLE "listing"
  ADD CONSTRAINT "listing_title_length" CHECK (char_length(title) BETWEEN 3 AND 80),
  ADD CONSTRAINT "listing_body_length" CHECK (char_length(body) <= 2000),
  ADD CONSTRAINT "listing_text_printable" CHECK (
    title !~ '[\x01-\x1f\x7f]' AND body !~ '[\x01-\x09\x0b-\x1f\x7f]'),
  ADD CONSTRAINT "listing_text_without_iin" CHECK (
    (title || ' ' || body) !~ '(^|[^0-9])[0-9]{12}([^0-9]|$)'),
  ADD CONSTRAINT "listing_version_positive" CHECK (version > 0),
  ADD CONSTRAINT "listing_warnings_range" CHECK (warnings_delivered BETWEEN 0 AND 2),
  ADD CONSTRAINT "listing_published_has_date" CHECK (status <> 'published' OR published_at IS NOT NULL),
  ADD CONSTRAINT "listing_expires_unless_centre" CHECK ((kind = 'centre') = (expires_at IS NULL)),
  ADD CONSTRAINT "listing_other_city_only_of_rides" CHECK (
    other_city IS NULL OR (kind = 'ride' AND other_city <> city));

ALTER TABLE "ride"
  ADD CONSTRAINT "ride_is_a_ride" CHECK (kind = 'ride'),
  ADD CONSTRAINT "ride_places_differ" CHECK (from_place_id <> to_place_id),
  ADD CONSTRAINT "ride_departs_on_the_hour" CHECK (
    (extract(epoch FROM departs_at))::numeric % 3600 = 0),
  ADD CONSTRAINT "ride_price_range" CHECK (price_tenge BETWEEN 0 AND 100000),
  ADD CONSTRAINT "ride_child_seats_range" CHECK (child_seats BETWEEN 0 AND 8),
  ADD CONSTRAINT "ride_languages_present" CHECK (cardinality(languages) > 0),
  ADD CONSTRAINT "ride_meeting_sealed" CHECK (meeting_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$');

ALTER TABLE "housing"
  ADD CONSTRAINT "housing_is_housing" CHECK (kind = 'housing'),
  ADD CONSTRAINT "housing_nights_in_order" CHECK (
    first_night <= last_night AND last_night - first_night <= 180),
  ADD CONSTRAINT "housing_stay_in_order" CHECK (
    min_nights >= 1 AND min_nights <= max_nights AND max_nights <= 180),
  ADD CONSTRAINT "housing_price_range" CHECK (price_tenge BETWEEN 0 AND 1000000),
  ADD CONSTRAINT "housing_women_or_men" CHECK (NOT (women_only AND men_only)),
  ADD CONSTRAINT "housing_rules_length" CHECK (char_length(house_rules) <= 500),
  ADD CONSTRAINT "housing_languages_present" CHECK (cardinality(languages) > 0),
  ADD CONSTRAINT "housing_address_sealed" CHECK (address_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$');

ALTER TABLE "centre"
  ADD CONSTRAINT "centre_is_a_centre" CHECK (kind = 'centre'),
  ADD CONSTRAINT "centre_address_public_only_when_safe" CHECK (
    num_nonnulls(public_address, latitude, longitude) = 0 OR centre_kind <> 'help_point' OR public_building),
  ADD CONSTRAINT "centre_phone_only_when_official" CHECK (
    public_phone IS NULL OR centre_kind <> 'help_point'),
  ADD CONSTRAINT "centre_official_has_source" CHECK (
    centre_kind = 'help_point' OR num_nulls(source_url, checked_on) = 0),
  ADD CONSTRAINT "centre_coordinates_complete" CHECK (num_nulls(latitude, longitude) IN (0, 2)),
  ADD CONSTRAINT "centre_services_present" CHECK (cardinality(services) > 0),
  ADD CONSTRAINT "centre_languages_present" CHECK (cardinality(languages) > 0),
  ADD CONSTRAINT "centre_documents_length" CHECK (char_length(documents) <= 1000),
  ADD CONSTRAINT "centre_fees_length" CHECK (char_length(fees) <= 300),
  ADD CONSTRAINT "centre_address_sealed" CHECK (address_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$');

ALTER TABLE "opening_hours"
  ADD CONSTRAINT "opening_hours_weekday_range" CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT "opening_hours_in_order" CHECK (0 <= opens AND opens < closes AND closes <= 1440),
  ADD CONSTRAINT "opening_hours_do_not_overlap" EXCLUDE USING gist (
    listing_id WITH =, weekday WITH =, int4range(opens, closes) WITH &&);

ALTER TABLE "opening_exception"
  ADD CONSTRAINT "opening_exception_in_order" CHECK (
    num_nulls(opens, closes) = 2 OR (num_nulls(opens, closes) = 0 AND 0 <= opens AND opens < closes AND closes <= 1440));

ALTER TABLE "capacity"
  ADD CONSTRAINT "capacity_held_within_total" CHECK (0 <= held AND held <= total),
  ADD CONSTRAINT "capacity_total_range" CHECK (total BETWEEN 0 AND 500),
  ADD CONSTRAINT "capacity_one_per_night" UNIQUE NULLS NOT DISTINCT (listing_id, night);

ALTER TABLE "listing_revision"
  ADD CONSTRAINT "listing_revision_sealed" CHECK (sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$'),
  ADD CONSTRAINT "listing_revision_decided_complete" CHECK ((status = 'pending') = (decided_at IS NULL)),
  ADD CONSTRAINT "listing_revision_size" CHECK (octet_length(proposal::text) <= 20000);
CREATE UNIQUE INDEX "listing_revision_one_pending" ON "listing_revision" (listing_id) WHERE status = 'pending';

ALTER TABLE "decision"
  ADD CONSTRAINT "decision_not_on_own_listing" CHECK (moderator_id <> owner_id),
  ADD CONSTRAINT "decision_reason_is_a_code" CHECK (reason ~ '^[a-z_]{2,40}$'),
  ADD CONSTRAINT "decision_note_length" CHECK (char_length(note) <= 1000);

CREATE FUNCTION decision_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'changing a decision violates check constraint "decision_append_only"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_append_only';
END $$;
CREATE TRIGGER "decision_append_only" BEFORE UPDATE OR DELETE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION decision_append_only();
CREATE TRIGGER "decision_append_only_truncate" BEFORE TRUNCATE ON "decision"
  EXECUTE FUNCTION decision_append_only();

-- No listing of someone whom no moderator has verified is ever public.
CREATE FUNCTION listing_published_owner_verified() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM account WHERE id = NEW.owner_id AND verified_at IS NOT NULL) THEN
    RAISE EXCEPTION 'publishing violates check constraint "listing_published_owner_verified"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'listing_published_owner_verified';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "listing_published_owner_verified" BEFORE INSERT OR UPDATE ON "listing"
  FOR EACH ROW WHEN (NEW.status = 'published') EXECUTE FUNCTION listing_published_owner_verified();

-- The lists of newcomers read only published rows, soonest first.
CREATE INDEX "listing_published_by_city" ON "listing" (kind, city, sort_at, id) WHERE status = 'published';
CREATE INDEX "listing_published_by_other_city" ON "listing" (kind, other_city, sort_at, id) WHERE status = 'published';
CREATE INDEX "listing_published_by_kind" ON "listing" (kind, sort_at, id) WHERE status = 'published';
-- The queue of moderators reads only what waits.
CREATE INDEX "listing_waiting" ON "listing" (submitted_at, id) WHERE status = 'pending';
