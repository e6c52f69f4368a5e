import type { PeopleData } from "../../employee-data/data.js";
import { refuse } from "../../foundation/text/problem.js";
import { joinWords } from "../../foundation/text/text.js";
import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";

/** Whether transactions are read at all. */
export const readsTransactions = (terms: PayoutTerms): boolean =>
  terms["results from"] === "transactions" || terms["transaction rates"] !== undefined;

/**
 * The data with results and transactions whose tables name no measure counted towards the plan's only one. Refuses them where the plan has
 * several and none has their name: nobody can tell which is meant.
 */
export function withOnlyMeasure(data: PeopleData, terms: PayoutTerms, read: ReadonlySet<string>): PeopleData {
  const { reading, results, transactions } = data;
  const ofResults = results.length > 0 ? reading?.unnamedResults : undefined;
  const ofSales = readsTransactions(terms) && transactions.length > 0 ? reading?.unnamedMeasure : undefined;
  const only = (table: "history" | "transactions", called: string | undefined): string | undefined =>
    called === undefined ? undefined : onlyMeasure(reading?.files[table] ?? table, nouns[table], called, terms, read);
  const [result, sale] = [only("history", ofResults), only("transactions", ofSales)];
  return {
    ...data,
    ...(result !== undefined && { results: results.map((one) => ({ ...one, measure: result })) }),
    ...(sale !== undefined && { transactions: transactions.map((one) => ({ ...one, measure: sale })) }),
  };
}

const nouns = { history: "results", transactions: "transactions" } as const;

/** What the data call the plan's only measure; undefined where rows called so have a measure already. */
function onlyMeasure(
  place: string,
  noun: string,
  called: string,
  terms: PayoutTerms,
  read: ReadonlySet<string>,
): string | undefined {
  if (read.size === 0 || read.has(called) || Object.values(terms.measures).includes(called)) return undefined;
  const [only = "", ...others] = read;
  if (others.length > 0)
    return refuse(
      place,
      `its ${noun} name no measure, and the plan has ${joinWords([...read])}`,
      `name a column "measure", or write measures: { ${only}: ${called} }`,
    );
  return terms.measures[only] ?? only;
}
