/**
 * Do intervals cover what they say where designs are held equal? Many seeds, fixed beforehand, against the truth of a large run:
 * standard deviation of the estimates over the standard error claimed, and the share of intervals that cover, for levels, paired
 * differences, effects, hypotheses, ends of a tornado, plans; tested jointly (Holm 1979) against 1 and 95 % at 1 %.
 *
 *     node bench/coverage/run.mjs cheap|flagship|crossed|twins [seeds] [--worlds 240] [--truth 20000]
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { compare } from "../../dist/results/compare.js";
import { factorial } from "../../dist/results/experiments/factorial.js";
import { testHypotheses } from "../../dist/results/experiments/hypotheses.js";
import { plansMade } from "../../dist/results/plans-made.js";
import { tornado } from "../../dist/results/sensitivity/tornado.js";
import { headerOf, mainRun, scenarioOf } from "./main-run.mjs";

const [which = "cheap", seedsText = "1000", ...flags] = process.argv.slice(2);
const flag = (name, usual) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : usual);
const worlds = Number(flag("--worlds", 240));
const truthWorlds = Number(flag("--truth", 20_000));
const from = Number(flag("--from", 0));
const rowsFile = flag("--rows", "");
const scenario = await scenarioOf(which);
const header = await headerOf(scenario);
const outcomes = [
  "net value",
  "account value",
  "reward cost",
  "cash cost",
  "leavers",
  "at target",
  "effort",
  "relationship",
  "customer satisfaction",
  "earnings",
  "return on reward spend",
];

/** The design whose difference to the baseline is followed over single assumptions: a longer period where there is one. */
const examined = {
  flagship: "cash-3y-output",
  cheap: "two years",
  crossed: "annual, 2 years",
  twins: "annual, 2 years",
}[which];

/** Estimates of one run by name: [mean, standard error, low, high]. */
function estimatesOf(run) {
  const out = {};
  const put = (name, { mean, standardError, low, high }) => {
    if (standardError > 1e-9 * Math.abs(mean)) out[name] = [mean, standardError, low, high];
  };
  for (const { design, role, outcome, mean, difference } of compare(run, { outcomes }).rows) {
    if (role === "first best" || role === "no reward") continue;
    put(`level|${outcome}|${design}`, mean);
    if (difference && design !== run.baseline) put(`difference|${outcome}|${design}`, difference);
  }
  for (const plan of plansMade(run)) {
    put(`plan|factor|${plan.design}`, plan.factor);
    put(`plan|tightened|${plan.design}`, plan.tightened);
  }
  for (const { name, low, high } of tornado(run, { design: examined }).bars) {
    put(`tornado|low|${name}`, low.difference);
    put(`tornado|high|${name}`, high.difference);
  }
  for (const { name, difference } of testHypotheses(run).tests) put(`hypothesis|difference|${name}`, difference);
  if (header.designs.some(({ cell }) => cell !== undefined)) {
    const { effects, interactions } = factorial(run);
    for (const { factor, from, to, difference } of effects)
      put(`factorial|effect|${factor}: ${from} to ${to}`, difference);
    for (const { factors, from, to, difference } of interactions)
      put(`factorial|interaction|${factors}: ${from} to ${to}`, difference);
  }
  return out;
}

const seedOf = (k) => 7_000_000 + k;
if (rowsFile === "") throw new Error("give --rows FILE");
const done = new Set(
  existsSync(rowsFile)
    ? readFileSync(rowsFile, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).seed)
    : [],
);
const put = async (seed, count) => {
  if (done.has(seed)) return;
  const run = await mainRun(scenario, header, { seed, worlds: count });
  appendFileSync(rowsFile, `${JSON.stringify({ seed, worlds: count, found: estimatesOf(run) })}\n`);
};
await put(1, truthWorlds);
for (let k = from; k < from + Number(seedsText); k++) await put(seedOf(k), worlds);
