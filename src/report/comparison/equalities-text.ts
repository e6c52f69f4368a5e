import type { Estimate } from "../../foundation/maths/summary.js";
import {
  heading,
  list,
  note,
  type Piece,
  paragraph,
  type Sheet,
  type TableColumn,
  table,
  title,
} from "../../foundation/text/sheet.js";
import { plural } from "../../foundation/text/text.js";
import type { Equalities, EqualityRow, EqualityView } from "../../results/equalities.js";
import { namesColumn, numbersColumn, verdictColumn } from "../../wording/columns.js";
import { equalFor } from "../../wording/equal-words.js";
import { edgeUnit, estimateColumn, horizonText, nameText, oneLine, valueText } from "../../wording/numbers.js";

/** The same designs made equal for the firm, and for the managers in their pay or in what it is worth to them. */
export function equalitiesSheet(found: Equalities): Sheet {
  const { about, baseline, response, views } = found;
  const reading = `each kind of equality gives every design as much as "${nameText(baseline)}" has; ± is a 95 % interval of Monte Carlo error and holds that of the plans; response ${response}; ${plural(about.worlds, "world")}; ${horizonText(about.months)}; ${about.status}`;
  return [
    [title(`${oneLine(about.title)}: equal to whom?`), note(reading)],
    [heading("Net value against the baseline, by what is held equal"), differencesTable(found)],
    ...views.map((view) => viewPieces(view, found)),
  ];
}

function differencesTable({ about, views, baseline }: Equalities): Piece {
  const designs = views[0].rows.filter(({ role }) => role === "design" || role === "flat top-up");
  const cells = views.map(({ rows }) =>
    designs.map(({ design }) => rows.find((one) => one.design === design)?.difference),
  );
  const { factor, label } = edgeUnit(
    { dimension: "money" },
    about.currency,
    cells.flat().flatMap((one) => one?.mean ?? []),
  );
  const shown = (of: readonly (Estimate | undefined)[]): string[] =>
    estimateColumn(of, factor, { sign: true }).map((text, k) => (designs[k].design === baseline ? "baseline" : text));
  return table(`${label} per KAM over ${horizonText(about.months)}`, [
    namesColumn(
      "",
      designs.map(({ design }) => design),
      28,
    ),
    ...views.map(({ equalIn }, k) => numbersColumn(`equal ${equalIn}`, shown(cells[k]))),
  ]);
}

function viewPieces(view: EqualityView, found: Equalities): Piece[] {
  const { equalIn, value, rows } = view;
  const unmet = rows.filter(({ remark }) => remark !== "");
  return [
    heading(`Equal ${equalIn}: ${valueText(value, { dimension: "money/year" }, found.about.currency, 4)}`),
    paragraph(equalFor[equalIn]),
    managersTable(view, found),
    firmTable(view, found),
    ...(unmet.length === 0
      ? []
      : [
          paragraph("Could not be made equal:"),
          list(unmet.map(({ design, remark }) => `"${nameText(design)}": ${remark}`)),
        ]),
  ];
}

/** characters. Names of designs beside many numbers. */
const longestName = 22;

const designsColumn = (rows: readonly EqualityRow[]): TableColumn =>
  namesColumn(
    "",
    rows.map(({ design }) => design),
    longestName,
  );

/** What designs cost, and what managers have of them. */
function managersTable({ rows }: EqualityView, { about }: Equalities): Piece {
  const shown = [
    ["cost", "reward cost"],
    ["expected pay", "expected pay"],
    ["risk premium", "risk premium"],
    ["certainty equivalent", "certainty equivalent"],
  ] as const;
  const { factor, label } = edgeUnit(
    { dimension: "money/year" },
    about.currency,
    rows.flatMap(({ means }) => shown.map(([, name]) => means[name].mean)),
  );
  const columns = shown.map(([head, name]) =>
    numbersColumn(
      head,
      estimateColumn(
        rows.map(({ means }) => means[name]),
        factor,
      ),
    ),
  );
  const factors = numbersColumn("amounts ×", estimateColumn(factorsOf(rows), 1));
  return table(`${label} and KAM`, [designsColumn(rows), factors, ...columns]);
}

/** What designs are worth to the firm. */
function firmTable({ rows }: EqualityView, { about, baseline }: Equalities): Piece {
  const { factor, label } = edgeUnit(
    { dimension: "money" },
    about.currency,
    rows.flatMap(({ difference }) => difference?.mean ?? []),
  );
  const means = rows.map(({ means: all }) => all["net value"]);
  const differences = rows.map(({ difference }) => difference);
  return table(`${label} per KAM over ${horizonText(about.months)}`, [
    designsColumn(rows),
    numbersColumn("net value", estimateColumn(means, factor)),
    numbersColumn(`against "${nameText(baseline)}"`, estimateColumn(differences, factor, { sign: true })),
    verdictColumn(rows.map(({ difference, verdict }) => (difference === undefined ? undefined : verdict))),
  ]);
}

/** Factors on amounts; a flat top-up is an amount, not a factor. */
const factorsOf = (rows: readonly EqualityRow[]): (Estimate | undefined)[] =>
  rows.map(({ role, factor }) => (role === "design" ? factor : undefined));
