import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/**
 * Best response to marginal rewards: the effort that maximises reward minus cost, within what a month allows.
 * Closed form on the active set (Sherman–Morrison); activities at their lower bound are dropped and the rest solved again.
 */
export const effortChoice = defineLaw({
  title: "choice of effort",
  summary:
    "The manager adds effort to an activity as long as the marginal reward exceeds the marginal cost; activities displace each other, a month is finite.",
  references: [
    "augenblick-rabin-2019 (cost of effort close to quadratic)",
    "Holmström & Milgrom 1991 (substitution between tasks)",
    "size of effortCost set so that the effort effects of validation hold",
  ],
  assumptions: {
    effortCost: {
      section: "assumptions",
      unit: { dimension: "number", min: 0.0001, max: 1e6 },
      value: "0.3 to 1.2, most likely 0.6",
      meaning: "curvature of effort cost, months of salary per FTE² (κ)",
      source: "assumption",
    },
    substitution: {
      section: "assumptions",
      unit: { dimension: "number", min: -1, max: 1000 },
      value: "0.5 to 4, most likely 1.5",
      meaning: "how strongly one activity displaces others (χ)",
      source: "assumption",
    },
    hours: {
      section: "team",
      unit: { dimension: "number", min: 0.1, max: 1000 },
      value: 1.3,
      meaning: "most effort a month can hold, FTE",
      source: "assumption",
    },
    leastEffort: {
      section: "team",
      unit: { dimension: "number", min: -1000, max: 1 },
      value: 0,
      meaning: "least effort on an activity, FTE",
      source: "assumption",
    },
  },
  kernel(
    lanes,
    {
      effortCost,
      substitution,
      hours,
      leastEffort,
      salary,
    }: WorldColumns<"effortCost" | "substitution" | "hours" | "leastEffort" | "salary">,
    _draws,
    _month,
    activities,
  ) {
    const { lanes: count, managers, world, gain, natural, effort } = lanes;
    const number = activities.length;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const unit = effortCost[w] * (salary[w] / 12);
      const low = leastEffort[w];
      const most = hours[w];
      const chi = substitution[w];
      const last = first + managers;
      for (let i = first; i < last; i++) {
        let dropped = 0; // bit mask of activities at their lower bound
        for (let pass = 0; pass <= number; pass++) {
          let pull = 0;
          let space = 0;
          let held = 0;
          for (let j = 0, at = i; j < number; j++, at += count) {
            const { room } = activities[j];
            if (dropped & (1 << j)) held += low - natural[at];
            else {
              pull += (room * gain[at]) / unit;
              space += room;
            }
          }
          let load = (chi * (pull + held)) / (1 + chi * space);
          let total = 0;
          let fell = 0;
          for (let j = 0, at = i; j < number; j++, at += count) {
            const isHeld = dropped & (1 << j);
            const chosen = isHeld ? low : natural[at] + activities[j].room * (gain[at] / unit - load);
            effort[at] = chosen;
            total += chosen;
            if (chosen < low) fell |= 1 << j;
          }
          if (total > most && space > 0) {
            load += (total - most) / space;
            fell = 0;
            for (let j = 0, at = i; j < number; j++, at += count) {
              if (dropped & (1 << j)) continue;
              const chosen = natural[at] + activities[j].room * (gain[at] / unit - load);
              effort[at] = chosen;
              if (chosen < low) fell |= 1 << j;
            }
          }
          if (fell === 0) break;
          dropped |= fell;
        }
      }
    }
  },
  formula({ activities, world, settings }) {
    const unit = (world.effortCost * world.salary) / 12;
    const solve = (dropped: ReadonlySet<number>): readonly { effort: number }[] => {
      const free = settings.map((_, j) => j).filter((j) => !dropped.has(j));
      const sum = (of: (j: number) => number) => free.reduce((total, j) => total + of(j), 0);
      const held = [...dropped].reduce((total, j) => total + world.leastEffort - activities[j].natural, 0);
      const chi = world.substitution;
      const load =
        (chi * (sum((j) => (settings[j].room * activities[j].gain) / unit) + held)) /
        (1 + chi * sum((j) => settings[j].room));
      const at = (burden: number) =>
        settings.map((one, j) => ({
          effort: dropped.has(j)
            ? world.leastEffort
            : activities[j].natural + one.room * (activities[j].gain / unit - burden),
        }));
      const total = at(load).reduce((all, one) => all + one.effort, 0);
      const final =
        total > world.hours && free.length > 0
          ? at(load + (total - world.hours) / sum((j) => settings[j].room))
          : at(load);
      const below = final.flatMap((one, j) => (!dropped.has(j) && one.effort < world.leastEffort ? [j] : []));
      return below.length === 0 ? final : solve(new Set([...dropped, ...below]));
    };
    return { activities: solve(new Set()) };
  },
  examples: [
    {
      why: "no marginal reward, no change",
      gives: { activity: { "selling push": { effort: 0.2 }, "customer time": { effort: 0.24 } } },
    },
    {
      why: "without substitution effort moves by n·g/κ̂: .2·900/3600",
      activity: { "selling push": { gain: 900 } },
      world: { effortCost: 0.6, salary: 72_000, substitution: 0 },
      gives: { activity: { "selling push": { effort: 0.25 }, "customer time": { effort: 0.24 } } },
    },
    {
      why: "with χ = 1 and normal shares summing to 1 the rest gives way: ℒ = .05/2, selling .2(1.25 − .025)",
      activity: { "selling push": { gain: 900 } },
      world: { effortCost: 0.6, salary: 72_000, substitution: 1 },
      gives: { activity: { "selling push": { effort: 0.245 }, "customer time": { effort: 0.234 } } },
    },
  ],
  laws: [
    {
      law: "effort stays within the month unless the bound on each activity forbids it",
      holds: (before, after) => {
        const total = after.activities.reduce((sum, one) => sum + one.effort, 0);
        const allLow = before.world.leastEffort * after.activities.length;
        return total <= Math.max(before.world.hours, allLow) + 1e-9 || before.world.leastEffort > 0;
      },
    },
    {
      law: "no activity falls below the least effort",
      holds: (before, after) => after.activities.every((one) => one.effort >= before.world.leastEffort - 1e-9),
    },
  ],
});
