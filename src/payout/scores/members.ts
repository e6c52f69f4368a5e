import type { Person } from "../../employee-data/data.js";
import type { PayoutLines } from "../lines/payout-lines.js";
import { lapsesOf } from "./lapse.js";
import { membersIn, type PayableReward, type PayoutContext } from "./payout-context.js";
import { resultKey } from "./rows.js";
import { overlap, type PerformancePeriod, serviceIn } from "./service.js";

/** Whose team, in which period, on which measures. */
interface Counting {
  readonly context: PayoutContext;
  readonly ledger: PayoutLines;
  readonly person: Person;
  readonly paying: Pick<PayableReward, "weights">;
  readonly period: PerformancePeriod;
}

/**
 * Those who count in the mean and the rank of a person's team: members who were there, but for those without a reward period who have no
 * results on the card, which nobody needs of them.
 */
export function countedIn({ context, ledger, person, paying, period }: Counting): readonly Person[] {
  const whole = { from: period.since, to: period.to };
  const measures = Object.keys(paying.weights).filter((measure) => paying.weights[measure] > 0);
  const { results, transactions, summed } = context.rows;
  const hasResults = ({ id }: Person): boolean =>
    measures.some((measure) => {
      const key = resultKey(id, measure);
      const isSold = transactions.get(key)?.some(({ date }) => date >= whole.from && date <= whole.to);
      return results.get(key)?.some((row) => overlap(row, whole)) || (summed.has(measure) && isSold);
    });
  return membersIn(context, person, period).filter((member) => {
    const service = serviceIn(member, whole);
    if (member.id === person.id || service === undefined || hasResults(member)) return true;
    return lapsesOf({ ledger, person: member, period, service }) === undefined;
  });
}
