import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { type FactorLevels, factorLevels, type Hypothesis } from "../../scenario/schema/hypothesis.js";
import type { Run } from "../../simulation/data.js";

import { type Grid, gridOf } from "../basis/grid.js";
import { knownDesign } from "../basis/outcome-columns.js";

/** The designs a claim is about and those they are compared with; either side is a plain average. */
export interface Sides {
  readonly own: readonly string[];
  readonly other: readonly string[];
}

/** Factors of the cells a run remembers; empty where it is not crossed. */
export const factorsIn = (run: Run): FactorLevels =>
  factorLevels(run.designs.flatMap(({ cell }) => (cell === undefined ? [] : [cell])));

/**
 * Two designs, or the cells at two levels of a factor that agree in every other factor: a level is never compared across other levels.
 * `levels` restricts the other factors. Throws a Problem for unknown names and where no two cells match.
 */
export function sidesOf(run: Run, one: Hypothesis, levels: ReadonlyMap<string, readonly string[]>): Sides {
  if (one.contrast !== undefined) return matched(gridOf(run), one.contrast, levels);
  const of = (key: "design" | "against"): readonly string[] => {
    const name = one[key] ?? refuse(key, "no design", "name design and against, or give a contrast of levels");
    return [knownDesign(run, name, key).name];
  };
  return { own: of("design"), other: of("against") };
}

function matched(
  { factors, cells }: Grid,
  { factor, from, to }: NonNullable<Hypothesis["contrast"]>,
  levels: ReadonlyMap<string, readonly string[]>,
): Sides {
  const names = factors.map(({ name }) => name);
  const known = factors.find(({ name }) => name === factor);
  if (known === undefined) return refuse("contrast", `unknown factor "${factor}"`, didYouMean(factor, names));
  for (const level of [from, to]) {
    if (!known.levels.includes(level)) {
      refuse("contrast", `unknown level "${level}" of ${factor}`, didYouMean(level, known.levels));
    }
  }
  if (from === to) refuse("contrast", `"${to}" is compared with itself`, "name another level");
  if (levels.has(factor)) refuse("where", `${factor} is what is compared`, "leave it out of where");
  const admitted = cells.filter(({ cell }) => [...levels].every(([name, some]) => some.includes(cell[name])));
  const others = names.filter((name) => name !== factor);
  const pairs = admitted
    .filter(({ cell }) => cell[factor] === to)
    .flatMap((own) => {
      const other = admitted.find(
        ({ cell }) => cell[factor] === from && others.every((name) => cell[name] === own.cell[name]),
      );
      return other === undefined ? [] : [{ own: own.design, other: other.design }];
    });
  if (pairs.length === 0) {
    refuse("contrast", `no two cells differ in ${factor} alone`, "cross every level, or ask factorial for its effect");
  }
  return { own: pairs.map(({ own }) => own), other: pairs.map(({ other }) => other) };
}
