-- Lists are sorted by price too: 0 is free of charge, null where nothing is sold.
ALTER TABLE "listing" ADD COLUMN "price_tenge" INTEGER;
UPDATE "listing" SET price_tenge = ride.price_tenge FROM "ride" WHERE ride.listing_id = listing.id;
UPDATE "listing" SET price_tenge = housing.price_tenge FROM "housing" WHERE housing.listing_id = listing.id;

-- One index for each order of a list. They hold all rows: Prisma hands a status over as text, and
-- the planner cannot know that it is the one of a partial index.
DROP INDEX "listing_published_by_city";
DROP INDEX "listing_published_by_other_city";
DROP INDEX "listing_published_by_kind";
CREATE INDEX "listing_status_kind_sort_at_id_idx" ON "listing"("status", "kind", "sort_at", "id");
CREATE INDEX "listing_status_kind_city_sort_at_id_idx" ON "listing"("status", "kind", "city", "sort_at", "id");
CREATE INDEX "listing_status_kind_price_tenge_sort_at_id_idx" ON "listing"("status", "kind", "price_tenge", "sort_at", "id");
CREATE INDEX "listing_status_kind_published_at_id_idx" ON "listing"("status", "kind", "published_at" DESC, "id" DESC);
CREATE INDEX "listing_status_kind_confirmed_at_id_idx" ON "listing"("status", "kind", "confirmed_at" DESC, "id" DESC);
-- Rides that have left and homes that are over pile up; those that stand are few.
CREATE INDEX "listing_status_kind_expires_at_idx" ON "listing"("status", "kind", "expires_at");
CREATE INDEX "capacity_night_free_idx" ON "capacity"("night", "free");

-- What a listing is found by (lib/search/terms.ts), written with the listing.
CREATE TABLE "listing_search" (
    "listing_id" UUID NOT NULL,
    "terms" TEXT[],
    -- Of which version of the search's words; others are written anew.
    "edition" TEXT NOT NULL,

    CONSTRAINT "listing_search_pkey" PRIMARY KEY ("listing_id")
);
ALTER TABLE "listing_search" ADD CONSTRAINT "listing_search_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "listing_search_edition_idx" ON "listing_search"("edition");
CREATE INDEX "listing_search_terms_idx" ON "listing_search" USING GIN ("terms");

-- Words that listings say, to complete and correct what is typed. COLLATE "C", so that the
-- beginning of a word is a range.
CREATE TABLE "spoken_word" (
    "term" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "sound" TEXT COLLATE "C" NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spoken_word_pkey" PRIMARY KEY ("term","word")
);
CREATE INDEX "spoken_word_sound_idx" ON "spoken_word"("sound");
CREATE INDEX "spoken_word_seen_at_idx" ON "spoken_word"("seen_at");

-- What is left of a sound when one letter goes: words a slip apart have one of these in common.
CREATE TABLE "spoken_slip" (
    "left_over" TEXT COLLATE "C" NOT NULL,
    "term" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "sound" TEXT NOT NULL,

    CONSTRAINT "spoken_slip_pkey" PRIMARY KEY ("left_over","term","word")
);
CREATE INDEX "spoken_slip_term_word_idx" ON "spoken_slip"("term", "word");
ALTER TABLE "spoken_slip" ADD CONSTRAINT "spoken_slip_term_word_fkey" FOREIGN KEY ("term", "word") REFERENCES "spoken_word"("term", "word") ON DELETE CASCADE ON UPDATE CASCADE;

-- How often nothing was found, by day: no words, and nothing of who searched.
CREATE TABLE "empty_search" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "searches" INTEGER NOT NULL,

    CONSTRAINT "empty_search_pkey" PRIMARY KEY ("day","kind","city")
);
ALTER TABLE "empty_search"
  ADD CONSTRAINT "empty_search_kind_known" CHECK (kind IN ('any', 'centre', 'housing', 'ride')),
  ADD CONSTRAINT "empty_search_city_known" CHECK (city IN ('any', 'uralsk', 'petropavlovsk', 'astana', 'almaty')),
  ADD CONSTRAINT "empty_search_searches_positive" CHECK (searches > 0);
