-- What staff tell everyone in a city, in one language, until a set end.

CREATE TABLE "announcement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    -- Null: in all cities.
    "city" "city",
    "language" "locale" NOT NULL,
    "text" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "announcement_text_length" CHECK (char_length(text) BETWEEN 3 AND 300),
    CONSTRAINT "announcement_ends_within_a_month" CHECK (ends_at <= created_at + interval '31 days'),
    CONSTRAINT "announcement_created_by_id_fkey" FOREIGN KEY ("created_by_id")
      REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "announcement_language_ends_at_idx" ON "announcement"("language", "ends_at");

CREATE TRIGGER "announcement_staff_log" AFTER INSERT OR UPDATE ON "announcement"
  FOR EACH ROW EXECUTE FUNCTION staff_log_write('id', 'city', 'language', 'ends_at');
