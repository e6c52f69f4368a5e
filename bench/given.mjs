/**
 * Writes what every implementation in the benchmark is given: the flagship compiled to numbers, the tasks at their held
 * plans, and one batch of worlds (assumptions, luck, outlooks, firm values) as little-endian arrays. bench/README.md
 * describes the files. Run as `node bench/given.mjs <folder> <worlds>` after a build.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { scaleOf } from "../dist/model/activities/activity.js";
import { knotsOf } from "../dist/model/curves/curve.js";
import { parseScenario } from "../dist/scenario/scenario.js";
import { tasksOf } from "../dist/simulation/assemble.js";
import { outcomesFor, runTask } from "../dist/simulation/batch/batch.js";
import { compile } from "../dist/simulation/compile.js";
import { equaliseAll } from "../dist/simulation/equal-cost/hold.js";
import { inlineExecutor } from "../dist/simulation/jobs.js";
import { drawBatch, outlookKey } from "../dist/simulation/world/batch-inputs.js";

const path = new URL("../scenarios/kam-flagship.yaml", import.meta.url);

/** The scenario with nothing held equal. */
const withoutHold = (text) => text.replace(/^hold:\n( .*\n)+/m, "");

/** The flagship as every figure of the benchmark plays it. Options may give another number of months or managers, or not hold it. */
export function flagship({ managers = 4, isHeld = true, ...options } = {}) {
  const text = readFileSync(path, "utf8").replace("managers: 4", `managers: ${managers}`);
  const scenario = parseScenario(isHeld ? text : withoutHold(text), {
    name: "scenarios/kam-flagship.yaml",
  });
  return { scenario, program: compile(scenario, options), text: isHeld ? text : withoutHold(text) };
}

/** Its tasks, each at the scale and shift that hold its cost and difficulty. Takes about five seconds. */
export async function heldTasks({ scenario, program }) {
  const plans = await equaliseAll(scenario, program, inlineExecutor(program), { worlds: scenario.checked.run.worlds });
  return tasksOf(program, plans).map(({ design, response, scale, shift }) => ({ design, response, scale, shift }));
}

/** CPU seconds of this process that some work takes: other programs on the machine count less than on a clock. */
export function cpuSeconds(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** JSON has no infinity: a threshold or cap that is none lies beyond any score. */
const finite = (value) => Math.max(-1e300, Math.min(1e300, value));

const rewardNumbers = ({ reward, amount, form, numbers }) => ({
  kind: reward.kind,
  amount,
  numbers,
  curve: form && {
    base: form.base,
    rate: form.rate,
    jumpAt: form.jumpAt,
    jump: form.jump,
    kinkAt: form.kinkAt,
    kink: form.kink,
    knots: [...knotsOf(form)],
    threshold: finite(form.threshold),
    cap: finite(form.cap),
  },
});

function designNumbers({ name, role, monitoring, cards, fixed }, keys) {
  return {
    name,
    role,
    monitoring,
    cards: cards.map((card) => ({
      period: card.period,
      isTightened: card.isTightened,
      judged: card.judged,
      slots: card.slots.map(({ measure, ...rest }, k) => ({
        ...rest,
        measure: measure.name,
        outlook: keys.indexOf(outlookKey(card, k)),
      })),
      rewards: card.rewards.map(rewardNumbers),
    })),
    fixed: fixed.map(rewardNumbers),
  };
}

function measureNumbers(program) {
  const slots = program.designs.flatMap(({ cards }) => cards.flatMap((card) => card.slots));
  const measures = [...new Set(slots.map(({ measure }) => measure))];
  return measures.map(({ name, sampling, scale, judged, reads }) => ({
    name,
    sampling,
    scale,
    judged,
    loads: program.activities.map((one) => (reads[one.name] ?? 0) / scaleOf(one)),
  }));
}

/** What the others play of an outlook: the rows' first numbers, as targets are set once a period and all luck is permanent. */
const rowLength = 20;

function firstOfRows(table, size) {
  const out = new Float64Array((table.length / size) * rowLength);
  for (let row = 0; row < table.length / size; row++)
    out.set(table.subarray(row * size, row * size + rowLength), row * rowLength);
  return out;
}

/** The others know neither luck that fades nor targets within a period. */
function checkPlayable(program, worlds) {
  const once = program.designs.every(({ cards }) => cards.every(({ period, interval }) => interval === period));
  if (!once || worlds.permanentShare.some((share) => share < 1))
    throw new Error("luck that fades and targets within a period are not played by the others");
}

const types = { Float64Array: "f8", Float32Array: "f4" };

/** Writes one batch of worlds into a folder and gives its description and its stock. */
export function give(folder, program, tasks, worlds) {
  mkdirSync(folder, { recursive: true });
  const batchInputs = drawBatch(program, 0, worlds);
  checkPlayable(program, batchInputs.worlds);
  const arrays = {};
  const write = (name, parts, shape) => {
    arrays[name] = { file: `${name}.bin`, type: types[parts[0].constructor.name], shape };
    writeFileSync(
      join(folder, `${name}.bin`),
      Buffer.concat(parts.map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength))),
    );
  };
  const { months, managers, accounts } = program;
  const lanes = worlds * managers;
  const { readings, ...randomDraws } = batchInputs.randomDraws;
  // tables of the engine's own are none of the others' business
  const { powers: _powers, ...drawn } = batchInputs.worlds;
  const assumptions = Object.keys(drawn);
  write("worlds", Object.values(drawn), [assumptions.length, worlds]);
  for (const name of ["growth", "orders", "breaking", "rapport"])
    write(name, [randomDraws[name]], [months, accounts, lanes]);
  for (const name of ["survey", "rater", "parting"]) write(name, [randomDraws[name]], [months, lanes]);
  for (const name of ["talent", "background"]) write(name, [randomDraws[name]], [months + 2, lanes]);
  write("startSize", [randomDraws.startSize], [accounts, lanes]);
  write("readings", Object.values(readings), [Object.keys(readings).length, months, lanes]);
  write("channel", batchInputs.values.channel, [months, 3, worlds]);
  write("legacy", batchInputs.values.legacy.slice(0, 6), [6, worlds]);
  const keys = [...batchInputs.outlooks.keys()];
  const outlooks = keys.map((key, k) => {
    const { rowOf, samples, table, followsAccounts } = batchInputs.outlooks.get(key);
    const rows = Math.max(...rowOf) + 1;
    write(`outlook-${k}`, [firstOfRows(table, table.length / (rows * worlds))], [rows, worlds, rowLength]);
    return { key, table: `outlook-${k}`, rows, rowOf: [...rowOf], samples: [...samples], followsAccounts };
  });
  const given = {
    format: 1,
    worlds,
    managers,
    lanes,
    accounts,
    months,
    activities: program.activities,
    assumptions,
    readings: Object.keys(readings),
    measures: measureNumbers(program),
    outlooks,
    designs: program.designs.map((design) => designNumbers(design, keys)),
    tasks,
    outcomes: comparedOutcomes(program).map(({ name, unit }) => ({
      name,
      isMoney: unit.dimension.startsWith("money"),
    })),
    arrays,
  };
  writeFileSync(join(folder, "given.json"), `${JSON.stringify(given, undefined, 1)}\n`);
  return { given, batchInputs };
}

/** What rewards are worth to managers, which peers do not work out: it follows from what they do and moves nothing. */
const notCompared = new Set(["expected pay", "risk premium", "certainty equivalent", "risk spend"]);

/** Outcomes peers write, in their order. */
export const comparedOutcomes = (program) => outcomesFor(program).filter(({ name }) => !notCompared.has(name));

/** What the engine gives for every task: [task][outcome][world]. */
export function expected(batchInputs, tasks) {
  const outcomes = comparedOutcomes(batchInputs.program);
  const all = new Float64Array(tasks.length * outcomes.length * batchInputs.count);
  for (const [k, task] of tasks.entries())
    all.set(runTask(batchInputs, task, outcomes), k * outcomes.length * batchInputs.count);
  return all;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder, worlds] = process.argv.slice(2);
  const count = Number(worlds);
  if (folder === undefined || !(Number.isInteger(count) && count > 0)) {
    console.error("usage: node bench/given.mjs <folder> <worlds>, such as given 96");
    process.exit(2);
  }
  const flag = flagship();
  const { given, batchInputs } = give(folder, flag.program, await heldTasks(flag), count);
  writeFileSync(join(folder, "expected.bin"), Buffer.from(expected(batchInputs, given.tasks).buffer));
  console.log(`${folder}: ${given.tasks.length} tasks, ${given.outcomes.length} outcomes, ${count} worlds`);
}
