import type { View } from "../../charts/drawing/view.js";
import { type CellType, type DataTable, reader, tableOf } from "../../foundation/tables/data-table.js";

const typeOf = (cells: readonly unknown[]): CellType => {
  if (cells.every((cell) => typeof cell === "number")) return "number";
  return cells.every((cell) => typeof cell === "boolean") ? "yes or no" : "text";
};

/** The numbers in a chart; titles say the unit. */
export function viewTables({ chart, title, columns, rows }: View): DataTable[] {
  return [
    tableOf(
      chart,
      title,
      rows,
      columns.map(({ name, title: head }) => {
        const cells = rows.map((row) => row[name] ?? undefined).filter((cell) => cell !== undefined);
        const type = typeOf(cells);
        const unit = type === "number" ? (/(?:, |\[)([^,\]]+)\]?$/.exec(head)?.[1] ?? "as its title says") : "";
        return reader(type)<View["rows"][number]>(head, unit, head, (row) => {
          const cell = row[name] ?? undefined;
          return cell === undefined || type !== "text" ? cell : String(cell);
        });
      }),
    ),
  ];
}
