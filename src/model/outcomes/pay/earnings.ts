import { defineOutcome } from "../outcome.js";

export const earningsOutcome = defineOutcome({
  name: "earnings",
  summary: "What the person in the seat earns in cash a year: salary while the seat is filled, and rewards.",
  references: ["definition"],
  unit: { dimension: "money/year" },
  per: "per seat and year",
  direction: "neither",
  add(sum, { lanes, world }) {
    const { worlds, managers, paid, vacancy } = lanes;
    for (let w = 0, i = 0; w < worlds; w++) {
      const salary = world.salary[w] / 12;
      for (const end = i + managers; i < end; i++) sum[i] += paid[i] + (vacancy[i] > 0 ? 0 : salary);
    }
  },
  finish(sum, { month }) {
    for (let i = 0; i < sum.length; i++) sum[i] *= 12 / (month + 1);
  },
  examples: [
    {
      why: "6 000 of salary and 1 500 of rewards a month",
      months: 12,
      lane: { paid: 1_500 },
      world: { salary: 72_000 },
      gives: 90_000,
    },
  ],
});
