import { refuse } from "../../foundation/problem.js";
import { joinWords } from "../../foundation/text.js";
import type { PayoutTerms } from "../../scenario/payout-terms.js";
import type { PeopleData } from "../people/people-data.js";

/** Whether transactions are read at all. */
export const readsTransactions = (terms: PayoutTerms): boolean =>
  terms["results from"] === "transactions" || terms["transaction rates"] !== undefined;

/**
 * The data with transactions whose table names no measure counted towards the plan's only one. Refuses them where the plan has several and
 * none has their name: nobody can tell which is meant.
 */
export function withOnlyMeasure(data: PeopleData, terms: PayoutTerms, read: ReadonlySet<string>): PeopleData {
  const unnamed = data.reading?.unnamedMeasure;
  if (unnamed === undefined || !readsTransactions(terms) || data.transactions.length === 0 || read.size === 0)
    return data;
  if (read.has(unnamed) || Object.values(terms.measures).includes(unnamed)) return data;
  const [only = "", ...others] = read;
  if (others.length > 0)
    return refuse(
      data.reading?.files.transactions ?? "transactions",
      `its transactions name no measure, and the plan has ${joinWords([...read])}`,
      `name a column "measure", or write measures: { ${only}: ${unnamed} }`,
    );
  const measure = terms.measures[only] ?? only;
  return { ...data, transactions: data.transactions.map((one) => ({ ...one, measure })) };
}
