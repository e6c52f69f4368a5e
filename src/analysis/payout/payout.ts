import { addMonths, type Day, dayBefore } from "../../foundation/calendar.js";
import { startOfYear } from "../../foundation/fiscal-year.js";
import { decimalsOf, minorOf, roundMoney } from "../../foundation/money.js";
import { didYouMean, Problem, refuse } from "../../foundation/problem.js";
import type { PayoutTerms, PayoutTermsInput } from "../../scenario/payout-terms.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { PeopleData, Person } from "../people/people-data.js";
import { waitingOf } from "../people/waiting.js";
import { type Balances, noBalances } from "./balances.js";
import { areJoint, checkMeasures, checkPeople, checkTerms, strangers } from "./checks.js";
import type { PayoutRefusal, Payouts, PeriodPayout } from "./data.js";
import { budgeted } from "./merit.js";
import { type Holding, type Office, payingOf, teamSalaryOf, teamsOf } from "./office.js";
import { isSettled, settle } from "./period.js";
import { rowsOf } from "./rows.js";
import type { Whole } from "./service.js";
import { cutShort, type Settlement, settlementsOf } from "./settlement.js";
import { termsOf, termTexts } from "./terms.js";

export interface PayoutOptions {
  /**
   * First and last day paid for. Periods are counted from the first; unless it is given, from the start of the year, the fiscal one where
   * the terms have one, in which the results begin.
   */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Terms that differ from the scenario's. */
  readonly terms?: PayoutTermsInput | undefined;
  /** Other designs, each from its day on: a plan that changes. A period it falls into is paid by both, each for its days. */
  readonly changes?: readonly { readonly from: Day; readonly design: string }[] | undefined;
}

/**
 * What a design pays these people, to the smallest coin, with every line of how it came about. Whoever cannot be paid without a guess is
 * listed with the reason instead. Throws a Problem for an unknown design, a roster with two of one id, or terms that contradict each other.
 */
export function payout(scenario: Scenario, design: string, data: PeopleData, options: PayoutOptions = {}): Payouts {
  const { checked } = scenario;
  const terms = termsOf(scenario, options.terms);
  const waiting = waitingOf(data);
  const left = { waiting, leftOut: data.reading?.leftOut ?? [] };
  // where all rows with a day were left out there is nobody to pay, and nothing to refuse
  if (waiting.length > 0 && daysIn(data).length === 0) {
    expectDesign(scenario, design);
    return payoutsOf(scenario, design, { ...left, terms: termTexts(terms, options.from), ...nothing });
  }
  const whole = wholeOf(data, options, terms);
  const holdings = holdingsOf(scenario, design, whole, options.changes ?? []);
  const paying = payingOf(checked, holdings);
  const office: Office = {
    ...{ checked, terms, currency: checked.currency, people: data.people, paying },
    teamSalary: teamSalaryOf(checked),
    rows: rowsOf(data, terms),
    teams: teamsOf(data.people),
    cards: new Map(),
    waiting: new Set(waiting.map(({ person }) => person)),
    leftOut: left.leftOut,
  };
  checkTerms(office);
  const absent = checkMeasures(office, data);
  checkPeople(data.people);
  const texts = [...absent.map((measure) => `nobody has a result of ${measure}`), ...cutShort(paying, whole)];
  const name = holdings.map((one) => one.design).join(", then ");
  const found = payEverybody(office, data, whole);
  return payoutsOf(scenario, name, { ...left, terms: [...termTexts(terms, options.from), ...texts], ...found });
}

const nothing = { periods: [], refused: [], merit: [], owed: {}, banked: {}, reclaimed: {} } as const;

type Found = Pick<Payouts, "periods" | "refused" | "merit" | "owed" | "banked" | "reclaimed">;

function payoutsOf(
  { checked }: Scenario,
  design: string,
  found: Found & Pick<Payouts, "terms" | "waiting" | "leftOut">,
): Payouts {
  const total = (form: "cash" | "raise" | "value") => found.periods.reduce((sum, one) => sum + one[form], 0);
  const { title, currency } = checked;
  return {
    ...{ title, design, currency, decimals: decimalsOf(currency) },
    ...found,
    ...{ cash: total("cash"), raise: total("raise"), value: total("value") },
  };
}

/** Pays everybody who does not wait, and holds raises against their budget. */
function payEverybody(office: Office, data: PeopleData, whole: Whole): Found {
  const { currency, terms, paying, waiting } = office;
  const known = new Map(data.people.map((person) => [person.id, person]));
  const paid: PeriodPayout[] = [];
  const refused: PayoutRefusal[] = strangers(data, known, whole).filter(({ person }) => !waiting.has(person));
  const open: OpenBalances = { owed: {}, banked: {}, reclaimed: {} };
  const settlements = settlementsOf(paying, whole, terms);
  for (const person of data.people.filter(({ id }) => !waiting.has(id))) {
    const left = payPerson(office, person, settlements, paid, refused);
    for (const name of ["owed", "banked", "reclaimed"] as const) {
      const rounded = roundMoney(left[name], currency, terms.rounding);
      if (!rounded.eq(0)) open[name][person.id] = minorOf(rounded, currency);
    }
  }
  const order = new Map(data.people.map(({ id }, k) => [id, k]));
  const sorted = paid.sort(
    (a, b) => compare(a.to, b.to) || compare(b.from, a.from) || order.get(a.person)! - order.get(b.person)!,
  );
  const { periods, merit } = budgeted(sorted, { people: known, refused, waiting }, terms, currency);
  return { periods, refused, merit, ...open };
}

type OpenBalances = Record<"owed" | "banked" | "reclaimed", Record<string, number>>;

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Pays one person settlement after settlement; gives what is left open at the end. */
function payPerson(
  office: Office,
  person: Person,
  settlements: readonly Settlement[],
  paid: PeriodPayout[],
  refused: PayoutRefusal[],
): Balances {
  let balances = noBalances;
  let isStopped = false;
  const own = settlements.filter((one) => isSettled(person, one));
  for (const [k, settlement] of own.entries()) {
    const { period } = settlement;
    try {
      // what a later period pays depends on what an earlier one has paid
      if (isStopped)
        refuse("", "an earlier period could not be paid, and this one builds on it", "settle that one first");
      const settled = settle(office, person, settlement, balances, own[k + 1]?.period.to !== period.to);
      paid.push(settled.paid);
      balances = settled.balances;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const [{ fault, remedy }] = error.faults;
      refused.push({ person: person.id, from: period.from, to: period.to, fault, remedy });
      isStopped = isChained(office);
    }
  }
  return balances;
}

/** Whether what a settlement pays depends on what earlier ones have paid. */
function isChained({ terms, paying }: Office): boolean {
  const isMixed = new Set(paying.map(({ months }) => months)).size > 1;
  return (
    terms.periods === "cumulative" ||
    terms.draw?.recoverable === true ||
    terms.bank !== undefined ||
    terms.clawback !== undefined ||
    terms.spiffs.some((one) => one.paid === "once") ||
    (isMixed && areJoint(terms))
  );
}

const daysIn = ({ results, transactions }: PeopleData): Day[] =>
  [
    ...results.flatMap((row) => [row.from, row.to]),
    ...transactions.flatMap(({ date }) => [date, endOfMonth(date)]),
  ].sort();

/** The years in which there are results, to the last of them, unless asked otherwise. */
function wholeOf(data: PeopleData, { from, to }: PayoutOptions, terms: PayoutTerms): Whole {
  const days = daysIn(data);
  const [first, last] = [from ?? days[0], to ?? days.at(-1)];
  if (first === undefined || last === undefined)
    return refuse("payout", "there are no results", "bring a history, or say from and to");
  if (first > last) return refuse("payout", `${first} lies after ${last}`, "let from come before to");
  return { from: from ?? startOfYear(first, terms["fiscal year"]), to: last, since: first };
}

/** A sale stands for its month: the last of a table closes nothing. */
const endOfMonth = (day: Day): Day => dayBefore(addMonths(`${day.slice(0, 8)}01`, 1));

function expectDesign({ checked }: Scenario, design: string): void {
  const names = Object.keys(checked.designs);
  if (!names.includes(design)) refuse("design", `unknown design "${design}"`, didYouMean(design, names));
}

/** Which design holds when. */
function holdingsOf(
  scenario: Scenario,
  design: string,
  whole: Whole,
  changes: NonNullable<PayoutOptions["changes"]>,
): Holding[] {
  const all = [{ from: whole.from, design }, ...changes];
  for (const [k, one] of all.entries()) {
    expectDesign(scenario, one.design);
    if (k > 0 && one.from <= all[k - 1].from)
      refuse("changes", `${one.from} does not lie after ${all[k - 1].from}`, "write changes in order of their days");
    if (k > 0 && one.from > whole.to)
      refuse(
        "changes",
        `${one.from} lies after ${whole.to}, the last day paid for`,
        "leave it out, or let to lie later",
      );
  }
  return all.map((one, k) => ({ ...one, to: k + 1 < all.length ? dayBefore(all[k + 1].from) : whole.to }));
}
