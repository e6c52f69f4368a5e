import type { AccountYear, PeopleData } from "../employee-data/data.js";
import { sum, variance } from "../foundation/maths/summary.js";
import { formatNumber, plural } from "../foundation/text/text.js";
import { type FiscalYear, yearEnding } from "../foundation/values/fiscal-year.js";
import { decimalsOf } from "../foundation/values/money.js";
import type { Unit } from "../foundation/values/quantity.js";
import type { Scenario } from "../scenario/scenario.js";
import type { FittedSetting, RefusedSetting } from "./data.js";
import { jeffreysShare, leavingOut } from "./interval.js";
import type { Panel } from "./panel.js";
import { assumptionFound, assumptionRefused, counted, settingFound, settingRefused } from "./setting.js";
import { heldLast, revenueSpread } from "./statistics.js";

type Answer = FittedSetting | RefusedSetting;
type People = PeopleData["people"];

/** people. Most a scenario may have, and accounts of each. */
export const mostManagers = 500;
const mostAccounts = 60;
const managers: Unit = { dimension: "count", min: 1, max: mostManagers };
const perManager: Unit = { dimension: "count", min: 1, max: mostAccounts };

const percent = (share: number): string => `${formatNumber(100 * share, { digits: 0 })} %`;

/** People on the last day the tables speak of, less those whose last day it is. */
function presentPeople({ people }: PeopleData, { years }: Panel, fiscalYear: FiscalYear | undefined): People {
  const end = yearEnding(years.at(-1)!, fiscalYear).to;
  return people.filter(
    ({ joined, left }) => (joined === undefined || joined <= end) && (left === undefined || left > end),
  );
}

/** What is counted on the roster: team, pay, backgrounds. */
export function fromRoster(scenario: Scenario, data: PeopleData, panel: Panel, fiscalYear?: FiscalYear): Answer[] {
  const present = presentPeople(data, panel, fiscalYear);
  const rests = `${plural(present.length, "person")} on the roster at the end of ${panel.years.at(-1)}`;
  const size = ["team", "managers"];
  if (present.length === 0) {
    const why = "nobody on the roster was there at the end of the years observed";
    return [settingRefused(scenario, size, why), assumptionRefused(scenario, "salary", why)];
  }
  return [
    present.length > mostManagers
      ? settingRefused(scenario, size, `${rests}; a scenario has at most ${mostManagers}`)
      : settingFound(scenario, size, managers, counted(present.length), { rests, method: "counted" }),
    ...salariesOf(scenario, present, rests),
    backgroundsOf(scenario, present),
  ];
}

function salariesOf(scenario: Scenario, people: People, rests: string): Answer[] {
  const salaries = people.map(({ salary }) => salary);
  const coins = 10 ** decimalsOf(scenario.checked.currency);
  const mean = Math.round((sum(salaries) / salaries.length) * coins) / coins;
  if (mean < 1) return [assumptionRefused(scenario, "salary", "the roster gives nobody a salary above zero")];
  const spread = salaries.length > 1 ? Math.sqrt(variance(salaries)) / mean : 0;
  const method = `mean of base salaries, Σ salary/n; they spread by ${percent(spread)} (SD)`;
  const why = `the model pays every manager one base salary; the SD of ${percent(spread)} between people has no place in it`;
  return [
    assumptionFound(scenario, "salary", counted(mean), { rests, method }),
    settingRefused(scenario, ["pay spread"], why),
  ];
}

const fromSales = /\b(ex[- ]?)?sales|verkauf|vertrieb/i;
/** people. Fewer backgrounds say nothing about the next person hired. */
const leastBackgrounds = 5;

function backgroundsOf(scenario: Scenario, people: People): Answer {
  const name = "exSales";
  const known = people.flatMap(({ background }) => (background === undefined ? [] : [background]));
  if (known.length < leastBackgrounds) {
    const why = `the roster has no column of backgrounds, or fewer than ${leastBackgrounds} people with one`;
    return assumptionRefused(scenario, name, why);
  }
  const sales = known.filter((one) => fromSales.test(one)).length;
  return assumptionFound(scenario, name, jeffreysShare(sales, known.length), {
    rests: `${sales} of ${plural(known.length, "person")} with a background`,
    method: "backgrounds that say sales; k/n with the interval of Jeffreys",
  });
}

/** What is counted of the accounts: how many, how large, how profitable, how unequal. */
export function fromAccounts(scenario: Scenario, panel: Panel): Answer[] {
  const held = heldLast(panel);
  if (held.length === 0) {
    const why =
      panel.accounts.length === 0 ? "there is no table of accounts" : "no account was held through the last year";
    const names = ["accountRevenue", "accountSpread", "margin"];
    return [
      settingRefused(scenario, ["accounts", "per manager"], why),
      ...names.map((name) => assumptionRefused(scenario, name, why)),
    ];
  }
  const [{ year }] = held;
  const rows = panel.accounts.filter((one) => one.year === year);
  const rests = `${plural(held.length, "account")} of ${plural(ownersOf(held), "person")} held through ${year}`;
  const mean = Math.round(sum(held.map(({ revenue }) => revenue)) / held.length);
  return [
    perManagerOf(scenario, rows, year),
    assumptionFound(scenario, "accountRevenue", counted(mean), {
      rests,
      method: "mean revenue of an account, Σ revenue/n",
    }),
    spreadOf(scenario, panel, rests),
    marginOf(scenario, rows, year),
  ];
}

const ownersOf = (rows: readonly AccountYear[]): number => new Set(rows.map(({ person }) => person)).size;

/** Accounts a manager looks after in the last year, those lost in it included, as a whole number. */
function perManagerOf(scenario: Scenario, rows: readonly AccountYear[], year: number): Answer {
  const place = ["accounts", "per manager"];
  const owners = ownersOf(rows);
  const each = rows.length / owners;
  const rests = `${plural(rows.length, "account")} of ${plural(owners, "person")} in ${year}`;
  if (each > mostAccounts)
    return settingRefused(scenario, place, `${rests}; a scenario has at most ${mostAccounts} each`);
  const method = `accounts ÷ people with accounts = ${formatNumber(each, { digits: 2 })}, rounded`;
  return settingFound(scenario, place, perManager, counted(Math.max(1, Math.round(each))), { rests, method });
}

function spreadOf(scenario: Scenario, panel: Panel, rests: string): Answer {
  const name = "accountSpread";
  const spread = leavingOut(panel, revenueSpread, "logarithm");
  const method = "SD of ln revenue between accounts; interval by leaving people out in turn";
  return spread === undefined
    ? assumptionRefused(scenario, name, `${rests}: too few for a spread`)
    : assumptionFound(scenario, name, spread, { rests, method });
}

function marginOf(scenario: Scenario, rows: readonly AccountYear[], year: number): Answer {
  const name = "margin";
  const known = rows.filter(({ margin, revenue }) => margin !== undefined && revenue > 0);
  if (known.length === 0) return assumptionRefused(scenario, name, "the accounts have no column of margins");
  const margin = sum(known.map((one) => one.revenue * (one.margin ?? 0))) / sum(known.map(({ revenue }) => revenue));
  const rests = `${plural(known.length, "account")} in ${year}`;
  if (margin <= 0) return assumptionRefused(scenario, name, `${rests} have no margin above zero together`);
  const value = counted(Number(margin.toFixed(4)));
  return assumptionFound(scenario, name, value, { rests, method: "Σ margin·revenue/Σ revenue" });
}
