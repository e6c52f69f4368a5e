import type { AccountYear } from "../employee-data/data.js";
import { correlation, sum, variance } from "../foundation/maths/summary.js";
import { groupBy } from "../foundation/values/groups.js";
import type { Panel, ScoreYear } from "./panel.js";

/** A quantity of a panel; undefined where the panel has too little to say. */
export type Statistic = (panel: Panel) => number | undefined;

/** log. Growth of one account from a year to the next, under one manager's name. */
interface Growth {
  readonly year: number;
  readonly growth: number;
}

const mean = (values: readonly number[]): number => sum(values) / values.length;

/** By account and year; the last row of a name counts. */
function byAccount({ accounts }: Panel): ReadonlyMap<string, ReadonlyMap<number, AccountYear>> {
  const found = new Map<string, Map<number, AccountYear>>();
  for (const row of accounts) {
    const rows = found.get(row.account) ?? new Map<number, AccountYear>();
    found.set(row.account, rows.set(row.year, row));
  }
  return found;
}

/** The year an account came, where that is after the first year of the tables: its revenue of that year is not a whole year's. */
function arrival(rows: ReadonlyMap<number, AccountYear>, first: number | undefined): number | undefined {
  const own = Math.min(...rows.keys());
  return own === first ? undefined : own;
}

/** Growth of accounts held through both years: neither lost nor new in either, revenue above zero. */
function growths(panel: Panel): Growth[] {
  const first = firstYear(panel);
  return [...byAccount(panel).values()].flatMap((rows) => {
    const came = arrival(rows, first);
    return [...rows.values()].flatMap((row): Growth[] => {
      const before = rows.get(row.year - 1);
      const isWhole = before !== undefined && !before.isLost && !row.isLost && before.year !== came;
      if (!isWhole || row.revenue <= 0 || before.revenue <= 0) return [];
      return [{ year: row.year, growth: Math.log(row.revenue / before.revenue) }];
    });
  });
}

const firstYear = ({ accounts }: Panel): number | undefined =>
  accounts.reduce<number | undefined>(
    (least, { year }) => (least === undefined || year < least ? year : least),
    undefined,
  );

/** Values in groups, less the mean of their group, where it has at least two; and how many groups were. */
function withinYears(values: readonly { readonly year: number; readonly value: number }[]): {
  readonly apart: number[];
  readonly groups: number;
  readonly means: number[];
} {
  const years = groupBy(
    values,
    ({ year }) => year,
    ({ value }) => value,
  );
  const groups = [...years.values()].filter((one) => one.length > 1);
  const means = groups.map(mean);
  return { apart: groups.flatMap((one, k) => one.map((value) => value - means[k])), groups: groups.length, means };
}

/** SD within years, with the degrees of freedom the years' means cost. */
function sdWithin(values: readonly { readonly year: number; readonly value: number }[]): number | undefined {
  const { apart, groups } = withinYears(values);
  const degrees = apart.length - groups;
  if (degrees < 2) return undefined;
  return Math.sqrt(sum(apart.map((one) => one * one)) / degrees);
}

const asValues = (all: readonly Growth[]) => all.map(({ year, growth }) => ({ year, value: growth }));

/** log/year. Mean growth of accounts held, each year counting alike. */
export const growthMean: Statistic = (panel) => {
  const { means } = withinYears(asValues(growths(panel)));
  return means.length === 0 ? undefined : mean(means);
};

/** log. SD of the growth of accounts within a year. */
export const growthSpread: Statistic = (panel) => sdWithin(asValues(growths(panel)));

/** accounts. Growths observed, and the years they lie in. */
export function growthCounts(panel: Panel): { readonly growths: number; readonly years: number } {
  const all = growths(panel);
  return { growths: all.length, years: new Set(all.map(({ year }) => year)).size };
}

/** log². Variance between the yearly means of growth, and the part of it that chance between accounts makes. */
export function growthOfYears(
  panel: Panel,
): { readonly between: number; readonly chance: number; readonly years: number } | undefined {
  const all = growths(panel);
  const { means } = withinYears(asValues(all));
  const spread = growthSpread(panel);
  if (means.length < 2 || spread === undefined) return undefined;
  return { between: variance(means), chance: (spread * spread * means.length) / all.length, years: means.length };
}

/** Account-years at risk, held from the year's start, and those lost. */
export function losses(panel: Panel): { readonly lost: number; readonly held: number } {
  const first = firstYear(panel);
  let [lost, held] = [0, 0];
  for (const rows of byAccount(panel).values()) {
    const came = arrival(rows, first);
    for (const row of rows.values()) {
      if (row.year === came) continue;
      held += 1;
      if (row.isLost) lost += 1;
    }
  }
  return { lost, held };
}

/** share/year. Accounts lost. */
export const lostShare: Statistic = (panel) => {
  const { lost, held } = losses(panel);
  return held === 0 ? undefined : lost / held;
};

/** per person-year. People who leave. */
export const leavingRate: Statistic = ({ leavers, personYears }) =>
  personYears > 0 ? leavers / personYears : undefined;

const scoreValues = (scores: readonly ScoreYear[]) =>
  scores.map(({ year, attainment }) => ({ year, value: attainment }));

/** score. Mean attainment. */
export const attainmentMean: Statistic = ({ scores }) =>
  scores.length === 0 ? undefined : mean(scores.map(({ attainment }) => attainment));

/** score. SD of attainment between people within a year. */
export const attainmentSpread: Statistic = ({ scores }) => sdWithin(scoreValues(scores));

/** score. Quantile of attainment over all people and years. */
export const attainmentQuantile =
  (p: number): Statistic =>
  ({ scores }) => {
    if (scores.length < 1 / Math.min(p, 1 - p)) return undefined;
    const sorted = scores.map(({ attainment }) => attainment).sort((a, b) => a - b);
    const at = (sorted.length - 1) * p;
    const below = Math.floor(at);
    return sorted[below] + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
  };

/** share. Person-years at target or above. */
export const shareAtTarget: Statistic = ({ scores }) =>
  scores.length === 0 ? undefined : scores.filter(({ attainment }) => attainment >= 1).length / scores.length;

/** Attainments of one person in two years that follow each other, each less the mean of all in that year. */
function pairs({ scores }: Panel): readonly (readonly [number, number])[] {
  const years = groupBy(
    scores,
    ({ year }) => year,
    ({ attainment }) => attainment,
  );
  const means = new Map([...years].map(([year, values]) => [year, mean(values)]));
  const own = new Map(scores.map((one) => [`${one.year} ${one.person}`, one.attainment - (means.get(one.year) ?? 0)]));
  return scores.flatMap(({ person, year }) => {
    const [before, after] = [own.get(`${year - 1} ${person}`), own.get(`${year} ${person}`)];
    return before === undefined || after === undefined ? [] : [[before, after] as const];
  });
}

/** pairs. Person-years that have one of the same person before them. */
export const pairCount = (panel: Panel): number => pairs(panel).length;

/** Correlation of a person's attainment with that of the year before, differences between years taken out. */
export const yearToYear: Statistic = (panel) => {
  const found = pairs(panel);
  if (found.length < 4) return undefined;
  return correlation(
    found.map(([before]) => before),
    found.map(([, after]) => after),
  );
};

/** score². Covariance of a person's attainment with that of the year before: what of the differences between people lasts. */
export const lasting: Statistic = (panel) => {
  const found = pairs(panel);
  if (found.length < 4) return undefined;
  return sum(found.map(([before, after]) => before * after)) / found.length;
};

const payouts = ({ scores }: Panel) =>
  scores.flatMap(({ year, payout }) => (payout === undefined ? [] : [{ year, value: payout }]));

/** share of incentive at target. Mean of what is paid for a year. */
export const payoutMean: Statistic = (panel) => {
  const all = payouts(panel);
  return all.length === 0 ? undefined : mean(all.map(({ value }) => value));
};

/** share of incentive at target. SD between people within a year of what is paid. */
export const payoutSpread: Statistic = (panel) => sdWithin(payouts(panel));

/** index². Variance of what the answer of one account changes by from a year to the next, changes of all accounts in a year taken out. */
export const answerChange: Statistic = (panel) => {
  const changes = [...byAccount(panel).values()].flatMap((rows) =>
    [...rows.values()].flatMap(({ year, satisfaction, isLost }) => {
      const before = rows.get(year - 1);
      const isKnown = satisfaction !== undefined && before?.satisfaction !== undefined && !isLost && !before.isLost;
      return isKnown ? [{ year, value: satisfaction - (before.satisfaction ?? 0) }] : [];
    }),
  );
  const spread = sdWithin(changes);
  return spread === undefined ? undefined : spread * spread;
};

/** index. Mean satisfaction of accounts held, each answer counting alike. */
export const satisfactionMean: Statistic = ({ surveys }) => {
  const answers = sum(surveys.map((one) => one.answers));
  return answers === 0 ? undefined : sum(surveys.map((one) => one.answers * one.satisfaction)) / answers;
};

/** log. SD of revenue between the accounts of the last year that were held through it. */
export const revenueSpread: Statistic = (panel) => {
  const logs = heldLast(panel).map(({ revenue }) => Math.log(revenue));
  return logs.length < 3 ? undefined : Math.sqrt(variance(logs));
};

/** log. The same of the first year: how the years observed began. Accounts that came during it cannot be told and are in it. */
export const firstSpread: Statistic = (panel) => {
  const first = firstYear(panel);
  const rows = panel.accounts.filter(({ year, isLost, revenue }) => year === first && !isLost && revenue > 0);
  return rows.length < 3 ? undefined : Math.sqrt(variance(rows.map(({ revenue }) => Math.log(revenue))));
};

/** Accounts of the last year, without those lost in it or new in it. */
export function heldLast(panel: Panel): AccountYear[] {
  const first = firstYear(panel);
  const last = panel.accounts.reduce((most, { year }) => Math.max(most, year), Number.NEGATIVE_INFINITY);
  return [...byAccount(panel).values()].flatMap((rows) => {
    const row = rows.get(last);
    return row === undefined || row.isLost || row.revenue <= 0 || arrival(rows, first) === last ? [] : [row];
  });
}
