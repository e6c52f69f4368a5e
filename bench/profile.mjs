/** Where the engine's time goes: samples of the processor while it plays every task, by part of the model. */
import { Session } from "node:inspector/promises";
import { outcomesFor, runTask, worldsPerBatch } from "../dist/simulation/batch/batch.js";
import { drawBatch } from "../dist/simulation/world/batch-inputs.js";

/** Microseconds between samples. */
const interval = 200;

/** `model/people/work.js` of a script's address; undefined for what is not ours. */
const fileOf = (url) => url.match(/\/dist\/(.*)\.js$/)?.[1];

/** Shares of the time by file of the package, largest first; what Node itself takes stands under its own name. */
export async function profile(program, tasks, batches = 6) {
  const outcomes = outcomesFor(program);
  const size = worldsPerBatch(program.managers);
  const stocks = Array.from({ length: batches }, (_, k) => drawBatch(program, size * k, size));
  const play = () => {
    for (const batchInputs of stocks) for (const task of tasks) runTask(batchInputs, task, outcomes);
  };
  play();
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval });
  await session.post("Profiler.start");
  play();
  const { profile: found } = await session.post("Profiler.stop");
  session.disconnect();
  const ticks = new Map();
  for (const { callFrame, hitCount = 0 } of found.nodes) {
    if (callFrame.functionName === "(idle)" || callFrame.functionName === "(program)") continue;
    const name =
      fileOf(callFrame.url) ?? (callFrame.functionName === "(garbage collector)" ? "garbage collection" : "other");
    ticks.set(name, (ticks.get(name) ?? 0) + hitCount);
  }
  const all = [...ticks.values()].reduce((sum, one) => sum + one, 0);
  return [...ticks].map(([name, count]) => ({ name, share: count / all })).sort((a, b) => b.share - a.share);
}
