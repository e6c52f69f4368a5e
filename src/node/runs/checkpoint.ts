import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Problem, refuse } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import type { Batch } from "../../simulation/assemble.js";
import type { CheckpointStore, Kept } from "../../simulation/storage/checkpoint-store.js";
import { fileProblem } from "../files/files.js";
import {
  type Identity,
  type KeptRun,
  readAbout,
  readBatches,
  syncFolder,
  writeAbout,
  writeBatches,
} from "./checkpoint-files.js";
import { type FolderLock, lockFolder } from "./folder-lock.js";

export type { Identity } from "./checkpoint-files.js";

/** A folder beside the file of a run in which what is finished waits for another attempt. */
export interface Checkpoint extends CheckpointStore {
  /** Writes what was not written yet, if anything was written before or it is `asked` for. */
  readonly flush: (isAsked?: boolean) => Promise<void>;
  /** Removes the folder: the run is safe elsewhere. */
  readonly remove: () => Promise<void>;
  /** Lets another run have the folder; what is in it stays. */
  readonly close: () => Promise<void>;
}

export interface CheckpointOptions {
  /** Whether to go on with what is there; otherwise an unfinished run there is refused. */
  readonly isResumed: boolean;
  /** ms between two writings; a run that ends sooner leaves no trace. */
  readonly interval?: number | undefined;
}

/** ms. Work that may be lost, weighed against the time to write and the number of files. */
const usualInterval = 10_000;

/** The folder beside a file, `runs/kam.parts` for `runs/kam.rewardlab`. */
export const checkpointFolder = (path: string): string => `${path.replace(/\.[a-z]+$/i, "")}.parts`;

/**
 * Opens the folder. Throws a Problem when another run is writing there now, when it holds an unfinished run that is not to be resumed, or
 * another one than this, and says in what it differs.
 */
export async function openCheckpoint(
  folder: string,
  identity: Identity,
  { isResumed, interval = usualInterval }: CheckpointOptions,
): Promise<Checkpoint> {
  const lock = existsSync(folder) ? await lockFolder(folder) : undefined;
  const found = await keptIn(folder, identity, isResumed).catch(async (error: unknown) => {
    await lock?.release();
    throw error;
  });
  const run = { identity, held: found?.held ?? [] };
  return checkpointIn({ folder, run, lock, count: worldsIn(found?.batches ?? []), interval }, found);
}

/** A folder and what of a run is safe in it. */
interface Place {
  readonly folder: string;
  /** ms */
  readonly interval: number;
  run: KeptRun;
  lock: FolderLock | undefined;
  /** Worlds that are safe. */
  count: number;
}

function checkpointIn(place: Place, found: Kept | undefined): Checkpoint {
  const { folder, interval } = place;
  let isBegun = found !== undefined;
  let pending: Batch[] = [];
  // ms, by a clock that nobody sets
  let last = performance.now();
  let queue: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    if (!isBegun) await begin(place);
    isBegun = true;
    const batches = pending;
    if (batches.length === 0) return;
    pending = [];
    await writeBatches(folder, place.run, batches);
    place.count += worldsIn(batches);
  };
  // One writing after another: threads may finish at the same moment.
  const inTurn = (): Promise<void> => {
    last = performance.now();
    queue = queue.then(write).catch((error: unknown) => {
      throw unwritten(folder, place.count, error);
    });
    return queue;
  };
  const whenDue = async (): Promise<void> => {
    if (performance.now() - last >= interval) await inTurn();
  };
  const close = async (): Promise<void> => {
    await place.lock?.release();
    place.lock = undefined;
  };
  return {
    found,
    async keepPlans(held) {
      place.run = { ...place.run, held };
      await whenDue();
    },
    async keepBatch(batch) {
      pending.push(batch);
      await whenDue();
    },
    async flush(isAsked = false) {
      if (isBegun || isAsked) await inTurn();
    },
    async remove() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
    close,
  };
}

async function begin(place: Place): Promise<void> {
  const { folder, run } = place;
  await mkdir(folder, { recursive: true });
  place.lock ??= await lockFolder(folder);
  // somebody may have begun there since it was looked at
  await keptIn(folder, run.identity, false);
  await writeAbout(folder, run);
  await syncFolder(dirname(folder));
}

/** What could not be kept, and that what was kept before is still good. */
function unwritten(folder: string, count: number, error: unknown): Problem {
  const { faults, cause } = fileProblem(folder, error);
  const [{ fault, remedy }] = faults;
  const kept = count > 0 ? "; what was finished is kept" : "";
  const more = `${remedy}, then go on with --resume`;
  return new Problem({ place: folder, fault: `${fault}${kept}`, remedy: more }, { cause });
}

async function keptIn(
  folder: string,
  identity: Readonly<Record<string, string>>,
  isResumed: boolean,
): Promise<Kept | undefined> {
  const about = await readAbout(folder);
  if (about === undefined) return undefined;
  for (const [what, ours] of Object.entries(identity)) {
    const theirs = about.identity[what] ?? "";
    if (ours !== theirs) {
      const fault = `the unfinished run there is another: ${what} ${shown(theirs)}, not ${shown(ours)}`;
      refuse(folder, fault, "ask for that again, choose another --out, or remove the folder");
    }
  }
  const batches = await readBatches(folder, about);
  if (!isResumed) {
    const worlds = worldsIn(batches);
    refuse(
      folder,
      `an unfinished run is there, of which ${plural(worlds, "world")} are kept`,
      "add --resume to go on with it, or remove the folder to start again",
    );
  }
  return { held: about.held, batches };
}

/** How many worlds batches hold together. */
export const worldsIn = (batches: readonly Batch[]): number => batches.reduce((sum, { count }) => sum + count, 0);

const shown = (word: string): string => (word === "" ? "none" : word);
