-- AlterTable
ALTER TABLE "ride" ADD COLUMN     "women_on_request" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "housing" ADD COLUMN     "women_on_request" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "request" ADD COLUMN     "women_only" BOOLEAN NOT NULL DEFAULT false;

-- Changes of rides that were proposed before there was this question.
UPDATE "listing_revision" SET proposal = '{"womenOnRequest": false}'::jsonb || proposal
  FROM "listing" WHERE listing.id = listing_id AND listing.kind = 'ride';

-- A home that is for women or men only anyway has nothing to arrange.
ALTER TABLE "housing"
  ADD CONSTRAINT "housing_women_on_request_of_mixed" CHECK (
    NOT (women_on_request AND (women_only OR men_only)));

-- Nobody asks for women only where it was not offered. Whoever asked while it was stays heard.
CREATE FUNCTION request_women_only_offered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ride WHERE listing_id = NEW.listing_id AND women_on_request)
    AND NOT EXISTS (SELECT FROM housing WHERE listing_id = NEW.listing_id AND women_on_request)
  THEN
    RAISE EXCEPTION 'asking violates check constraint "request_women_only_offered"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'request_women_only_offered';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "request_women_only_offered" BEFORE INSERT OR UPDATE OF women_only, listing_id ON "request"
  FOR EACH ROW WHEN (NEW.women_only) EXECUTE FUNCTION request_women_only_offered();
