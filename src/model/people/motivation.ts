import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** Share of the gap to its goal that motivation closes in a month. */
const pace = 0.1;

/** index. Motivation stays between none and this. */
const mostMotive = 5;

/** Intrinsic motivation: contingent cash crowds it out, fresh recognition lifts it; novelty comes back slowly. */
export const motivation = defineLaw({
  title: "intrinsic motivation",
  summary:
    "Motivation drifts to a goal: lower where cash is contingent on measures (more so on judged inputs), higher under fresh recognition. Freshness lost at an award returns slowly.",
  references: ["deci-1999", "contested by kim-gerhart-fang-2022"],
  assumptions: {
    crowding: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 1 },
      value: "0 to 0.15, most likely 0.06",
      meaning: "fall of motivation when a quarter of salary is contingent on performance",
      source: "deci-1999",
    },
    support: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 1 },
      value: "0 to 0.12, most likely 0.05",
      meaning: "rise of motivation from fresh recognition",
      source: "deci-1999",
    },
    freshnessBack: {
      section: "assumptions",
      unit: { dimension: "share/month", max: 1 },
      value: "3 %/month",
      meaning: "share of lost freshness regained each month",
      source: "assumption",
    },
  },
  kernel(
    lanes,
    {
      crowding,
      support,
      freshnessBack,
      crowdingPay,
      awardShare,
      responds,
    }: WorldColumns<"crowding" | "support" | "freshnessBack" | "crowdingPay" | "awardShare" | "responds">,
  ) {
    const { lanes: count, managers, world, motive, freshness } = lanes;
    // Read here: a constant of the module is looked up and checked wherever it is used.
    const most = +mostMotive;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const back = freshnessBack[w];
      const base = 1 - (crowding[w] * crowdingPay[w]) / 0.25;
      const lift = support[w] * awardShare[w];
      const speed = responds[w] * pace;
      for (let i = first; i < first + managers; i++) {
        const fresh = freshness[i] + back * (1 - freshness[i]);
        const m = motive[i];
        freshness[i] = fresh;
        motive[i] = Math.max(0, Math.min(most, m + speed * (base + lift * fresh - m)));
      }
    }
  },
  formula({ lane, world }) {
    const freshness = lane.freshness + world.freshnessBack * (1 - lane.freshness);
    const goal = 1 - world.crowding * (world.crowdingPay / 0.25) + world.support * world.awardShare * freshness;
    const motive = world.responds === 0 ? lane.motive : 0.9 * lane.motive + 0.1 * goal;
    return { lane: { freshness, motive: Math.max(0, Math.min(5, motive)) } };
  },
  examples: [
    {
      why: "a quarter of salary contingent lowers the goal to .94; a tenth of the gap closes",
      world: { crowding: 0.06, crowdingPay: 0.25, support: 0, responds: 1 },
      gives: { lane: { motive: 0.994 } },
    },
    {
      why: "pay of many salaries drives motivation out; it does not turn against the work",
      lane: { motive: 0.2 },
      world: { crowding: 0.06, crowdingPay: 100, support: 0, responds: 1 },
      gives: { lane: { motive: 0 } },
    },
    {
      why: "freshness of one half regains 3 % of the missing half",
      lane: { freshness: 0.5 },
      world: { freshnessBack: 0.03 },
      gives: { lane: { freshness: 0.515 } },
    },
    {
      why: "under the response `none` motivation is frozen",
      lane: { motive: 1 },
      world: { crowding: 0.1, crowdingPay: 0.25, responds: 0 },
      gives: { lane: { motive: 1 } },
    },
  ],
  laws: [{ law: "freshness never passes 1", holds: (_, after) => after.lane.freshness <= 1 + 1e-12 }],
});
