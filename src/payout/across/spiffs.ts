import { refuse } from "../../foundation/text/problem.js";
import { decimal, zero } from "../../foundation/values/decimal.js";
import { exactShareText, moneyShown, type PayoutLines, writeMoney, writeNothing } from "../lines/payout-lines.js";
import { type ScoreReading, shownBeside } from "../scores/reading.js";
import type { PerformancePeriod } from "../scores/service.js";

/** The attainment of a measure, or the score where none is named; undefined where there is none. */
export type Attained = (measure: string | undefined) => ScoreReading | undefined;

/** Fixed amounts on a condition: each for every period, or only once. None is paid where pay has lapsed. Gives the keys of all that are not paid again. */
export function paySpiffs(
  ledger: PayoutLines,
  period: PerformancePeriod,
  spent: ReadonlySet<string>,
  attained: Attained,
  lapse: string | undefined,
): ReadonlySet<string> {
  const now = new Set(spent);
  for (const [k, spiff] of ledger.terms.spiffs.entries()) {
    const { title, amount, measure, "at least": least, paid, from, until } = spiff;
    if ((from !== undefined && period.to < from) || (until !== undefined && period.to > until)) continue;
    // to date a year is one period however often it is settled
    const key = JSON.stringify([k, paid === "once" ? "" : period.since]);
    if (spent.has(key)) {
      writeNothing(ledger, `${title}: paid before, and only once`);
      continue;
    }
    if (lapse !== undefined) {
      writeNothing(ledger, `${title}: ${lapse}`);
      continue;
    }
    const reached = attained(measure);
    const what = measure === undefined ? "score" : `attainment of ${measure}`;
    if (reached === undefined)
      refuse(
        "",
        `${title} looks at the ${what}, which there is none of`,
        "name a measure with results, or write missing measure: as zero or as target",
      );
    const bound = decimal(least);
    const isPaid = reached.exact.gte(bound);
    const rule = `${title}: ${what} ${exactShareText(shownBeside(reached, [bound], ledger.terms))} is ${isPaid ? "" : "not "}at least ${exactShareText(bound)}`;
    const pays = isPaid ? decimal(amount) : zero;
    writeMoney(ledger, { rule, arithmetic: moneyShown(pays, ledger) }, pays, "cash");
    if (isPaid) now.add(key);
  }
  return now;
}
