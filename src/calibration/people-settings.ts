import type { PeopleData } from "../employee-data/data.js";
import { normalQuantile } from "../foundation/maths/special.js";
import { formatNumber, plural } from "../foundation/text/text.js";
import type { Scenario } from "../scenario/scenario.js";
import type { FittedSetting, RefusedSetting } from "./data.js";
import { leavingOut } from "./interval.js";
import { fixedAll, meanOverPanels, spreadOverPanels } from "./match.js";
import type { Panel, ScoredMeasure } from "./panel.js";
import { assumptionFound, assumptionRefused } from "./setting.js";
import { type Simulated, simulatePanels } from "./simulated.js";
import { answerChange, lasting, pairCount } from "./statistics.js";

/** log-SD. Simulated beside none, to see what differences in ability do. */
const someSpread = 0.4;

/** log-SD. With .6 one manager in six does nearly twice the work of the middle one: beyond that something else lasts. */
const mostSpread = 0.6;

/**
 * Spread of ability from what lasts of the differences between people: the covariance of attainment with that of the year before rises
 * with the square of the spread, so two simulations, without differences and with some, give the line.
 */
export function abilityOf(scenario: Scenario, panel: Panel, asked: Simulated): FittedSetting | RefusedSetting {
  const name = "abilitySpread";
  const count = pairCount(panel);
  const found = leavingOut(panel, lasting);
  if (found === undefined)
    return assumptionRefused(
      scenario,
      name,
      `${plural(count, "person")} with attainment in two years that follow each other; it takes at least 5, the scheme's measures complete`,
    );
  const teams = [0, someSpread].map((spread) =>
    simulatePanels({ ...asked, settings: { ...asked.settings, ...fixedAll({ [name]: spread }) } }),
  );
  const [none, some] = teams.map((panels) => meanOverPanels(panels, lasting));
  if (none === undefined || some === undefined || some <= none)
    return assumptionRefused(scenario, name, "in the simulation of this scheme ability leaves no trace in attainment");
  const slope = (some - none) / (someSpread * someSpread);
  // the luck of accounts lasts as well, and more in some simulated teams than in others
  const reach = Math.max((found.high - found.low) / 2, normalQuantile(0.95) * spreadOverPanels(teams[0], lasting));
  const squares = [-reach, 0, reach].map((more) => (found.estimate + more - none) / slope);
  if (squares[0] <= 0) return assumptionRefused(scenario, name, doubt(squares, count));
  const [low, estimate, high] = squares.map(Math.sqrt);
  if (estimate > mostSpread)
    return assumptionRefused(
      scenario,
      name,
      `it would take a spread of ${formatNumber(estimate, { digits: 2 })}, more than ability alone: targets or territories that stay unequal last as well`,
    );
  return assumptionFound(
    scenario,
    name,
    { estimate, low, high },
    {
      rests: `${count} pairs of years of one person`,
      method: `covariance of attainment with the year before, ${formatNumber(found.estimate, { digits: 4 })}, less ${formatNumber(none, { digits: 4 })} without differences in ability, ÷ ${formatNumber(slope, { digits: 3 })}, both simulated; the root of that`,
    },
  );
}

/** Why a spread cannot be told: lasting differences that luck in the accounts makes as well. */
function doubt([, , high]: readonly number[], count: number): string {
  const pairs = `${count} pairs of years`;
  return high <= 0
    ? `${pairs}: people's attainments last less from year to year than in the simulation without any differences in ability; look at what else lasts there`
    : `${pairs} fit any spread from 0 to ${formatNumber(Math.sqrt(high), { digits: 2 })}: luck in the accounts lasts as well, and cannot be told from ability here`;
}

/** How far survey answers are off, from changes of one account's answer that the simulated customers' satisfaction does not explain. */
export function surveyNoiseOf(scenario: Scenario, panel: Panel, asked: Simulated): FittedSetting | RefusedSetting {
  const name = "surveyNoise";
  const found = leavingOut(panel, answerChange, "logarithm");
  if (found === undefined)
    return assumptionRefused(
      scenario,
      name,
      "no account was asked in two years that follow each other, or too few were",
    );
  const teams = simulatePanels(asked);
  const real = meanOverPanels(teams, answerChange) ?? 0;
  // how restless simulated customers are is left open by other settings
  const reach = Math.max((found.high - found.low) / 2, normalQuantile(0.95) * spreadOverPanels(teams, answerChange));
  if (found.estimate - reach <= real)
    return assumptionRefused(
      scenario,
      name,
      "answers change little more than the simulated customers' satisfaction itself may",
    );
  const noise = (at: number): number => Math.sqrt((at - real) / 2);
  const range = {
    estimate: noise(found.estimate),
    low: noise(found.estimate - reach),
    high: noise(found.estimate + reach),
  };
  return assumptionFound(scenario, name, range, {
    rests: "answers of accounts asked in two years that follow each other",
    method: `√½(D − D₀): D the variance of one account's change from year to year, ${formatNumber(found.estimate, { digits: 4 })}, D₀ what simulated satisfaction itself changes by, ${formatNumber(real, { digits: 4 })}`,
  });
}

/** One target and the one after it: attainment in between, and the second ÷ the first. */
interface Step {
  readonly person: string;
  readonly target: number;
  readonly over: number;
  readonly ratio: number;
}

/** steps. A line through fewer says nothing. */
const leastSteps = 10;

/** Share of over-performance that the next target contains, from targets that follow each other: T′/T = (1 + g)(1 + ℓ·(attainment − 1)). */
export function rebaseOf(
  scenario: Scenario,
  { results }: PeopleData,
  scored: readonly ScoredMeasure[],
): FittedSetting | RefusedSetting {
  const name = "rebase";
  const steps = stepsOf(results, scored);
  const refusal = (why: string) => assumptionRefused(scenario, name, why);
  if (steps.length < leastSteps)
    return refusal(`${plural(steps.length, "target")} with one of the same person after it; it takes ${leastSteps}`);
  if (steps.every(({ target }) => target === 1)) return refusal("the tables hold attainment without targets");
  const panel: Panel = {
    ...{ years: [], accounts: [], surveys: [], leavers: 0, personYears: 0 },
    scores: steps.map(({ person, over, ratio }) => ({ person, year: ratio, attainment: over })),
  };
  const found = leavingOut(panel, ({ scores }) => learnt(scores.map((one) => [one.attainment, one.year])));
  if (found === undefined) return refusal("attainments do not vary, or fewer than 3 people have targets");
  if (found.low > 1 || found.high < 0)
    return refusal(
      `targets do not follow attainment in this way: the line gives ${formatNumber(found.estimate, { digits: 2 })}`,
    );
  return assumptionFound(scenario, name, found, {
    rests: `${plural(steps.length, "target")} with the one before it`,
    method:
      "slope ÷ intercept of next target ÷ target on attainment − 1 (least squares); interval by leaving people out in turn",
  });
}

/** Slope over intercept of a straight line; undefined where x does not vary or the line starts at or below zero. */
function learnt(points: readonly (readonly [number, number])[]): number | undefined {
  const n = points.length;
  const [mx, my] = [0, 1].map((k) => points.reduce((total, point) => total + point[k], 0) / n);
  const [sxx, sxy] = [0, 1].map((k) =>
    points.reduce((total, point) => total + (point[0] - mx) * (point[k] - [mx, my][k]), 0),
  );
  const slope = sxy / sxx;
  const start = my - slope * mx;
  return n > 2 && sxx > 1e-12 && start > 0 ? slope / start : undefined;
}

/** Targets of one person and measure whose periods follow each other at equal length. */
function stepsOf(results: PeopleData["results"], scored: readonly ScoredMeasure[]): Step[] {
  const main = [...scored].sort((a, b) => b.weight - a.weight)[0];
  const own = results
    .filter(({ measure, target }) => measure === main?.name && target !== undefined && target > 0)
    .sort((a, b) => (a.person === b.person ? order(a.from, b.from) : order(a.person, b.person)));
  return own.flatMap((one, k): Step[] => {
    const before = own[k - 1];
    if (before === undefined || before.person !== one.person || !isNext(before, one)) return [];
    const [first, second] = [before.target ?? 0, one.target ?? 0];
    return [{ person: one.person, target: second, over: before.result / first - 1, ratio: second / first }];
  });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Result = PeopleData["results"][number];
const month = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));

/** Whether a period follows at once and is as long, by months. */
const isNext = (before: Result, one: Result): boolean =>
  month(one.from) === month(before.to) + 1 && month(one.to) - month(one.from) === month(before.to) - month(before.from);
