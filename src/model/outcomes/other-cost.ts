import { defineOutcome } from "./outcome.js";

export const otherCost = defineOutcome({
  name: "hiring and monitoring",
  summary: "Present value of replacing leavers and of measuring performance over the horizon.",
  references: ["definition"],
  unit: { dimension: "money" },
  per: "per KAM over the horizon",
  direction: "lower",
  add(sum, { lanes, world, discount, monitoring }) {
    const { worlds, managers, left } = lanes;
    const { hiring, salary } = world;
    for (let w = 0, i = 0; w < worlds; w++) {
      for (const end = i + managers; i < end; i++) {
        sum[i] += (left[i] * hiring[w] * salary[w] + monitoring / 12) * discount[w];
      }
    }
  },
  finish: () => undefined,
  examples: [
    {
      why: "one leaver in the month at half of 72 000, 1 200 a year of monitoring",
      months: 1,
      lane: { left: 1 },
      world: { hiring: 0.5, salary: 72_000, firmMonth: 1 },
      monitoring: 1_200,
      gives: 36_100,
    },
  ],
});
