import type { PeopleData } from "../employee-data/data.js";
import { type Distribution, fixed } from "../foundation/maths/distribution.js";
import { refuse } from "../foundation/text/problem.js";
import { formatNumber, joinWords, plural } from "../foundation/text/text.js";
import type { FiscalYear } from "../foundation/values/fiscal-year.js";
import { parseRange } from "../foundation/values/quantity.js";
import { assumptions } from "../model/assumptions.js";
import { fiscalYearOf } from "../payout/terms.js";
import { planAbout } from "../results/basis/about.js";
import type { Scenario } from "../scenario/scenario.js";
import { fitChecks } from "./checks.js";
import { fromAccounts, fromRoster, mostManagers } from "./counted.js";
import type { Fit, FittedSetting, RefusedSetting } from "./data.js";
import { expectedOf, fromMoments, marketLuckOf, observedMoments } from "./luck.js";
import { fixedAll, type Matched, type MomentCondition, match } from "./match.js";
import { type Panel, panelOf } from "./panel.js";
import { abilityOf, rebaseOf, surveyNoiseOf } from "./people-settings.js";
import { type Scheme, schemeOf } from "./scheme.js";
import { assumptionRefused, settingPath, settingRefused } from "./setting.js";
import { type Simulated, simulatePanels } from "./simulated.js";
import { firstSpread } from "./statistics.js";

export interface FitOptions {
  /** The design that stands for the scheme of the years observed; the baseline unless given. */
  readonly today?: string | undefined;
  /** What measures are called in the tables: `{ "account revenue": "Umsatz" }`; the scenario's payout terms unless given. */
  readonly measures?: Readonly<Record<string, string>> | undefined;
  /** How many managers left in the years observed, where the roster does not say. */
  readonly leavers?: number | undefined;
  /** Names of the files, for the source that is written: `{ roster: "roster.csv" }`. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  /** When the firm's year starts; the scenario's unless given. */
  readonly fiscalYear?: FiscalYear | undefined;
  /** Pairs of simulated teams for each step; as many as a few thousand manager-worlds need unless given. */
  readonly pairs?: number | undefined;
}

/** Settings without which a scenario is not a picture of this firm. */
const essentials = ["salary", "accountRevenue", "drift", "accountLuck", "churn", "quits"];

/** managers × worlds. Simulated in each step, worlds with opposite luck not counted. */
const usualLanes = 600;
/** pairs of teams. Fewer have no ends of a 95 % range. */
const leastPairs = 50;
/** Most years simulated: the first of longer records say little about today's scheme. */
const mostYears = 10;

/**
 * Estimates a scenario's settings from a firm's people, accounts and results, each with its interval; refuses those the data cannot tell,
 * with the reason; and holds the fitted scenario against what was observed. Changes nothing: `applyFit` writes the scenario. The same data
 * give the same numbers to the bit. Throws a Problem for unknown designs and measures, and for data without people.
 */
export function fit(scenario: Scenario, data: PeopleData, options: FitOptions = {}): Fit {
  const { leavers } = options;
  if (data.people.length === 0) refuse("people", "there are none", "give a roster");
  if (leavers !== undefined && !(Number.isInteger(leavers) && leavers >= 0))
    refuse("leavers", `${leavers} is not a number of people`, "give a whole number such as 6");
  const scheme = schemeOf(scenario, data, { design: options.today, measures: options.measures });
  const read = panelOf(data, scheme.scored, options.fiscalYear ?? fiscalYearOf(scenario));
  const panel = leavers === undefined ? read : { ...read, leavers };
  if (panel.years.length === 0) refuse("accounts and history", "neither is given", "give at least one, with its years");
  return fitPanel(scenario, data, panel, scheme, options);
}

function fitPanel(scenario: Scenario, data: PeopleData, panel: Panel, scheme: Scheme, options: FitOptions): Fit {
  const { answers, asked } = answersOf(scenario, data, panel, scheme, options);
  const settings = answers.filter(isFound);
  const refused = answers.filter((one): one is RefusedSetting => !isFound(one));
  const simulated = simulatePanels({
    ...asked,
    settings: { ...drawnOf(scenario, settings), ...start(panel) },
    pairs: Math.max(leastPairs, 2 * asked.pairs),
  });
  const leavers = refused.find(({ place }) => place.join() === settingPath("quits").join())?.why;
  return {
    ...{ about: planAbout(scenario), design: scheme.design, measures: scheme.scored },
    years: [panel.years[0], panel.years[panel.years.length - 1]],
    ...{ settings, refused },
    checks: fitChecks(panel, simulated, { scores: scoresWhy(scheme, panel), leavers }),
    untouched: untouchedBy(answers),
    ...statusOf(scenario, settings),
    source: { id: sourceId, title: sourceTitle(data, panel, options) },
    worlds: simulated.length,
    leftOut: data.reading?.leftOut ?? [],
    notUsed: data.reading?.notUsed ?? [],
  };
}

type Answer = FittedSetting | RefusedSetting;

const isFound = (one: Answer): one is FittedSetting => "text" in one;

/** Every setting in question, found or refused, and the simulations the found ones were matched in. */
function answersOf(
  scenario: Scenario,
  data: PeopleData,
  panel: Panel,
  scheme: Scheme,
  options: FitOptions,
): { readonly answers: readonly Answer[]; readonly asked: Simulated } {
  const market = marketLuckOf(scenario, panel);
  const allowed = "text" in market ? market.estimate : expectedOf(scenario, "marketLuck", usualMarketLuck);
  const direct: Answer[] = [
    ...fromRoster(scenario, data, panel, options.fiscalYear ?? fiscalYearOf(scenario)),
    ...fromAccounts(scenario, panel),
    rebaseOf(scenario, data, scheme.scored),
  ];
  const counted = direct.filter(isFound);
  const asked = askedOf(scenario, panel, scheme, counted, data.people.length, options);
  const observed = observedMoments(panel, allowed);
  const wanted = new Map<MomentCondition, number>();
  for (const [moment, found] of observed) if ("estimate" in found) wanted.set(moment, found.estimate);
  const matched = match(asked, wanted);
  const settled = { ...asked, settings: { ...asked.settings, ...fixedAll(valuesOf(matched)) } };
  const ability =
    scheme.why === undefined
      ? abilityOf(scenario, panel, settled)
      : assumptionRefused(scenario, "abilitySpread", scheme.why);
  const answers = [
    ...direct,
    ...fromMoments(scenario, observed, matched),
    ...[market, ability, surveyNoiseOf(scenario, panel, settled)],
    ...neverTold(scenario),
  ];
  return { answers, asked };
}

const valuesOf = (matched: Readonly<Record<string, Matched>>): Record<string, number> =>
  Object.fromEntries(Object.entries(matched).map(([name, { value }]) => [name, value]));

/** log-SD. Where neither tables nor scenario say. */
const usualMarketLuck = 0.06;

const scoresWhy = ({ why }: Scheme, { scores }: Panel): string | undefined =>
  why ?? (scores.length === 0 ? "nobody has a whole year of results with targets" : undefined);

/**
 * What is simulated: a team as large as the one observed, for as many years, with what was counted in place. Accounts start as unequal as
 * they were in the first of these years; the scenario itself starts where they are now.
 */
function askedOf(
  scenario: Scenario,
  panel: Panel,
  { design }: Scheme,
  settings: readonly FittedSetting[],
  people: number,
  { pairs }: FitOptions,
): Simulated {
  const { checked } = scenario;
  const number = (place: readonly string[], usual: number): number =>
    settings.find((one) => one.place.join() === place.join())?.estimate ?? usual;
  const managers = number(["team", "managers"], people > mostManagers ? mostManagers : checked.managers);
  return {
    scenario,
    design,
    years: Math.min(mostYears, panel.years.length),
    managers,
    accounts: number(["accounts", "per manager"], checked.accountsPerManager),
    settings: {
      ...Object.fromEntries(
        Object.entries(drawnOf(scenario, settings)).map(([name]) => [name, fixed(number(settingPath(name), 0))]),
      ),
      ...start(panel),
    },
    pairs: pairs ?? Math.min(100, Math.max(8, Math.round(usualLanes / managers))),
  };
}

const start = (panel: Panel): Record<string, Distribution> => {
  const spread = firstSpread(panel);
  return spread === undefined ? {} : { accountSpread: fixed(spread) };
};

/** Settings as a simulation draws them from the texts that are written. */
const drawnOf = (scenario: Scenario, settings: readonly FittedSetting[]): Record<string, Distribution> =>
  Object.fromEntries(
    Object.keys(assumptions).flatMap((name) => {
      const found = settings.find(({ place }) => place.join() === settingPath(name).join());
      if (found === undefined) return [];
      return [[name, parseRange(found.text, assumptions[name].unit, { currency: scenario.checked.currency })]];
    }),
  );

/** What tables of this kind never tell, said each time so that nobody takes it for fitted. */
function neverTold(scenario: Scenario): RefusedSetting[] {
  return [
    assumptionRefused(scenario, "orderLuck", "it takes revenue by account and month; the tables have years"),
    assumptionRefused(scenario, "replaced", "the tables do not say which account took a lost one's place"),
    settingRefused(scenario, ["satisfaction at the start"], "the model starts every account at normal satisfaction, 1"),
  ];
}

function untouchedBy(touched: readonly { readonly place: readonly string[] }[]): Fit["untouched"] {
  const known = new Set(touched.map(({ place }) => place.join()));
  const rest = Object.keys(assumptions).filter((name) => !known.has(settingPath(name).join()));
  return { count: rest.length, examples: ["hollow", "foresight", "crowding"].filter((name) => rest.includes(name)) };
}

/** Calibrated where every essential was estimated. */
function statusOf(scenario: Scenario, settings: readonly FittedSetting[]): Pick<Fit, "isCalibrated" | "reason"> {
  const found = new Set(settings.map(({ place }) => place.join()));
  const lacking = essentials.filter((name) => !found.has(settingPath(name).join())).map((name) => settingPath(name)[1]);
  const all = joinWords(essentials.map((name) => settingPath(name)[1]));
  if (lacking.length === 0) return { isCalibrated: true, reason: `${all} were all found in the tables` };
  return {
    isCalibrated: false,
    reason: `the status stays ${scenario.checked.status}: ${joinWords(lacking)} could not be found; calibrated takes ${all}`,
  };
}

const sourceId = "firm-tables";

function sourceTitle({ people, results }: PeopleData, { accounts, years }: Panel, { files = {} }: FitOptions): string {
  const names = new Set(accounts.map(({ account }) => account)).size;
  const parts = [
    `${files.roster ?? "the roster"} (${plural(people.length, "person")})`,
    ...(names > 0 ? [`${files.accounts ?? "the accounts"} (${plural(names, "account")})`] : []),
    ...(results.length > 0 ? [`${files.history ?? "the history"} (${formatNumber(results.length)} results)`] : []),
  ];
  return `rewardlab fit from ${joinWords(parts)}, ${years[0]} to ${years[years.length - 1]}`;
}
