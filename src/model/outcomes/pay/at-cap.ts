import { defineOutcome, shareOfCloses } from "../outcome.js";

export const atCap = defineOutcome({
  name: "at cap",
  summary: "Share of closes of the main scorecard at or above the cap of its first curve.",
  references: ["practice: about 10 % at excellence"],
  unit: { dimension: "share" },
  per: "share of closes",
  direction: "neither",
  ...shareOfCloses(({ rewards }) => rewards[0]?.plan.form?.cap ?? Number.POSITIVE_INFINITY),
  examples: [
    { why: "without a scorecard nothing closes", months: 12, gives: 0 },
    {
      why: "of two half-years and a rest of four months, a close like any other, one reaches 120 %",
      months: 16,
      closes: { period: 6, threshold: 0.9, cap: 1.2, scores: [0.9, 1.1, 1.2] },
      gives: 1 / 3,
    },
  ],
});
