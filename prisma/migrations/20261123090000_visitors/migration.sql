-- CreateTable
CREATE TABLE "visitor_salt" (
    "day" DATE NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "visitor_salt_pkey" PRIMARY KEY ("day")
);

-- Neither in the log of changes nor in backups made with --no-unlogged-table-data.
ALTER TABLE "visitor_salt" SET UNLOGGED;
