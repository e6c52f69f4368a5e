import { groupBy } from "../../foundation/values/groups.js";
import type { FactorLevels } from "../schema/hypothesis.js";
import type { CheckedDesign } from "../schema/schema.js";
import { type DesignDifferences, differencesOf, type Profile } from "./design-aspects.js";
import { leavesApart, saysCurve } from "./written-leaves.js";

type Cell = Readonly<Record<string, string>>;

/** A design with what it pays. */
export interface Named {
  readonly name: string;
  readonly design: CheckedDesign;
  readonly profile: Profile;
}

export interface Crossed extends Named {
  readonly cell: Cell;
  /** Its settings as written, by their path. */
  readonly leaves: ReadonlyMap<string, string>;
}

/** Two designs that differ in the level of one factor. */
export interface Pair {
  readonly factor: string;
  readonly levels: readonly [string, string];
  readonly one: Crossed;
  readonly other: Crossed;
  readonly differences: DesignDifferences;
  /** Settings that differ as written, by their path. */
  readonly leaves: readonly string[];
  /** Whether either says its curve: what rewards usually have goes with the reward. */
  readonly isCurveSaid: boolean;
}

/** Levels of one factor up to which every two are compared; of more, each with the first. */
const mostCompared = 12;

/** The cells that differ in one factor alone, two by two; levels in order of appearance. */
export const pairsOf = (crossed: readonly Crossed[], factors: FactorLevels): readonly Pair[] =>
  [...factors.keys()].flatMap((factor) => {
    const levels = [...(factors.get(factor) ?? [])];
    return alike(crossed, factor, [...factors.keys()]).flatMap((group) => {
      const sorted = [...group].sort((a, b) => levels.indexOf(a.cell[factor]) - levels.indexOf(b.cell[factor]));
      const first = levels.length > mostCompared ? sorted.slice(0, 1) : sorted;
      return first.flatMap((one, k) => sorted.slice(k + 1).map((other) => pairOf(factor, one, other)));
    });
  });

/** Cells in groups that agree in every other factor. */
function alike(crossed: readonly Crossed[], factor: string, factors: readonly string[]): readonly Crossed[][] {
  const others = (one: Crossed): string =>
    JSON.stringify(factors.map((name) => (name === factor ? "" : one.cell[name])));
  return [...groupBy(crossed, others).values()];
}

const pairOf = (factor: string, one: Crossed, other: Crossed): Pair => ({
  factor,
  levels: [one.cell[factor], other.cell[factor]],
  one,
  other,
  differences: differencesOf(one.profile, other.profile),
  leaves: leavesApart(one.leaves, other.leaves),
  isCurveSaid: saysCurve(one.leaves) || saysCurve(other.leaves),
});

/** Whether two cells give the same design. */
export const isNothing = ({ differences: { only, aspects } }: Pair): boolean =>
  only[0].length + only[1].length + aspects.length === 0;

/** Pairs of one factor by their two levels. */
export function byLevels(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  return [...groupBy(pairs, ({ factor, levels }) => JSON.stringify([factor, ...levels])).values()];
}
