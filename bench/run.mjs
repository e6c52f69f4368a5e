/**
 * How long the simulator takes per manager and month, by response, on the flagship: rounds interleaved in one process,
 * medians and ranges. Absolute times differ between machines and moments; compare lines of one run with each other.
 */
import { readFileSync } from "node:fs";
import { outcomesFor, runTask } from "../dist/engine/batch.js";
import { compile } from "../dist/engine/compile.js";
import { stockBatch } from "../dist/engine/stock.js";
import { parseScenario } from "../dist/scenario/scenario.js";

const path = new URL("../scenarios/kam-flagship.yaml", import.meta.url);
const program = compile(parseScenario(readFileSync(path, "utf8"), { name: "scenarios/kam-flagship.yaml" }));
const outcomes = outcomesFor(program);
const worlds = 48;
const rounds = 7;
const laneMonths = worlds * program.managers * program.months;
const times = new Map();

const measure = (name, work) => {
  const start = performance.now();
  const result = work();
  const list = times.get(name) ?? [];
  list.push(((performance.now() - start) * 1e6) / laneMonths);
  times.set(name, list);
  return result;
};

for (let round = 0; round <= rounds; round++) {
  if (round === 1) times.clear(); // the first round warms up
  const stock = measure("drawing worlds (shared by all designs)", () => stockBatch(program, round * worlds, worlds));
  for (const [design, { cards }] of program.designs.entries()) {
    if (cards.length === 0) continue;
    for (const response of ["none", "look-ahead", "evidence"]) {
      measure(`a design under ${response}`, () =>
        runTask(stock, { design, response, scale: 0.85, shift: 0 }, outcomes),
      );
    }
  }
}

console.log(
  `ns per manager and month, node ${process.version}, ${worlds} worlds a batch, ${rounds} rounds: median (lowest to highest)`,
);
for (const [name, list] of times) {
  list.sort((a, b) => a - b);
  const [low, median, high] = [list[0], list[list.length >> 1], list[list.length - 1]].map((one) => Math.round(one));
  console.log(`${name.padEnd(40)} ${String(median).padStart(6)} (${low} to ${high})`);
}
