import { z } from "zod";
import type { Batch } from "../assemble.js";
import { checksum } from "./checksum.js";

/**
 * Finished batches as bytes, little-endian throughout: "RLABPART", uint32 CRC-32 of everything from byte 12 on, uint32 length of
 * the header, the header (JSON, padded with spaces so that numbers start at a multiple of 8), and per batch its results task by
 * task and its draws, as float64. The header names the run they belong to.
 */
const magic = [0x52, 0x4c, 0x41, 0x42, 0x50, 0x41, 0x52, 0x54] as const;
const headerAt = 16;

const header = z.object({
  /** Of which run: equal words, equal bits. */
  run: z.string(),
  batches: z.array(
    z.object({
      first: z.int().min(0),
      count: z.int().min(1),
      costIndex: z.int().min(0),
      /** Lengths of its results and of its draws. */
      results: z.array(z.int().min(0)),
      draws: z.array(z.int().min(0)),
    }),
  ),
});

const columnsOf = ({ results, draws }: Batch): readonly Float64Array[] => [...results, ...draws];

/** The bytes of these batches of a run, as described above. */
export function encodeBatches(batches: readonly Batch[], run: string): Uint8Array {
  const about: z.infer<typeof header> = {
    run,
    batches: batches.map(({ first, count, costIndex, results, draws }) => ({
      first,
      count,
      costIndex,
      results: results.map(({ length }) => length),
      draws: draws.map(({ length }) => length),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(about));
  const length = Math.ceil(text.length / 8) * 8;
  const columns = batches.flatMap(columnsOf);
  const bytes = new Uint8Array(columns.reduce((sum, one) => sum + one.byteLength, headerAt + length));
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(12, length, true);
  bytes.fill(0x20, headerAt, headerAt + length);
  bytes.set(text, headerAt);
  let at = headerAt + length;
  for (const column of columns)
    for (const value of column) {
      view.setFloat64(at, value, true);
      at += 8;
    }
  view.setUint32(8, checksum(bytes.subarray(12)), true);
  return bytes;
}

/** Batches and the run they are of. */
export interface BatchesOfRun {
  readonly run: string;
  readonly batches: readonly Batch[];
}

/** The batches in these bytes; undefined where they are damaged, cut short or something else: their worlds are then run again. */
export function decodeBatches(bytes: Uint8Array): BatchesOfRun | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSound =
    bytes.length >= headerAt &&
    magic.every((byte, k) => bytes[k] === byte) &&
    view.getUint32(8, true) === checksum(bytes.subarray(12));
  if (!isSound) return undefined;
  const length = view.getUint32(12, true);
  const about = header.safeParse(JSON.parse(new TextDecoder().decode(bytes.subarray(headerAt, headerAt + length))));
  if (!about.success) return undefined;
  const { run, batches } = about.data;
  let at = headerAt + length;
  const column = (count: number): Float64Array => {
    const values = new Float64Array(count);
    for (let k = 0; k < count; k++, at += 8) values[k] = view.getFloat64(at, true);
    return values;
  };
  return {
    run,
    batches: batches.map(({ first, count, costIndex, results, draws }) => ({
      kind: "batch",
      first,
      count,
      costIndex,
      results: results.map(column),
      draws: draws.map(column),
    })),
  };
}
