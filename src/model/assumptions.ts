import { type Distribution, fixed } from "../foundation/maths/distribution.js";
import { formatQuantity, parseRange, type Unit } from "../foundation/values/quantity.js";
import { namesOf } from "../foundation/values/record.js";
import { accounts } from "./accounts/index.js";
import { firm, usualCurrency, usualSalary } from "./frame/firm.js";
import type { Assumption } from "./frame/part.js";
import { amountOfPay, type PayShare, payShareText } from "./frame/pay-share.js";
import type { OwnedBy } from "./frame/step.js";
import { readingAssumptions } from "./measures/activity-reading.js";
import { surveyAssumptions } from "./measures/state-reading.js";
import { people } from "./people/index.js";
import { patience } from "./people/patience.js";
import { responseAssumptions } from "./responses/response-assumptions.js";
import { rewardAssumptions } from "./rewards/reward-assumptions.js";

type StepAssumption = OwnedBy<(typeof accounts)[keyof typeof accounts] | (typeof people)[keyof typeof people]>;

const stepAssumptions = Object.assign(
  {},
  ...[...Object.values(accounts), ...Object.values(people)].map((step) => step.assumptions),
) as Readonly<Record<StepAssumption, Assumption>>;

const all = {
  ...firm,
  ...stepAssumptions,
  ...patience,
  ...readingAssumptions,
  ...surveyAssumptions,
  ...rewardAssumptions,
  ...responseAssumptions,
};

/** Name in code of an uncertain number of the model. */
export type AssumptionName = keyof typeof all;

/** Every uncertain number of the model by its name in code, in a fixed order. */
export const assumptions: Readonly<Record<string, Assumption>> = all;

export const assumptionNames: readonly AssumptionName[] = namesOf(all);

/** The default of an assumption where the base salary is so much: amounts of money follow from it. */
export const usualRange = ({ value, unit }: Assumption, salary: number): Distribution =>
  typeof value === "object" ? fixed(amountOfPay(value, salary)) : parseRange(value, unit, { currency: usualCurrency });

/** A default in words: `5 % to 18 %, most likely 10 %`; an amount as a share of pay and what that is. */
export const defaultText = ({ value, unit }: Assumption): string =>
  typeof value === "object" ? shareAndAmount(value, unit) : String(value);

/** `1/24 of base salary: 3000 EUR/year at 72 000 EUR/year`. */
export function shareAndAmount(share: PayShare, unit: Unit): string {
  if (share.parts === 0) return payShareText(share);
  const written = (amount: number): string => formatQuantity(amount, unit, usualCurrency);
  return `${payShareText(share)}: ${written(amountOfPay(share, usualSalary))} at ${formatQuantity(usualSalary, { dimension: "money/year" }, usualCurrency)}`;
}
