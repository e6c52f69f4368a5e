import { blank, type DataTable, tableOf, textColumn } from "../../foundation/tables/data-table.js";
import { refuse } from "../../foundation/text/problem.js";
import type { Run } from "../../simulation/data.js";
import type { Observations } from "../../simulation/observation/data.js";
import { aboutTables, assumptionUnit } from "./about-tables.js";
import { hypothesisTables } from "./hypothesis-tables.js";
import { observedTables } from "./observed-tables.js";
import { assumptionsTable, outcomeForms, outcomesTable, worldsTable } from "./outcome-tables.js";
import { planTables } from "./plan-tables.js";
import { runTable } from "./run-table.js";

/** What every table holds, column by column; itself included. */
function dictionary(tables: readonly DataTable[]): DataTable {
  const rowsOf = (all: readonly DataTable[]) =>
    all.flatMap((table) => table.columns.map((column) => ({ table, column })));
  const made = (all: readonly DataTable[]): DataTable =>
    tableOf("columns", "Every column of every table: the data dictionary.", rowsOf(all), [
      textColumn("table", "name", ({ table }) => table.name),
      textColumn("rows", "what a row of the table is", ({ table }) => table.summary),
      textColumn("column", "name", ({ column }) => column.name),
      textColumn("type", "text, whole, number, yes or no", ({ column }) => column.type),
      blank(
        textColumn("unit", "what 1 is of; blank for names, texts and counts from 0 or 1", ({ column }) => column.unit),
      ),
      textColumn("meaning", "in words", ({ column }) => column.meaning),
    ]);
  const [first, ...others] = tables;
  return made([first, made([]), ...others]);
}

/**
 * Every table of a run from which all that is reported of it can be worked out again (docs/export.md): what the run is, what every column
 * means, designs, assumptions as drawn, outcomes by world in each form they take on the way to a result, plans and slopes, hypotheses; and
 * what `observe` saw, where that is given. Throws a Problem where what was seen is of another run.
 */
export function runTables(run: Run, seen?: Observations): readonly DataTable[] {
  if (seen !== undefined && (seen.run.hash !== run.hash || seen.run.seed !== run.seed))
    refuse("observations", "they are of another run", "observe the run that is written");
  const tables = [
    runTable(run),
    ...aboutTables(run),
    ...hypothesisTables(run),
    ...planTables(run),
    worldsTable(run),
    assumptionsTableOf(run),
    ...outcomeForms(run),
    ...(seen === undefined ? [] : observedTables(seen)),
  ];
  return [tables[0], dictionary(tables), ...tables.slice(1)].map(ofRun(run));
}

/** A table that says what run it is of. */
const ofRun =
  ({ name, title, hash, version, seed, worlds, months, managers, currency, isComplete, shard }: Run) =>
  (table: DataTable): DataTable => ({
    ...table,
    currency,
    about: { name, title, hash, version, seed, worlds, months, managers, currency, isComplete, shard },
  });

/** The assumptions of a run as drawn, with their units. */
export const assumptionsTableOf = (run: Run): DataTable => ofRun(run)(assumptionsTable(run, assumptionUnit(run)));

/** Outcomes as they happened at the plans that were run. */
export const outcomesTableOf = (run: Run): DataTable => ofRun(run)(outcomesTable(run));
