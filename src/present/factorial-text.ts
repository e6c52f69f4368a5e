import type { Factorial, Interaction } from "../analysis/factorial.js";
import { note, type Piece, paragraph, type Sheet, type TableColumn, table, title } from "../foundation/sheet.js";
import type { Estimate } from "../foundation/summary.js";
import { plural } from "../foundation/text.js";
import { namesColumn, numbersColumn, verdictColumn, wordsColumn } from "./columns.js";
import { edgeUnit, estimateColumn, horizonText, nameText, oneLine } from "./numbers.js";
import { pointsNote, shareCell } from "./tables.js";

/** Longest list of each table; the rest is counted. */
const mostRows = 24;
const mostInteractions = 10;

const nameWidth = 22;

/** What the factors of a crossed run do: effects one by one, two by two, and the cells. */
export function factorialSheet(found: Factorial): Sheet {
  const { about, outcome, response, model, isComplete } = found;
  const unit = edgeUnit(
    outcome.unit,
    about.currency,
    found.cells.map(({ mean }) => mean.mean),
  );
  const what = `${oneLine(about.title)}: what the factors do to ${outcome.name}${unit.label === "" ? "" : `, ${unit.label}`}${pointsNote(outcome.unit)}`;
  const reading = `response ${response}; difference ± 95 % interval of Monte Carlo error, one at a time; ${plural(about.worlds, "world")}; ${horizonText(about.months)}; ${about.status}`;
  const missing =
    model === "interactions"
      ? isComplete
        ? []
        : ["Cells were left out: effects are least-squares estimates."]
      : ["Too few cells to tell interactions of factors from their main effects: they may sit in them."];
  return [
    [title(what), note(reading), ...missing.map(note)],
    [effectsTable(found, unit.factor)],
    ...(found.interactions.length > 0 ? [interactionPieces(found, unit.factor)] : []),
    cellsPieces(found, unit.factor),
  ];
}

const differences = (estimates: readonly (Estimate | undefined)[], factor: number): TableColumn =>
  numbersColumn("difference", estimateColumn(estimates, factor, { sign: true }));

function effectsTable({ effects }: Factorial, factor: number): Piece {
  const steps = effects.map(
    (one) => `${nameText(one.factor, nameWidth)}: ${nameText(one.from, nameWidth)} → ${nameText(one.to, nameWidth)}`,
  );
  return table("", [
    wordsColumn("effect of a factor", steps),
    differences(
      effects.map(({ difference }) => difference),
      factor,
    ),
    numbersColumn(
      "better in",
      effects.map(({ better }) => shareCell(better?.share)),
    ),
    verdictColumn(effects.map(({ verdict }) => verdict)),
  ]);
}

function interactionPieces({ interactions }: Factorial, factor: number): Piece[] {
  const order = [...interactions].sort((a, b) => Math.abs(b.difference.mean) - Math.abs(a.difference.mean));
  const shown = order.slice(0, mostInteractions);
  const step = ({ factors, from, to }: Interaction, k: 0 | 1): string =>
    `${nameText(factors[k], 12)}: ${nameText(from[k], 14)} → ${nameText(to[k], 14)}`;
  const columns = [
    wordsColumn(
      "the effect of",
      shown.map((one) => step(one, 0)),
    ),
    wordsColumn(
      "changes by, with",
      shown.map((one) => step(one, 1)),
    ),
    differences(
      shown.map(({ difference }) => difference),
      factor,
    ),
  ];
  return [table("", columns), ...restNote(order.length - shown.length, "smaller one")];
}

const restNote = (rest: number, what: string): Piece[] => (rest > 0 ? [paragraph(`and ${plural(rest, what)}`)] : []);

function cellsPieces({ cells, factors, baseline }: Factorial, factor: number): Piece[] {
  const shown = cells.slice(0, mostRows);
  const columns = [
    ...factors.map(({ name }) => {
      const levels = shown.map(({ cell }) => cell[name]);
      return namesColumn(nameText(name, nameWidth), levels, nameWidth);
    }),
    numbersColumn(
      "mean",
      estimateColumn(
        shown.map(({ mean }) => mean),
        factor,
      ),
    ),
    differences(
      shown.map(({ difference }) => difference),
      factor,
    ),
    numbersColumn(
      "better in",
      shown.map(({ better }) => shareCell(better?.share)),
    ),
  ];
  const caption = `Cells against ${nameText(baseline)}`;
  return [table(caption, columns), ...restNote(cells.length - shown.length, "more cell")];
}
