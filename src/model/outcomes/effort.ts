import { defineOutcome } from "./outcome.js";

export const effortIndex = defineOutcome({
  name: "effort",
  summary: "Total effort relative to a normal full-time month.",
  references: ["definition"],
  unit: { dimension: "number" },
  per: "mean index",
  direction: "neither",
  add(sum, { lanes, activities }) {
    for (let j = 0; j < activities.length; j++) {
      for (let i = 0; i < sum.length; i++) sum[i] += lanes.effort[j * lanes.lanes + i];
    }
  },
  finish(sum, { activities, month }) {
    const normal = activities.reduce((total, one) => total + one.normal, 0) || 1;
    for (let i = 0; i < sum.length; i++) sum[i] /= normal * (month + 1);
  },
  examples: [{ why: "nothing done", months: 2, gives: 0 }],
});
