import type { HeldName } from "../../model/outcomes/held.js";
import type { Outcome } from "../../model/outcomes/outcome.js";
import { type BatchInputs, runTask } from "../batch/batch.js";
import type { Steps } from "../batch/steps.js";
import type { Slopes } from "../data.js";
import type { Task } from "../world/program.js";

/**
 * How far a plan is moved both ways to see how outcomes answer: share of its amounts, score. Wide, because single events (who leaves, which
 * account is lost) flip at every step, and their noise falls with the width; what the width leaves out is of third order.
 */
export const slopeReach = { scale: 0.2, shift: 0.06 } as const;

/** Slopes world by world: [outcome][world], its control added. */
export interface WorldSlopes {
  readonly worlds: number;
  readonly names: readonly string[];
  readonly byScale: readonly Float64Array[];
  /** Empty where targets stay as they are. */
  readonly byShift: readonly Float64Array[];
}

/**
 * Slopes of outcomes about a task's plan, by central differences on the same worlds (common random numbers: Glasserman & Yao 1992). Pauses
 * before every batch.
 */
export function* worldSlopes(
  stocks: readonly BatchInputs[],
  task: Task,
  outcomes: readonly Outcome[],
  isShifted: boolean,
): Steps<WorldSlopes> {
  const { scale, shift } = slopeReach;
  const worlds = stocks.reduce((sum, { count }) => sum + count, 0);
  const columns = (): Float64Array[] => outcomes.map(() => new Float64Array(worlds));
  const [byScale, byShift] = [columns(), isShifted ? columns() : []];
  const add = (
    to: readonly Float64Array[],
    from: number,
    batchInputs: BatchInputs,
    plan: Partial<Task>,
    factor: number,
  ): void => {
    const values = runTask(batchInputs, { ...task, ...plan }, outcomes);
    for (let k = 0; k < values.length; k++)
      to[Math.floor(k / batchInputs.count)][from + (k % batchInputs.count)] += factor * values[k];
  };
  let from = 0;
  for (const batchInputs of stocks) {
    for (const sign of [1, -1]) {
      yield;
      add(byScale, from, batchInputs, { scale: task.scale * (1 + sign * scale) }, sign / (2 * scale));
      yield;
      if (isShifted) add(byShift, from, batchInputs, { shift: task.shift + sign * shift }, sign / (2 * shift));
    }
    from += batchInputs.count;
  }
  const steady = (all: readonly Float64Array[]): readonly Float64Array[] =>
    all.map((values, k) => {
      const control = all[outcomes.findIndex(({ name }) => name === outcomes[k].control)];
      return control === undefined ? values : values.map((one, w) => one + control[w]);
    });
  return { worlds, names: outcomes.map(({ name }) => name), byScale: steady(byScale), byShift: steady(byShift) };
}

const meanOf = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Means of slopes and their errors; `own` are those of the design in which an outcome and the share at target are held, in the same worlds. */
export function meanSlopes(found: WorldSlopes, outcome: HeldName, own: WorldSlopes = found): Slopes {
  const { worlds, names } = found;
  const named = (all: readonly Float64Array[]): Readonly<Record<string, number>> =>
    Object.fromEntries(all.map((values, k) => [names[k], meanOf(values)]));
  const held = own.names.flatMap((name, k) =>
    name === outcome || (name === "at target" && own.byShift.length > 0) ? [k] : [],
  );
  const ways = (of: WorldSlopes): readonly (readonly Float64Array[])[] =>
    [of.byScale, of.byShift].filter((all) => all.length > 0);
  const inverse = inverted(ways(own).map((all) => held.map((k) => meanOf(all[k]))));
  const errors = names.map((name, o) => {
    const slopes = ways(found).map((all) => all[o]);
    const worth = held.map((_, h) => slopes.reduce((sum, one, way) => sum + inverse[h][way] * meanOf(one), 0));
    const left = slopes.map((one, way) =>
      one.map((value, w) => value - held.reduce((sum, k, h) => sum + worth[h] * ways(own)[way][k][w], 0)),
    );
    const between = (a: Float64Array, b: Float64Array | undefined): number =>
      b === undefined || worlds < 2 ? 0 : covariance(a, b) / worlds;
    return [
      name,
      [between(left[0], left[0]), between(left[0], left[1]), left[1] ? between(left[1], left[1]) : 0],
    ] as const;
  });
  return { worlds, byScale: named(found.byScale), byShift: named(found.byShift), errors: Object.fromEntries(errors) };
}

/** The inverse of one row, or of two. */
function inverted(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  if (rows.length === 1) return [[1 / rows[0][0]]];
  const [[a, b], [c, d]] = rows;
  const determinant = a * d - b * c;
  return [
    [d / determinant, -b / determinant],
    [-c / determinant, a / determinant],
  ];
}

function covariance(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let sum = 0;
  for (let w = 0; w < a.length; w++) sum += (a[w] - meanA) * (b[w] - meanB);
  return sum / (a.length - 1);
}

/** Slopes from more worlds: those known and those measured on others. */
export function pooledSlopes(known: Slopes, more: Slopes): Slopes {
  const worlds = known.worlds + more.worlds;
  const [a, b] = [known.worlds / worlds, more.worlds / worlds];
  const pooled = (of: (one: Slopes) => Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
    Object.fromEntries(Object.entries(of(known)).map(([name, value]) => [name, a * value + b * of(more)[name]]));
  const errors = Object.entries(known.errors).map(([name, [scale, both, shift]]) => {
    const [otherScale, otherBoth, otherShift] = more.errors[name];
    return [
      name,
      [a * a * scale + b * b * otherScale, a * a * both + b * b * otherBoth, a * a * shift + b * b * otherShift],
    ] as const;
  });
  return {
    worlds,
    byScale: pooled((one) => one.byScale),
    byShift: pooled((one) => one.byShift),
    errors: Object.fromEntries(errors),
  };
}
