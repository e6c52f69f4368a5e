import { defineOutcome, meanOverMonths } from "../outcome.js";

export const leavers = defineOutcome({
  name: "leavers",
  summary: "KAM turnover: managers who leave, per seat and year.",
  references: ["quit-elasticity"],
  unit: { dimension: "share/year" },
  per: "per seat and year",
  direction: "lower",
  add: meanOverMonths("left").add,
  finish(sum, { month }) {
    for (let i = 0; i < sum.length; i++) sum[i] *= 12 / (month + 1);
  },
  examples: [{ why: "one in 60 months", months: 60, lane: { left: 1 / 60 }, gives: 0.2 }],
});
