import { exp } from "../../foundation/maths/exponential.js";
import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** What the manager can do and would do unrewarded: ability times ramp-up, and natural effort. */
export const capacity = defineLaw({
  title: "ability and natural effort",
  summary:
    "A manager's work counts in proportion to ability, half at first in a new seat; unrewarded effort follows background (ex-salespeople sell more) and intrinsic motivation. A vacant seat is covered in part.",
  references: ["SD of output of 15 to 20 %: Schmidt & Hunter 1983", "ramp-up and cover: assumption"],
  assumptions: {
    ramp: {
      section: "team",
      unit: { dimension: "duration", max: 60 },
      value: "6 months",
      meaning: "time until a new KAM works at full effect, starting from half",
      source: "assumption",
    },
    cover: {
      section: "team",
      unit: { dimension: "share", max: 1 },
      value: "55 %",
      meaning: "effort of colleagues who cover a vacant seat, share of normal",
      source: "assumption",
    },
  },
  kernel(lanes, { ramp, cover }: WorldColumns<"ramp" | "cover">, _draws, _month, activities) {
    const { lanes: count, managers, world, lnAbility, exSales, tenure, vacancy, theta, motive, natural } = lanes;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const full = ramp[w];
      const covered = cover[w];
      for (let i = first; i < first + managers; i++) {
        const isVacant = vacancy[i] > 0;
        const ramped = tenure[i] >= full ? 1 : 0.5 + (0.5 * tenure[i]) / full;
        theta[i] = isVacant ? 1 : exp(lnAbility[i]) * ramped;
        const isFromSales = exSales[i] === 1;
        const keen = motive[i] - 1;
        for (let j = 0, at = i; j < activities.length; j++, at += count) {
          const { normal, appeal, exSales: leaning } = activities[j];
          const share = isVacant ? covered : (isFromSales ? leaning : 1) * (1 + appeal * keen);
          natural[at] = normal * share;
        }
      }
    }
  },
  formula({ lane, world, settings }) {
    const ramped = lane.tenure >= world.ramp ? 1 : (1 + lane.tenure / world.ramp) / 2;
    const isVacant = lane.vacancy > 0;
    return {
      lane: { theta: isVacant ? 1 : Math.exp(lane.lnAbility) * ramped },
      activities: settings.map(({ normal, appeal, exSales }) => ({
        natural: isVacant
          ? normal * world.cover
          : normal * (lane.exSales === 1 ? exSales : 1) * (1 + appeal * (lane.motive - 1)),
      })),
    };
  },
  examples: [
    {
      why: "three of six ramp-up months: three quarters of ability",
      lane: { tenure: 3, lnAbility: 0 },
      world: { ramp: 6 },
      gives: { lane: { theta: 0.75 } },
    },
    {
      why: "an ex-salesperson pushes half as much again and does a quarter less executive access",
      lane: { exSales: 1 },
      gives: { activity: { "selling push": { natural: 0.3 }, "executive access": { natural: 0.105 } } },
    },
    {
      why: "a vacant seat is covered at 55 %",
      lane: { vacancy: 2, lnAbility: 0.3 },
      world: { cover: 0.55 },
      gives: { lane: { theta: 1 }, activity: { "customer time": { natural: 0.132 } } },
    },
  ],
  laws: [
    {
      law: "ramp-up never makes anyone better than their ability",
      holds: (before, after) => before.lane.vacancy > 0 || after.lane.theta <= Math.exp(before.lane.lnAbility) + 1e-12,
    },
  ],
});
