import { fixed, quantile } from "../../foundation/maths/distribution.js";
import { namesOf, recordOf } from "../../foundation/values/record.js";
import type { Tape } from "../../model/frame/draws.js";
import type { Program } from "./program.js";
import { type Stock, stockBatch } from "./stock.js";
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
export function calmStock(program: Program, worlds: number): Stock {
  const stock = stockBatch(program, 0, worlds);
  return { ...stock, tape: calmTape(stock.tape, stock.worlds, program.managers) };
}

function calmTape(tape: Tape, worlds: Worlds, managers: number): Tape {
  const all = (plane: Float32Array, value: number) => new Float32Array(plane.length).fill(value);
  const byWorld = (plane: Float32Array, of: (w: number) => number) =>
    plane.map((_, k) => of(Math.floor((k % tape.lanes) / managers)));
  return {
    ...tape,
    growth: byWorld(tape.growth, (w) => (worlds.drift[w] - worlds.churn[w] * (1 - worlds.replaced[w])) / 12),
    transitory: all(tape.transitory, 0),
    orders: all(tape.orders, 1),
    breaking: all(tape.breaking, Number.NEGATIVE_INFINITY),
    rapport: all(tape.rapport, 0),
    survey: all(tape.survey, 0),
    rater: all(tape.rater, 0),
    parting: all(tape.parting, Number.NEGATIVE_INFINITY),
    readings: Object.fromEntries(Object.entries(tape.readings).map(([name, plane]) => [name, all(plane, 0)])),
    talent: all(tape.talent, 0),
    background: all(tape.background, 0),
    startSize: byWorld(tape.startSize, (w) => worlds.accountRevenue[w]),
  };
}
