import { lucksOf } from "../../../results/basis/between-worlds.js";
import { bootstrap } from "../../../results/basis/clustered.js";
import { wholeYears } from "../../../results/people/earnings.js";
import { topShare } from "../../../results/statistics/top-share.js";
import type { HealthCheck } from "../check.js";
import { mainCard } from "../score.js";

export const concentration: HealthCheck = {
  name: "concentration",
  quantity: "variable pay that goes to the best-paid tenth",
  rule: "The best-paid tenth of manager-years takes at most 25 % of variable pay; equal pay would be 10 %.",
  sources: ["house rule"],
  needs: "observations",
  unit: { dimension: "share" },
  limits: { low: 0, high: 0.25 },
  read(subject) {
    if (mainCard(subject) === undefined) return "does not apply";
    if (subject.seen === undefined || wholeYears(subject.seen.design.years).length < 2) return "needs observations";
    const { observations, design } = subject.seen;
    const { years } = design;
    const yearly = (at: number): number => (12 * years.variable[at]) / years.length[at];
    const rows = [...wholeYears(years)].sort((a, b) => yearly(b) - yearly(a) || a - b);
    const sorted = Float64Array.from(rows, yearly);
    const world = Int32Array.from(rows, (at) => years.world[at]);
    const of = (weights: ArrayLike<number>): number => topShare(sorted, world, weights);
    const [interval] = bootstrap(
      observations.worlds,
      observations.run.seed,
      (weights) => [of(weights)],
      lucksOf(observations.run),
    );
    const value = of(new Float64Array(observations.worlds).fill(1));
    return { value, ...interval, error: "Monte Carlo", place: `${rows.length} whole manager-years` };
  },
};
