/** Memory of the engine, as JSON. Run with --expose-gc: what is left after collecting is what is held. */
import { setTimeout as wait } from "node:timers/promises";
import { runTask, worldsPerBatch } from "../dist/simulation/batch/batch.js";
import { DesignSimulation } from "../dist/simulation/batch/design-simulation.js";
import { simulate } from "../dist/simulation/simulate.js";
import { drawBatch } from "../dist/simulation/world/batch-inputs.js";
import { flagship, heldTasks } from "./given.mjs";

const { scenario, program } = flagship({ isHeld: false });
const tasks = await heldTasks({ scenario, program });

/** Bytes in use once nothing is left to collect; arrays are given back a moment after they were collected. */
async function held() {
  for (let time = 0; time < 3; time++) {
    globalThis.gc();
    await wait(20);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes that what some work makes keeps in use. */
async function bytesOf(work) {
  const before = await held();
  const kept = await work();
  const bytes = (await held()) - before;
  return { kept, bytes };
}

const batch = worldsPerBatch(program.managers);
await simulate(scenario, { replications: batch });
const few = await bytesOf(() => simulate(scenario, { replications: 4 * batch }));
const many = await bytesOf(() => simulate(scenario, { replications: 12 * batch }));
/** With what designs share between them, which is filled as they are played. */
const batchInputs = await bytesOf(() => {
  const fresh = drawBatch(program, 0, batch);
  for (const task of tasks) runTask(fresh, task, []);
  return fresh;
});
const plays = [];
for (const design of program.designs.keys()) {
  const task = { design, response: "none", scale: 1, shift: 0 };
  plays.push((await bytesOf(() => new DesignSimulation(batchInputs.kept, task))).bytes);
}
const { columns, outcomes } = many.kept;
console.log(
  JSON.stringify({
    perReplication: (many.bytes - few.bytes) / (8 * batch),
    tasks: new Set(columns.values()).size / outcomes.length,
    outcomes: outcomes.length,
    worlds: batch,
    batchInputs: batchInputs.bytes,
    play: Math.max(...plays),
  }),
);
