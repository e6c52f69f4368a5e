import { defineOutcome } from "../outcome.js";

export const effortIndex = defineOutcome({
  name: "effort",
  summary: "Total effort relative to a normal full-time month.",
  references: ["definition"],
  unit: { dimension: "number" },
  per: "mean index",
  direction: "neither",
  add(sum, { lanes, activities }) {
    const { effort, lanes: count } = lanes;
    for (let i = 0; i < count; i++) {
      let total = sum[i];
      for (let at = i; at < activities.length * count; at += count) total += effort[at];
      sum[i] = total;
    }
  },
  finish(sum, { activities, month }) {
    const normal = activities.reduce((total, one) => total + one.normal, 0) || 1;
    for (let i = 0; i < sum.length; i++) sum[i] /= normal * (month + 1);
  },
  examples: [{ why: "nothing done", months: 2, gives: 0 }],
});
