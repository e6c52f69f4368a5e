import type { Outcome } from "../model/outcomes/outcome.js";
import { runTask, type Stock } from "./batch.js";
import type { Task } from "./program.js";
import type { Steps } from "./steps.js";

/**
 * How far a plan is moved both ways to see how outcomes answer: share of its amounts, score. Wide, because single events (who leaves, which
 * account is lost) flip at every step, and their noise falls with the width; what the width leaves out is of third order.
 */
export const slopeReach = { scale: 0.2, shift: 0.06 } as const;

/** How the expected outcomes of one design under one response answer to a plan; in each outcome's unit, its control added. */
export interface Slopes {
  /** Worlds they were measured on. */
  readonly worlds: number;
  /** By outcome. Per unit of ln(scale). */
  readonly byScale: Readonly<Record<string, number>>;
  /** By outcome. Per 1 of score that targets are tightened; empty where targets stay as they are. */
  readonly byShift: Readonly<Record<string, number>>;
}

/**
 * Slopes of expected outcomes about a task's plan, by central differences on the same worlds (common random numbers: Glasserman & Yao 1992).
 * Pauses before every batch.
 */
export function* slopesOf(
  stocks: readonly Stock[],
  task: Task,
  outcomes: readonly Outcome[],
  isShifted: boolean,
): Steps<Slopes> {
  const { scale, shift } = slopeReach;
  const byScale = new Float64Array(outcomes.length);
  const byShift = new Float64Array(outcomes.length);
  const add = (to: Float64Array, stock: Stock, plan: Partial<Task>, factor: number): void => {
    const values = runTask(stock, { ...task, ...plan }, outcomes);
    for (let k = 0; k < values.length; k++) to[Math.floor(k / stock.count)] += factor * values[k];
  };
  let worlds = 0;
  for (const stock of stocks) {
    worlds += stock.count;
    for (const sign of [1, -1]) {
      yield;
      add(byScale, stock, { scale: task.scale * (1 + sign * scale) }, sign / (2 * scale));
      yield;
      if (isShifted) add(byShift, stock, { shift: task.shift + sign * shift }, sign / (2 * shift));
    }
  }
  const named = (sums: Float64Array): Readonly<Record<string, number>> =>
    Object.fromEntries(
      outcomes.map(({ name, control }, k) => [name, (sums[k] + controlIn(sums, outcomes, control)) / worlds]),
    );
  return {
    worlds,
    byScale: named(byScale),
    byShift: isShifted ? named(byShift) : {},
  };
}

function controlIn(sums: Float64Array, outcomes: readonly Outcome[], control: string | undefined): number {
  const at = outcomes.findIndex(({ name }) => name === control);
  return at < 0 ? 0 : sums[at];
}

/** Slopes from more worlds: those known and those measured on others. */
export function pooledSlopes(known: Slopes, more: Slopes): Slopes {
  const worlds = known.worlds + more.worlds;
  const pooled = (of: (one: Slopes) => Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
    Object.fromEntries(
      Object.entries(of(known)).map(([name, value]) => [
        name,
        (known.worlds * value + more.worlds * of(more)[name]) / worlds,
      ]),
    );
  return { ...known, worlds, byScale: pooled((one) => one.byScale), byShift: pooled((one) => one.byShift) };
}
