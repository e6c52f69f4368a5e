import type { Person, SalaryFrom } from "../../employee-data/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { type Day, type DayRange, dayBefore, daysFrom } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, sumOfDecimals } from "../../foundation/values/decimal.js";
import type { ExactPerson } from "../../model/rewards/exact-rule.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import { moneyShown, type PayoutLines } from "../lines/payout-lines.js";
import { type Product, product } from "../lines/product.js";

/** Which of several salaries of a period counts. */
export type SalaryBasis = PayoutTerms["salary of a period"];

type Pay = "salary" | "targetIncentive";

/** What a roster says of a person's yearly pay, with the days it holds for. */
interface Stretch extends DayRange {
  readonly held: SalaryFrom;
}

/** The pay of some days: what held for which of them. Refuses days before the first salary. */
function stretchesIn({ id, salary, targetIncentive, salaries }: Person, span: DayRange): Stretch[] {
  const all = salaries ?? [{ salary, targetIncentive }];
  const [first] = all;
  if (first?.from !== undefined && first.from > span.from)
    refuse("", `no salary of ${id} is known before ${first.from}`, "add a row of the roster that holds from joining");
  return all.flatMap((held, k) => {
    const next = all[k + 1]?.from;
    const from = held.from === undefined || held.from < span.from ? span.from : held.from;
    const to = next === undefined || dayBefore(next) > span.to ? span.to : dayBefore(next);
    return from <= to ? [{ held, from, to }] : [];
  });
}

function payIn({ held }: Stretch, { id }: Person, what: Pay): Decimal {
  const value = held[what];
  if (value === undefined)
    return refuse("", `${id} has no incentive at target on the roster`, "add one, or write target incentive: design");
  return decimal(value);
}

/**
 * money/year. Base salary or incentive at target of some days, where either changes: by days at each, or the first or last of them.
 * Refuses who has none.
 */
export function payOver(person: Person, span: DayRange, what: Pay, ledger: PayoutLines, basis?: SalaryBasis): Product {
  const all = stretchesIn(person, span);
  const chosen = basis ?? ledger.terms["salary of a period"];
  const stretches = chosen === "by days" ? all : chosen === "at its end" ? all.slice(-1) : all.slice(0, 1);
  const pays = stretches.map((stretch) => payIn(stretch, person, what));
  const isSame = pays.every((pay) => pay.eq(pays[0]!));
  if (isSame) return product(pays[0]!, moneyShown(pays[0]!, ledger));
  const days = stretches.map(({ from, to }) => daysFrom(from, to));
  const total = days.reduce((sum, count) => sum + count, 0);
  const text = pays.map((pay, k) => `${moneyShown(pay, ledger)} × ${days[k]}`).join(" + ");
  const over = sumOfDecimals(pays.map((pay, k) => pay.times(days[k]!)));
  return { over, under: decimal(total), text: `(${text}) ÷ ${total}` };
}

/** What held on a day; the first known before it. */
const heldOn = (person: Person, day: Day): Omit<SalaryFrom, "from"> =>
  person.salaries?.filter(({ from }) => from === undefined || from <= day).at(-1) ?? person.salaries?.[0] ?? person;

/** money/year. Base salary on a day. */
export const salaryOn = (person: Person, day: Day): Decimal => decimal(heldOn(person, day).salary);

/** Salary and midpoint of the pay range on a day: the midpoint of the person, or of the terms. */
export function standingOn(person: Person, day: Day, { midpoint: ofTerms }: PayoutTerms): ExactPerson {
  const { salary, midpoint = ofTerms } = heldOn(person, day);
  return { salary: decimal(salary), midpoint: midpoint === undefined ? undefined : decimal(midpoint) };
}
