-- The rides of one city are told from the others of a start in the index itself, by where they go.
CREATE INDEX "ride_from_place_id_departs_at_listing_id_to_place_id_idx" ON "ride"("from_place_id", "departs_at", "listing_id", "to_place_id");
DROP INDEX "ride_from_place_id_departs_at_listing_id_idx";
