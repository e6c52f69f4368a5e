import type { Estimate } from "../../foundation/maths/summary.js";
import {
  note,
  type Piece,
  paragraph,
  type Sheet,
  type TableColumn,
  table,
  title,
} from "../../foundation/text/sheet.js";
import { plural } from "../../foundation/text/text.js";
import type { Factorial, Interaction, MainEffect } from "../../results/experiments/factorial.js";
import { namesColumn, numbersColumn, verdictColumn, wordsColumn } from "../../wording/columns.js";
import { edgeUnit, estimateColumn, horizonText, nameText, oneLine } from "../../wording/numbers.js";
import { doubtPieces } from "./doubt-pieces.js";
import { pointsNote, shareCell } from "./tables.js";

/** Longest list of each table; the rest is counted. */
const mostRows = 24;
const mostInteractions = 10;

const nameWidth = 26;

/** What people read for a level: its name, and all it pays where the name speaks of some of it only. */
const labelOf = ({ factors }: Factorial, factor: string, level: string): string => {
  const found = factors.find(({ name }) => name === factor);
  return found?.labels[found.levels.indexOf(level)] ?? level;
};

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
    ...doubtPieces(found),
    [effectsTable(found, unit.factor)],
    ...(found.interactions.length > 0 ? [interactionPieces(found, unit.factor)] : []),
    cellsPieces(found, unit.factor),
  ];
}

const differences = (estimates: readonly (Estimate | undefined)[], factor: number): TableColumn =>
  numbersColumn("difference", estimateColumn(estimates, factor, { sign: true }));

function effectsTable(found: Factorial, factor: number): Piece {
  const { effects } = found;
  const level = ({ factor: name }: MainEffect, one: string): string => nameText(labelOf(found, name, one), nameWidth);
  const steps = effects.map(
    (one) => `${nameText(one.factor, nameWidth)}: ${level(one, one.from)} → ${level(one, one.to)}`,
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

function interactionPieces(found: Factorial, factor: number): Piece[] {
  const { interactions } = found;
  const level = (name: string, one: string): string => nameText(labelOf(found, name, one), nameWidth);
  const order = [...interactions].sort((a, b) => Math.abs(b.difference.mean) - Math.abs(a.difference.mean));
  const shown = order.slice(0, mostInteractions);
  const step = ({ factors, from, to }: Interaction, k: 0 | 1): string =>
    `${nameText(factors[k], 12)}: ${level(factors[k], from[k])} → ${level(factors[k], to[k])}`;
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

function cellsPieces(found: Factorial, factor: number): Piece[] {
  const { cells, factors, baseline } = found;
  const shown = cells.slice(0, mostRows);
  const columns = [
    ...factors.map(({ name }) => {
      const levels = shown.map(({ cell }) => labelOf(found, name, cell[name]));
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
