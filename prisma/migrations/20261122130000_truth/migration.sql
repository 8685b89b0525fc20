-- AlterTable
ALTER TABLE "listing" ADD COLUMN     "truth_asked_at" TIMESTAMPTZ(3);
