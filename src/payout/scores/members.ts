import type { Person } from "../../employee-data/data.js";
import type { Ledger } from "../lines/ledger.js";
import { lapsesOf } from "./lapse.js";
import { membersIn, type Office, type Paying } from "./office.js";
import { keyOf } from "./rows.js";
import { overlap, type Period, serviceIn } from "./service.js";

/** Whose team, in which period, on which measures. */
interface Counting {
  readonly office: Office;
  readonly ledger: Ledger;
  readonly person: Person;
  readonly paying: Pick<Paying, "weights">;
  readonly period: Period;
}

/**
 * Those who count in the mean and the rank of a person's team: members who were there, but for those without a claim who have no
 * results on the card, which nobody needs of them.
 */
export function countedIn({ office, ledger, person, paying, period }: Counting): readonly Person[] {
  const whole = { from: period.since, to: period.to };
  const measures = Object.keys(paying.weights).filter((measure) => paying.weights[measure] > 0);
  const { results, transactions, summed } = office.rows;
  const hasResults = ({ id }: Person): boolean =>
    measures.some((measure) => {
      const key = keyOf(id, measure);
      const isSold = transactions.get(key)?.some(({ date }) => date >= whole.from && date <= whole.to);
      return results.get(key)?.some((row) => overlap(row, whole)) || (summed.has(measure) && isSold);
    });
  return membersIn(office, person, period).filter((member) => {
    const service = serviceIn(member, whole);
    if (member.id === person.id || service === undefined || hasResults(member)) return true;
    return lapsesOf({ ledger, person: member, period, service }) === undefined;
  });
}
