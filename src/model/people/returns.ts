import { power } from "../../foundation/maths/exponential.js";
import { tabulatedPower } from "../../foundation/maths/power-table.js";
import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** index. Activity below this share of normal has no further marginal effect. */
export const leastActivity = 0.05;

/** index. H(x) = 1 + (x^ε − 1)/ε: what relative activity x achieves, relative to normal, with diminishing returns. */
export const achieved = (x: number, diminishing: number): number =>
  diminishing === 1 ? x : 1 + (power(x, diminishing) - 1) / diminishing;

/** Marginal effect of each activity where the manager usually works. */
export const returns = defineLaw({
  title: "returns to activity",
  summary:
    "More of one activity achieves more, but less and less: the marginal effect at usual activity x̄ is x̄^(ε − 1).",
  references: ["diminishing returns to selling effort: direction Albers, Mantrala & Sridhar 2010, size assumption"],
  assumptions: {
    diminishing: {
      section: "assumptions",
      unit: { dimension: "number", min: 0.01, max: 1 },
      value: "0.2 to 0.8, most likely 0.4",
      meaning: "exponent of returns to an activity, 1 = constant returns (ε)",
      source: "assumption",
    },
  },
  kernel(lanes, { diminishing, powers }: WorldColumns<"diminishing" | "powers">, _draws, _month, activities) {
    const { lanes: count, managers, world, usual, slope } = lanes;
    // Read here: a constant of the module is looked up and checked wherever it is used.
    const least = +leastActivity;
    const power = tabulatedPower;
    for (let j = 0; j < activities.length; j++) {
      const isLinear = activities[j].normal === 0;
      for (let first = 0; first < count; first += managers) {
        const w = world[first];
        const exponent = diminishing[w];
        const isFlat = isLinear || exponent === 1;
        const last = j * count + first + managers;
        for (let at = j * count + first; at < last; at++) {
          const x = Math.max(usual[at], least);
          slope[at] = isFlat ? 1 : power(powers, w, x, exponent) / x;
        }
      }
    }
  },
  formula: ({ activities, world, settings }) => ({
    activities: settings.map((one, j) => ({
      slope: one.normal === 0 ? 1 : Math.max(activities[j].usual, 0.05) ** (world.diminishing - 1),
    })),
  }),
  examples: [
    {
      why: "at normal activity one more unit counts fully",
      activity: { "customer time": { usual: 1 } },
      gives: { activity: { "customer time": { slope: 1 } } },
    },
    {
      why: "with ε = ½, four times the activity halves the marginal effect",
      activity: { "customer time": { usual: 4 } },
      world: { diminishing: 0.5 },
      gives: { activity: { "customer time": { slope: 0.5 } } },
    },
  ],
  laws: [{ law: "marginal effects are positive", holds: (_, after) => after.activities.every((one) => one.slope > 0) }],
});

/** FTE. d = n(H(e/n) − 1): what real activity e adds over normal; linear where the normal share is zero. */
export function addedWork(real: number, normal: number, diminishing: number): number {
  if (normal === 0) return real;
  return normal * (achieved(Math.max(real / normal, leastActivity), diminishing) - 1);
}
