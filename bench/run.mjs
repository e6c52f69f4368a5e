/**
 * The benchmark: the same model in several languages on the same luck, how cost grows, memory, cold start and threads.
 * Run as `npm run bench`; `-- --quick` is a small sample in under a minute, `-- --agree` only asks whether all say the
 * same, `-- --write` writes docs/performance.md. Ends with 1 where two implementations disagree.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flagship, give, heldTasks } from "./given.mjs";
import { latinHypercubeTable } from "./latin-hypercube.mjs";
import { page, table } from "./page.mjs";
import { agreement, preparePeers, runPeer, tolerance, versions } from "./peers.mjs";
import { profile } from "./profile.mjs";
import { coldStart, growth, median, memory, threads } from "./series.mjs";

const options = process.argv.slice(2);
const known = ["--quick", "--agree", "--write"];
const strange = options.find((one) => !known.includes(one));
if (strange !== undefined) {
  console.error(`bench: ${strange} is unknown; use ${known.join(", ")}`);
  process.exit(2);
}
const isAgreement = options.includes("--agree");
const isQuick = options.includes("--quick");
if (options.includes("--write") && (isAgreement || isQuick)) {
  console.error("bench: --write needs the whole benchmark; leave out --quick and --agree");
  process.exit(2);
}

/** Worlds in which implementations are compared, and in which they are timed. */
const sizes = isAgreement || isQuick ? { agree: 4, timed: 24, rounds: 1 } : { agree: 16, timed: 240, rounds: 3 };
/** Worlds of a run that is worth threads. */
const wholeRun = 2000;
const folder = mkdtempSync(join(tmpdir(), "rewardlab-bench-"));

/** Runs every peer in the same worlds and prints whether it says what the engine says. */
function agree(peers, flag, tasks) {
  const { given } = give(join(folder, "agree"), flag.program, tasks, sizes.agree);
  const [engine, ...others] = peers;
  const reference = runPeer(engine, join(folder, "agree"), 1).values;
  let areAllAgreed = true;
  for (const peer of others) {
    if (peer.missing !== undefined) {
      console.log(`${peer.name}: not run: ${peer.missing} is missing`);
      continue;
    }
    const { count, worst, where } = agreement(runPeer(peer, join(folder, "agree"), 1).values, reference, given);
    peer.worst = worst;
    const isAgreed = worst <= tolerance;
    areAllAgreed &&= isAgreed;
    const gap = `largest difference ${worst.toExponential(1)}`;
    console.log(
      `${peer.name}: ${isAgreed ? "agrees" : "DISAGREES"} in ${count} numbers, ${gap}${isAgreed ? "" : `: ${where}`}`,
    );
  }
  return areAllAgreed;
}

/** Times every peer by turns; each process warms up with a round that does not count. */
function race(peers, flag, tasks) {
  const { given } = give(join(folder, "timed"), flag.program, tasks, sizes.timed);
  const runners = peers.filter((one) => one.missing === undefined);
  const times = new Map(runners.map((one) => [one, []]));
  const drawing = [];
  for (let round = 0; round < sizes.rounds; round++) {
    for (const peer of runners) {
      const ran = runPeer(peer, join(folder, "timed"), 2);
      times.get(peer).push(ran.seconds[1]);
      if (ran.drawing) drawing.push(ran.drawing[1]);
    }
  }
  const steps = given.lanes * given.months * tasks.length;
  const micro = (seconds) => (seconds * 1e6) / steps;
  const rows = peers.map(({ name, title, missing, worst }) => {
    const seconds = [...times].find(([one]) => one.name === name)?.[1];
    if (seconds === undefined) return { name, title, missing };
    const range = {
      low: micro(Math.min(...seconds)),
      median: micro(median(seconds)),
      high: micro(Math.max(...seconds)),
    };
    // By round: neighbours in time meet the same machine.
    const against = seconds.map((one, round) => one / times.get(runners[0])[round]);
    const ratio = { low: Math.min(...against), median: median(against), high: Math.max(...against) };
    return { name, title, worst, ...range, ratio };
  });
  return {
    rows,
    drawing: micro(median(drawing)),
    steps,
    tasks: tasks.length,
    worlds: sizes.timed,
    rounds: sizes.rounds,
  };
}

async function main() {
  const flag = flagship();
  const tasks = await heldTasks(flag);
  // First, while the machine has not yet been made busy.
  const second = isAgreement || isQuick ? undefined : await threads(3, wholeRun);
  const peers = preparePeers();
  if (!agree(peers, flag, tasks)) return 1;
  if (isAgreement) return 0;
  const raced = race(peers, flag, tasks);
  const found = {
    versions: versions(),
    race: raced,
    cold: coldStart(isQuick ? 1 : 3),
    profile: await profile(flag.program, tasks),
    ...(isQuick
      ? {}
      : {
          growth: growth(tasks, 5),
          memory: memory(),
          threads: second,
          latinHypercube: latinHypercubeTable(),
        }),
  };
  console.log(table(found));
  if (options.includes("--write")) writeFileSync(new URL("../docs/performance.md", import.meta.url), page(found));
  return 0;
}

try {
  process.exitCode = await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
