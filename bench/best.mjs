/**
 * Whether what is said about the best design is true: the probability of being best and the set that cannot be told from the best, over
 * scenarios at random whose truth is known from many other worlds, and over resamples of the flagship. Run as
 * `node bench/best.mjs` after a build, some twenty minutes; `--quick` a small sample, `--write` puts the table into docs/best.md,
 * `--keep <folder>` keeps worlds for another time, `--scenarios <from> <to>` plays only these and keeps their worlds.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { numberOfName } from "../dist/foundation/maths/name-number.js";
import { fillUniforms } from "../dist/foundation/maths/random.js";
import { studentQuantile } from "../dist/foundation/maths/student.js";
import { chancesOfBest } from "../dist/results/best/best-chances.js";
import { setOfBest } from "../dist/results/best/best-set.js";
import { contestOf } from "../dist/results/best/paired-differences.js";
import { parseScenario } from "../dist/scenario/scenario.js";
import { compile } from "../dist/simulation/compile.js";
import { bestTable } from "./best-table.mjs";
import { flagship, heldTasks } from "./given.mjs";
import { randomScenario } from "./random-scenarios.mjs";
import { rowsFrom, sharpened, worldsOf } from "./worlds-of.mjs";

/** Worlds of a run that is judged, the first of a scenario; its truth is known from the others. */
const runs = [64, 240];
const longest = 240;
/** Worlds that tell the truth: so many, doubled until the best is 3 standard errors ahead of every other, at most these. */
const [fewest, most] = [1000, 8000];
const isTold = 3;

const seed = 20270402;

/** The best of each scenario and how sure that is. */
function truthOf(worlds) {
  for (let count = fewest; ; count *= 2) {
    const found = contestOf(sharpened(worlds(longest + count), rowsFrom(longest, longest + count)));
    const best = found.means.indexOf(Math.max(...found.means));
    const ahead = found.means.map((one, k) =>
      k === best ? Infinity : (found.means[best] - one) / found.apart[best][k],
    );
    const isSure = Math.min(...ahead) >= isTold;
    if (isSure || count >= most) return { isSure, best: new Set(found.members[best]) };
  }
}

/** The Bayesian bootstrap of a flat prior (Rubin 1981), which knows of no selection. */
function bootstrapped(columns, draws = 2000) {
  const rows = columns[0].length;
  const shares = columns.map(() => 0);
  const weights = new Float64Array(rows);
  for (let draw = 0; draw < draws; draw++) {
    fillUniforms(weights, 0, 1, rows, seed, numberOfName("resampling"), draw, 0, 0);
    for (let w = 0; w < rows; w++) weights[w] = -Math.log(weights[w]);
    const sums = columns.map((one) => one.reduce((sum, value, w) => sum + value * weights[w], 0));
    const top = Math.max(...sums);
    const tied = sums.filter((one) => one === top).length;
    for (let k = 0; k < sums.length; k++) if (sums[k] === top) shares[k] += 1 / tied / draws;
  }
  return shares;
}

/** The set by Bonferroni's inequality in place of what the differences have in common. */
function bonferroniSet({ members, means, apart, rows }) {
  const reach = members.length < 2 ? 0 : studentQuantile(1 - 0.05 / (members.length - 1), rows - 1);
  const isIn = members.map((_, i) => members.every((_, j) => i === j || means[j] - means[i] <= reach * apart[i][j]));
  return members.flatMap((columns, k) => columns.map((column) => ({ column, isIn: isIn[k] })));
}

/** What is said of one run, beside the truth. Designs that are the same in every world count once. */
function judged(columns, truth) {
  const contest = contestOf(columns);
  const isBest = contest.members.map((group) => (group.some((k) => truth.has(k)) ? 1 : 0));
  const together = (chances) => contest.members.map((group) => group.reduce((sum, k) => sum + chances[k], 0));
  const own = setOfBest(contest, seed);
  const simple = bonferroniSet(contest);
  return {
    isBest,
    chances: together(chancesOfBest(contest, seed)),
    flat: together(bootstrapped(columns)),
    set: contest.members.map(([k]) => own[k]),
    bonferroni: contest.members.map(([k]) => simple.find(({ column }) => column === k).isIn),
  };
}

function scenarioRuns(number, keep) {
  const scenario = parseScenario(JSON.stringify(randomScenario(number)), { name: `random-${number}` });
  const program = compile(scenario);
  const tasks = program.designs.flatMap(({ role }, design) =>
    role === "design" ? [{ design, response: scenario.checked.run.response, scale: 1, shift: 0 }] : [],
  );
  const worlds = worldsOf(program, tasks, { keep, name: `s${number}` });
  const { best, isSure } = truthOf(worlds);
  return { isSure, runs: runs.map((count) => judged(sharpened(worlds(longest), rowsFrom(0, count)), best)) };
}

/** Runs of 240 worlds each drawn from a large run of the flagship, its plans as they were held. */
async function flagshipRuns({ worlds: count, resamples, keep }) {
  const { scenario, program } = flagship();
  const held = await heldTasks({ scenario, program });
  const tasks = held.filter(
    ({ design, response }) => program.designs[design].role === "design" && response === scenario.checked.run.response,
  );
  const all = worldsOf(program, tasks, { keep, name: "flagship" })(count);
  const { means } = contestOf(all.columns);
  const best = new Set([means.indexOf(Math.max(...means))]);
  const words = new Float64Array(4 * longest);
  return Array.from({ length: resamples }, (_, k) => {
    fillUniforms(words, 0, 1, words.length, seed, numberOfName("resampling"), k, 1, 0);
    const rows = [...new Set(words.map((u) => Math.floor(u * count)))].slice(0, longest);
    return judged(sharpened(all, rows), best);
  });
}

export async function bestFigures({ from = 0, to = 520, worlds = 12_000, resamples = 400, keep } = {}) {
  const all = rowsFrom(from, to).map((number) => scenarioRuns(number, keep));
  return {
    scenarios: all.length,
    unsure: all.filter(({ isSure }) => !isSure).length,
    runs: runs.map((count, k) => ({ count, judged: all.map((one) => one.runs[k]) })),
    flagship: { count: longest, worlds, judged: resamples > 0 ? await flagshipRuns({ worlds, resamples, keep }) : [] },
    fewest,
    most,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const after = (flag, k = 1) => {
    const at = process.argv.indexOf(flag);
    return at < 0 ? undefined : process.argv[at + k];
  };
  const keep = after("--keep");
  const part = after("--scenarios") && { from: Number(after("--scenarios")), to: Number(after("--scenarios", 2)) };
  if (part) await bestFigures({ ...part, resamples: 0, keep });
  else {
    const size = process.argv.includes("--quick") ? { to: 12, worlds: 1000, resamples: 20 } : {};
    const page = bestTable(await bestFigures({ ...size, keep }));
    console.log(page);
    if (process.argv.includes("--write"))
      writeFileSync(fileURLToPath(new URL("../docs/best.md", import.meta.url)), `${page}\n`);
  }
}
