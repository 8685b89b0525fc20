-- The public figures count two weeks, by day and city. Without these they read every listing,
-- request and decision there has ever been.
CREATE INDEX "listing_created_at_city_sample_idx" ON "listing"("created_at", "city", "sample");
CREATE INDEX "request_created_at_listing_id_idx" ON "request"("created_at", "listing_id");
CREATE INDEX "decision_created_at_idx" ON "decision"("created_at");
