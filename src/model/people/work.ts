import { tabulatedPower } from "../../foundation/maths/power-table.js";
import { scaleOf } from "../activities/activity.js";
import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";
import { addedWork, leastActivity } from "./returns.js";

/** index. What a month's work does to relationship and adoption stays within this of nothing: far beyond what any team does. */
export const mostGain = 20;

const bounded = (gain: number): number => Math.max(-mostGain, Math.min(mostGain, gain));

/** Share of the gap between this month's activity and the running mean that is closed each month. */
const habit = 0.3;

/** From effort to effects: part of measured extra activity is for show; real activity lifts relationship, adoption and sales. */
export const work = defineLaw({
  title: "work and its effects",
  summary:
    "Effort becomes real activity in proportion to ability; of extra activity rewarded through its own reading a part is for show. Real activity lifts relationships, adoption and sales, with diminishing returns; over-selling harms relationships.",
  references: ["cerasoli-2014", "kishore-2013", "sizes: assumption"],
  assumptions: {
    hollow: {
      section: "assumptions",
      unit: { dimension: "share", max: 1 },
      value: "0 % to 80 %, most likely 40 %",
      meaning: "share of measured extra activity that is for show",
      source: "cerasoli-2014",
    },
    pressureHarm: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 10 },
      value: "0 to 0.4, most likely 0.15",
      meaning: "loss of relationship from over-selling (ζ)",
      source: "kishore-2013",
    },
  },
  kernel(
    lanes,
    {
      diminishing,
      powers,
      pressureHarm,
      effortCost,
      substitution,
      salary,
    }: WorldColumns<"diminishing" | "powers" | "hollow" | "pressureHarm" | "effortCost" | "substitution" | "salary">,
    _draws,
    _month,
    activities,
  ) {
    const { lanes: count, managers, world, theta, vacancy, natural, effort, real, usual, genuine } = lanes;
    const { relationshipGain, adoptionGain, push, effortCost: cost } = lanes;
    const number = activities.length;
    // Read here: a constant of the module is looked up and checked wherever it is used.
    const least = +leastActivity;
    const speed = +habit;
    const most = +mostGain;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const bend = diminishing[w];
      const isStraight = bend === 1;
      const perBend = 1 / bend;
      const harm = 0.5 * pressureHarm[w];
      const unit = 0.5 * effortCost[w] * (salary[w] / 12);
      const crowd = substitution[w];
      const last = first + managers;
      for (let i = first; i < last; i++) {
        const able = theta[i];
        const isVacant = vacancy[i] > 0;
        let change = 0;
        let squares = 0;
        let toRelationship = 0;
        let toAdoption = 0;
        let toPush = 0;
        for (let j = 0, at = i; j < number; j++, at += count) {
          const one = activities[j];
          const s = natural[at];
          if (isVacant) effort[at] = s;
          const extra = effort[at] - s;
          const done = able * (s + (extra > 0 ? genuine[at] * extra : extra));
          real[at] = done;
          change += extra;
          squares += (extra * extra) / one.room;
          const x = done / scaleOf(one);
          const raised = Math.max(x, least);
          const full = one.normal;
          const added =
            full === 0
              ? done
              : isStraight
                ? full * (raised - 1)
                : full * perBend * (tabulatedPower(powers, w, raised, bend) - 1);
          toRelationship += one.relationship * added;
          toAdoption += one.adoption * added;
          toPush += one.push * added;
          if (one.pressing && x > 1) toRelationship -= harm * (x - 1) * (x - 1);
          const mean = usual[at];
          usual[at] = mean + speed * (x - mean);
        }
        relationshipGain[i] = Math.max(-most, Math.min(most, toRelationship));
        adoptionGain[i] = Math.max(-most, Math.min(most, toAdoption));
        push[i] = toPush;
        cost[i] = unit * (squares + crowd * change * change);
      }
    }
  },
  formula({ lane, activities, world, settings }) {
    const chosen = activities.map((one) => (lane.vacancy > 0 ? one.natural : one.effort));
    const extra = activities.map((one, j) => chosen[j] - one.natural);
    const real = activities.map((one, j) =>
      extra[j] > 0 ? lane.theta * (one.natural + one.genuine * extra[j]) : lane.theta * chosen[j],
    );
    const added = settings.map((one, j) => addedWork(real[j], one.normal, world.diminishing));
    const sum = (of: (j: number) => number) => settings.reduce((total, _, j) => total + of(j), 0);
    const x = settings.map((one, j) => real[j] / scaleOf(one));
    const change = sum((j) => extra[j]);
    return {
      activities: settings.map((_, j) => ({
        effort: chosen[j],
        real: real[j],
        usual: 0.7 * activities[j].usual + 0.3 * x[j],
      })),
      lane: {
        relationshipGain: bounded(
          sum((j) => settings[j].relationship * added[j]) -
            sum((j) => (settings[j].pressing ? 0.5 * world.pressureHarm * Math.max(0, x[j] - 1) ** 2 : 0)),
        ),
        adoptionGain: bounded(sum((j) => settings[j].adoption * added[j])),
        push: sum((j) => settings[j].push * added[j]),
        effortCost:
          (world.effortCost *
            world.salary *
            (sum((j) => extra[j] ** 2 / settings[j].room) + world.substitution * change ** 2)) /
          24,
      },
    };
  },
  examples: [
    {
      why: "normal effort changes nothing and costs nothing",
      gives: { lane: { relationshipGain: 0, adoptionGain: 0, push: 0, effortCost: 0 } },
    },
    {
      why: "constant returns: .1 FTE more selling push gives .9 × .1 of a month's revenue and harms by ½·.2·(.5)²; cost .6·6000/2·(.01/.2 + 1.5·.01)",
      activity: { "selling push": { effort: 0.3 } },
      world: { diminishing: 1, pressureHarm: 0.2, effortCost: 0.6, substitution: 1.5, salary: 72_000 },
      gives: {
        lane: { push: 0.09, relationshipGain: -0.025, effortCost: 117 },
        activity: { "selling push": { real: 0.3, usual: 1.15 } },
      },
    },
    {
      why: "harm beyond all bounds counts as 20: .3 FTE more selling push at a harm of 10 000 would be ½·10 000·(1.5)²",
      activity: { "selling push": { effort: 0.5 } },
      world: { diminishing: 1, pressureHarm: 10_000 },
      gives: { lane: { relationshipGain: -20 } },
    },
    {
      why: "half of extra account planning for show: .04 more effort is .02 more work, worth .6 × .02",
      activity: { "account planning": { effort: 0.16, genuine: 0.5 } },
      world: { diminishing: 1 },
      gives: { lane: { relationshipGain: 0.012 }, activity: { "account planning": { real: 0.14 } } },
    },
  ],
  laws: [
    { law: "effort never costs less than nothing", holds: (_, after) => after.lane.effortCost >= 0 },
    {
      law: "show never counts: real activity is at most ability times effort",
      holds: (before, after) => after.activities.every((one) => one.real <= before.lane.theta * one.effort + 1e-9),
    },
  ],
});
