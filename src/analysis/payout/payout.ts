import { type Day, dayBefore } from "../../foundation/calendar.js";
import { type Decimal, zero } from "../../foundation/decimal.js";
import { decimalsOf, minorOf, roundMoney } from "../../foundation/money.js";
import { didYouMean, Problem, refuse } from "../../foundation/problem.js";
import { joinWords } from "../../foundation/text.js";
import type { PayoutTermsInput } from "../../scenario/payout-terms.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { PeopleData, Person } from "../people/people-data.js";
import type { PayoutRefusal, Payouts, PeriodPayout } from "./data.js";
import { budgeted } from "./merit.js";
import { type Holding, type Office, type Paying, payingOf, teamSalaryOf, teamsOf } from "./office.js";
import { type Balances, payPeriod } from "./period.js";
import { rowsOf } from "./results.js";
import { type Period, periodsOf, type Span, serviceIn } from "./service.js";
import { termsOf, termTexts } from "./terms.js";

export interface PayoutOptions {
  /** First and last day paid for; those of the results unless given. Periods are counted from the first. */
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
  const whole = wholeOf(data, options);
  const holdings = holdingsOf(scenario, design, whole, options.changes ?? []);
  const paying = payingOf(checked, holdings);
  const office: Office = {
    checked,
    terms,
    currency: checked.currency,
    teamSalary: teamSalaryOf(checked),
    people: data.people,
    rows: rowsOf(data, terms.measures),
    paying,
    teams: teamsOf(data.people),
    cards: new Map(),
  };
  checkTerms(office);
  checkMeasures(office, data);
  const known = new Map(data.people.map((person) => [person.id, person]));
  if (known.size < data.people.length) refuseTwins(data.people);
  const paid: PeriodPayout[] = [];
  const refused: PayoutRefusal[] = strangers(data, known, whole);
  const owed: Record<string, number> = {};
  const schedules = [...new Set(paying.map(({ months }) => months))].map((months) => ({
    paying: paying.filter((one) => one.months === months),
    periods: periodsOf(whole, months, terms.periods === "cumulative"),
  }));
  for (const person of data.people) {
    const left = payPerson(office, person, schedules, paid, refused);
    const rounded = roundMoney(left, checked.currency, terms.rounding);
    if (rounded.gt(0)) owed[person.id] = minorOf(rounded, checked.currency);
  }
  const order = new Map(data.people.map(({ id }, k) => [id, k]));
  const sorted = paid.sort(
    (a, b) => compare(a.from, b.from) || compare(a.to, b.to) || order.get(a.person)! - order.get(b.person)!,
  );
  const { periods, merit } = budgeted(sorted, known, terms, checked.currency);
  const total = (form: "cash" | "raise" | "value") => periods.reduce((sum, one) => sum + one[form], 0);
  return {
    title: checked.title,
    design: holdings.map((one) => one.design).join(", then "),
    currency: checked.currency,
    decimals: decimalsOf(checked.currency),
    terms: termTexts(terms),
    periods,
    refused,
    merit,
    owed,
    cash: total("cash"),
    raise: total("raise"),
    value: total("value"),
  };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

interface Schedule {
  readonly paying: readonly Paying[];
  readonly periods: readonly Period[];
}

/** Pays one person period after period; gives what is owed of a draw at the end. */
function payPerson(
  office: Office,
  person: Person,
  schedules: readonly Schedule[],
  paid: PeriodPayout[],
  refused: PayoutRefusal[],
): Decimal {
  const balances: Balances = { owed: zero, before: new Map() };
  let isStopped = false;
  for (const { paying, periods } of schedules) {
    for (const period of periods) {
      if (serviceIn(person, period) === undefined) continue;
      try {
        // what a later period pays depends on what an earlier one has paid
        if (isStopped)
          refuse("", "an earlier period could not be paid, and this one builds on it", "settle that one first");
        const one = payPeriod(office, person, paying, period, balances);
        if (one) paid.push(one);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const [{ fault, remedy }] = error.faults;
        refused.push({ person: person.id, from: period.from, to: period.to, fault, remedy });
        isStopped = office.terms.periods === "cumulative" || office.terms.draw?.recoverable === true;
      }
    }
  }
  return balances.owed;
}

/** From the first day of any result to the last, unless asked otherwise. */
function wholeOf({ results, transactions }: PeopleData, { from, to }: PayoutOptions): Span {
  const days = [...results.flatMap((row) => [row.from, row.to]), ...transactions.map(({ date }) => date)].sort();
  const [first, last] = [from ?? days[0], to ?? days.at(-1)];
  if (first === undefined || last === undefined)
    return refuse("payout", "there are no results", "bring a history, or say from and to");
  if (first > last) return refuse("payout", `${first} lies after ${last}`, "let from come before to");
  return { from: first, to: last };
}

/** Which design holds when. */
function holdingsOf(
  scenario: Scenario,
  design: string,
  whole: Span,
  changes: NonNullable<PayoutOptions["changes"]>,
): Holding[] {
  const names = Object.keys(scenario.checked.designs);
  const all = [{ from: whole.from, design }, ...changes];
  for (const [k, one] of all.entries()) {
    if (!names.includes(one.design)) refuse("design", `unknown design "${one.design}"`, didYouMean(one.design, names));
    if (k > 0 && one.from <= all[k - 1].from)
      refuse("changes", `${one.from} does not lie after ${all[k - 1].from}`, "write changes in order of their days");
  }
  return all.map((one, k) => ({ ...one, to: k + 1 < all.length ? dayBefore(all[k + 1].from) : whole.to }));
}

/** Terms that say nothing together, or nothing that is defined here. */
function checkTerms({ terms, paying }: Office): void {
  const lengths = new Set(paying.map(({ months }) => months));
  const acrossTerms = (["cap", "guarantee", "draw"] as const).filter((name) => terms[name] !== undefined);
  const named = [...acrossTerms, ...(terms.spiffs.length > 0 ? (["spiffs"] as const) : [])];
  if (named.length > 0 && lengths.size > 1)
    refuse(
      `payout.${named[0]}`,
      "rewards of several periods cannot share it",
      "give all rewards of the design one period",
    );
  if (terms.periods !== "cumulative") return;
  if (named.length > 0)
    refuse(
      `payout.${named[0]}`,
      "it is not defined for cumulative periods",
      "write periods: discrete, or leave it out",
    );
  for (const months of lengths)
    if (12 % months !== 0)
      refuse("payout.periods", `periods of ${months} months do not make a year`, "write periods: discrete");
}

/** A measure nobody has results on is a matter of names, not of people. */
function checkMeasures({ terms, paying }: Office, { results, transactions }: PeopleData): void {
  const known = new Set([...results, ...transactions].map(({ measure }) => measure));
  const wanted = new Set(paying.flatMap(({ plan, weights }) => (plan.form ? Object.keys(weights) : [])));
  for (const [measure, name] of Object.entries(terms.measures))
    if (!known.has(name)) refuse(`payout.measures.${measure}`, `the data have no "${name}"`, didYouMean(name, known));
  const lacking = [...wanted].find((measure) => !known.has(terms.measures[measure] ?? measure));
  if (lacking === undefined || known.size === 0 || terms["missing measure"] !== "refuse") return;
  const names = [...known].sort();
  refuse(
    "payout.measures",
    `the data have nothing on ${lacking}, only ${joinWords(names.slice(0, 12))}`,
    `write measures: { ${lacking}: ${names[0]} }, or missing measure: reweigh`,
  );
}

function refuseTwins(people: readonly Person[]): never {
  const seen = new Set<string>();
  const twin = people.find(({ id }) => seen.size === seen.add(id).size);
  return refuse("roster", `two people have the id ${twin?.id}`, "give each an id of their own");
}

/** Rows of people the roster does not know: reported, never dropped. */
function strangers(
  { results, transactions }: PeopleData,
  known: ReadonlyMap<string, Person>,
  whole: Span,
): PayoutRefusal[] {
  const ids = [...new Set([...results, ...transactions].map(({ person }) => person))]
    .filter((id) => !known.has(id))
    .sort();
  return ids.map((person) => ({
    person,
    ...{ from: whole.from, to: whole.to },
    fault: "has results but is not on the roster",
    remedy: didYouMean(person, known.keys()),
  }));
}
