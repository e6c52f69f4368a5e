import { refuse } from "../../foundation/text/problem.js";
import type { Run } from "../../simulation/data.js";

/** One design of a crossed run. */
export interface GridCell {
  readonly design: string;
  readonly title: string;
  /** Level by factor. */
  readonly cell: Readonly<Record<string, string>>;
  /** Number of the level of each factor, in the order of the factors. */
  readonly at: readonly number[];
}

export interface GridFactor {
  readonly name: string;
  /** In order of appearance. */
  readonly levels: readonly string[];
}

/** The cells of a crossed run, in the run's order. */
export interface Grid {
  readonly factors: readonly GridFactor[];
  readonly cells: readonly GridCell[];
  /** Whether every combination of levels is there. */
  readonly isComplete: boolean;
}

/** The cells a run remembers of `cross`. Throws a Problem for a run without any. */
export function gridOf(run: Run): Grid {
  const found = run.designs.flatMap(({ name, title, cell }) =>
    cell === undefined ? [] : [{ design: name, title, cell }],
  );
  if (found.length === 0) refuse("run", "its designs are not crossed", "cross the scenario, then simulate it");
  const factors = Object.keys(found[0].cell).map((name) => ({
    name,
    levels: [...new Set(found.map(({ cell }) => cell[name]))],
  }));
  const cells = found.map((one) => ({
    ...one,
    at: factors.map(({ name, levels }) => levels.indexOf(one.cell[name])),
  }));
  const combinations = factors.reduce((count, { levels }) => count * levels.length, 1);
  return { factors, cells, isComplete: cells.length === combinations };
}
