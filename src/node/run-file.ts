import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Run } from "../engine/run.js";
import { decodeRun, encodeRun } from "../engine/run-bytes.js";
import { refuse } from "../foundation/problem.js";
import { type Printable, printableSheet } from "../present/printable.js";
import { assumptionsCsv, outcomesCsv } from "../present/run-csv.js";
import { runSheet } from "../present/run-text.js";
import { readBytes, writeFileWhole } from "./files.js";

/** Bytes. More than encodeRun makes. */
const mostBytes = 4e9;
/** Offset of the operating system in a gzip header (RFC 1952), and the value for "unknown". */
const systemAt = 9;
const unknownSystem = 255;

/**
 * Saves a run (see run-bytes), gzipped without time or system: equal runs give equal files with one version of Node,
 * and files that unpack to equal bytes with any. The file appears whole or not at all.
 */
export async function saveRun(run: Run, path: string): Promise<void> {
  const packed = await promisify(gzip)(encodeRun(run), { level: 6 });
  packed[systemAt] = unknownSystem;
  await writeFileWhole(path, [packed]);
}

/** Loads a run that was saved. Throws a Problem when the file is missing, no run, of another version or damaged. */
export async function loadRun(path: string): Promise<Run & Printable> {
  const packed = await readBytes(path, /\.rewardlab$/, mostBytes);
  const isPacked = packed[0] === 0x1f && packed[1] === 0x8b;
  return printableSheet(decodeRun(isPacked ? await unpacked(packed, path) : packed, path), runSheet);
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
