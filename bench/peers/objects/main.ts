/**
 * The flagship's model a second time, in TypeScript as one writes it without thinking of speed: objects, arrays and
 * closures, one seat after another. Run as `node main.js <folder of given> <rounds> <folder for results>`;
 * prints the CPU seconds of each round.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readGiven } from "./given.js";
import { playTask } from "./play.js";

const [folder, rounds, results] = process.argv.slice(2);
const given = readGiven(folder);
const { tasks, worlds, outcomes } = given;
const out = new Float64Array(tasks.length * outcomes.length * worlds.length);
const seconds: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  const start = process.cpuUsage();
  for (const [t, task] of tasks.entries()) {
    for (const [w, world] of worlds.entries()) {
      for (const [o, value] of playTask(given, world, task).entries())
        out[(t * outcomes.length + o) * worlds.length + w] = value;
    }
  }
  const { user, system } = process.cpuUsage(start);
  seconds.push((user + system) / 1e6);
}
writeFileSync(join(results, "results.bin"), out);
console.log(JSON.stringify({ seconds }));
