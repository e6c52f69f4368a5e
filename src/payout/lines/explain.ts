import type { LeftOutRow, NotUsed } from "../../employee-data/data.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { type Decimal, decimal, decimalText, exactShareText } from "../../foundation/values/decimal.js";
import { amountOfMinor, moneyText } from "../../foundation/values/money.js";
import type { PayoutAmounts, PayoutDue, PayoutForm, PayoutLine, PayoutRefusal, Payouts } from "../data.js";

/** A line with its number, as one points at it in a conversation. */
export interface ExplainedLine extends PayoutLine {
  readonly number: number;
  /** What it comes to, as written: `12,078.58` or `99.3257 %`. */
  readonly text: string;
}

/** One period of a person, line by line. */
export interface ExplainedPeriod extends PayoutAmounts {
  readonly from: string;
  readonly to: string;
  readonly design: string;
  readonly lines: readonly ExplainedLine[];
  readonly due: readonly PayoutDue[];
  /** Sums of the lines that add, written out: `cash 12,078.58`. */
  readonly totals: readonly { readonly form: PayoutForm; readonly text: string }[];
}

/** How everything one person is paid came about. */
export interface Explanation extends PayoutAmounts {
  readonly person: string;
  readonly title: string;
  readonly design: string;
  readonly currency: string;
  readonly decimals: number;
  readonly terms: readonly string[];
  readonly periods: readonly ExplainedPeriod[];
  readonly refused: readonly PayoutRefusal[];
  /** Rows of the tables that were left out, for which the person waits: until they are mended nothing is paid. */
  readonly waitsFor: readonly LeftOutRow[];
  /** What was given and came to nobody's pay. */
  readonly notUsed: readonly NotUsed[];
  /** Smallest units. Still owed of a recoverable draw. */
  readonly owed: number;
  /** Smallest units. Left in the bonus bank; may lie below zero. */
  readonly banked: number;
  /** Smallest units. Clawed back and still to be recovered. */
  readonly reclaimed: number;
}

const textOf = ({ result, unit }: PayoutLine, currency: string): string => {
  const value: Decimal = decimal(result);
  return unit === "share" ? exactShareText(value) : unit === "money" ? moneyText(value, currency) : decimalText(value);
};

/** One person's payouts as numbered lines, from the first period on. Refuses somebody the payouts do not know. */
export function explain(payouts: Payouts, person: string): Explanation {
  const { title, design, currency, decimals, terms, notUsed } = payouts;
  const own = payouts.periods.filter((one) => one.person === person);
  const refused = payouts.refused.filter((one) => one.person === person);
  const waitsFor = payouts.waiting.find((one) => one.person === person)?.rows ?? [];
  if (own.length === 0 && refused.length === 0 && waitsFor.length === 0) {
    const ids = new Set([...payouts.periods, ...payouts.refused, ...payouts.waiting].map((one) => one.person));
    refuse("person", `nobody called "${person}" is paid`, didYouMean(person, ids));
  }
  let number = 0;
  const periods = own.map(({ from, to, design: held, lines, due, cash, raise, value }): ExplainedPeriod => {
    const amounts = { cash, raise, value };
    return {
      ...{ from, to, design: held, due },
      ...amounts,
      lines: lines.map((line) => {
        number += 1;
        return { number, ...line, text: textOf(line, currency) };
      }),
      totals: (["cash", "raise", "value"] as const)
        .filter((form) => form === "cash" || lines.some(({ adds }) => adds === form))
        .map((form) => ({ form, text: moneyText(amountOfMinor(amounts[form], currency), currency) })),
    };
  });
  const sum = (form: PayoutForm) => own.reduce((total, one) => total + one[form], 0);
  const totals = { cash: sum("cash"), raise: sum("raise"), value: sum("value") };
  const open = {
    owed: payouts.owed[person] ?? 0,
    banked: payouts.banked[person] ?? 0,
    reclaimed: payouts.reclaimed[person] ?? 0,
  };
  return { person, title, design, currency, decimals, terms, periods, refused, waitsFor, notUsed, ...open, ...totals };
}
