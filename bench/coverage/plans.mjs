/**
 * Plans found on many pilot worlds (each with its mirror image), in fresh worlds of another seed: by how much they miss the reward cost (per cent) and the share at target
 * (points) that were asked of them.
 *
 *     node bench/coverage/plans.mjs cheap|flagship [seeds] [--found 5000] [--fresh 20000]
 */

import { stockBatch, worldsPerBatch } from "../../dist/simulation/batch/batch.js";
import { finish } from "../../dist/simulation/batch/steps.js";
import { compile } from "../../dist/simulation/compile.js";
import { equaliseAll } from "../../dist/simulation/equal-cost/hold.js";
import { tryPlan } from "../../dist/simulation/equal-cost/pilot.js";
import { drawnAs } from "../../dist/simulation/world/sampling.js";
import { headerOf, mainOnly, scenarioOf } from "./main-run.mjs";

const [which = "cheap", seedsText = "1", ...flags] = process.argv.slice(2);
const flag = (name, usual) => Number(flags.includes(name) ? flags[flags.indexOf(name) + 1] : usual);
const [found, fresh] = [flag("--found", 5000), flag("--fresh", 20_000)];
const scenario = await scenarioOf(which);
const header = await headerOf(scenario);
const main = scenario.checked.run.response;

/** By how much every design held misses in fresh worlds at the plan found; half of the fresh worlds are mirror images of the other half. */
async function misses(seed) {
  const about = drawnAs(header);
  const program = compile(scenario, { ...about, seed });
  const plans = await equaliseAll(scenario, program, mainOnly(program, main), { worlds: found, pilots: found });
  const {
    draws: _stratified,
    lucksPerDraw: _shared,
    ...others
  } = compile(scenario, { ...about, seed: seed + 1_000_000 });
  const designs = others.designs.flatMap(({ role }, design) => (role === "design" ? [design] : []));
  const tasks = designs.map((design) => ({ design, response: main, ...plans.of(design, main) }));
  const { outcome, value, atTarget } = scenario.checked.hold;
  const target = { outcome, value, atTarget };
  const sums = designs.map(() => ({ cost: 0, costVariance: 0, share: 0, shareVariance: 0 }));
  const [pairs, size] = [fresh / 2, worldsPerBatch(others.managers)];
  for (let first = 0; first < pairs; first += size) {
    const count = Math.min(size, pairs - first);
    const pilot = [
      { plain: stockBatch(others, first, count, false), mirrored: stockBatch(others, first, count, true) },
    ];
    for (const [k, task] of tasks.entries()) {
      const { amount, amountError, share, shareError } = finish(tryPlan(pilot, task, target));
      sums[k].cost += count * amount;
      sums[k].costVariance += (count * amountError) ** 2;
      sums[k].share += count * share;
      sums[k].shareVariance += (count * shareError) ** 2;
    }
  }
  return designs.map((design, k) => ({
    design: others.designs[design].name,
    cost: 100 * (sums[k].cost / pairs / value - 1),
    costError: ((100 * Math.sqrt(sums[k].costVariance)) / pairs / value) * 1.96,
    share: 100 * (sums[k].share / pairs - atTarget),
    shareError: ((100 * Math.sqrt(sums[k].shareVariance)) / pairs) * 1.96,
  }));
}

const all = [];
for (let k = 0; k < Number(seedsText); k++) all.push(...(await misses(8_000_000 + k)));
console.log(`plans found on ${found} pilot worlds, in ${fresh} fresh ones; ${which}, seeds: ${seedsText}\n`);
console.log("| design | largest miss of cost | ± of the fresh worlds | largest miss of share at target | ± |");
console.log("| --- | --- | --- | --- | --- |");
for (const name of new Set(all.map(({ design }) => design))) {
  const some = all.filter(({ design }) => design === name);
  const largest = (of) => Math.max(...some.map((one) => Math.abs(of(one))));
  const cells = [
    `${largest(({ cost }) => cost).toFixed(2)} %`,
    `${largest(({ costError }) => costError).toFixed(2)} %`,
    `${largest(({ share }) => share).toFixed(2)} points`,
    `${largest(({ shareError }) => shareError).toFixed(2)} points`,
  ];
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
const missed = all.filter(({ cost, share }) => Math.abs(cost) > 0.5 || Math.abs(share) > 1);
console.log(`\n${all.length - missed.length} of ${all.length} plans within 0.5 % and 1 point`);
