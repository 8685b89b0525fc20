-- What a text is known by when it stands elsewhere too: of all runs of three words the sixteen
-- whose hashes are smallest. Two texts that share most of them are the same but for a few words.
-- Letters are spelled out, so that the database's own language does not matter.
CREATE FUNCTION text_sketch(body text) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(hash ORDER BY hash), '{}') FROM (
    SELECT DISTINCT ('x' || substr(md5(word || ' ' || second || ' ' || third), 1, 8))::bit(32)::integer AS hash
    FROM (
      SELECT word, lead(word) OVER places AS second, lead(word, 2) OVER places AS third
      FROM regexp_split_to_table(
        translate(body, 'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰҮҺІ',
                        'abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі'),
        '[^abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі]+'
      ) WITH ORDINALITY AS words (word, place)
      WHERE word <> '' WINDOW places AS (ORDER BY place)
    ) AS runs
    WHERE third IS NOT NULL ORDER BY hash LIMIT 16
  ) AS hashes
$$;

CREATE TABLE "listing_text" (
    "listing_id" UUID NOT NULL,
    "sketch" INTEGER[],

    CONSTRAINT "listing_text_pkey" PRIMARY KEY ("listing_id"),
    CONSTRAINT "listing_text_listing_id_fkey" FOREIGN KEY ("listing_id")
      REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "listing_text_sketch_idx" ON "listing_text" USING GIN ("sketch");
INSERT INTO "listing_text" SELECT id, text_sketch(body) FROM "listing";

-- The database keeps it, so that it is never that of an older text, and goes when the words go.
CREATE FUNCTION listing_text_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO listing_text VALUES (NEW.id, text_sketch(NEW.body))
    ON CONFLICT (listing_id) DO UPDATE SET sketch = EXCLUDED.sketch;
  RETURN NULL;
END
$$;
CREATE TRIGGER "listing_text_write" AFTER INSERT OR UPDATE OF "body" ON "listing"
  FOR EACH ROW EXECUTE FUNCTION listing_text_write();

-- Two yeses to what stands there now, as before, or to a change; or one of an admin who wrote why.
CREATE FUNCTION decided_by_two(listing uuid, revision uuid, since timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(DISTINCT moderator_id) >= 2 OR (
    bool_or(action = 'approve' AND account.role = 'admin' AND char_length(note) >= 3)
    AND (SELECT count(*) FROM account WHERE role IN ('moderator', 'admin') AND suspended_at IS NULL) < 3)
  FROM decision JOIN account ON account.id = moderator_id
  WHERE listing_id = listing AND revision_id IS NOT DISTINCT FROM revision
    AND action::text IN ('endorse', 'approve') AND decision.created_at >= since
$$;

CREATE OR REPLACE FUNCTION listing_published_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT listing_needs_two(NEW) OR decided_by_two(NEW.id, NULL, NEW.submitted_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'publishing violates check constraint "listing_published_by_two"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'listing_published_by_two';
END
$$;
-- Nothing is born published either.
CREATE TRIGGER "listing_published_by_two_from_the_first" BEFORE INSERT ON "listing"
  FOR EACH ROW WHEN (NEW.status = 'published') EXECUTE FUNCTION listing_published_by_two();

-- A change that would make a mass shelter of something published.
CREATE FUNCTION revision_needs_two(revision listing_revision) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT revision.proposal ->> 'housingKind' = 'shelter' AND EXISTS (
    SELECT FROM housing JOIN listing ON listing.id = listing_id
    WHERE listing_id = revision.listing_id AND housing_kind <> 'shelter' AND NOT sample)
$$;

-- Whatever way it comes: with a change that was approved, or with none.
CREATE FUNCTION housing_shelter_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  approved uuid;
BEGIN
  -- An INSERT may be the beginning of an ON CONFLICT DO UPDATE.
  IF EXISTS (SELECT FROM housing WHERE listing_id = NEW.listing_id AND housing_kind = 'shelter')
    OR NOT EXISTS (
      SELECT FROM listing WHERE id = NEW.listing_id AND status = 'published' AND NOT sample) THEN
    RETURN NEW;
  END IF;
  SELECT id INTO approved FROM listing_revision
    WHERE listing_id = NEW.listing_id AND status = 'approved' AND proposal ->> 'housingKind' = 'shelter'
    ORDER BY decided_at DESC LIMIT 1;
  IF approved IS NOT NULL AND decided_by_two(NEW.listing_id, approved, '-infinity') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'publishing violates check constraint "housing_shelter_by_two"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'housing_shelter_by_two';
END
$$;
CREATE TRIGGER "housing_shelter_by_two" BEFORE INSERT OR UPDATE OF "housing_kind" ON "housing"
  FOR EACH ROW WHEN (NEW.housing_kind = 'shelter') EXECUTE FUNCTION housing_shelter_by_two();

-- What a trusted volunteer published without a moderator. One in ten is drawn, to be looked at
-- afterwards; nobody can know which before it is public.
CREATE TABLE "trusted_post" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "listing_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    -- Null: the listing itself was new.
    "revision_id" UUID,
    "drawn" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "looked_at" TIMESTAMPTZ(3),
    "looked_by_id" UUID,

    CONSTRAINT "trusted_post_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "trusted_post_look_complete" CHECK ((looked_at IS NULL) = (looked_by_id IS NULL)),
    CONSTRAINT "trusted_post_not_looked_at_by_owner" CHECK (looked_by_id <> owner_id),
    CONSTRAINT "trusted_post_listing_fkey" FOREIGN KEY ("listing_id", "owner_id")
      REFERENCES "listing"("id", "owner_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "trusted_post_revision_fkey" FOREIGN KEY ("revision_id", "listing_id")
      REFERENCES "listing_revision"("id", "listing_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "trusted_post_looked_by_id_fkey" FOREIGN KEY ("looked_by_id")
      REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "trusted_post_listing_id_idx" ON "trusted_post"("listing_id");
CREATE INDEX "trusted_post_to_look_at" ON "trusted_post"("created_at") WHERE drawn AND looked_at IS NULL;

-- The lot is drawn here, of bytes that no caller chooses or foresees: 6554 of 65536.
CREATE FUNCTION trusted_post_drawn() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lot bytea := uuid_send(gen_random_uuid());
BEGIN
  IF NOT EXISTS (SELECT FROM account WHERE id = NEW.owner_id AND role = 'trusted'
    AND verified_at IS NOT NULL AND suspended_at IS NULL) THEN
    RAISE EXCEPTION 'publishing at once violates check constraint "trusted_post_by_trusted"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'trusted_post_by_trusted';
  END IF;
  NEW.drawn := get_byte(lot, 0) * 256 + get_byte(lot, 1) < 6554;
  RETURN NEW;
END
$$;
CREATE TRIGGER "trusted_post_by_trusted" BEFORE INSERT ON "trusted_post"
  FOR EACH ROW EXECUTE FUNCTION trusted_post_drawn();

CREATE FUNCTION trusted_post_lot_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'drawing again violates check constraint "trusted_post_lot_stands"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'trusted_post_lot_stands';
END
$$;
CREATE TRIGGER "trusted_post_lot_stands" BEFORE UPDATE ON "trusted_post"
  FOR EACH ROW WHEN (NEW.drawn <> OLD.drawn) EXECUTE FUNCTION trusted_post_lot_stands();
CREATE TRIGGER "trusted_post_staff_log" AFTER UPDATE OF "looked_at" ON "trusted_post"
  FOR EACH ROW EXECUTE FUNCTION staff_log_write('listing_id', 'looked_at');
