import { refuse } from "../../foundation/text/problem.js";
import { joinWords } from "../../foundation/text/text.js";
import type { Run, Shard } from "../data.js";
import { finiteRun } from "../finite-run.js";

/** A part with the name it has in messages. */
interface Piece {
  readonly name: string;
  readonly run: Run;
  readonly shard: Shard;
}

/**
 * Joins the parts of one run, in any order, to the run itself: the same bits as if it had been run in one piece. `names` name the
 * parts in messages. Throws a Problem where parts are missing, doubled or unfinished, or do not belong together.
 */
export function mergeRuns(runs: readonly Run[], names: readonly string[] = runs.map((_, k) => `run ${k + 1}`)): Run {
  if (runs.length === 0) refuse("merge", "no parts were given", "give every part of the run");
  const pieces = runs.map((run, k) => pieceOf(run, names[k]));
  const [start] = pieces;
  for (const piece of pieces) refuseStranger(piece, start);
  pieces.sort((a, b) => a.shard.index - b.shard.index);
  refuseDoubled(pieces);
  refuseMissing(pieces);
  return joined(pieces);
}

function pieceOf(run: Run, name: string): Piece {
  const { shard } = finiteRun(run, name);
  if (shard === undefined) return refuse(name, "it is a whole run, not a part of one", "give runs made with --shard");
  if (!run.isComplete)
    refuse(
      name,
      `part ${shard.index} of ${shard.of} was stopped early`,
      "run it again with --resume until it is complete",
    );
  return { name, run, shard };
}

/** What must be the same in all parts, in the order it is looked at. */
const common: readonly (readonly [what: string, of: (run: Run) => string])[] = [
  ["scenario", (run) => `${run.title} (${run.hash})`],
  ["version of rewardlab", (run) => run.version],
  ["seed", (run) => String(run.seed)],
  ["horizon", (run) => `${run.months} months`],
  ["sampling", (run) => run.sampling ?? "independent"],
  ["number of worlds of a draw", (run) => String(run.lucksPerDraw ?? 1)],
  ["number of worlds", (run) => String(run.shard?.worlds)],
  ["number of parts", (run) => String(run.shard?.of)],
  ["hold", ({ held }) => JSON.stringify(held)],
  ["set of columns", ({ columns, draws }) => [...columns.keys(), ...draws.keys()].join()],
];

function refuseStranger({ name, run }: Piece, start: Piece): void {
  for (const [what, of] of common) {
    const [ours, theirs] = [of(start.run), of(run)];
    if (ours === theirs) continue;
    const isLong = ours.length + theirs.length > 200;
    const fault = isLong ? `another ${what} than ${start.name}` : `${what} ${theirs}, but ${start.name} has ${ours}`;
    refuse(name, fault, "merge only parts of one run");
  }
}

function refuseDoubled(pieces: readonly Piece[]): void {
  const again = pieces.findIndex(({ shard }, k) => k > 0 && pieces[k - 1].shard.index === shard.index);
  if (again < 0) return;
  const { name, shard } = pieces[again];
  refuse(name, `part ${shard.index} of ${shard.of} is given twice, also as ${pieces[again - 1].name}`, "leave one out");
}

function refuseMissing(pieces: readonly Piece[]): void {
  const { of } = pieces[0].shard;
  const there = new Set(pieces.map(({ shard }) => shard.index));
  const missing = Array.from({ length: of }, (_, k) => k + 1).filter((index) => !there.has(index));
  if (missing.length === 0) return;
  const listed = joinWords([...missing.slice(0, 8).map(String), ...(missing.length > 8 ? ["others"] : [])]);
  const [first] = missing;
  refuse(
    "merge",
    `part${missing.length > 1 ? "s" : ""} ${listed} of ${of} missing`,
    `run --shard ${first}/${of} as well`,
  );
}

/** The columns one after another; those that designs share stay shared. */
function joined(pieces: readonly Piece[]): Run {
  const [{ run: start, shard }] = pieces;
  const { shard: _, columns, draws, ...header } = start;
  const known = new Map<Float64Array, Float64Array>();
  const join = (first: Float64Array, of: (run: Run) => Float64Array | undefined): Float64Array => {
    const found = known.get(first);
    if (found) return found;
    const whole = new Float64Array(shard.worlds);
    for (const piece of pieces) whole.set(of(piece.run) as Float64Array, piece.shard.first);
    known.set(first, whole);
    return whole;
  };
  return {
    ...header,
    worlds: shard.worlds,
    columns: new Map([...columns].map(([name, values]) => [name, join(values, (run) => run.columns.get(name))])),
    draws: new Map([...draws].map(([name, values]) => [name, join(values, (run) => run.draws.get(name))])),
  };
}
