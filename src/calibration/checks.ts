import { quantileSorted, sum, variance } from "../foundation/maths/summary.js";
import { formatNumber } from "../foundation/text/text.js";
import type { Unit } from "../foundation/values/quantity.js";
import type { Agreement, FitCheck, Ranged } from "./data.js";
import { leavingOut, rateOf, type Scale } from "./interval.js";
import type { Panel } from "./panel.js";
import * as statistics from "./statistics.js";

interface Checked {
  readonly name: string;
  readonly unit: Unit;
  readonly statistic: statistics.Statistic;
  /** Half the widest range of simulated teams that still says something; of rates and spreads, relative to their mean. */
  readonly most: number;
  readonly isRelative?: true;
  readonly scale?: Scale;
  /** Whether it is about scores. */
  readonly isScored?: true;
  readonly remark?: (observed: Ranged, fitted: Ranged) => string;
}

const share: Unit = { dimension: "share", min: Number.NEGATIVE_INFINITY };
const yearly: Unit = { dimension: "share/year", min: Number.NEGATIVE_INFINITY };
const plain: Unit = { dimension: "number" };
const scored = { unit: share, isScored: true } as const;

/** What a real team is compared in with simulated ones. */
const checked: readonly Checked[] = [
  { ...scored, name: "attainment, mean", statistic: statistics.attainmentMean, most: 0.15 },
  { ...scored, name: "attainment, lowest tenth below", statistic: statistics.attainmentQuantile(0.1), most: 0.15 },
  { ...scored, name: "attainment, median", statistic: statistics.attainmentQuantile(0.5), most: 0.15 },
  { ...scored, name: "attainment, highest tenth above", statistic: statistics.attainmentQuantile(0.9), most: 0.2 },
  {
    ...scored,
    name: "attainment, SD between people",
    statistic: statistics.attainmentSpread,
    most: 0.75,
    isRelative: true,
    scale: "logarithm",
  },
  { ...scored, name: "person-years at target or above", statistic: statistics.shareAtTarget, most: 0.35 },
  {
    name: "attainment, correlation with the year before",
    unit: plain,
    statistic: statistics.yearToYear,
    most: 0.35,
    isScored: true,
  },
  { ...scored, name: "pay for the score, share of target, mean", statistic: statistics.payoutMean, most: 0.4 },
  {
    ...scored,
    name: "pay for the score, share of target, SD",
    statistic: statistics.payoutSpread,
    most: 0.75,
    isRelative: true,
    scale: "logarithm",
  },
  { name: "growth of accounts held, mean ln", unit: yearly, statistic: statistics.growthMean, most: 0.15 },
  {
    name: "growth of accounts held, SD of ln",
    unit: plain,
    statistic: statistics.growthSpread,
    most: 0.75,
    isRelative: true,
    scale: "logarithm",
  },
  { name: "accounts lost", unit: yearly, statistic: statistics.lostShare, most: 1, isRelative: true },
  {
    name: "customer satisfaction, mean",
    unit: share,
    statistic: statistics.satisfactionMean,
    most: 0.05,
    remark: satisfactionRemark,
  },
  { name: "managers who leave", unit: yearly, statistic: statistics.leavingRate, most: 1, isRelative: true },
];

/** Why something is not there to compare; undefined where it is. */
interface Lacking {
  readonly scores: string | undefined;
  readonly leavers: string | undefined;
}

/** Every quantity as observed and as simulated teams have it. */
export const fitChecks = (panel: Panel, simulated: readonly Panel[], lacking: Lacking): FitCheck[] =>
  checked.map((one) => checkOf(one, panel, simulated, lackingIn(one, panel, lacking)));

const lackingIn = (
  { isScored, statistic }: Checked,
  { surveys }: Panel,
  { scores, leavers }: Lacking,
): string | undefined => {
  if (isScored) return scores;
  if (statistic === statistics.leavingRate) return leavers;
  const isUnasked = statistic === statistics.satisfactionMean && surveys.length === 0;
  return isUnasked ? "the accounts have no column of satisfaction, or nothing in it" : undefined;
};

/**
 * The level of satisfaction is not fitted, as no setting of the model moves it alone; where the two are apart by more than leaving people
 * out explains, gates in the simulation meet other customers than the tables hold.
 */
function satisfactionRemark(observed: Ranged, fitted: Ranged): string {
  const open =
    "the model has no setting for its level, so that none was fitted: accounts start at 100 %, normal, and follow the work done for them";
  if (fitted.estimate >= observed.low && fitted.estimate <= observed.high) return open;
  const gap = formatNumber(100 * Math.abs(fitted.estimate - observed.estimate), { digits: 1 });
  const [side, ease] = fitted.estimate < observed.estimate ? ["below", "harder"] : ["above", "easier"];
  return `${open}. Simulated teams lie ${gap} percentage points ${side} the tables, so that a gate on it is ${ease} to pass in the simulation than it was`;
}

function checkOf(one: Checked, panel: Panel, simulated: readonly Panel[], lacking: string | undefined): FitCheck {
  const { name, unit, statistic } = one;
  const value = lacking === undefined ? statistic(panel) : undefined;
  const values = simulated.flatMap((each) => statistic(each) ?? []);
  const fitted = values.length < leastWorlds ? undefined : spreadOf(values);
  const observed = value === undefined ? undefined : rangeOf(one, panel, value);
  const remark = observed && fitted && one.remark?.(observed, fitted);
  return { name, unit, observed, fitted, ...judged(one, observed, fitted, lacking), ...(remark && { remark }) };
}

/** Leavers are not known by who managed what, so that leaving people out says nothing: their count is taken as Poisson's. */
function rangeOf({ statistic, scale }: Checked, panel: Panel, value: number): Ranged {
  if (statistic === statistics.leavingRate) return rateOf(panel.leavers, panel.personYears);
  return leavingOut(panel, statistic, scale) ?? { estimate: value, low: value, high: value };
}

/** teams. Fewer have no 95 % range. */
const leastWorlds = 20;

/** Mean of simulated teams with its Monte Carlo error, and the range the middle 95 % of them lie in. */
function spreadOf(values: readonly number[]): Ranged & { readonly error: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    estimate: sum(values) / values.length,
    low: quantileSorted(sorted, 0.025),
    high: quantileSorted(sorted, 0.975),
    error: Math.sqrt(variance(values) / values.length),
  };
}

function judged(
  { most, isRelative }: Checked,
  observed: Ranged | undefined,
  fitted: Ranged | undefined,
  lacking: string | undefined,
): { readonly agreement: Agreement; readonly why: string } {
  if (observed === undefined) return { agreement: "cannot tell", why: lacking ?? "the tables do not hold it" };
  if (fitted === undefined) return { agreement: "cannot tell", why: "the simulated teams have no such number" };
  if (observed.estimate < fitted.low || observed.estimate > fitted.high)
    return { agreement: "differs", why: "outside the range of 95 % of simulated teams" };
  const half = (fitted.high - fitted.low) / 2;
  const isWide = half > most * (isRelative ? Math.abs(fitted.estimate) : 1);
  return isWide
    ? { agreement: "cannot tell", why: "simulated teams of this size differ too much among themselves" }
    : { agreement: "agrees", why: "within the range of 95 % of simulated teams" };
}
