import { mean } from "../foundation/maths/distribution.js";
import { normalQuantile } from "../foundation/maths/special.js";
import { camelToWords, formatNumber, plural } from "../foundation/text/text.js";
import type { Scenario } from "../scenario/scenario.js";
import type { FittedSetting, Ranged, RefusedSetting } from "./data.js";
import { jeffreysShare, leavingOut, rateOf, varianceOf } from "./interval.js";
import { leastLuck, type Matched, type MomentCondition, moments, yearlyOverlap, yearlyVariance } from "./match.js";
import type { Panel } from "./panel.js";
import { assumptionFound, assumptionRefused, type SettingGrounds } from "./setting.js";
import { growthCounts, growthMean, growthOfYears, growthSpread, losses } from "./statistics.js";

/** A quantity as observed, with what its interval rests on; or why there is none. */
type Observed = (Ranged & SettingGrounds) | { readonly why: string };

const noAccounts = "there is no table of accounts";
const percent = (value: number): string => `${formatNumber(100 * value, { digits: 1 })} %`;
const simulatedTo = "then the setting with which simulated teams of this size come to the same";

/** Quantities that settings are matched to, by the setting's name. `marketLuck` is what the trend's interval allows for common movement. */
export function observedMoments(panel: Panel, marketLuck: number): ReadonlyMap<MomentCondition, Observed> {
  const of: Readonly<Record<string, () => Observed>> = {
    drift: () => trend(panel, marketLuck),
    accountLuck: () => spread(panel),
    churn: () => loss(panel),
    quits: () => departures(panel),
  };
  return new Map(moments.map((moment) => [moment, of[moment.name]()]));
}

function trend(panel: Panel, marketLuck: number): Observed {
  const { growths, years } = growthCounts(panel);
  const found = leavingOut(panel, growthMean);
  if (found === undefined) return { why: noGrowth(panel, growths) };
  // the sum of n yearly growths is the log of the last year over the first: n − ⅓ years of the market's walk
  const market = (marketLuck * marketLuck * (years - 1 / 3)) / (years * years);
  const reach = normalQuantile(0.95) * Math.sqrt(found.error * found.error + market);
  return {
    estimate: found.estimate,
    low: found.estimate - reach,
    high: found.estimate + reach,
    rests: `${plural(growths, "yearly change")} of accounts over ${plural(years, "year")}`,
    method: `mean ln growth of accounts held, a year, ${percent(found.estimate)}; its error: people left out in turn, and a market that moves by ${formatNumber(marketLuck, { digits: 3 })} a year; ${simulatedTo}`,
  };
}

const noGrowth = ({ accounts }: Panel, growths: number): string =>
  growths === 0
    ? accounts.length === 0
      ? noAccounts
      : "no account has revenue in two years that follow each other"
    : `${plural(growths, "yearly change")} of accounts, or accounts of fewer than 3 people, are too few`;

function spread(panel: Panel): Observed {
  const { growths, years } = growthCounts(panel);
  const found = leavingOut(panel, growthSpread, "logarithm");
  if (found === undefined) return { why: noGrowth(panel, growths) };
  return {
    ...found,
    rests: `${plural(growths, "yearly change")} of accounts over ${plural(years, "year")}`,
    method: `SD of ln growth between accounts within a year, ${formatNumber(found.estimate, { digits: 3 })}; interval by leaving people out in turn; ${simulatedTo}`,
  };
}

function loss(panel: Panel): Observed {
  const { lost, held } = losses(panel);
  if (held === 0) return { why: noAccounts };
  const found = jeffreysShare(lost, held);
  const counts = `${lost} of ${plural(held, "account-year")} lost`;
  if (lost === 0)
    return {
      why: `${counts}: that says at most ${percent(found.high)} a year (95 %), not how many; or the table names no losses`,
    };
  const method = `lost ÷ held = ${percent(found.estimate)} a year, interval of Jeffreys; ${simulatedTo}`;
  return { ...found, rests: counts, method };
}

function departures({ leavers, personYears }: Panel): Observed {
  if (personYears <= 0) return { why: "the tables name no years" };
  const found = rateOf(leavers, personYears);
  const counts = `${plural(leavers, "leaver")} in ${plural(Math.round(personYears), "person-year")}`;
  if (leavers === 0)
    return {
      why: `the roster gives nobody a last day within the years: nobody left (then at most ${percent(found.high)} a year, 95 %), or leavers are not on it; say how many left`,
    };
  const method = `leavers ÷ person-years = ${percent(found.estimate)} a year, exact Poisson interval; ${simulatedTo}`;
  return { ...found, rests: counts, method };
}

/** Settings from matched values: the interval of the quantity, moved to the setting. Luck too small to simulate is refused. */
export function fromMoments(
  scenario: Scenario,
  observed: ReadonlyMap<MomentCondition, Observed>,
  matched: Readonly<Record<string, Matched>>,
): (FittedSetting | RefusedSetting)[] {
  return [...observed].map(([{ name }, found]) => {
    if ("why" in found) return assumptionRefused(scenario, name, found.why);
    const { value, spread } = matched[name];
    if (name === "accountLuck" && value <= leastLuck)
      return assumptionRefused(
        scenario,
        name,
        "accounts grow more alike than the scenario's other luck alone would have them",
      );
    const { rests, method } = found;
    const factor = widening(name, found, spread);
    const more = `; the interval is ${formatNumber(factor, { digits: 1 })} times as wide, as simulated teams differ more`;
    const grounds = { rests, method: factor > 1 ? method + more : method };
    return assumptionFound(scenario, name, moved(name, widened(name, found, factor), value), grounds);
  });
}

/**
 * How many times wider an interval must be than luck within the tables makes it, so that it also holds what the scenario leaves open in
 * everything else: simulated teams with this setting differ among themselves by both.
 */
function widening(name: string, { estimate, low, high }: Ranged, spread: number): number {
  const own = (name === "drift" ? high - low : Math.log(high / low)) / (2 * normalQuantile(0.95));
  return Math.max(1, (name === "drift" ? spread : spread / estimate) / own);
}

function widened(name: string, found: Ranged, factor: number): Ranged {
  const { estimate } = found;
  const end = (at: number): number =>
    name === "drift" ? estimate + factor * (at - estimate) : estimate * Math.exp(factor * Math.log(at / estimate));
  return factor === 1 ? found : { estimate, low: end(found.low), high: end(found.high) };
}

/** An interval of a quantity as one of the setting that was matched to it: trends move by the same, variances by their part, rates in proportion. */
function moved(name: string, found: Ranged, estimate: number): Ranged {
  const end = (at: number): number => {
    if (name === "drift") return estimate + at - found.estimate;
    if (name !== "accountLuck") return (estimate * at) / found.estimate;
    const added = (at * at - found.estimate * found.estimate) / yearlyVariance;
    return Math.sqrt(Math.max(leastLuck * leastLuck, estimate * estimate + added));
  };
  return { estimate, low: end(found.low), high: end(found.high) };
}

/** years. Of growth: fewer cannot tell a market that moves from chance. */
const leastYears = 4;

/** The market's luck from the movement that all accounts share, where there are years enough. */
export function marketLuckOf(scenario: Scenario, panel: Panel): FittedSetting | RefusedSetting {
  const name = "marketLuck";
  if (panel.accounts.length === 0) return assumptionRefused(scenario, name, noAccounts);
  const found = growthOfYears(panel);
  if (found === undefined || found.years < leastYears)
    return assumptionRefused(
      scenario,
      name,
      `${plural(found?.years ?? growthCounts(panel).years, "year")} of growth cannot tell what all accounts share from trend; it takes ${leastYears + 1} years of revenue`,
    );
  // within a sample of years that overlap the variance comes out too small by twice the overlap over their number
  const factor = yearlyVariance * (1 - (2 * yearlyOverlap) / found.years);
  const own = (between: number): number => Math.sqrt(Math.max(0, (between - found.chance) / factor));
  const ends = varianceOf(found.between, found.years - 1);
  if (found.between <= found.chance)
    return assumptionRefused(
      scenario,
      name,
      `the means of ${plural(found.years, "year")} move no more than chance between accounts makes them; at most ${formatNumber(own(ends.high), { digits: 2 })} (95 %)`,
    );
  const range = { estimate: own(found.between), low: own(ends.low), high: own(ends.high) };
  return assumptionFound(scenario, name, range, {
    rests: `${plural(found.years, "year")} of growth`,
    method: `variance of yearly mean ln growth less chance between accounts, ÷ ${formatNumber(factor, { digits: 3 })}; interval of χ² with ${found.years - 1} degrees`,
  });
}

/** log-SD. What a setting is expected to be, where a scenario gives a range. */
export const expectedOf = (scenario: Scenario, name: string, usual: number): number => {
  const written = scenario.checked.assumptions[camelToWords(name)];
  return written === undefined ? usual : mean(written);
};
