/** The implementations that are compared: how each is built and run, and whether it says what the engine says. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = here("./dist");

const output = (command, args) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  return { isFine: status === 0, text: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`.trim() };
};

/** First line of what a program says of its version; undefined where there is no such program. */
function versionOf(command, args) {
  const { isFine, text } = output(command, args);
  return isFine ? text.split("\n")[0] : undefined;
}

export const versions = () => ({
  node: process.version,
  compiler: versionOf("g++", ["--version"]),
  python: versionOf("python3", ["-c", "import sys; print(sys.version.split()[0])"]),
  numpy: versionOf("python3", ["-c", "import numpy; print(numpy.__version__)"]),
});

/** How to run a peer, or why it cannot be. */
const engine = () => ({ command: [process.execPath, here("./peers/engine.mjs")] });

function objects() {
  const tsc = here("../node_modules/typescript/bin/tsc");
  const { isFine, text } = output(process.execPath, [tsc, "-p", here("./peers/objects")]);
  if (!isFine) throw new Error(`bench/peers/objects does not compile:\n${text}`);
  return { command: [process.execPath, join(built, "objects", "main.js")] };
}

function cpp() {
  const folder = here("./peers/cpp");
  const sources = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".cpp")) : [];
  if (sources.length === 0) return { missing: "bench/peers/cpp" };
  if (versionOf("g++", ["--version"]) === undefined) return { missing: "g++" };
  mkdirSync(built, { recursive: true });
  const program = join(built, "peer-cpp");
  const { isFine, text } = output("g++", [
    ...["-O3", "-std=c++17", "-o", program],
    ...sources.map((name) => join(folder, name)),
  ]);
  if (!isFine) throw new Error(`bench/peers/cpp does not compile:\n${text}`);
  return { command: [program] };
}

const python = (script) => () => {
  const file = here(`./peers/python/${script}`);
  if (!existsSync(file)) return { missing: `bench/peers/python/${script}` };
  const { isFine } = output("python3", ["-c", "import numpy"]);
  return isFine ? { command: ["python3", file] } : { missing: "python3 with numpy" };
};

const all = [
  { name: "engine", title: "RewardLab (TypeScript, columns)", prepare: engine },
  { name: "objects", title: "TypeScript, objects and closures", prepare: objects },
  { name: "cpp", title: "C++, one manager after another, g++ -O3", prepare: cpp },
  { name: "numpy-usual", title: "numpy, whole arrays a month", prepare: python("usual.py") },
  { name: "numpy-tuned", title: "numpy, in chunks of the cache and in place", prepare: python("tuned.py") },
];

/** Builds what can be built. The first one is the engine, which the others are held to. */
export const preparePeers = () => all.map(({ prepare, ...peer }) => ({ ...peer, ...prepare() }));

/** Runs a peer: CPU seconds by round (the first warms up), and what it says, [task][outcome][world]. */
export function runPeer({ name, command }, folder, rounds) {
  const results = mkdtempSync(join(tmpdir(), "rewardlab-bench-"));
  try {
    const [program, ...args] = command;
    const threads = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };
    const { status, stdout, stderr } = spawnSync(program, [...args, folder, String(rounds), results], {
      encoding: "utf8",
      env: { ...process.env, ...threads },
    });
    if (status !== 0) throw new Error(`${name} fails:\n${stderr}`);
    const bytes = new Uint8Array(readFileSync(join(results, "results.bin")));
    return { ...JSON.parse(stdout), values: new Float64Array(bytes.buffer) };
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

/** Largest relative difference two implementations may have: both round, and sum in another order. */
export const tolerance = 1e-8;

/**
 * Largest difference between two sets of results, and where it is. Relative to the value, or to what an outcome is read
 * to where that is larger: 1 unit of money, a thousandth of a share or index.
 */
export function agreement(values, reference, { tasks, outcomes, designs, worlds }) {
  if (values.length !== reference.length)
    return { count: reference.length, worst: Number.POSITIVE_INFINITY, where: `${values.length} numbers were given` };
  let worst = 0;
  let at = 0;
  for (let k = 0; k < reference.length; k++) {
    const { isMoney } = outcomes[Math.floor(k / worlds) % outcomes.length];
    const gap = Math.abs(values[k] - reference[k]) / Math.max(Math.abs(reference[k]), isMoney ? 1 : 1e-3);
    if (gap <= worst) continue;
    // A NaN is no number to agree with.
    worst = Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
    at = k;
  }
  const { design, response } = tasks[Math.floor(at / worlds / outcomes.length)];
  const { name } = outcomes[Math.floor(at / worlds) % outcomes.length];
  const where = `${designs[design].name}, ${response}, ${name}, world ${at % worlds}: ${values[at]}, not ${reference[at]}`;
  return { count: reference.length, worst, where };
}
