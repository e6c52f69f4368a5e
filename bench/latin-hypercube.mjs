/**
 * What Latin hypercube sampling saves on the flagship: how much less the means of a block of 128 worlds vary from seed to
 * seed than those of 128 independent worlds, for levels and for paired differences, and what drawing it costs.
 * Run as `node bench/latin-hypercube.mjs` after a build; `--json` prints the numbers, `--quick` a small sample.
 */
import { pathToFileURL } from "node:url";
import { drawBatch, outcomesFor, runTask, worldsPerBatch } from "../dist/simulation/batch/batch.js";
import { compile } from "../dist/simulation/compile.js";
import { worldsPerBlock } from "../dist/simulation/world/sampling.js";
import { cpuSeconds, flagship } from "./given.mjs";
import { median } from "./series.mjs";

/** Outcomes shown, and the two designs whose difference is taken. */
const shown = [
  "reward cost",
  "revenue",
  "account value",
  "net value",
  "lifetime value",
  "leavers",
  "at target",
  "effort",
];
const [own, other] = ["cash-1y-input", "cash-1y-output"];

const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
const variance = (values) => {
  const middle = mean(values);
  return values.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (values.length - 1);
};

/** [outcome]: means of one block of one seed, levels of one design and its differences from the other; luck of known mean taken out. */
function blockOf(program, outcomes, seed) {
  const designs = [own, other].map((name) => program.designs.findIndex((one) => one.name === name));
  const size = worldsPerBatch(program.managers);
  const sums = designs.map(() => new Float64Array(outcomes.length));
  for (let first = 0; first < worldsPerBlock; first += size) {
    const count = Math.min(size, worldsPerBlock - first);
    const batchInputs = drawBatch({ ...program, seed }, first, count);
    for (const [d, design] of designs.entries()) {
      const found = runTask(batchInputs, { design, response: "look-ahead", scale: 1, shift: 0 }, outcomes);
      for (let k = 0; k < found.length; k++) sums[d][Math.floor(k / count)] += found[k] / worldsPerBlock;
    }
  }
  const at = (d, k) => {
    const control = outcomes.findIndex(({ name }) => name === outcomes[k].control);
    return sums[d][k] + (control < 0 ? 0 : sums[d][control]);
  };
  return outcomes.map((_, k) => ({ level: at(0, k), difference: at(0, k) - at(1, k) }));
}

/** CPU seconds of whole batches, every design under every response, drawn one way and the other by turns. */
function costOf(programs, outcomes, rounds) {
  const size = worldsPerBatch(programs[0].managers);
  const seconds = programs.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [k, program] of programs.entries()) {
      const taken = cpuSeconds(() => {
        const batchInputs = drawBatch(program, round * size, size);
        for (const design of program.designs.keys())
          for (const response of ["none", "evidence", "look-ahead"])
            runTask(batchInputs, { design, response, scale: 1, shift: 0 }, outcomes);
      });
      if (round > 0) seconds[k].push(taken);
    }
  }
  return median(seconds[1].map((one, k) => one / seconds[0][k]));
}

/** Factors of variance by outcome, with the time both ways of drawing take. `blocks` seeds each; 60 unless given. */
export function latinHypercubeFigures({ blocks = 60, rounds = 15 } = {}) {
  const { scenario } = flagship({ isHeld: false });
  const programs = ["independent", "latin hypercube"].map((sampling) => compile(scenario, { sampling }));
  const outcomes = outcomesFor(programs[0]);
  const seeds = Array.from({ length: blocks }, (_, k) => k + 1);
  const [plain, even] = programs.map((program) => seeds.map((seed) => blockOf(program, outcomes, seed)));
  const factor = (k, what) => variance(plain.map((one) => one[k][what])) / variance(even.map((one) => one[k][what]));
  const rows = shown.flatMap((name) => {
    const k = outcomes.findIndex((one) => one.name === name);
    return k < 0 ? [] : [{ outcome: name, levels: factor(k, "level"), differences: factor(k, "difference") }];
  });
  // Both variances have blocks − 1 degrees of freedom.
  const relativeError = 2 / Math.sqrt(blocks - 1);
  return { blocks, worldsPerBlock, own, other, rows, relativeError, cost: costOf(programs, outcomes, rounds) };
}

/** The figures as a table in Markdown with what it takes to read it. */
export function latinHypercubeTable(figures = latinHypercubeFigures()) {
  const { blocks, own: first, other: second, rows, relativeError, cost } = figures;
  const times = (value) => `${Number(value.toPrecision(2))} ×`;
  return [
    "| outcome | levels | paired differences |",
    "| --- | --- | --- |",
    ...rows.map(({ outcome, levels, differences }) => `| ${outcome} | ${times(levels)} | ${times(differences)} |`),
    "",
    `Variance of the mean of ${figures.worldsPerBlock} independent worlds over that of a block of as many drawn by Latin hypercube: ${blocks} seeds each,`,
    `flagship without holding costs equal, levels of ${first}, differences from ${second}, bad luck added back. Each factor is`,
    `known to about ± ${Math.round(100 * relativeError)} % (one standard error). Worlds drawn so take ${cost.toFixed(2)} × the time of independent ones, everything included.`,
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const figures = latinHypercubeFigures(process.argv.includes("--quick") ? { blocks: 6, rounds: 3 } : {});
  console.log(process.argv.includes("--json") ? JSON.stringify(figures, null, 2) : latinHypercubeTable(figures));
}
