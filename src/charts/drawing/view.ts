import { formatNumber, plural, textTable, wrap } from "../../foundation/text/text.js";
import { printable } from "../../wording/printable.js";

/** One line of a chart's data: plain values by column. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What a column of a chart's data holds. */
export interface ViewColumn {
  /** As in the rows. */
  readonly name: string;
  /** In words, with the unit. */
  readonly title: string;
}

/** A Vega-Lite specification (schema version 5 or 6): plain JSON, typed loosely so that no other package's types are needed. */
export type VegaLite = Readonly<Record<string, unknown>>;

/**
 * A chart, drawn but not yet painted: plain data that can be kept, sent and compared. `show` displays it in a notebook, `save` writes it as
 * SVG, PNG, HTML, Vega-Lite JSON or CSV.
 */
export interface View {
  /** Which chart of the gallery this is, such as `payout curves`. */
  readonly chart: string;
  /** The finding, computed from the data. */
  readonly title: string;
  /** The setting: what is shown, of what, per what. */
  readonly subtitle: string;
  /** Scenario, seed, worlds, version and status. */
  readonly footer: string;
  /** px. Of the whole picture. */
  readonly width: number;
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly Row[];
  readonly spec: VegaLite;
  /** Title, subtitle, a table of the first rows and the footer. */
  toString(): string;
}

/** What a view is made of, besides its specification. */
export type ViewParts = Pick<View, "title" | "subtitle" | "columns" | "rows">;

/** Widest line of a chart as text, and the most rows it shows. */
const pageWidth = 100;
const mostRows = 16;

/** A view that prints itself. */
export const viewOf = (chart: string, parts: ViewParts, footer: string, width: number, spec: VegaLite): View =>
  printable(
    {
      chart,
      title: parts.title,
      subtitle: parts.subtitle,
      footer,
      width,
      columns: parts.columns,
      rows: parts.rows,
      spec,
    },
    viewText,
  );

/** A chart as text: what it says, then its data. */
export function viewText({ title, subtitle, footer, columns, rows }: Omit<View, "toString">): string {
  const cells = rows.slice(0, mostRows).map((row) => columns.map(({ name }) => chartCellText(row[name] ?? null)));
  const isNumber = columns.map(({ name }) => rows.every((row) => typeof row[name] !== "string"));
  const align = isNumber.map((one) => (one ? ("right" as const) : ("left" as const)));
  const table = textTable([columns.map((one) => one.title), ...cells], { align, header: true });
  const more = rows.length > mostRows ? [`… ${plural(rows.length - mostRows, "more row")}`] : [];
  return [wrap(title, pageWidth), wrap(subtitle, pageWidth), "", table, ...more, "", wrap(footer, pageWidth)].join(
    "\n",
  );
}

/** Five significant digits are enough to read; the data file has them all. */
export function chartCellText(value: string | number | boolean | null): string {
  if (value === null) return "";
  return typeof value === "number" ? formatNumber(Number(value.toPrecision(5))) : String(value);
}

/** Whether a value is a chart. */
export const isView = (value: unknown): value is View =>
  typeof value === "object" && value !== null && "spec" in value && "chart" in value && "footer" in value;
