/**
 * The engine behind the protocol of the peers: `node engine.mjs <folder of given> <rounds> <folder for results>`. It draws
 * the same worlds again, in batches as a run has them, and prints the CPU seconds of playing and of drawing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTask, worldsPerBatch } from "../../dist/simulation/batch/batch.js";
import { drawBatch } from "../../dist/simulation/world/batch-inputs.js";
import { comparedOutcomes, cpuSeconds, flagship } from "../given.mjs";

const [folder, rounds, results] = process.argv.slice(2);
const { tasks, worlds, managers } = JSON.parse(readFileSync(join(folder, "given.json"), "utf8"));
const { program } = flagship();
const outcomes = comparedOutcomes(program);
const size = worldsPerBatch(managers);
const all = new Float64Array(tasks.length * outcomes.length * worlds);
const seconds = [];
const drawing = [];
for (let round = 0; round < Number(rounds); round++) {
  const stocks = [];
  drawing.push(
    cpuSeconds(() => {
      for (let first = 0; first < worlds; first += size)
        stocks.push(drawBatch(program, first, Math.min(size, worlds - first)));
    }),
  );
  seconds.push(
    cpuSeconds(() => {
      for (const batchInputs of stocks)
        for (const [t, task] of tasks.entries()) put(runTask(batchInputs, task, outcomes), t, batchInputs);
    }),
  );
}
writeFileSync(join(results, "results.bin"), all);
console.log(JSON.stringify({ seconds, drawing }));

/** One batch's results among those of all worlds. */
function put(values, t, { first, count }) {
  for (let o = 0; o < outcomes.length; o++)
    all.set(values.subarray(o * count, (o + 1) * count), (t * outcomes.length + o) * worlds + first);
}
