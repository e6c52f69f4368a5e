import { central, lowHigh } from "../../foundation/maths/distribution.js";
import type { Amount } from "../../model/rewards/reward.js";
import type { Program } from "../../simulation/world/program.js";

/** What amounts are shares of. */
export interface Bases {
  /** currency/year. Base salary. */
  readonly salary: number;
  /** currency/year. Revenue of all accounts of a KAM. */
  readonly revenue: number;
}

/** The most likely salary and revenue of a KAM at the start. */
export function centralBases({ assumptions, accounts }: Pick<Program, "assumptions" | "accounts">): Bases {
  return { salary: central(assumptions.salary), revenue: accounts * central(assumptions.accountRevenue) };
}

/** The four corners of the 5th to 95th percentiles of both; all alike where both are known. */
export function cornerBases({ assumptions, accounts }: Pick<Program, "assumptions" | "accounts">): Bases[] {
  const salary = lowHigh(assumptions.salary);
  const revenue = lowHigh(assumptions.accountRevenue);
  return [salary.low, salary.high].flatMap((one) =>
    [revenue.low, revenue.high].map((other) => ({ salary: one, revenue: accounts * other })),
  );
}

/** currency/year. What a reward comes to at a payout of 1. */
export const amountAt = ({ money, ofSalary, ofRevenue }: Amount, { salary, revenue }: Bases): number =>
  money + ofSalary * salary + ofRevenue * revenue;
