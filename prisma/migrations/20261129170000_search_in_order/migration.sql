-- What says the words asked for is read in the order of a list, without a look at each listing: what
-- a listing is found by carries what it is sorted by. The database keeps both the same.
ALTER TABLE "listing_search"
  ADD COLUMN "kind" "listing_kind",
  ADD COLUMN "sort_at" TIMESTAMPTZ(3),
  ADD COLUMN "confirmed_at" TIMESTAMPTZ(3);
UPDATE "listing_search" SET kind = listing.kind, sort_at = listing.sort_at, confirmed_at = listing.confirmed_at
  FROM "listing" WHERE listing.id = listing_id;
ALTER TABLE "listing_search"
  ALTER COLUMN "kind" SET NOT NULL,
  ALTER COLUMN "sort_at" SET NOT NULL,
  ALTER COLUMN "confirmed_at" SET NOT NULL;
CREATE INDEX "listing_search_kind_sort_at_listing_id_idx" ON "listing_search"("kind", "sort_at", "listing_id");
CREATE INDEX "listing_search_kind_confirmed_at_listing_id_idx" ON "listing_search"("kind", "confirmed_at" DESC, "listing_id" DESC);

-- The lock keeps out whoever changes that order between here and the end of the transaction.
CREATE FUNCTION listing_search_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT kind, sort_at, confirmed_at INTO NEW.kind, NEW.sort_at, NEW.confirmed_at
    FROM listing WHERE id = NEW.listing_id FOR SHARE;
  RETURN NEW;
END
$$;
CREATE TRIGGER "listing_search_begins" BEFORE INSERT ON "listing_search"
  FOR EACH ROW EXECUTE FUNCTION listing_search_begins();

CREATE FUNCTION listing_search_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE listing_search SET sort_at = NEW.sort_at, confirmed_at = NEW.confirmed_at
    WHERE listing_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER "listing_search_follows" AFTER UPDATE OF "sort_at", "confirmed_at" ON "listing"
  FOR EACH ROW WHEN (NEW.status = 'published'
    AND (OLD.sort_at, OLD.confirmed_at) IS DISTINCT FROM (NEW.sort_at, NEW.confirmed_at))
  EXECUTE FUNCTION listing_search_follows();
