import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Batch } from "../engine/assemble.js";
import { decodeBatches, encodeBatches } from "../engine/batch-bytes.js";
import type { Held } from "../engine/equalise.js";
import { readNumber, writeNumber } from "../engine/json-number.js";
import type { Keeper, Kept } from "../engine/keeper.js";
import { Problem, refuse } from "../foundation/problem.js";
import { plural } from "../foundation/text.js";
import { fileProblem, writeFileWhole } from "./files.js";

/** What makes a run this run and no other: equal words give equal bits. */
export type Identity = Readonly<
  Record<"scenario" | "version" | "seed" | "horizon" | "worlds" | "precision" | "part", string>
>;

/** A folder beside the file of a run in which what is finished waits for another attempt. */
export interface Checkpoint extends Keeper {
  /** Writes what was not written yet, if anything was written before. */
  readonly flush: () => Promise<void>;
  /** Removes the folder: the run is safe elsewhere. */
  readonly remove: () => Promise<void>;
}

export interface CheckpointOptions {
  /** Whether to go on with what is there; otherwise an unfinished run there is refused. */
  readonly isResumed: boolean;
  /** ms between two writings; a run that ends sooner leaves no trace. */
  readonly interval?: number | undefined;
}

/** ms. Work that may be lost, weighed against the time to write and the number of files. */
const usualInterval = 10_000;
const aboutName = "run.json";
const layout = 1;

const written = z.object({
  layout: z.literal(layout),
  identity: z.record(z.string(), z.string()),
  held: z.array(z.looseObject({ design: z.string() })),
});

/** The folder beside a file, `runs/kam.parts` for `runs/kam.rewardlab`. */
export const checkpointFolder = (path: string): string => `${path.replace(/\.[a-z]+$/i, "")}.parts`;

/**
 * Opens the folder. Throws a Problem when it holds an unfinished run that is not to be resumed, or another one than this, and says
 * in what it differs.
 */
export async function openCheckpoint(
  folder: string,
  identity: Identity,
  { isResumed, interval = usualInterval }: CheckpointOptions,
): Promise<Checkpoint> {
  const found = await keptIn(folder, identity, isResumed);
  let held = found?.held;
  let pending: Batch[] = [];
  let last = Date.now();
  let isBegun = found !== undefined;
  /** Worlds that are safe in the folder. */
  let count = worldsIn(found?.batches ?? []);
  let queue: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    if (!isBegun) await begin(folder, identity, held ?? []);
    isBegun = true;
    const batches = pending;
    if (batches.length === 0) return;
    pending = [];
    const [{ first }] = batches;
    await writeFileWhole(join(folder, `batches-${first}-${batches.length}.part`), [encodeBatches(batches)]);
    await syncFolder(folder);
    count += worldsIn(batches);
  };
  // One writing after another: threads may finish at the same moment.
  const inTurn = (): Promise<void> => {
    last = Date.now();
    queue = queue.then(write).catch((error: unknown) => {
      throw unwritten(folder, count, error);
    });
    return queue;
  };
  return {
    found,
    async keepPlans(plans) {
      held = plans;
      if (Date.now() - last >= interval) await inTurn();
    },
    async keepBatch(batch) {
      pending.push(batch);
      if (Date.now() - last >= interval) await inTurn();
    },
    async flush() {
      if (isBegun) await inTurn();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function begin(folder: string, identity: Identity, held: readonly Held[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFileWhole(join(folder, aboutName), [`${JSON.stringify({ layout, identity, held }, writeNumber)}\n`]);
  await syncFolder(folder);
  await syncFolder(dirname(folder));
}

/** Makes names in a folder survive a loss of power, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}

/** What could not be kept, and that what was kept before is still good. */
function unwritten(folder: string, count: number, error: unknown): Problem {
  const { faults, cause } = fileProblem(folder, error);
  const [{ fault, remedy }] = faults;
  const kept = count > 0 ? "; what was finished is kept" : "";
  const more = `${remedy}, then go on with --resume`;
  return new Problem({ place: folder, fault: `${fault}${kept}`, remedy: more }, { cause });
}

async function keptIn(folder: string, identity: Identity, isResumed: boolean): Promise<Kept | undefined> {
  if (!existsSync(join(folder, aboutName))) return undefined;
  const about = await aboutIn(folder);
  for (const [what, ours] of Object.entries(identity)) {
    const theirs = about.identity[what] ?? "";
    if (ours !== theirs) {
      const fault = `the unfinished run there is another: ${what} ${shown(theirs)}, not ${shown(ours)}`;
      refuse(folder, fault, "ask for that again, choose another --out, or remove the folder");
    }
  }
  const batches = await batchesIn(folder);
  if (!isResumed) {
    const worlds = worldsIn(batches);
    refuse(
      folder,
      `an unfinished run is there, of which ${plural(worlds, "world")} are kept`,
      "add --resume to go on with it, or remove the folder to start again",
    );
  }
  return { held: about.held as unknown as readonly Held[], batches };
}

/** How many worlds batches hold together. */
export const worldsIn = (batches: readonly Batch[]): number => batches.reduce((sum, { count }) => sum + count, 0);

const shown = (word: string): string => (word === "" ? "none" : word);

async function aboutIn(folder: string): Promise<z.infer<typeof written>> {
  try {
    return written.parse(JSON.parse(await readFile(join(folder, aboutName), "utf8"), readNumber));
  } catch {
    return refuse(folder, "it cannot be read as an unfinished run", "remove the folder to start again");
  }
}

/** All sound batches; files that are damaged are left out, and their worlds run again. */
async function batchesIn(folder: string): Promise<readonly Batch[]> {
  const names = (await readdir(folder)).filter((name) => /^batches-\d+-\d+\.part$/.test(name));
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return files.flatMap((bytes) => decodeBatches(bytes) ?? []);
}
