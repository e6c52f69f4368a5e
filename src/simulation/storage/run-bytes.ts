import { z } from "zod";
import { refuse } from "../../foundation/text/problem.js";
import type { Run, RunHeader } from "../data.js";
import { finiteRun } from "../finite-run.js";
import { columnName } from "../run.js";
import { checksum } from "./checksum.js";
import { columnBytes, columnOf } from "./column-bytes.js";
import { readNumber, writeJsonNumber } from "./json-number.js";
import { heldAsSaved, isToday } from "./older-held.js";

/**
 * A run as bytes, little-endian throughout:
 *
 *     0   8 bytes   "RLABRUN" and a line feed
 *     8   uint32    version of this layout: 2
 *    12   uint32    CRC-32 of the header with its length
 *    16   uint32    length of the header in bytes, a multiple of 8 less 4
 *    20   header    JSON in UTF-8, padded with spaces
 *     …   float64   the distinct columns, one after another, `worlds` numbers each
 *
 * The JSON is the run's header with four more keys: `layout`, the number of distinct columns; `columns`, for every response ×
 * design × outcome (outcomes fastest) the index of its column or −1; `draws`, for every assumption its name in code and
 * the index of its column; `sums`, the CRC-32 of every column. Columns that a run shares between responses are written once and
 * come back shared. No clock and no machine leaves a trace: equal runs give equal bytes. Because columns have places and sums
 * of their own, a reader may fetch the header alone and each column when it is asked for.
 *
 * Layout 1 had no `sums`: its CRC-32 at byte 12 is that of everything from byte 16 on. It is still read.
 */
const magic = [0x52, 0x4c, 0x41, 0x42, 0x52, 0x55, 0x4e, 0x0a] as const;
const layoutVersion = 2;
/** Bytes before the header's text. */
export const headerAt = 20;
/** Bytes. What one buffer holds everywhere. */
const mostBytes = 4e9;

/** CRC-32 of some bytes; a machine may have a faster one than ours. */
export type Checksum = (bytes: Uint8Array) => number;

interface StoredHeader extends RunHeader {
  readonly layout: number;
  readonly columns: readonly number[];
  readonly draws: readonly (readonly [string, number])[];
  /** Absent in layout 1. */
  readonly sums?: readonly number[] | undefined;
}

const remedy = "simulate and save the run again, or fetch the file again";

/** A run as bytes in pieces: the header, then one column after another. Throws a Problem for columns that the header cannot name. */
export function runPieces(run: Run, sum: Checksum = checksum): readonly Uint8Array[] {
  const { columns, draws, ...header } = run;
  const places = new Map<Float64Array, number>();
  const place = (values: Float64Array | undefined): number => {
    if (values === undefined) return -1;
    const known = places.get(values);
    if (known !== undefined) return known;
    if (values.length !== run.worlds)
      refuse("run", `a column of ${values.length} worlds in a run of ${run.worlds}`, "save a run as simulate gives it");
    places.set(values, places.size);
    return places.size - 1;
  };
  const indexes = namesOf(run).map((name) => place(columns.get(name)));
  if (indexes.filter((index) => index >= 0).length !== columns.size) {
    refuse(
      "run",
      "it holds columns of designs or outcomes its header does not name",
      "save a run as simulate gives it",
    );
  }
  const drawn = [...draws].map(([name, values]) => [name, place(values)] as const);
  const blocks = [...places.keys()].map(columnBytes);
  const stored: StoredHeader = {
    ...header,
    layout: places.size,
    columns: indexes,
    draws: drawn,
    sums: blocks.map(sum),
  };
  return [headBytes(stored, sum), ...blocks];
}

function headBytes(stored: StoredHeader, sum: Checksum): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(stored, writeJsonNumber));
  const length = Math.ceil((text.length + headerAt) / 8) * 8 - headerAt;
  const bytes = new Uint8Array(headerAt + length);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(8, layoutVersion, true);
  view.setUint32(16, length, true);
  bytes.fill(0x20, headerAt);
  bytes.set(text, headerAt);
  view.setUint32(12, sum(bytes.subarray(16)), true);
  return bytes;
}

/** The bytes of a run, as described above. Throws a Problem for columns that the header cannot name, and beyond 4 GB. */
export function encodeRun(run: Run): Uint8Array {
  const pieces = runPieces(run);
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (size > mostBytes)
    refuse("run", `too large for one buffer: ${Math.ceil(size / 1e9)} GB`, "save it as a file instead");
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Every column a run may have, in the order of the file. */
const namesOf = ({ responses, designs, outcomes }: Pick<RunHeader, "responses" | "designs" | "outcomes">): string[] =>
  responses.flatMap((response) =>
    designs.flatMap((design) => outcomes.map((outcome) => columnName(response, design.name, outcome.name))),
  );

/** What stands at the beginning of a run's bytes. */
export interface RunHead {
  readonly stored: StoredHeader;
  /** Byte at which its columns begin. */
  readonly body: number;
  /** Bytes of the whole. */
  readonly whole: number;
}

/** Bytes of the header of the run that begins so. Throws a Problem for what is no run or of another version. */
export function headLength(start: Uint8Array, place: string): number {
  if (!magic.every((byte, k) => start[k] === byte))
    refuse(place, "this is not a saved run", "give a file that saveRun or rewardlab run wrote");
  if (start.length < headerAt) refuse(place, `cut short: ${start.length} bytes`, remedy);
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const version = view.getUint32(8, true);
  if (version !== 1 && version !== layoutVersion) {
    refuse(
      place,
      `a saved run of layout ${version}, this is layout ${layoutVersion}`,
      "use the version of rewardlab that saved it",
    );
  }
  return headerAt + view.getUint32(16, true);
}

/** The header in the first bytes of a run, of which there are `size` in all. `isSound` says what a checksum of it says. */
export function readHead(bytes: Uint8Array, size: number, place: string, isSound: boolean): RunHead {
  const body = headLength(bytes, place);
  if (bytes.length < body) refuse(place, `cut short: ${bytes.length} bytes`, remedy);
  const stored = readHeader(bytes.subarray(headerAt, body), place, isSound);
  const whole = body + 8 * stored.worlds * stored.layout;
  if (size < whole) refuse(place, `cut short: ${size} of ${whole} bytes`, remedy);
  if (!isSound || size > whole) refuse(place, damage, remedy);
  return { stored, body, whole };
}

const damage = "damaged: its checksum does not fit its content";

/** Whether the checksum at byte 12 is that of the bytes from 16 to an end. */
export const isSoundTo = (bytes: Uint8Array, end: number, sum: Checksum = checksum): boolean =>
  bytes.length >= end &&
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true) === sum(bytes.subarray(16, end));

/**
 * The run in these bytes. Throws a Problem that says whether they are no run, of another version, cut short or damaged; `place`
 * names them in it.
 */
export function decodeRun(bytes: Uint8Array, place = "run", sum: Checksum = checksum): Run {
  const end = headLength(bytes, place);
  const isFirstLayout = bytes[8] === 1;
  const head = readHead(bytes, bytes.length, place, isSoundTo(bytes, isFirstLayout ? bytes.length : end, sum));
  const { worlds, layout } = head.stored;
  const blocks = Array.from({ length: layout }, (_, k) => {
    const block = bytes.subarray(head.body + 8 * worlds * k, head.body + 8 * worlds * (k + 1));
    return soundColumn(head, k, block, place, sum);
  });
  return runOf(head, (index) => blocks[index], place);
}

/** The numbers of one column from its bytes. Throws a Problem when they are damaged. */
export function soundColumn(
  { stored }: RunHead,
  index: number,
  block: Uint8Array,
  place: string,
  sum: Checksum = checksum,
): Float64Array {
  if (stored.sums && stored.sums[index] !== sum(block)) refuse(place, damage, remedy);
  return columnOf(block);
}

const header = z.looseObject({
  worlds: z.int().min(1).max(1e9),
  layout: z.int().min(0).max(1e6),
  response: z.string(),
  responses: z.array(z.string()),
  designs: z.array(z.looseObject({ name: z.string() })),
  outcomes: z.array(z.looseObject({ name: z.string() })),
  held: z.array(z.looseObject({})),
  columns: z.array(z.int()),
  draws: z.array(z.tuple([z.string(), z.int()])),
  sums: z.array(z.int().min(0)).optional(),
});

function readHeader(bytes: Uint8Array, place: string, isSound: boolean): StoredHeader {
  try {
    const found: unknown = JSON.parse(new TextDecoder().decode(bytes), readNumber);
    // what was written is kept, in its order, so that saving again gives the same bytes
    header.parse(found);
    return found as StoredHeader;
  } catch {
    return refuse(place, isSound ? "its header is not that of a run" : "damaged: its header cannot be read", remedy);
  }
}

/** The columns of a run by name, from its distinct ones by index; they are asked for when they are wanted. */
export interface Columns {
  readonly columns: readonly (readonly [string, number])[];
  readonly draws: readonly (readonly [string, number])[];
}

/** Which name stands for which distinct column. Throws a Problem where the header does not fit. */
export function storedColumns({ stored }: RunHead, place: string): Columns {
  const names = namesOf(stored);
  if (stored.columns.length !== names.length) refuse(place, "its header does not fit its columns", remedy);
  const columns = names.map((name, k) => [name, stored.columns[k]] as const).filter(([, index]) => index >= 0);
  for (const [, index] of [...columns, ...stored.draws])
    if (index >= stored.layout || index < 0) refuse(place, `column ${index} of ${stored.layout} is missing`, remedy);
  return { columns, draws: stored.draws };
}

/** The header of a run without what only places its columns. */
export function bareHeader({ stored }: RunHead): RunHeader {
  const { layout: _layout, columns: _columns, draws: _draws, sums: _sums, ...bare } = stored;
  return isToday(bare) ? bare : { ...bare, held: heldAsSaved(bare) };
}

function runOf(head: RunHead, block: (index: number) => Float64Array, place: string): Run {
  const { columns, draws } = storedColumns(head, place);
  const map = (entries: Columns["columns"]) => new Map(entries.map(([name, index]) => [name, block(index)]));
  return finiteRun({ ...bareHeader(head), columns: map(columns), draws: map(draws) as Run["draws"] }, place);
}
