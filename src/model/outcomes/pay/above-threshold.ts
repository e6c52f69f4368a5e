import { defineOutcome, shareOfCloses } from "../outcome.js";

export const aboveThresholdOutcome = defineOutcome({
  name: "above threshold",
  summary: "Share of closes of the main scorecard at or above the threshold of its first curve.",
  references: ["practice: about 90 %"],
  unit: { dimension: "share" },
  per: "share of closes",
  direction: "neither",
  ...shareOfCloses(({ rewards }) => rewards[0]?.plan.form?.threshold ?? Number.NEGATIVE_INFINITY),
  examples: [
    { why: "without a scorecard nothing closes", months: 12, gives: 0 },
    {
      why: "of four half-years one falls short of 90 %, one ties",
      months: 24,
      closes: { period: 6, threshold: 0.9, cap: 1.2, scores: [0.89, 0.9, 1, 1.3] },
      gives: 0.75,
    },
  ],
});
