-- What staff changed: who, what, before and after, why. The database writes it in the transaction
-- of the change, so that no command can forget it, and nobody changes it afterwards. Codes and
-- instants only: what somebody worded stands where it was written and is erased there.

CREATE TABLE "staff_log" (
    "id" BIGINT GENERATED ALWAYS AS IDENTITY,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- Null: whoever runs the server, from the command line.
    "actor_id" UUID,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "why" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "staff_log_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "staff_log_why_is_a_code" CHECK (why ~ '^[a-z_]{0,40}$'),
    CONSTRAINT "staff_log_actor_id_fkey" FOREIGN KEY ("actor_id")
      REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "staff_log_actor_id_id_idx" ON "staff_log"("actor_id", "id" DESC);
CREATE INDEX "staff_log_subject_subject_id_id_idx" ON "staff_log"("subject", "subject_id", "id" DESC);

-- Two years are enough to look back; only what is older may be erased.
CREATE FUNCTION staff_log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '2 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'changing the log violates check constraint "staff_log_append_only"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'staff_log_append_only';
END
$$;
CREATE TRIGGER "staff_log_append_only" BEFORE UPDATE OR DELETE ON "staff_log"
  FOR EACH ROW EXECUTE FUNCTION staff_log_append_only();
CREATE TRIGGER "staff_log_append_only_truncate" BEFORE TRUNCATE ON "staff_log"
  EXECUTE FUNCTION staff_log_append_only();

-- Arguments: the column that names the subject, then the columns to keep. Sealed and personal
-- columns are not among them. Who and why come from lib/staff-log, for this transaction only.
CREATE FUNCTION staff_log_write() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  was jsonb;
  becomes jsonb;
BEGIN
  SELECT jsonb_object_agg(key, value) INTO was
    FROM jsonb_each(old_row) WHERE key = ANY (TG_ARGV[1:]);
  SELECT jsonb_object_agg(key, value) INTO becomes
    FROM jsonb_each(new_row) WHERE key = ANY (TG_ARGV[1:]);
  IF was IS DISTINCT FROM becomes OR TG_OP <> 'UPDATE' THEN
    INSERT INTO staff_log (actor_id, subject, subject_id, before, after, why) VALUES (
      nullif(current_setting('qadam.actor', true), '')::uuid,
      TG_TABLE_NAME,
      (coalesce(new_row, old_row) ->> TG_ARGV[0])::uuid,
      was, becomes,
      coalesce(current_setting('qadam.why', true), ''));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "account_staff_log" AFTER UPDATE ON "account"
  FOR EACH ROW EXECUTE FUNCTION
  staff_log_write('id', 'role', 'verified_at', 'verified_how', 'suspended_at');
CREATE TRIGGER "decision_staff_log" AFTER INSERT ON "decision"
  FOR EACH ROW EXECUTE FUNCTION staff_log_write('listing_id', 'action', 'reason');
CREATE TRIGGER "second_factor_staff_log" AFTER INSERT OR DELETE ON "second_factor"
  FOR EACH ROW EXECUTE FUNCTION staff_log_write('account_id', 'created_at');
CREATE TRIGGER "report_staff_log" AFTER UPDATE OF "handled_at" ON "report"
  FOR EACH ROW EXECUTE FUNCTION staff_log_write('id', 'outcome');
