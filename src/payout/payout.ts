import type { PeopleData } from "../employee-data/data.js";
import { ownerlessOf, waitingPeople } from "../employee-data/waiting.js";
import { tableName } from "../foundation/tables/cell.js";
import { didYouMean, refuse } from "../foundation/text/problem.js";
import { addMonths, type Day, dayBefore } from "../foundation/values/calendar.js";
import { startOfYear } from "../foundation/values/fiscal-year.js";
import { decimalsOf } from "../foundation/values/money.js";
import type { PayoutTerms, PayoutTermsInput } from "../scenario/payout-terms/payout-terms.js";
import type { Scenario } from "../scenario/scenario.js";
import { cutShort } from "./across/settlement.js";
import { checkPeople, checkTerms, measuresRead, measuresWithoutResult } from "./checks/checks.js";
import { withOnlyMeasure } from "./checks/unnamed.js";
import { notUsedOf } from "./checks/unused.js";
import type { Payouts } from "./data.js";
import { type EveryonePaid, payEverybody } from "./everybody.js";
import { type PayoutContext, type PlanInForce, payableRewards, teamsOf } from "./scores/payout-context.js";
import { payoutRows } from "./scores/rows.js";
import type { Whole } from "./scores/service.js";
import { payoutTermsOf, termTexts } from "./terms.js";

export interface PayoutOptions {
  /**
   * First and last day paid for. Periods are counted from the first; unless it is given, from the start of the year, the fiscal one where
   * the terms have one, in which the results begin.
   */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Terms that differ from the scenario's. */
  readonly terms?: PayoutTermsInput | undefined;
  /** Whether results were moved to see what they would pay: then nobody asks whether they lie on their scales. */
  readonly isTrial?: boolean | undefined;
  /** Other designs, each from its day on: a plan that changes. A period it falls into is paid by both, each for its days. */
  readonly changes?: readonly { readonly from: Day; readonly design: string }[] | undefined;
}

/**
 * What a design pays these people, to the smallest coin, with every line of how it came about. Whoever cannot be paid without a guess is
 * listed with the reason instead. Throws a Problem for an unknown design, a roster with two of one id, or terms that contradict each other.
 */
export function payout(scenario: Scenario, design: string, given: PeopleData, options: PayoutOptions = {}): Payouts {
  const { checked } = scenario;
  const terms = payoutTermsOf(scenario, options.terms);
  const waiting = waitingPeople(given);
  const left = { waiting, leftOut: given.reading?.leftOut ?? [] };
  // where all rows with a day were left out there is nobody to pay, and nothing to refuse
  if (waiting.length > 0 && daysIn(given).length === 0) {
    expectDesign(scenario, design);
    const notUsed = given.reading?.notUsed ?? [];
    return payoutsOf(scenario, design, { ...left, notUsed, terms: termTexts(terms, options.from), ...nothing });
  }
  const whole = wholeOf(given, options, terms);
  const holdings = holdingsOf(scenario, design, whole, options.changes ?? []);
  const paying = payableRewards(checked, holdings);
  const data = withOnlyMeasure(given, terms, measuresRead({ terms, paying }));
  const context: PayoutContext = {
    ...{ checked, terms: withoutGaps(terms, given), currency: checked.currency, people: data.people, paying },
    rows: payoutRows(data, terms, options.isTrial),
    teams: teamsOf(data.people),
    cards: new Map(),
    waiting: new Set(waiting.map(({ person }) => person)),
    leftOut: left.leftOut,
  };
  checkTerms(context);
  const absent = measuresWithoutResult({ ...context, terms }, data);
  checkPeople(data.people);
  const texts = [
    ...gapTexts(terms, given),
    ...absent.map((measure) => `nobody has a result of ${measure}`),
    ...cutShort(paying, whole),
  ];
  const name = holdings.map((one) => one.design).join(", then ");
  const found = payEverybody(context, data, whole);
  const notUsed = notUsedOf(context, data, new Set([...context.waiting, ...found.refused.map(({ person }) => person)]));
  return payoutsOf(scenario, name, {
    ...left,
    notUsed,
    terms: [...termTexts(terms, options.from), ...texts],
    ...found,
  });
}

/** A row of results that does not say whose it is may fill any gap: then no term fills one. */
const withoutGaps = (terms: PayoutTerms, data: PeopleData): PayoutTerms =>
  gapTexts(terms, data).length > 0 ? { ...terms, "missing measure": "refuse" } : terms;

function gapTexts({ "missing measure": choice }: PayoutTerms, data: PeopleData): string[] {
  const row = ownerlessOf(data).find(({ table }) => table === "history");
  if (row === undefined || choice === "refuse") return [];
  return [`whoever lacks a result is refused all the same: row ${row.row} of ${tableName(row)} may be theirs`];
}

const nothing = { periods: [], refused: [], merit: [], owed: {}, banked: {}, reclaimed: {} } as const;

function payoutsOf(
  { checked }: Scenario,
  design: string,
  found: EveryonePaid & Pick<Payouts, "terms" | "waiting" | "leftOut" | "notUsed">,
): Payouts {
  const total = (form: "cash" | "raise" | "value") => found.periods.reduce((sum, one) => sum + one[form], 0);
  const { title, currency } = checked;
  return {
    ...{ title, design, currency, decimals: decimalsOf(currency) },
    ...found,
    ...{ cash: total("cash"), raise: total("raise"), value: total("value") },
  };
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
): PlanInForce[] {
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
