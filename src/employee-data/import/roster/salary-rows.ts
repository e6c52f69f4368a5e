import type { RowInHand } from "../../../foundation/tables/row-reader.js";
import { groupBy } from "../../../foundation/values/groups.js";
import type { Person, SalaryFrom } from "../../data.js";

/** A row of a roster: a person, and the day the salary in it holds from. */
export interface SalaryRow extends Person {
  readonly from: string | undefined;
}

interface Known {
  readonly one: SalaryRow;
  readonly number: number;
}

/** What may not differ between the rows of one person. */
const fixed = [
  ["joined", "first day"],
  ["left", "last day"],
] as const;

/** What is taken from the last row of a person. */
const latest = ["name", "email", "team", "segment", "background"] as const;

/** Rows of a roster by person, while they are read. */
export class SalaryRows {
  private readonly known = new Map<string, Known[]>();
  private readonly hasDays: boolean;
  private readonly hasYears: boolean;

  /** `hasDays`: whether the roster has a column of days from which salaries hold; `hasYears`: columns of pay by year. */
  constructor(hasDays: boolean, hasYears: boolean) {
    this.hasDays = hasDays;
    this.hasYears = hasYears;
  }

  /** Refuses a row that is neither a person's only one nor a salary of another day. */
  expect(one: SalaryRow, row: RowInHand): void {
    const others = this.known.get(one.id) ?? [];
    const [first] = others;
    if (first === undefined) return;
    const key = this.hasDays ? "salaryFrom" : "id";
    const twin = this.hasYears ? first : others.find((other) => other.one.from === one.from);
    if (twin !== undefined) {
      const reason = this.hasDays ? "a second salary from the same day" : "the person is on the roster already";
      const each = this.hasDays ? "one row a person and day" : "one row a person";
      row.refuse({ reason, expected: `${each}; the first is row ${twin.number}`, key });
      return;
    }
    for (const [field, words] of fixed) {
      const other = others.find((known) => known.one[field] !== undefined)?.one[field];
      if (one[field] !== undefined && other !== undefined && one[field] !== other)
        row.refuse({ reason: `another ${words} than in an earlier row`, expected: `${other}, or blank`, key: field });
    }
    for (const field of latest)
      if (one[field] !== undefined && one[field] !== (first.one[field] ?? one[field]))
        row.remark({
          reason: "changes between the rows of a person; the last holds throughout",
          expected: "",
          key: field,
        });
  }

  /** Takes a row that is not refused. */
  add(one: SalaryRow, number: number): void {
    this.known.set(one.id, [...(this.known.get(one.id) ?? []), { one, number }]);
  }
}

/** The people of a roster, in order of their first rows; those with several, or with a day, with what their salaries were. */
export function peopleOf(rows: readonly SalaryRow[]): Person[] {
  return [...groupBy(rows, ({ id }) => id).values()].map((own) => {
    own.sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
    const { from: _from, ...last } = own.at(-1)!;
    const given = own.map((row) => Object.entries(row).filter(([, value]) => value !== undefined));
    const { from: _own, ...person } = Object.fromEntries(given.flat()) as unknown as SalaryRow;
    const { salary, targetIncentive, midpoint } = last;
    const now = { ...last, ...person, salary, targetIncentive, midpoint };
    if (own.length === 1 && own[0]!.from === undefined) return now;
    const salaries = own.map((row): SalaryFrom => {
      return { from: row.from, salary: row.salary, targetIncentive: row.targetIncentive, midpoint: row.midpoint };
    });
    return { ...now, salaries };
  });
}
