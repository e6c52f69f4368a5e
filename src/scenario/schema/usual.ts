import { type Distribution, mean } from "../../foundation/maths/distribution.js";
import { camelToWords } from "../../foundation/text/text.js";
import { assumptions, usualRange } from "../../model/assumptions.js";
import { usualCurrency, usualSalary } from "../../model/frame/firm.js";
import { amountOfPay } from "../../model/frame/pay-share.js";
import type { Measure } from "../../model/measures/measure.js";
import type { Checked } from "./schema.js";

/** What of a scenario its pay can be told from. */
type Paying = Pick<Checked, "currency" | "assumptions">;

/**
 * money/year. Base salary that amounts follow from where the file does not write them: the one written, its mean where it is a range;
 * undefined where none is written and the currency has no usual one.
 */
export function baseSalary({ currency, assumptions: given }: Paying): number | undefined {
  if (given.salary !== undefined) return mean(given.salary);
  return currency === usualCurrency ? usualSalary : undefined;
}

/** What a scenario that does not say what its people are paid is told. */
export const unknownPay = (currency: string): { readonly fault: string; readonly remedy: string } => ({
  fault: `not written, and only a scenario in ${usualCurrency} has a usual one, got ${currency}; amounts that are not written follow from it`,
  remedy: `write what the people are paid, such as salary: ${usualSalary} ${currency}/year`,
});

/** An assumption by its name in code, as written or at its default; undefined where that is an amount that follows from pay nobody has written. */
export function assumptionRange(checked: Paying, name: string): Distribution | undefined {
  const written = checked.assumptions[camelToWords(name)];
  if (written !== undefined) return written;
  const one = assumptions[name];
  const salary = baseSalary(checked);
  if (one.unit.dimension.startsWith("money") && salary === undefined) return undefined;
  return usualRange(one, salary ?? usualSalary);
}

/** In the scenario's currency, per KAM-year. Cost of a measure where the file does not write it. */
export const usualCost = ({ monitoring }: Measure, checked: Paying): number =>
  amountOfPay(monitoring, baseSalary(checked) ?? usualSalary);
