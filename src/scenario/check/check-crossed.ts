import { didYouMean, nearest, Problem } from "../../foundation/text/problem.js";
import type { KeyPath } from "../document/place.js";
import {
  assumptionNamed,
  conditionOf,
  type FactorLevels,
  factorLevels,
  type Hypothesis,
} from "../schema/hypothesis.js";
import type { Checked } from "../schema/schema.js";
import type { Add } from "./check-designs.js";

type Find = (path: KeyPath, finding: string) => void;

/** Cells of one scenario have the same factors, and each stands for another combination of levels. */
export function checkCells({ designs }: Checked, add: Add): void {
  const seen = new Map<string, string>();
  let first: readonly [name: string, factors: readonly string[]] | undefined;
  for (const [name, { cell }] of Object.entries(designs)) {
    if (cell === undefined) continue;
    const path = ["designs", name, "cell"];
    const factors = Object.keys(cell).sort();
    first ??= [name, factors];
    if (factors.length === 0) add(path, "no factors", "leave cell out, or say the level of each factor");
    if (factors.join("\n") !== first[1].join("\n")) {
      add(
        path,
        `its factors are ${factors.join(", ")}, those of "${first[0]}" ${first[1].join(", ")}`,
        "name the same",
      );
    }
    const levels = JSON.stringify(factors.map((factor) => cell[factor]));
    const twin = seen.get(levels);
    if (twin !== undefined) add(path, `the same cell as "${twin}"`, "change a level or leave one out");
    seen.set(levels, twin ?? name);
  }
}

/** Factors of the scenario's cells with their levels; empty where it is not crossed. */
const factorsOf = ({ designs }: Checked): FactorLevels =>
  factorLevels(Object.values(designs).flatMap(({ cell }) => (cell === undefined ? [] : [cell])));

interface Names {
  readonly designs: readonly string[];
  readonly outcomes: readonly string[];
}

/** Hypotheses name designs, outcomes, factors, levels and assumptions that exist. */
export function checkHypotheses(checked: Checked, names: Names, add: Add, find: Find): void {
  const factors = factorsOf(checked);
  for (const [key, one] of Object.entries(checked.hypotheses)) {
    const at = (...path: KeyPath): KeyPath => ["hypotheses", key, ...path];
    if (one.contrast === undefined) checkSides(one, names, at, add);
    else checkContrast(one, one.contrast, factors, at, add, find);
    checkCondition(one, factors, checked.currency, at, add);
    if (!names.outcomes.includes(one.outcome)) {
      const near = nearest(one.outcome, names.outcomes);
      add(
        at("outcome"),
        `unknown outcome "${one.outcome}"`,
        near ? `did you mean "${near}"?` : didYouMean(one.outcome, names.outcomes),
      );
    }
  }
}

type At = (...path: KeyPath) => KeyPath;

function checkSides(one: Hypothesis, { designs }: Names, at: At, add: Add): void {
  for (const side of ["design", "against"] as const) {
    const name = one[side];
    if (name === undefined)
      add(at(), `${side} is missing`, "add design and against, or contrast with factor, from, to");
    else if (!designs.includes(name)) add(at(side), `unknown design "${name}"`, didYouMean(name, designs));
  }
}

function checkContrast(
  one: Hypothesis,
  { factor, from, to }: NonNullable<Hypothesis["contrast"]>,
  factors: FactorLevels,
  at: At,
  add: Add,
  find: Find,
): void {
  for (const side of ["design", "against"] as const) {
    if (one[side] !== undefined)
      add(at(side), "a contrast of levels compares no two designs", "leave it or contrast out");
  }
  if (from === to) add(at("contrast", "to"), `"${to}" is compared with itself`, "name another level");
  if (factors.size === 0) {
    find(at("contrast"), `it is about the factor ${factor}: cross the scenario to test it`);
    return;
  }
  const levels = factors.get(factor);
  if (levels === undefined) {
    add(at("contrast", "factor"), `unknown factor "${factor}"`, didYouMean(factor, factors.keys()));
    return;
  }
  for (const [side, level] of Object.entries({ from, to })) {
    if (!levels.includes(level)) {
      add(at("contrast", side), `unknown level "${level}" of ${factor}`, didYouMean(level, levels));
    }
  }
}

/** Before a scenario is crossed nobody knows its factors: then only ranges of assumptions are read. */
function checkCondition(one: Hypothesis, factors: FactorLevels, currency: string, at: At, add: Add): void {
  const isKnown = ([name]: readonly [string, unknown]): boolean => assumptionNamed(name) !== undefined;
  const isOpen = one.contrast !== undefined && factors.size === 0;
  const known = (where: Hypothesis["where"]): Hypothesis["where"] =>
    isOpen && where ? Object.fromEntries(Object.entries(where).filter(isKnown)) : where;
  const readable = {
    ...one,
    where: known(one.where),
    contrast: one.contrast && { ...one.contrast, where: known(one.contrast.where) },
  };
  try {
    conditionOf(readable, factors, currency);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    for (const { place, fault, remedy } of error.faults) add(at(...pathOf(place)), fault, remedy);
  }
}

/** `contrast.where.name`, `where.name`; names may hold points. */
function pathOf(place: string): KeyPath {
  const [, before, name] = /^((?:contrast\.)?where)\.(.*)$/s.exec(place) ?? [];
  return before === undefined ? [] : [...before.split("."), name];
}
