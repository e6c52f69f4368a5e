import fc from "fast-check";
import { expect, test } from "vitest";
import type { Result } from "../../src/employee-data/data.js";
import { type PeopleOptions, readTables } from "../../src/employee-data/read-people.js";
import type { MergedCells, RawCell, RawTable } from "../../src/foundation/tables/cell.js";
import { dayNumber } from "../../src/foundation/values/day-numbers.js";
import { faults, tableOf } from "./made.js";

/** What a team reached, month after month: the truth that every layout says. */
interface Team {
  readonly people: readonly string[];
  readonly measures: readonly string[];
  /** First month, counted from January of the year 0. */
  readonly first: number;
  readonly months: number;
  /** By person, measure and month. */
  readonly reached: readonly (readonly (readonly number[])[])[];
}

const team: fc.Arbitrary<Team> = fc
  .record({
    people: fc.integer({ min: 1, max: 4 }),
    measures: fc.integer({ min: 1, max: 3 }),
    first: fc.integer({ min: 2001 * 12, max: 2068 * 12 }),
    months: fc.integer({ min: 4, max: 14 }),
  })
  .chain(({ people, measures, first, months }) =>
    fc
      .array(fc.integer({ min: 100, max: 99_999 }), {
        minLength: people * measures * months,
        maxLength: people * measures * months,
      })
      .map((values) => ({
        people: ["K-1", "Ada", "B 7", "Žan"].slice(0, people),
        measures: ["account revenue", "gross profit", "new accounts"].slice(0, measures),
        ...{ first, months },
        reached: Array.from({ length: people }, (_, p) =>
          Array.from({ length: measures }, (__, m) => values.slice((p * measures + m) * months).slice(0, months)),
        ),
      })),
  );

const two = (n: number): string => String(n).padStart(2, "0");
const monthAt = (at: number) => ({ year: Math.floor(at / 12), month: (at % 12) + 1 });
const dayOf = (at: number): string => `${monthAt(at).year}-${two(monthAt(at).month)}-01`;
const lastDay = (at: number): string =>
  new Date(Date.UTC(monthAt(at).year, monthAt(at).month, 0)).toISOString().slice(0, 10);

const key = ({ person, measure, from, to, result }: Result): string => `${person} ${measure} ${from} ${to} ${result}`;

/** The truth, as results are read; in lengths of so many months. */
const truth = ({ people, measures, first, months, reached }: Team, length = 1): string[] =>
  people
    .flatMap((person, p) =>
      measures.flatMap((measure, m) =>
        Array.from({ length: months / length }, (_, k) => {
          const values = reached[p]![m]!.slice(k * length, (k + 1) * length);
          const result = values.reduce((sum, value) => sum + value, 0);
          return key({
            person,
            measure,
            from: dayOf(first + k * length),
            to: lastDay(first + (k + 1) * length - 1),
            result,
          });
        }),
      ),
    )
    .sort();

/** Ways of writing a month. */
const names = {
  English: "January February March April May June July August September October November December",
  German: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  French: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  Spanish: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  short: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  "short German": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
  "short French": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
  "short Spanish": "ene feb mar abr may jun jul ago sep oct nov dic",
};
type Written = (at: number) => string;
const named =
  (language: keyof typeof names, year: (year: number) => string): Written =>
  (at) =>
    `${names[language].split(" ")[at % 12]}${year(monthAt(at).year)}`;

const ways: Readonly<Record<string, Written>> = {
  iso: (at) => dayOf(at).slice(0, 7),
  compact: (at) => dayOf(at).slice(0, 7).replace("-", ""),
  statistics: (at) => dayOf(at).slice(0, 7).replace("-", "M"),
  turned: (at) => `${two(monthAt(at).month)}/${monthAt(at).year}`,
  day: dayOf,
  "German day": (at) => `01.${two(monthAt(at).month)}.${monthAt(at).year}`,
  ...Object.fromEntries(
    (Object.keys(names) as (keyof typeof names)[]).flatMap((language) => [
      [`${language}, full year`, named(language, (year) => ` ${year}`)],
      [`${language}, two digits`, named(language, (year) => `-${two(year % 100)}`)],
    ]),
  ),
};

type Rows = RawCell[][];
const range = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

/** Every person, measure and month, a row each. */
const cells = ({ people, measures, months, reached, first }: Team) =>
  people.flatMap((person, p) =>
    measures.flatMap((measure, m) =>
      range(months).map((k) => ({ person, measure, at: first + k, value: reached[p]![m]![k]! })),
    ),
  );

const long = (one: Team, write: (at: number) => RawCell, header = "month"): Rows => [
  ["person", "measure", header, "result"],
  ...cells(one).map(({ person, measure, at, value }) => [person, measure, write(at), value]),
];

const wide = (one: Team, write: (at: number) => RawCell): Rows => [
  ["person", "measure", ...range(one.months).map((k) => write(one.first + k))],
  ...one.people.flatMap((person, p) => one.measures.map((measure, m) => [person, measure, ...one.reached[p]![m]!])),
];

/** Measures and months as columns. */
const flat = (one: Team, write: Written): Rows => [
  ["person", ...one.measures.flatMap((measure) => range(one.months).map((k) => `${measure} ${write(one.first + k)}`))],
  ...one.people.map((person, p) => [person, ...one.reached[p]!.flat()]),
];

/** The same under a header of two rows, measures above; `isWhole` writes each group above each of its columns. */
function grouped(one: Team, write: (at: number) => RawCell, isWhole: boolean): Rows {
  const above = one.measures.flatMap((measure) =>
    range(one.months).map((k) => (k === 0 || isWhole ? measure : undefined)),
  );
  const [, ...rows] = flat(one, String);
  return [
    ["Results of the team"],
    [undefined, ...above],
    ["person", ...one.measures.flatMap(() => range(one.months).map((k) => write(one.first + k)))],
    ...rows,
  ];
}

const mergedGroups = ({ measures, months }: Team): MergedCells[] =>
  measures.map((_, m) => ({ fromRow: 1, toRow: 1, fromColumn: 1 + m * months, toColumn: (m + 1) * months }));

/** Years in rows, months in columns. */
function byYear(one: Team, write: (month: number) => string): Rows {
  const years = [...new Set(range(one.months).map((k) => monthAt(one.first + k).year))];
  return [
    ["person", "measure", "year", ...range(12).map(write)],
    ...one.people.flatMap((person, p) =>
      one.measures.flatMap((measure, m) =>
        years.map((year): RawCell[] => [
          person,
          measure,
          year,
          ...range(12).map((month) => one.reached[p]![m]![year * 12 + month - one.first]),
        ]),
      ),
    ),
  ];
}

/** Each label once, with subtotals and a grand total. */
function pivot(one: Team, write: Written, hasTotals: boolean): Rows {
  const rows: Rows = [["person", "measure", "month", "result"]];
  for (const [p, person] of one.people.entries()) {
    for (const [m, measure] of one.measures.entries())
      for (const k of range(one.months))
        rows.push([
          m + k === 0 ? person : undefined,
          k === 0 ? measure : undefined,
          write(one.first + k),
          one.reached[p]![m]![k]!,
        ]);
    if (hasTotals)
      rows.push([
        `${person} Total`,
        undefined,
        undefined,
        one.reached[p]!.flat().reduce((sum, value) => sum + value, 0),
      ]);
  }
  if (hasTotals) rows.push(["Grand Total", undefined, undefined, 1]);
  return rows;
}

const date = (at: number): RawCell => ({ day: dayOf(at), serial: dayNumber(dayOf(at)) });

/** Every layout that can say it: its rows, and its merged cells where it has some. */
function layouts(
  one: Team,
  write: Written,
): Readonly<Record<string, Rows | { readonly rows: Rows; readonly merged: MergedCells[] }>> {
  const whole = one.first % 12 === 0;
  const single = one.measures.length === 1;
  return {
    "a row a month": long(one, write),
    "a row a month, in days of a workbook": long(one, date, "Monat"),
    "a row a month, beside its year": [
      ["person", "measure", "year", "month", "result"],
      ...cells(one).map(({ person, measure, at, value }) => [
        person,
        measure,
        monthAt(at).year,
        monthAt(at).month,
        value,
      ]),
    ],
    "months as columns": wide(one, write),
    "months of a workbook as columns": wide(one, date),
    "measures and months as columns": flat(one, write),
    "measures above months": grouped(one, write, false),
    "measures above each month": grouped(one, write, true),
    "measures merged above months": { rows: grouped(one, date, false), merged: mergedGroups(one) },
    "years in rows, months in columns": byYear(one, (month) => names.short.split(" ")[month]!),
    "years in rows, German months in columns": byYear(one, (month) => names.German.split(" ")[month]!),
    "years in rows, French months in columns": byYear(one, (month) => names["short French"].split(" ")[month]!),
    "a pivot": pivot(one, write, false),
    "a pivot with totals": pivot(one, write, true),
    ...(single && whole && one.months <= 12
      ? {
          "a year above months": [
            [undefined, undefined, monthAt(one.first).year],
            ["person", "measure", ...range(one.months).map((k) => names.short.split(" ")[k]!)],
            ...wide(one, write).slice(1),
          ],
        }
      : {}),
  };
}

const roster = ({ people }: Team): RawTable =>
  tableOf(`id,salary\n${people.map((person) => `${person},70000`).join("\n")}\n`, "roster.csv");

const csv = (rows: Rows): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (cell === undefined ? "" : typeof cell === "object" ? (cell as { day: string }).day : cell))
        .join(";"),
    )
    .join("\n");

function readAs(one: Team, rows: Rows, merged: MergedCells[] | undefined, options: PeopleOptions = {}) {
  const history: RawTable = { file: "team.xlsx", sheet: "History", rows, merged, remarks: [] };
  const read = readTables({ roster: roster(one), history }, options);
  return { faults: faults(read), results: read.data.results.map(key).sort() };
}

test("whatever the layout, the same months are read", () => {
  const way = fc.constantFrom(...Object.keys(ways));
  fc.assert(
    fc.property(team, way, (one, name) => {
      for (const [layout, made] of Object.entries(layouts(one, ways[name]!))) {
        const { rows, merged } = "rows" in made ? made : { rows: made, merged: undefined };
        expect({ layout, ...readAs(one, rows, merged) }).toEqual({ layout, faults: [], results: truth(one) });
        if (merged !== undefined) continue;
        const read = readTables({ roster: roster(one), history: tableOf(csv(rows), "history.csv") });
        expect({ layout, faults: faults(read), results: read.data.results.map(key).sort() }).toEqual({
          layout,
          faults: [],
          results: truth(one),
        });
      }
    }),
    { numRuns: 20 },
  );
});

test("quarters are read the same as columns, as cells and under their year, of calendar and fiscal years", () => {
  const fiscalYear = { starts: "April", "named by": "end" } as const;
  fc.assert(
    fc.property(team, fc.boolean(), (any, isFiscal) => {
      const start = isFiscal ? 3 : 0;
      const one = {
        ...any,
        first: any.first - (any.first % 12) + start,
        months: 4 * Math.floor(any.months / 4) === 4 ? 3 : 12,
      };
      const full: Team = {
        ...one,
        reached: one.reached.map((own) => own.map((values) => range(one.months).map((k) => values[k] ?? 100 + k))),
      };
      const year = isFiscal ? `FY${two((monthAt(one.first).year + 1) % 100)}` : String(monthAt(one.first).year);
      const quarters = range(one.months / 3);
      const sums = (p: number, m: number): number[] =>
        quarters.map((q) => full.reached[p]![m]!.slice(3 * q, 3 * q + 3).reduce((sum, value) => sum + value, 0));
      const each = (row: (person: string, measure: string, p: number, m: number) => RawCell[][]): Rows =>
        one.people.flatMap((person, p) => one.measures.flatMap((measure, m) => row(person, measure, p, m)));
      const made: Readonly<Record<string, Rows>> = {
        columns: [
          ["person", "measure", ...quarters.map((q) => `Q${q + 1} ${year}`)],
          ...each((person, measure, p, m) => [[person, measure, ...sums(p, m)]]),
        ],
        "columns beside a year": [
          ["person", "measure", "year", ...quarters.map((q) => `Q${q + 1}`)],
          ...each((person, measure, p, m) => [[person, measure, year, ...sums(p, m)]]),
        ],
        cells: [
          ["person", "measure", "quarter", "result"],
          ...each((person, measure, p, m) => sums(p, m).map((sum, q) => [person, measure, `${year}-Q${q + 1}`, sum])),
        ],
        "cells beside a year": [
          ["person", "measure", "year", "quarter", "result"],
          ...each((person, measure, p, m) => sums(p, m).map((sum, q) => [person, measure, year, q + 1, sum])),
        ],
      };
      for (const [layout, rows] of Object.entries(made))
        expect({ layout, ...readAs(full, rows, undefined, { fiscalYear: isFiscal ? fiscalYear : undefined }) }).toEqual(
          { layout, faults: [], results: truth(full, 3) },
        );
    }),
    { numRuns: 20 },
  );
});
