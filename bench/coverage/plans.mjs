/**
 * Plans found on many worlds, in fresh worlds of another seed: by how much they miss the reward cost (per cent) and the share at target
 * (points) that were asked of them.
 *
 *     node bench/coverage/plans.mjs cheap|flagship [seeds] [--found 5000] [--fresh 20000]
 */

import { estimate } from "../../dist/foundation/maths/summary.js";
import { outcomesFor, worldsPerBatch } from "../../dist/simulation/batch/batch.js";
import { compile } from "../../dist/simulation/compile.js";
import { equaliseAll } from "../../dist/simulation/equal-cost/hold.js";
import { worker } from "../../dist/simulation/jobs.js";
import { drawnAs } from "../../dist/simulation/world/sampling.js";
import { headerOf, mainOnly, scenarioOf } from "./main-run.mjs";

const [which = "cheap", seedsText = "1", ...flags] = process.argv.slice(2);
const flag = (name, usual) => Number(flags.includes(name) ? flags[flags.indexOf(name) + 1] : usual);
const [found, fresh] = [flag("--found", 5000), flag("--fresh", 20_000)];
const scenario = await scenarioOf(which);
const header = await headerOf(scenario);
const main = scenario.checked.run.response;

/** Reward cost and share at target of every design held, in fresh worlds at the plans found. */
async function misses(seed) {
  const about = drawnAs(header);
  const program = compile(scenario, { ...about, seed });
  // every pilot world is there twice: as it is, and mirrored
  const plans = await equaliseAll(scenario, program, mainOnly(program, main), { worlds: found, pilots: found / 2 });
  const others = compile(scenario, { ...about, seed: seed + 1_000_000 });
  const work = worker(others);
  const names = outcomesFor(others).map(({ name }) => name);
  const designs = others.designs.flatMap(({ role }, design) => (role === "design" ? [design] : []));
  const tasks = designs.map((design) => ({ design, response: main, ...plans.of(design, main), columns: [main] }));
  const columns = designs.map(() => ({ cost: new Float64Array(fresh), share: new Float64Array(fresh) }));
  const size = worldsPerBatch(others.managers);
  for (let first = 0; first < fresh; first += size) {
    const count = Math.min(size, fresh - first);
    const { results } = await work({ kind: "batch", first, count, tasks });
    for (const [k, { cost, share }] of columns.entries()) {
      const part = (name) => results[k].subarray(names.indexOf(name) * count, (names.indexOf(name) + 1) * count);
      cost.set(part("reward cost"), first);
      share.set(part("at target"), first);
    }
  }
  const { rewardCost, atTarget } = scenario.checked.hold;
  return designs.map((design, k) => ({
    design: others.designs[design].name,
    cost: estimate(columns[k].cost.map((one) => (100 * (one - rewardCost)) / rewardCost)),
    share: estimate(columns[k].share.map((one) => 100 * (one - atTarget))),
  }));
}

const all = [];
for (let k = 0; k < Number(seedsText); k++) all.push(...(await misses(8_000_000 + k)));
console.log(`plans found on ${found} worlds, in ${fresh} fresh ones; ${which}, seeds: ${seedsText}\n`);
console.log("| design | largest miss of cost | ± of the fresh worlds | largest miss of share at target | ± |");
console.log("| --- | --- | --- | --- | --- |");
for (const name of new Set(all.map(({ design }) => design))) {
  const some = all.filter(({ design }) => design === name);
  const largest = (of) => Math.max(...some.map((one) => Math.abs(of(one))));
  const cells = [
    `${largest(({ cost }) => cost.mean).toFixed(2)} %`,
    `${largest(({ cost }) => (cost.high - cost.low) / 2).toFixed(2)} %`,
    `${largest(({ share }) => share.mean).toFixed(2)} points`,
    `${largest(({ share }) => (share.high - share.low) / 2).toFixed(2)} points`,
  ];
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
const missed = all.filter(({ cost, share }) => Math.abs(cost.mean) > 0.5 || Math.abs(share.mean) > 1);
console.log(`\n${all.length - missed.length} of ${all.length} plans within 0.5 % and 1 point`);
