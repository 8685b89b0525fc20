-- What staff know of a person, and what may never happen to their own circle.

-- A site without an admin can only be opened again from its server.
CREATE FUNCTION account_last_admin_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Two admins who take each other's role at once wait here, and the second sees the first's work.
  PERFORM pg_advisory_xact_lock(hashtext('account_last_admin_stays'));
  IF NOT EXISTS (SELECT FROM account WHERE role = 'admin' AND suspended_at IS NULL) THEN
    RAISE EXCEPTION 'nobody is left: violates check constraint "account_last_admin_stays"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_last_admin_stays';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_last_admin_stays" AFTER UPDATE OF "role", "suspended_at" ON "account"
  FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.suspended_at IS NULL
    AND (NEW.role <> 'admin' OR NEW.suspended_at IS NOT NULL))
  EXECUTE FUNCTION account_last_admin_stays();
CREATE TRIGGER "account_last_admin_stays_delete" AFTER DELETE ON "account"
  FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.suspended_at IS NULL)
  EXECUTE FUNCTION account_last_admin_stays();

-- When staff last ended all sessions of a person.
ALTER TABLE "account" ADD COLUMN "sessions_ended_at" TIMESTAMPTZ(3);
DROP TRIGGER "account_staff_log" ON "account";
CREATE TRIGGER "account_staff_log" AFTER UPDATE ON "account"
  FOR EACH ROW EXECUTE FUNCTION staff_log_write(
    'id', 'role', 'verified_at', 'verified_how', 'suspended_at', 'sessions_ended_at');

-- What staff tell each other about a person.
CREATE TABLE "staff_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text_sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "staff_note_text_sealed" CHECK (text_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$'),
    CONSTRAINT "staff_note_not_about_oneself" CHECK (author_id <> person_id),
    CONSTRAINT "staff_note_person_id_fkey" FOREIGN KEY ("person_id")
      REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "staff_note_author_id_fkey" FOREIGN KEY ("author_id")
      REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "staff_note_person_id_created_at_idx" ON "staff_note"("person_id", "created_at" DESC);
CREATE TRIGGER "staff_note_staff_log" AFTER INSERT ON "staff_note"
  FOR EACH ROW EXECUTE FUNCTION staff_log_write('person_id', 'created_at');

-- A decision says what was decided; this says what became different. Authors change their own
-- listings too: only what somebody signed for is logged.
CREATE TRIGGER "listing_staff_log" AFTER UPDATE OF "status" ON "listing"
  FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status
    AND coalesce(current_setting('qadam.actor', true), '') <> '')
  EXECUTE FUNCTION staff_log_write('id', 'status');

-- The page of a person asks by them.
CREATE INDEX "decision_owner_id_created_at_idx" ON "decision"("owner_id", "created_at" DESC);
CREATE INDEX "report_owner_id_created_at_idx" ON "report"("owner_id", "created_at" DESC);
