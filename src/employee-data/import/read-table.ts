import type { RawTable } from "../../foundation/tables/cell.js";
import { Notations } from "../../foundation/tables/cells/notation.js";
import type { Layout, MappedColumn } from "../../foundation/tables/column.js";
import { filledDown } from "../../foundation/tables/fill-down.js";
import type { TableFinding } from "../../foundation/tables/finding.js";
import { readRows, type Use, type Values } from "../../foundation/tables/read-rows.js";
import type { RowInHand } from "../../foundation/tables/row-reader.js";
import { columnsNotUsed, telling, tellingRemarks } from "./not-used.js";
import {
  openTable,
  remarkOn,
  say,
  type TableKind,
  type TableMapping,
  type TableOptions,
  type TableRead,
} from "./open-table.js";
import { wordsOfRatings } from "./ratings.js";
import { tableCurrency } from "./table-currency.js";

/** Reads a table of a kind: `use` makes rows of one of its rows, or refuses it; then nothing it makes counts. */
export function readTable<Row>(
  kind: TableKind,
  raw: RawTable,
  options: TableOptions,
  use: (values: Values, row: RowInHand) => readonly Row[],
  open: Layout = openTable(kind, raw, options),
  aside?: Use["aside"],
): TableRead<Row> {
  const { table, totals, remarks: filled } = filledDown(raw, open);
  const currency = tableCurrency(table, open, options.currency);
  const rows: Row[] = [];
  const notations = new Notations(table, open);
  const onRow = (values: Values, row: RowInHand): void => {
    notations.expect(row);
    const made = use(values, row);
    if (!row.isRefused) rows.push(...made);
  };
  const written = { ...options, currency, words: wordsOfRatings(options.ratings) };
  const read = readRows(kind.name, table, open, written, { row: onRow, aside, totals });
  const { file, sheet } = table;
  const about = { table: kind.name, file, sheet };
  const remarks = [...table.remarks, ...filled].map((reason) => ({
    ...about,
    reason,
    expected: "",
    isFault: false,
    times: 1,
  }));
  const odd = oddColumns(about, open.columns, notations.likeShares());
  const mapping: TableMapping = { ...about, headerRow: open.headerRow, currency, columns: read.columns };
  const holds = telling(table, mapping, options.ignored);
  return {
    ...{ rows, mapping, leftOut: read.leftOut },
    reconciliation: { ...read.reconciliation, made: rows.length },
    findings: [...read.findings, ...odd, ...remarks, ...tellingRemarks(mapping, holds)],
    notUsed: columnsNotUsed(mapping, holds),
  };
}

/** Columns that were taken by a guess, or whose numbers look like shares already under a header that says per cent. */
function oddColumns(about: About, columns: readonly MappedColumn[], small: readonly MappedColumn[]): TableFinding[] {
  const guesses = columns.filter(({ sureness, spec }) => sureness === "guess" && spec !== undefined && !spec.isUnused);
  const shares = "every number is small for a column in per cent: 0.4 is read as 0.4 %, not as 40 %";
  return [
    ...guesses.map(({ letter, header, spec }) =>
      remarkOn(about, `taken as ${spec!.meaning} by a guess`, {
        ...{ column: letter, header: header.text, expected: say(about.table, spec!.field), isDoubt: true },
      }),
    ),
    ...small.map(({ letter, header }) =>
      remarkOn(about, shares, { column: letter, header: header.text, isDoubt: true }),
    ),
  ];
}

type About = Pick<TableMapping, "table" | "file" | "sheet">;
