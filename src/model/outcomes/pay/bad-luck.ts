import { wholePower } from "../../../foundation/maths/exponential.js";
import { defineOutcome } from "../outcome.js";

/**
 * What luck alone cost: accounts and managers lost less those expected to be lost, at what a loss costs. Its mean is zero
 * whatever a design does (each month's loss less its chance, times something known before), so adding it to a result
 * changes no expectation and removes most of the noise.
 */
export const badLuck = defineOutcome({
  name: "bad luck",
  summary:
    "What luck alone cost: accounts lost beyond their chance, at the margin they would have brought; managers lost beyond theirs, at a month of their revenue. Zero on average whatever the design; added back before designs are compared, so that noise does not pass for effect.",
  references: ["control variate with known mean: Glasserman 2003, ch. 4"],
  unit: { dimension: "money", min: Number.NEGATIVE_INFINITY },
  per: "per KAM over the horizon",
  direction: "neither",
  add(sum, { lanes, world, discount, legacy, month }) {
    const { months, worlds, managers, lossLuck, leavingLuck, flow } = lanes;
    for (let w = 0, i = 0; w < worlds; w++) {
      const kept = wholePower(world.firmMonth[w], months - 1 - month);
      const toHorizon = world.firmMonth[w] < 1 ? (1 - kept) / (1 - world.firmMonth[w]) : months - 1 - month;
      const monthsLost = discount[w] * (toHorizon + kept * legacy[0][w]);
      for (const end = i + managers; i < end; i++) {
        sum[i] += lossLuck[i] * monthsLost + leavingLuck[i] * discount[w] * flow[i];
      }
    }
  },
  finish: () => undefined,
  examples: [
    {
      why: "10 000 a month of margin lost by luck, 20 more months of it after the horizon",
      months: 1,
      lane: { lossLuck: 10_000 },
      world: { firmMonth: 1, legacyLevel: 20 },
      gives: 200_000,
    },
    {
      why: "a manager lost by luck costs a month of revenue",
      months: 1,
      lane: { leavingLuck: 1, flow: 500_000 },
      world: { firmMonth: 1 },
      gives: 500_000,
    },
  ],
});
