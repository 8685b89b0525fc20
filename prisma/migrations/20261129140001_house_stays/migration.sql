-- The account that owns the official centres belongs to nobody: suspending it would take all of them
-- down, and a role would give rights to whoever got hold of it.
ALTER TABLE "account" ADD CONSTRAINT "account_house_stays" CHECK (
  id <> '00000000-0000-4000-a000-0000000000da' OR (role = 'volunteer' AND suspended_at IS NULL)
);
