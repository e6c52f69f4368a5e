import { controlVariate } from "../../results/basis/control-variate.js";
import { headlineOutcome } from "../../results/basis/outcome-columns.js";
import type { Run } from "../../simulation/data.js";

/** years. Present value of 1 a year, paid monthly over so many months. */
export function annuity(firmMonth: number, months: number): number {
  let sum = 0;
  for (let month = 0, kept = 1; month < months; month++, kept *= firmMonth) sum += kept / 12;
  return sum;
}

/** EUR per KAM-year. Net value of a design, bad luck added back, as a yearly sum of the same present value; by world. */
export function yearlyNetValue(run: Run, response: string): (design: string) => Float64Array {
  const discount = run.draws.get("firmDiscount") as Float64Array;
  const years = discount.map((one) => annuity(Math.exp(-Math.log(1 + one) / 12), run.months));
  return (design) => controlVariate(run, design, headlineOutcome, response).map((one, w) => one / years[w]);
}
