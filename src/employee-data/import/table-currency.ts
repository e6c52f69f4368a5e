import { cellText, type RawTable, tableName } from "../../foundation/tables/cell.js";
import { numberText } from "../../foundation/tables/cells/number-text.js";
import type { ColumnSpec, Layout, MappedColumn } from "../../foundation/tables/column.js";
import { refuse } from "../../foundation/text/problem.js";
import { currencyOf } from "../../foundation/values/unit-words.js";

/** cells. Searched for a currency in each column of money. */
const currencyCells = 500;

/** The currency of a table: as given, or what its headers and first amounts say. Refuses headers of several currencies. */
export function tableCurrency(table: RawTable, layout: Layout, given: string | undefined): string | undefined {
  const ofMoney = layout.columns.filter(({ spec }) => spec !== undefined && !spec.isUnused && isMoney(spec));
  for (const { header, letter } of ofMoney) {
    const other = given ?? ofMoney.find((one) => one.header.currency !== undefined)?.header.currency;
    if (header.currency === undefined || other === undefined || header.currency === other) continue;
    const fault = `column ${letter} (${header.text}) is in ${header.currency}, not in ${other}`;
    refuse(tableName(table), fault, "convert it, so that all amounts are in one currency");
  }
  const inHeaders = ofMoney.map(({ header }) => header.currency).find((code) => code !== undefined);
  return given ?? inHeaders ?? currencyInCells(table, layout, ofMoney);
}

const isMoney = ({ reads, field }: ColumnSpec): boolean =>
  reads.startsWith("money") || ["target", "result", "amount"].includes(field);

function currencyInCells(table: RawTable, layout: Layout, ofMoney: readonly MappedColumn[]): string | undefined {
  const named = layout.columns.filter(({ spec }) => spec?.reads === "currency");
  for (const cells of table.rows.slice(layout.headerRow, layout.headerRow + currencyCells)) {
    for (const { index } of named) {
      const code = currencyOf(cellText(cells[index]));
      if (code !== undefined) return code;
    }
    for (const { index } of ofMoney) {
      const cell = cells[index];
      const code = typeof cell === "string" && /[^\d.,\s]/.test(cell) ? numberText(cell)?.currency : undefined;
      if (code !== undefined) return code;
    }
  }
  return undefined;
}
