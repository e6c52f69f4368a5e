import type { Person } from "../../employee-data/data.js";
import type { Day } from "../../foundation/values/calendar.js";
import { type Decimal, decimal, sumOfDecimals, zero } from "../../foundation/values/decimal.js";
import { amountOfMinor, minorOf, roundMoney } from "../../foundation/values/money.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import type { MeritBudget, PayoutLine, PayoutRefusal, PeriodPayout } from "../data.js";
import { moneyShown } from "../lines/payout-lines.js";
import { salaryOn } from "./salary.js";

interface Raises {
  readonly periods: readonly PeriodPayout[];
  readonly merit: readonly MeritBudget[];
}

/** Whose raises are held against the budget, and who is not paid. */
interface Everybody {
  readonly people: ReadonlyMap<string, Person>;
  readonly refused: readonly PayoutRefusal[];
  readonly waiting: ReadonlySet<string>;
}

/** Holds the raises of each period against the budget: a share of the base salaries of all who were paid for it. */
export function budgeted(
  periods: readonly PeriodPayout[],
  { people, refused, waiting }: Everybody,
  terms: PayoutTerms,
  currency: string,
): Raises {
  const budget = terms["merit budget"];
  if (budget === undefined) return { periods, merit: [] };
  const merit: MeritBudget[] = [];
  const scaled = new Map<PeriodPayout, PeriodPayout>();
  const spans = [...new Map(periods.map((one) => [JSON.stringify([one.from, one.to]), one])).values()];
  for (const { from, to } of spans) {
    const rows = periods.filter((one) => one.from === from && one.to === to);
    const raises = rows.reduce((sum, one) => sum + one.raise, 0);
    if (raises === 0) continue;
    const salaries = sumOfDecimals(rows.map(({ person }) => salaryAt(people.get(person), to)));
    const most = minorOf(roundMoney(salaries.times(decimal(budget.share)), currency, "down"), currency);
    const isOver = raises > most;
    const isScaled = isOver && budget["if over"] === "scale";
    const unpaid = refused.filter((one) => one.from <= to && one.to >= from).map(({ person }) => person);
    const without = [...new Set([...unpaid, ...waiting])].sort();
    merit.push({ from, to, budget: most, raises, isOver, isScaled, without });
    if (isScaled) for (const row of rows) scaled.set(row, scale(row, { most, raises, terms, currency }));
  }
  return { periods: periods.map((one) => scaled.get(one) ?? one), merit };
}

const salaryAt = (person: Person | undefined, close: Day): Decimal => (person ? salaryOn(person, close) : zero);

interface Scaling {
  readonly most: number;
  readonly raises: number;
  readonly terms: PayoutTerms;
  readonly currency: string;
}

/** A payout with its raise scaled: two more lines, the new raise rounded down so that all together stay within the budget. */
function scale(row: PeriodPayout, { most, raises, terms, currency }: Scaling): PeriodPayout {
  if (row.raise === 0) return row;
  const amount = (minor: number) => amountOfMinor(minor, currency);
  const text = (minor: number) => moneyShown(amount(minor), { lines: [], terms, currency });
  const exact = amount(row.raise).times(amount(most)).div(amount(raises));
  const raise = minorOf(roundMoney(exact, currency, "down"), currency);
  const lines: PayoutLine[] = [
    {
      rule: "raise × budget ÷ all raises, rounded down",
      arithmetic: `${text(row.raise)} × ${text(most)} ÷ ${text(raises)}`,
      result: amount(raise).toFixed(),
      unit: "money",
    },
    {
      rule: "scaled to the merit budget",
      arithmetic: `${text(raise)} − ${text(row.raise)}`,
      result: amount(raise).minus(amount(row.raise)).toFixed(),
      unit: "money",
      adds: "raise",
    },
  ];
  return { ...row, raise, lines: [...row.lines, ...lines] };
}
