import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { refuse } from "../../foundation/text/problem.js";
import { assumptionsCsv, outcomesCsv } from "../../report/runs/run-csv.js";
import { runSheet } from "../../report/runs/run-text.js";
import type { Run } from "../../simulation/data.js";

import { decodeRun, runPieces } from "../../simulation/storage/run-bytes.js";
import { type Printable, printableSheet } from "../../wording/printable.js";
import { readBytes, refuseUnreadable, startOf } from "../files/files.js";
import { writeFileWhole } from "../files/whole-file.js";
import { fastChecksum, openRun } from "./open-run.js";

/** Bytes of numbers up to which a file is packed: unpacking more takes longer than one likes to wait, and numbers hardly shrink. */
const mostPacked = 64e6;
/** Bytes. More than a packed file can have. */
const mostBytes = 2e9;
/** Offset of the operating system in a gzip header (RFC 1952), and the value for "unknown". */
const systemAt = 9;
const unknownSystem = 255;

/**
 * Saves a run (see run-bytes). Up to 64 MB of numbers it is gzipped without time or system: equal runs give equal files with one
 * version of Node, and files that unpack to equal bytes with any. Larger runs are written as they are, of any size, and
 * open at once. The file appears whole or not at all.
 */
export async function saveRun(run: Run, path: string): Promise<void> {
  const pieces = runPieces(run, fastChecksum);
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (size > mostPacked) return writeFileWhole(path, pieces);
  const packed = await promisify(gzip)(Buffer.concat(pieces), { level: 6 });
  packed[systemAt] = unknownSystem;
  await writeFileWhole(path, [packed]);
}

/**
 * Loads a run that was saved. Columns of large runs are read when they are first asked for. Throws a Problem when the file is
 * missing, no run, of another version or damaged.
 */
export async function loadRun(path: string): Promise<Run & Printable> {
  await refuseUnreadable(path, /\.rewardlab$/);
  return printableSheet(await runAt(path), runSheet);
}

async function runAt(path: string): Promise<Run> {
  const start = await startOf(path, 12);
  const isPacked = start[0] === 0x1f && start[1] === 0x8b;
  const isFirstLayout = start[8] === 1;
  if (!isPacked && !isFirstLayout) return openRun(path);
  const bytes = await readBytes(path, /\.rewardlab$/, mostBytes);
  return decodeRun(isPacked ? await unpacked(bytes, path) : bytes, path, fastChecksum);
}

async function unpacked(packed: Buffer, path: string): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(packed);
  } catch {
    return refuse(
      path,
      "damaged or cut short: it cannot be unpacked",
      "simulate and save the run again, or fetch the file again",
    );
  }
}

/** Writes the outcomes of a run as CSV, one line per response × design × world. */
export const saveOutcomesCsv = (run: Run, path: string): Promise<void> => writeFileWhole(path, outcomesCsv(run));

/** Writes the assumptions of a run as drawn, as CSV, one line per world. */
export const saveAssumptionsCsv = (run: Run, path: string): Promise<void> => writeFileWhole(path, assumptionsCsv(run));
