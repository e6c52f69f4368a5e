import { tableHtml } from "../../foundation/text/sheet-html.js";
import { csv } from "../../wording/csv.js";
import { htmlPage } from "./page.js";
import { svgPiece } from "./svg.js";
import { defaultTheme, type Theme } from "./theme.js";
import { chartCellText, type View } from "./view.js";

/** A chart as a page of its own: the picture, and the numbers in it as a table to open. */
export async function chartPage(view: View, theme: Theme = defaultTheme): Promise<string> {
  return htmlPage(view.title, await figure(view, "chart"), theme);
}

/** A chart and its numbers as a piece of a page. */
export async function figure(view: View, name: string): Promise<string> {
  return `<figure>${await svgPiece(view, name)}</figure>
<details><summary>The numbers in this chart</summary>
${dataTable(view)}
</details>`;
}

/** All rows of a chart's data. */
export function dataTable({ columns, rows }: View): string {
  return tableHtml({
    caption: "",
    columns: columns.map(({ name, title }) => ({
      title,
      cells: rows.map((row) => chartCellText(row[name] ?? null)),
      isWords: rows.some((row) => typeof row[name] === "string"),
    })),
  });
}

/** A chart's data as comma-separated text, numbers in full, then where it comes from. */
export function viewCsv({ columns, rows, footer }: View): string {
  const cells = rows.map((row) => columns.map(({ name }) => plain(row[name] ?? null)));
  return csv([columns.map(({ title }) => title), ...cells, [], [footer]]);
}

const plain = (value: string | number | boolean | null): string | number | undefined =>
  value === null ? undefined : typeof value === "boolean" ? String(value) : value;
