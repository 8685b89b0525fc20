-- Who works on what at the moderators' desk, and what was decided there half a minute ago.

-- One person at a time works on a listing; whoever forgets it lets it go by itself.
CREATE TABLE "listing_claim" (
    "listing_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "listing_claim_pkey" PRIMARY KEY ("listing_id"),
    CONSTRAINT "listing_claim_frees_itself"
      CHECK (until > claimed_at AND until <= claimed_at + interval '10 minutes'),
    CONSTRAINT "listing_claim_listing_id_fkey" FOREIGN KEY ("listing_id")
      REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "listing_claim_account_id_fkey" FOREIGN KEY ("account_id")
      REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "listing_claim_account_id_idx" ON "listing_claim"("account_id");

-- A decision that can still be taken back. When its time has come it is carried out and goes.
CREATE TABLE "held_decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "listing_id" UUID NOT NULL,
    "revision_id" UUID,
    "version" INTEGER NOT NULL,
    "moderator_id" UUID NOT NULL,
    "action" "decision_action" NOT NULL,
    "reason" TEXT NOT NULL,
    "note_sealed" TEXT,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "held_decision_reason_is_a_code" CHECK (reason ~ '^[a-z_]{1,40}$'),
    CONSTRAINT "held_decision_note_sealed" CHECK (note_sealed ~ '^k[0-9]+\.[A-Za-z0-9_-]{38,}$'),
    CONSTRAINT "held_decision_soon_due"
      CHECK (due_at > held_at AND due_at <= held_at + interval '5 minutes'),
    CONSTRAINT "held_decision_listing_id_fkey" FOREIGN KEY ("listing_id")
      REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "held_decision_revision_id_listing_id_fkey" FOREIGN KEY ("revision_id", "listing_id")
      REFERENCES "listing_revision"("id", "listing_id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "held_decision_moderator_id_fkey" FOREIGN KEY ("moderator_id")
      REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "held_decision_one_of_listing" ON "held_decision"("listing_id");
CREATE INDEX "held_decision_moderator_id_idx" ON "held_decision"("moderator_id");
CREATE INDEX "held_decision_due_at_idx" ON "held_decision"("due_at");
