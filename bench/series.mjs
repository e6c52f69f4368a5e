/** How cost grows, what memory and a cold start take, and what a second thread brings. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { outcomesFor, runTask, worldsPerBatch } from "../dist/simulation/batch/batch.js";
import { drawBatch } from "../dist/simulation/world/batch-inputs.js";
import { cpuSeconds, flagship } from "./given.mjs";

const execute = promisify(execFile);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Slope of log cost on log size by least squares: 1 is linear. */
export function exponentOf(points) {
  const x = points.map(({ size }) => Math.log(size));
  const y = points.map(({ seconds }) => Math.log(seconds));
  const mean = (of) => of.reduce((sum, one) => sum + one, 0) / of.length;
  const [mx, my] = [mean(x), mean(y)];
  const across = x.reduce((sum, one, k) => sum + (one - mx) * (y[k] - my), 0);
  return across / x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
}

/** Worlds drawn and every task played in them, in batches as a run has them. */
function play(program, tasks, worlds) {
  const size = worldsPerBatch(program.managers);
  const outcomes = outcomesFor(program);
  for (let first = 0; first < worlds; first += size) {
    const batchInputs = drawBatch(program, first, Math.min(size, worlds - first));
    for (const task of tasks) runTask(batchInputs, task, outcomes);
  }
}

/** All designs of a program several times over. */
function severalTimes(program, tasks, times) {
  const repeat = (of) => Array.from({ length: times }, (_, k) => of(k)).flat();
  return {
    program: { ...program, designs: repeat(() => program.designs) },
    tasks: repeat((k) => tasks.map((task) => ({ ...task, design: task.design + k * program.designs.length }))),
  };
}

/** Worlds of the smallest member of a series. */
const fewWorlds = 24;

/**
 * CPU seconds against size, the sizes of a series in turn in every round, and the exponent fitted to the fastest of each: what else
 * happens on a machine only adds.
 */
export function growth(tasks, rounds) {
  const { program } = flagship();
  const doublings = [1, 2, 4, 8];
  const series = {
    replications: doublings.map((by) => ({ size: fewWorlds * by, run: () => play(program, tasks, fewWorlds * by) })),
    designs: doublings.map((by) => {
      const more = severalTimes(program, tasks, by);
      return { size: program.designs.length * by, run: () => play(more.program, more.tasks, fewWorlds) };
    }),
    managers: doublings.map((by) => {
      const larger = flagship({ managers: 4 * by }).program;
      return { size: 4 * by, run: () => play(larger, tasks, fewWorlds) };
    }),
    months: doublings.map((by) => {
      const longer = flagship({ months: 36 * by }).program;
      return { size: 36 * by, run: () => play(longer, tasks, fewWorlds) };
    }),
  };
  const all = Object.values(series).flat();
  const times = new Map(all.map((one) => [one, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const one of all) {
      const seconds = cpuSeconds(one.run);
      if (round > 0) times.get(one).push(seconds);
    }
  }
  return Object.entries(series).map(([name, sizes]) => {
    const points = sizes.map((one) => ({ size: one.size, seconds: Math.min(...times.get(one)) }));
    return { name, points, exponent: exponentOf(points) };
  });
}

/** Bytes that results take, and what a thread holds beside them; measured in a process of its own. */
export function memory() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", here("./memory.mjs")], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`bench/memory.mjs fails:\n${stderr}`);
  return JSON.parse(stdout);
}

/** CPU seconds of a command from its start to its end, all its threads together. */
function processSeconds(args) {
  const folder = mkdtempSync(join(tmpdir(), "rewardlab-bench-"));
  const file = join(folder, "cpu");
  const hook = `import { writeFileSync } from "node:fs"; process.on("exit", () => { const { user, system } = process.cpuUsage(); writeFileSync(${JSON.stringify(file)}, String((user + system) / 1e6)); });`;
  writeFileSync(join(folder, "hook.mjs"), hook);
  try {
    const { status, stderr } = spawnSync(process.execPath, ["--import", join(folder, "hook.mjs"), ...args], {
      encoding: "utf8",
      cwd: here(".."),
    });
    if (status !== 0) throw new Error(`node ${args.join(" ")} fails:\n${stderr}`);
    return Number(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU seconds of cold commands beyond an empty Node: the flagship as it is, and without its search for equal cost. */
export function coldStart(rounds) {
  const folder = mkdtempSync(join(tmpdir(), "rewardlab-bench-"));
  const free = join(folder, "kam-flagship.yaml");
  writeFileSync(free, flagship({ isHeld: false }).text);
  const compare = (scenario) => ["dist/cli/cli.js", "compare", scenario, "--replications", "100", "--quiet"];
  const commands = {
    empty: ["-e", "0"],
    help: ["dist/cli/cli.js", "--help"],
    free: compare(free),
    held: compare("scenarios/kam-flagship.yaml"),
  };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(commands)) times[name].push(processSeconds(args));
  }
  rmSync(folder, { recursive: true, force: true });
  const empty = median(times.empty);
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, median(list) - (name === "empty" ? 0 : empty)]),
  );
}

/** Seconds on the clock that a whole run takes in a process of its own, holding included, loading and reports not. */
async function runSeconds(replications, workers) {
  const script = `
    import { readScenario, simulate } from "./dist/index.js";
    const scenario = await readScenario("scenarios/kam-flagship.yaml");
    const start = performance.now();
    await simulate(scenario, { replications: ${replications}, workers: ${workers} });
    console.log((performance.now() - start) / 1000);`;
  const { stdout } = await execute(process.execPath, ["--input-type=module", "-e", script], { cwd: here("..") });
  return Number(stdout);
}

/** How many programs wait for a processor, a minute's mean, once it has had some minutes to forget what this benchmark did before. */
async function load() {
  for (let minute = 0; minute < 4 && loadavg()[0] > 0.5; minute++) await wait(60_000);
  return loadavg()[0];
}

/**
 * Seconds on the clock of a whole run with one thread and with two, by turns, and what the machine itself gives at that time: two
 * processes of one thread each, side by side, against one alone. Where other programs leave no second processor free there is
 * nothing to measure: then only how many wait for one.
 */
export async function threads(rounds, replications) {
  const waiting = await load();
  if (waiting > availableParallelism() - 1.5) return { waiting };
  const found = [];
  for (let round = 0; round < rounds; round++) {
    const one = await runSeconds(replications, 1);
    const two = await runSeconds(replications, 2);
    const beside = Math.max(...(await Promise.all([1, 1].map((workers) => runSeconds(replications, workers)))));
    found.push({ one, two, ratio: one / two, most: (2 * one) / beside });
  }
  const middle = (name) => median(found.map((round) => round[name]));
  return { replications, one: middle("one"), two: middle("two"), ratio: middle("ratio"), most: middle("most") };
}
