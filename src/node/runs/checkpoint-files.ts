import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { refuse } from "../../foundation/text/problem.js";
import type { Batch } from "../../simulation/assemble.js";
import type { Held } from "../../simulation/data.js";

import { decodeBatches, encodeBatches } from "../../simulation/storage/batch-bytes.js";
import { readNumber, writeJsonNumber } from "../../simulation/storage/json-number.js";
import { writeFileWhole } from "../files/whole-file.js";
import { fastChecksum } from "./open-run.js";

/** What makes a run this run and no other: equal words give equal bits. */
export type Identity = Readonly<
  Record<"scenario" | "version" | "seed" | "horizon" | "worlds" | "precision" | "part", string>
>;

/** Which run a folder keeps, and how its designs were held equal. */
export interface KeptRun {
  readonly identity: Readonly<Record<string, string>>;
  readonly held: readonly Held[];
}

const aboutName = "run.json";
const layout = 2;

const written = z.object({
  layout: z.literal(layout),
  sum: z.int(),
  run: z.object({
    identity: z.record(z.string(), z.string()),
    held: z.array(z.looseObject({ design: z.string() })),
  }),
});

const bodyOf = ({ identity, held }: KeptRun): string => JSON.stringify({ identity, held }, writeJsonNumber);

/** `run.json`: its content with a CRC-32 of it. A file that is not this text to the last character is damaged. */
function aboutText(run: KeptRun): string {
  const body = bodyOf(run);
  return `{"layout":${layout},"sum":${fastChecksum(new TextEncoder().encode(body))},"run":${body}}\n`;
}

/** What batches of a run carry, so that those of another are known. */
const keyOf = (run: KeptRun): string => createHash("sha256").update(bodyOf(run)).digest("hex");

/** Which run a folder keeps; undefined where it keeps none. Throws a Problem for a `run.json` that is damaged. */
export async function readAbout(folder: string): Promise<KeptRun | undefined> {
  const path = join(folder, aboutName);
  if (!existsSync(path)) return undefined;
  const text = await readFile(path, "utf8");
  const about = parsed(text);
  if (about === undefined || aboutText(about) !== text)
    refuse(path, "damaged: its checksum does not fit its content", "remove the folder to start again");
  return about;
}

function parsed(text: string): KeptRun | undefined {
  try {
    const { run } = written.parse(JSON.parse(text, readNumber));
    return run as unknown as KeptRun;
  } catch {
    return undefined;
  }
}

export async function writeAbout(folder: string, run: KeptRun): Promise<void> {
  await writeFileWhole(join(folder, aboutName), [aboutText(run)]);
  await syncFolder(folder);
}

export async function writeBatches(folder: string, run: KeptRun, batches: readonly Batch[]): Promise<void> {
  const [{ first }] = batches;
  await writeFileWhole(join(folder, `batches-${first}-${batches.length}.part`), [encodeBatches(batches, keyOf(run))]);
  await syncFolder(folder);
}

/**
 * All sound batches of a run. Files that are damaged are left out, and their worlds run again. Throws a Problem that names a sound file of
 * another run.
 */
export async function readBatches(folder: string, run: KeptRun): Promise<readonly Batch[]> {
  const key = keyOf(run);
  const names = (await readdir(folder)).filter((name) => /^batches-\d+-\d+\.part$/.test(name)).sort();
  const found: Batch[] = [];
  for (const name of names) {
    const decoded = decodeBatches(await readFile(join(folder, name)));
    if (decoded === undefined) continue;
    if (decoded.run !== key)
      refuse(
        join(folder, name),
        "it was kept by another run than run.json beside it",
        "remove the folder to start again",
      );
    found.push(...decoded.batches);
  }
  return found;
}

/** Makes names in a folder survive a loss of power, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}
