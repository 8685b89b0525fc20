-- Lists of a million. An order is read from its index, and what is over is passed over in the index
-- itself, without a look at the table; so each ends in expires_at.
CREATE INDEX "listing_status_kind_sort_at_id_expires_at_idx" ON "listing"("status", "kind", "sort_at", "id", "expires_at");
CREATE INDEX "listing_status_kind_city_sort_at_id_expires_at_idx" ON "listing"("status", "kind", "city", "sort_at", "id", "expires_at");
CREATE INDEX "listing_status_kind_price_tenge_sort_at_id_expires_at_idx" ON "listing"("status", "kind", "price_tenge", "sort_at", "id", "expires_at");
CREATE INDEX "listing_status_kind_published_at_id_expires_at_idx" ON "listing"("status", "kind", "published_at" DESC, "id" DESC, "expires_at");
CREATE INDEX "listing_status_kind_city_published_at_idx" ON "listing"("status", "kind", "city", "published_at" DESC, "id" DESC, "expires_at");
CREATE INDEX "listing_status_kind_confirmed_at_id_expires_at_idx" ON "listing"("status", "kind", "confirmed_at" DESC, "id" DESC, "expires_at");
CREATE INDEX "listing_status_kind_city_confirmed_at_idx" ON "listing"("status", "kind", "city", "confirmed_at" DESC, "id" DESC, "expires_at");
DROP INDEX "listing_status_kind_sort_at_id_idx";
DROP INDEX "listing_status_kind_city_sort_at_id_idx";
DROP INDEX "listing_status_kind_price_tenge_sort_at_id_idx";
DROP INDEX "listing_status_kind_published_at_id_idx";
DROP INDEX "listing_status_kind_confirmed_at_id_idx";

-- Figures count by day of creation. As keys, city and sample let the planner read this index whole
-- for a list of one city.
CREATE INDEX "listing_created_at_idx" ON "listing"("created_at");
DROP INDEX "listing_created_at_city_sample_idx";

CREATE INDEX "ride_from_place_id_departs_at_listing_id_idx" ON "ride"("from_place_id", "departs_at", "listing_id");
DROP INDEX "ride_from_place_id_departs_at_idx";

-- What is public lies ahead, and most of the table behind: from all its dates the planner concludes
-- that nothing is left, and sorts thousands of rows in place of reading the first twenty. Without
-- them it takes a third for ahead, and is right more often.
ALTER TABLE "listing"
  ALTER COLUMN "expires_at" SET STATISTICS 0,
  ALTER COLUMN "sort_at" SET STATISTICS 0,
  ALTER COLUMN "confirmed_at" SET STATISTICS 0,
  ALTER COLUMN "published_at" SET STATISTICS 0,
  ALTER COLUMN "paused_until" SET STATISTICS 0;
ALTER TABLE "ride" ALTER COLUMN "departs_at" SET STATISTICS 0;

-- What nobody can find needs nothing to be found by: most listings are of the past.
CREATE FUNCTION listing_search_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM listing_search WHERE listing_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "listing_search_ends" AFTER UPDATE OF "status" ON "listing"
  FOR EACH ROW WHEN (OLD.status = 'published' AND NEW.status <> 'published')
  EXECUTE FUNCTION listing_search_ends();
DELETE FROM "listing_search" USING "listing" WHERE listing.id = listing_id AND status <> 'published';
