import { fixed, quantile } from "../../foundation/maths/distribution.js";
import { namesOf, recordOf } from "../../foundation/values/record.js";
import type { RandomDraws } from "../../model/frame/draws.js";
import { type BatchInputs, drawBatch } from "./batch-inputs.js";
import type { Program } from "./program.js";
import type { Worlds } from "./worlds.js";

/** The program with every assumption at its median: its one world is the typical one. */
export const atMedians = (program: Program): Program => ({
  ...program,
  assumptions: recordOf(namesOf(program.assumptions), (name) => fixed(quantile(program.assumptions[name], 0.5))),
});

/**
 * A batch without luck: every draw is what is expected, nobody leaves, and accounts shrink by what is expected to be lost. A run
 * on it shows what an average manager sees; the luck itself comes from the managers' own law of it.
 */
export function deterministicBatch(program: Program, worlds: number): BatchInputs {
  const batchInputs = drawBatch(program, 0, worlds);
  return { ...batchInputs, randomDraws: calmTape(batchInputs.randomDraws, batchInputs.worlds, program.managers) };
}

function calmTape(randomDraws: RandomDraws, worlds: Worlds, managers: number): RandomDraws {
  const all = (plane: Float32Array, value: number) => new Float32Array(plane.length).fill(value);
  const byWorld = (plane: Float32Array, of: (w: number) => number) =>
    plane.map((_, k) => of(Math.floor((k % randomDraws.lanes) / managers)));
  return {
    ...randomDraws,
    growth: byWorld(randomDraws.growth, (w) => (worlds.drift[w] - worlds.churn[w] * (1 - worlds.replaced[w])) / 12),
    transitory: all(randomDraws.transitory, 0),
    orders: all(randomDraws.orders, 1),
    breaking: all(randomDraws.breaking, Number.NEGATIVE_INFINITY),
    rapport: all(randomDraws.rapport, 0),
    survey: all(randomDraws.survey, 0),
    rater: all(randomDraws.rater, 0),
    parting: all(randomDraws.parting, Number.NEGATIVE_INFINITY),
    readings: Object.fromEntries(Object.entries(randomDraws.readings).map(([name, plane]) => [name, all(plane, 0)])),
    talent: all(randomDraws.talent, 0),
    background: all(randomDraws.background, 0),
    startSize: byWorld(randomDraws.startSize, (w) => worlds.accountRevenue[w]),
  };
}
