import type { Backtest, PlanChange } from "../backtest/data.js";
import { formatNumber } from "../foundation/text/text.js";
import { nameText, rounded } from "./numbers.js";

/** How the amounts and shares of a backtest are written. */
export interface Words {
  /** Whole units of the currency: `955,429`. */
  readonly money: (minor: number | undefined, sign?: boolean) => string;
  /** `EUR 955,429`. */
  readonly named: (minor: number) => string;
  readonly currency: string;
}

type Money = Pick<Backtest, "currency" | "decimals">;

/** smallest units → units of the currency. */
export function currencyUnits(minor: number, { decimals }: Money): number {
  return minor / 10 ** decimals;
}

export function wordsOf(backtest: Money): Words {
  const money = (minor: number | undefined, sign = false): string =>
    minor === undefined ? "" : formatNumber(currencyUnits(minor, backtest), { digits: 0, sign });
  return { money, named: (minor) => `${backtest.currency} ${money(minor)}`, currency: backtest.currency };
}

/** `18.5 %`; blank where it is not known. */
export const shareText = (share: number | undefined, places = 1, sign = false): string =>
  share === undefined ? "" : `${rounded(100 * share, places, sign)} %`;

/** `95 %`. */
export const confidenceText = ({ confidence }: Pick<Backtest, "confidence">): string =>
  `${Number((100 * confidence).toPrecision(6))} %`;

/** A plan's name in a sentence, with the history where there are several. */
export const planText = ({ plan, history }: Pick<PlanChange, "plan" | "history">, backtest: Backtest): string =>
  `"${nameText(plan)}"${backtest.histories.length > 1 ? ` on ${nameText(history)}` : ""}`;

/** What the new plan costs more or less, in a sentence without its end: `"new" pays EUR 2,872 (0.3 %) more than "old"`. */
export function differenceText(change: PlanChange, backtest: Backtest): string {
  const { named } = wordsOf(backtest);
  const old = `"${nameText(backtest.old)}"`;
  if (change.change === 0) return `${planText(change, backtest)} pays as much as ${old}`;
  const share = change.changeShare === undefined ? "" : ` (${shareText(Math.abs(change.changeShare))})`;
  const side = change.change > 0 ? "more" : "less";
  return `${planText(change, backtest)} pays ${named(Math.abs(change.change))}${share} ${side} than ${old}`;
}

/** `10 of 24 people win, 14 lose`. */
export function sidesText({ winners, losers, unchanged, people }: PlanChange): string {
  const rest = unchanged > 0 ? `, ${unchanged} stay as they are` : "";
  return `${winners.people} of ${people} people win, ${losers.people} lose${rest}`;
}
