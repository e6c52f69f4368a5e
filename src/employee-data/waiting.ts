import { groupBy } from "../foundation/values/groups.js";
import type { LeftOutRow, PeopleData } from "./data.js";

/** Somebody who is not paid until rows that were left out are mended, with those rows. */
export interface WaitingPerson {
  readonly person: string;
  readonly rows: readonly LeftOutRow[];
}

/** Everybody for whom a row was left out, in order of the rows. */
export function waitingPeople({ reading }: PeopleData): WaitingPerson[] {
  const waits = (reading?.leftOut ?? []).flatMap((row) => row.waits.map((person) => ({ person, row })));
  const rows = groupBy(
    waits,
    ({ person }) => person,
    ({ row }) => row,
  );
  return [...rows].map(([person, own]) => ({ person, rows: own }));
}

/** Rows that were left out and do not say whose they are: nobody waits for them alone. */
export const ownerlessOf = ({ reading }: PeopleData): LeftOutRow[] =>
  (reading?.leftOut ?? []).filter(({ waits }) => waits.length === 0);
