import { exp } from "../../../foundation/maths/exponential.js";
import { defineOutcome } from "../outcome.js";

export const ability = defineOutcome({
  name: "ability",
  summary: "Mean ability of the managers in the seats, 1 is the average applicant: selection and development.",
  references: ["lazear-2000"],
  unit: { dimension: "number" },
  per: "mean index",
  direction: "higher",
  add(sum, { lanes }) {
    const { lnAbility } = lanes;
    for (let i = 0; i < sum.length; i++) sum[i] += exp(lnAbility[i]);
  },
  finish(sum, { month }) {
    for (let i = 0; i < sum.length; i++) sum[i] /= month + 1;
  },
  examples: [{ why: "average ability", months: 5, lane: { lnAbility: 0 }, gives: 1 }],
});
