-- What moderators and admins prove beside their mailbox: a TOTP secret and codes for a lost phone.

CREATE TABLE "second_factor" (
    "account_id" UUID NOT NULL,
    "secret_sealed" TEXT NOT NULL,
    "last_step" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("account_id"),
    CONSTRAINT "second_factor_secret_sealed" CHECK (secret_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$'),
    CONSTRAINT "second_factor_account_id_fkey" FOREIGN KEY ("account_id")
      REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A step once used is never used again, whoever else read the code.
CREATE FUNCTION second_factor_step_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an old code violates check constraint "second_factor_step_forward"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'second_factor_step_forward';
END
$$;
CREATE TRIGGER "second_factor_step_forward" BEFORE UPDATE OF "last_step" ON "second_factor"
  FOR EACH ROW WHEN (NEW.secret_sealed = OLD.secret_sealed AND NEW.last_step <= OLD.last_step)
  EXECUTE FUNCTION second_factor_step_forward();

CREATE TABLE "recovery_code" (
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("account_id", "code_hash"),
    CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id")
      REFERENCES "second_factor"("account_id") ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE "session" ADD COLUMN "second_factor_at" TIMESTAMPTZ(3);
