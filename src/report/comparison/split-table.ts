import { type Piece, paragraph, table } from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { headlineOutcome } from "../../results/basis/outcome-columns.js";
import type { Comparison, ComparisonRow } from "../../results/compare.js";
import type { VariancePart } from "../../results/statistics/variance-split.js";
import { namesColumn, numbersColumn } from "../../wording/columns.js";
import { edgeUnit, nameText, percent, placesFor, rounded } from "../../wording/numbers.js";

const nameWidth = 30;

type SplitRow = ComparisonRow & { readonly varianceSplit: NonNullable<ComparisonRow["varianceSplit"]> };

/** Why differences from the baseline are not the same for everybody: luck, assumptions and response, as standard deviations and as shares. */
export function splitTable(comparison: Comparison, order: readonly string[]): Piece {
  const { about, baseline } = comparison;
  const rows = order.flatMap((name) =>
    comparison.rows.filter(
      (row): row is SplitRow =>
        row.outcome === headlineOutcome && row.design === name && row.varianceSplit !== undefined,
    ),
  );
  if (rows.length === 0)
    return paragraph(
      "Every draw of the assumptions was played with one luck: luck and assumptions are not told apart.",
    );
  const deviations = rows.map(({ varianceSplit }) => Math.sqrt(varianceSplit.assumptions.value));
  const unit = edgeUnit({ dimension: "money" }, about.currency, deviations);
  const places = placesFor(deviations.map((one) => one * unit.factor));
  const column = (title: string, of: (row: SplitRow) => VariancePart) =>
    numbersColumn(
      title,
      rows.map((row) => {
        const { value, share } = of(row);
        return `${rounded(Math.sqrt(value) * unit.factor, places)} (${percent(share)})`;
      }),
    );
  const caption = `Standard deviation of the difference in net value from "${nameText(baseline)}", ${unit.label} per KAM, and share of its variance`;
  return table(caption, [
    namesColumn(
      "",
      rows.map(({ design }) => design),
      nameWidth,
    ),
    column("luck", ({ varianceSplit }) => varianceSplit.luck),
    column("assumptions", ({ varianceSplit }) => varianceSplit.assumptions),
    column("response", ({ varianceSplit }) => varianceSplit.response),
  ]);
}

/** How the table of parts is to be read. */
export function splitText({ about, rows }: Comparison): string {
  const split = rows.find((row) => row.varianceSplit !== undefined)?.varianceSplit;
  if (split === undefined) return "";
  const names = joinWords(split.responses.map((one) => `"${one}"`));
  const team = plural(about.managers, "manager");
  return `Luck: what differs between teams of ${team} under the same assumptions; it falls with the size of the team. Assumptions: what differs with what nobody knows. Response: what differs with how people react, ${names} counting alike. More worlds change none of them.`;
}
