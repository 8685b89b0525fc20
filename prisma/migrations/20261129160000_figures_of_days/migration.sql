-- What the public figures of a day say of the two weeks before it: those no longer change.
CREATE TABLE "day_figure" (
    "day" DATE NOT NULL,
    "figure" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "day_figure_pkey" PRIMARY KEY ("day","figure","part")
);
ALTER TABLE "day_figure"
  ADD CONSTRAINT "day_figure_known" CHECK (figure IN ('offers', 'requests', 'removals', 'decisions', 'minutes_to_decide')),
  ADD CONSTRAINT "day_figure_value_not_negative" CHECK (value >= 0);
