import { designLabels } from "../../charts/definition/shown.js";
import type { Ranking } from "../../results/best/ranking.js";
import type { Headline, Lead } from "../../results/headline.js";
import type { Driver, Drivers } from "../../results/sensitivity/drivers.js";
import type { Sensitivity } from "../../results/sensitivity/sensitivity.js";

/**
 * The same answer with designs called by their titles, as in charts, instead of their names in the scenario file: for pages that people who
 * never saw the file read.
 */
export function titled(found: Headline): Headline {
  const rows = found.comparison.rows.filter((row, k, all) => all.findIndex((one) => one.design === row.design) === k);
  const labels = designLabels(rows);
  const called = new Map(rows.map(({ design }, k) => [design, labels[k]] as const));
  const name = (design: string): string => called.get(design) ?? design;
  const one = <Of extends { readonly design: string }>(of: Of): Of => ({ ...of, design: name(of.design) });
  const ranked = (of: Ranking): Ranking => ({ ...of, designs: of.designs.map(one) });
  const lead = (of: Lead | undefined): Lead | undefined => of && one(of);
  return {
    ...found,
    comparison: {
      ...found.comparison,
      baseline: name(found.comparison.baseline),
      rows: found.comparison.rows.map(one),
      rankings: found.comparison.rankings.map(ranked),
    },
    ranking: ranked(found.ranking),
    best: one(found.best),
    contenders: found.contenders.map(one),
    rivals: found.rivals.map(one),
    runnerUp: lead(found.runnerUp),
    baseline: lead(found.baseline),
    noReward: lead(found.noReward),
    flatTopUp: lead(found.flatTopUp),
    responses: found.responses.map((of) => ({ ...of, best: name(of.best) })),
    drivers: titledDrivers(found.drivers, name),
    unmet: found.unmet.map(one),
    plans: found.plans.map(one),
  };
}

function titledDrivers(found: Drivers, name: (design: string) => string): Drivers {
  const against = (of: Sensitivity | undefined): Sensitivity | undefined => of && { ...of, against: name(of.against) };
  const driver = (of: Driver): Driver => ({
    ...of,
    againstBaseline: against(of.againstBaseline),
    againstRunnerUp: against(of.againstRunnerUp),
    flips: of.flips.map((flip) => ({ ...flip, design: name(flip.design) })),
  });
  return { ...found, design: name(found.design), drivers: found.drivers.map(driver) };
}
