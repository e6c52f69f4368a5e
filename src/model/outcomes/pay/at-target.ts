import { defineOutcome, shareOfCloses } from "../outcome.js";

export const atTargetOutcome = defineOutcome({
  name: "at target",
  summary: "Share of closes of the main scorecard at or above target.",
  references: ["practice: 60 to 70 %"],
  unit: { dimension: "share" },
  per: "share of closes",
  direction: "neither",
  ...shareOfCloses(() => 1),
  examples: [
    { why: "without a scorecard nothing closes", months: 12, gives: 0 },
    {
      why: "of four half-years one ties with target, one is above",
      months: 24,
      closes: { period: 6, threshold: 0.9, cap: 1.2, scores: [0.89, 0.99, 1, 1.3] },
      gives: 0.5,
    },
  ],
});
