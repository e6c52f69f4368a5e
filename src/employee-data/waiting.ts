import type { LeftOutRow, PeopleData } from "./data.js";

/** Somebody who is not paid until rows that were left out are mended, with those rows. */
export interface WaitingPerson {
  readonly person: string;
  readonly rows: readonly LeftOutRow[];
}

/** Everybody for whom a row was left out, in order of the rows. */
export function waitingPeople({ reading }: PeopleData): WaitingPerson[] {
  const rows = new Map<string, LeftOutRow[]>();
  for (const row of reading?.leftOut ?? []) {
    for (const person of row.waits) {
      const own = rows.get(person);
      if (own) own.push(row);
      else rows.set(person, [row]);
    }
  }
  return [...rows].map(([person, own]) => ({ person, rows: own }));
}

/** Rows that were left out and do not say whose they are: nobody waits for them alone. */
export const ownerlessOf = ({ reading }: PeopleData): LeftOutRow[] =>
  (reading?.leftOut ?? []).filter(({ waits }) => waits.length === 0);
