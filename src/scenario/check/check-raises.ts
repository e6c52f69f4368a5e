import { type Distribution, quantile } from "../../foundation/maths/distribution.js";
import { formatNumber } from "../../foundation/text/text.js";
import { usualRange } from "../../model/assumptions.js";
import { firm, usualSalary } from "../../model/frame/firm.js";
import type { Assumption } from "../../model/frame/part.js";
import { patience } from "../../model/people/patience.js";
import { staying } from "../../model/people/staying.js";
import type { KeyPath } from "../document/place.js";
import type { Checked } from "../schema/schema.js";
import type { Add } from "./check-designs.js";

/** The most extreme uniform a world can draw is half a step of its word from 0 or 1. */
export const leastDraw = 0.5 / 2 ** 32;

/** What a permanent raise is worth to whom: what wears it off beside leaving, and how a file calls that. */
const owners = [
  { who: "managers", name: "impatience", assumption: patience.impatience },
  { who: "the firm", name: "firm discount", assumption: firm.firmDiscount },
] as const;

/** An assumption that is no amount of money, as written or at its default. */
const rangeOf = (checked: Checked, name: string, assumption: Assumption): Distribution =>
  checked.assumptions[name] ?? usualRange(assumption, usualSalary);

/** `7 %/year`: per cent a year to three digits, the last one rounded down so that it stays within a bound. */
const yearly = (share: number): string => `${formatNumber(Math.floor(share * 1e4 + 1e-6) / 100)} %/year`;

/**
 * A permanent raise is a geometric series: each year keeps (1 − quits)·(1 + pay growth)/(1 + discount) of the one before.
 * Where some draw of the ranges keeps all of it, the raise is worth infinitely much, and negative amounts beyond: refused.
 */
export function checkRaises(checked: Checked, at: KeyPath, add: Add): void {
  const growth = rangeOf(checked, "pay growth", patience.payGrowth);
  const most = quantile(growth, 1 - leastDraw);
  const quits = quantile(rangeOf(checked, "quits", staying.assumptions.quits), leastDraw);
  for (const { who, name, assumption } of owners) {
    const least = quantile(rangeOf(checked, name, assumption), leastDraw);
    const bound = (1 + least) / (1 - Math.min(quits, 1)) - 1;
    if (most < bound - 1e-9) continue;
    add(
      checked.assumptions["pay growth"] === undefined ? at : ["team", "pay growth"],
      `pay growth of up to ${yearly(most)} keeps up with ${name} from ${yearly(least)} and quits from ${yearly(quits)}: a permanent raise would be worth infinitely much to ${who}`,
      bound > 1e-4
        ? `let pay growth stay below ${yearly(bound)}, or raise quits or ${name}`
        : `let quits or ${name} start above 0 %/year`,
    );
  }
}
