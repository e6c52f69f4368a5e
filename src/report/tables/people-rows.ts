import type { Reconciliation } from "../../foundation/tables/reconciliation.js";
import { list, type Piece, table } from "../../foundation/text/sheet.js";
import { formatNumber, plural } from "../../foundation/text/text.js";
import { numbersColumn, wordsColumn } from "../../wording/columns.js";
import { nameText } from "../../wording/numbers.js";

/** Whether rows of any table were set aside. */
export const hasAside = (all: readonly Reconciliation[]): boolean => all.some(({ aside }) => aside > 0);

const whole = (n: number): string => formatNumber(n);

/** What became of every row, and the sums of its columns. */
export function rowsPieces(all: readonly Reconciliation[]): Piece[] {
  const totals = all.flatMap((one) => one.totals.map((total) => ({ ...total, table: one.table })));
  const isAside = hasAside(all);
  const andAside = isAside ? " + set aside" : "";
  const amount = (value: number): string => formatNumber(value, { digits: Number.isInteger(value) ? 0 : 2 });
  return [
    table(`read = used + refused${andAside} + blank`, [
      { title: "table", cells: all.map((one) => one.table) },
      numbersColumn(
        "read",
        all.map(({ read }) => whole(read)),
      ),
      numbersColumn(
        "used",
        all.map(({ used }) => whole(used)),
      ),
      numbersColumn(
        "refused",
        all.map(({ refused }) => whole(refused)),
      ),
      ...(isAside
        ? [
            numbersColumn(
              "set aside",
              all.map(({ aside }) => whole(aside)),
            ),
          ]
        : []),
      numbersColumn(
        "blank",
        all.map(({ blank }) => whole(blank)),
      ),
      numbersColumn(
        "above the header",
        all.map(({ above }) => whole(above)),
      ),
      numbersColumn(
        "made of them",
        all.map(({ made }) => whole(made)),
      ),
    ]),
    list(
      all.flatMap(({ table: name, reasons, asides }) => [
        ...reasons.map(({ reason, rows }) => `${name}: ${plural(rows, "row")} refused, ${nameText(reason, 80)}`),
        ...asides.map(({ reason, rows }) => `${name}: ${plural(rows, "row")} set aside, ${nameText(reason, 80)}`),
      ]),
    ),
    ...(totals.length === 0
      ? []
      : [
          table(`sums: read = used + refused${andAside}`, [
            { title: "table", cells: totals.map((one) => one.table) },
            wordsColumn(
              "column",
              totals.map(({ letter, header }) => `${letter} ${nameText(header, 24)}`),
            ),
            numbersColumn(
              "read",
              totals.map(({ read }) => amount(read)),
            ),
            numbersColumn(
              "used",
              totals.map(({ used }) => amount(used)),
            ),
            numbersColumn(
              "refused",
              totals.map(({ refused }) => amount(refused)),
            ),
            ...(isAside
              ? [
                  numbersColumn(
                    "set aside",
                    totals.map(({ aside }) => amount(aside)),
                  ),
                ]
              : []),
            numbersColumn(
              "not readable",
              totals.map(({ unreadable }) => plural(unreadable, "cell")),
            ),
          ]),
        ]),
  ];
}
