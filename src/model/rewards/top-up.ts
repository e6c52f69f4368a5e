import { fixedSpending } from "./fixed.js";

export const topUp = fixedSpending({
  kind: "salary top-up",
  title: "flat top-up",
  form: "salary",
  summary:
    "More salary for everyone, whatever the score: separates the effect of the pay level from that of the incentive.",
  references: ["comparison required for a fair test of incentives"],
});
