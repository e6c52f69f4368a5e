import type { PeopleData, Result, Transaction } from "../employee-data/data.js";

/** What becomes of a result. */
export interface Moved {
  readonly factor?: number;
  /** share of target */
  readonly level?: number;
}

/** The data with the results of some rows moved: by a factor, or to a level where there is nothing to multiply. */
export function moving(
  data: PeopleData,
  move: (row: Pick<Result, "person" | "from" | "to">) => Moved | undefined,
): PeopleData {
  const results = data.results.map((row): Result => {
    const { factor, level } = move(row) ?? {};
    if (level !== undefined) return { ...row, result: level * (row.target ?? 1) };
    return factor === undefined ? row : { ...row, result: row.result * factor };
  });
  const transactions = data.transactions.map((row): Transaction => {
    const { factor } = move({ person: row.person, from: row.date, to: row.date }) ?? {};
    return factor === undefined ? row : { ...row, amount: row.amount * factor };
  });
  return { ...data, results, transactions };
}
