import { z } from "zod";
import { refuse } from "../foundation/problem.js";
import { checksum } from "./checksum.js";
import { columnName, type Run, type RunHeader } from "./run.js";

/**
 * A run as bytes, little-endian throughout:
 *
 *     0   8 bytes   "RLABRUN" and a line feed
 *     8   uint32    version of this layout: 1
 *    12   uint32    CRC-32 of everything from byte 16 on
 *    16   uint32    length of the header in bytes, a multiple of 8 less 4
 *    20   header    JSON in UTF-8, padded with spaces
 *     …   float64   the distinct columns, one after another, `worlds` numbers each
 *
 * The JSON is the run's header with three more keys: `layout`, the number of distinct columns; `columns`, for every response ×
 * design × outcome (outcomes fastest) the index of its column or −1; `draws`, for every assumption its name in code and
 * the index of its column. Columns that a run shares between responses are written once and come back shared. No clock and no
 * machine leaves a trace: equal runs give equal bytes.
 */
const magic = [0x52, 0x4c, 0x41, 0x42, 0x52, 0x55, 0x4e, 0x0a] as const;
const layoutVersion = 1;
const headerAt = 20;
/** Bytes. What one buffer holds everywhere. */
const mostBytes = 4e9;

interface StoredHeader extends RunHeader {
  readonly layout: number;
  readonly columns: readonly number[];
  readonly draws: readonly (readonly [string, number])[];
}

/** JSON knows no infinity, and limits of units are infinite: the header holds it as `{"number": "-Infinity"}`. */
const writeNumber = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;

const infinite = /^(-?Infinity|NaN)$/;

function readNumber(_: string, value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && "number" in value;
  return isObject && infinite.test(String(value.number)) ? Number(value.number) : value;
}

const remedy = "simulate and save the run again, or fetch the file again";

/** The bytes of a run, as described above. Throws a Problem for columns whose names are not in the header. */
export function encodeRun(run: Run): Uint8Array {
  const { columns, draws, ...header } = run;
  const places = new Map<Float64Array, number>();
  const place = (values: Float64Array | undefined): number => {
    if (values === undefined) return -1;
    const known = places.get(values);
    if (known !== undefined) return known;
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
  const stored: StoredHeader = { ...header, layout: places.size, columns: indexes, draws: drawn };
  return write(stored, [...places.keys()]);
}

function write(stored: StoredHeader, columns: readonly Float64Array[]): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(stored, writeNumber));
  const length = Math.ceil((text.length + headerAt) / 8) * 8 - headerAt;
  const size = headerAt + length + 8 * stored.worlds * columns.length;
  if (size > mostBytes)
    refuse("run", `too large to save: ${Math.ceil(size / 1e9)} GB`, "run fewer worlds, or save it as CSV");
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(8, layoutVersion, true);
  view.setUint32(16, length, true);
  bytes.fill(0x20, headerAt, headerAt + length);
  bytes.set(text, headerAt);
  let at = headerAt + length;
  for (const values of columns) {
    if (values.length !== stored.worlds)
      refuse("run", `a column of ${values.length} worlds in a run of ${stored.worlds}`, "");
    for (let w = 0; w < values.length; w++, at += 8) view.setFloat64(at, values[w], true);
  }
  view.setUint32(12, checksum(bytes.subarray(16)), true);
  return bytes;
}

/** Every column a run may have, in the order of the file. */
const namesOf = ({ responses, designs, outcomes }: Pick<RunHeader, "responses" | "designs" | "outcomes">): string[] =>
  responses.flatMap((response) =>
    designs.flatMap((design) => outcomes.map((outcome) => columnName(response, design.name, outcome.name))),
  );

/**
 * The run in these bytes. Throws a Problem that says whether they are no run, of another version, cut short or damaged; `place`
 * names them in it.
 */
export function decodeRun(bytes: Uint8Array, place = "run"): Run {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!magic.every((byte, k) => bytes[k] === byte))
    refuse(place, "this is not a saved run", "give a file that saveRun or rewardlab run wrote");
  if (bytes.length < headerAt) refuse(place, `cut short: ${bytes.length} bytes`, remedy);
  const version = view.getUint32(8, true);
  if (version !== layoutVersion) {
    refuse(
      place,
      `a saved run of layout ${version}, this is layout ${layoutVersion}`,
      "use the version of rewardlab that saved it",
    );
  }
  const length = view.getUint32(16, true);
  if (bytes.length < headerAt + length) refuse(place, `cut short: ${bytes.length} bytes`, remedy);
  const isSound = view.getUint32(12, true) === checksum(bytes.subarray(16));
  const stored = readHeader(bytes.subarray(headerAt, headerAt + length), place, isSound);
  const body = headerAt + length;
  const whole = body + 8 * stored.worlds * stored.layout;
  if (bytes.length < whole) refuse(place, `cut short: ${bytes.length} of ${whole} bytes`, remedy);
  if (!isSound || bytes.length > whole) refuse(place, "damaged: its checksum does not fit its content", remedy);
  return assemble(stored, readColumns(view, body, stored), place);
}

const stored = z.looseObject({
  worlds: z.int().min(1).max(1e9),
  layout: z.int().min(0).max(1e6),
  response: z.string(),
  responses: z.array(z.string()),
  designs: z.array(z.looseObject({ name: z.string() })),
  outcomes: z.array(z.looseObject({ name: z.string() })),
  held: z.array(z.looseObject({})),
  columns: z.array(z.int()),
  draws: z.array(z.tuple([z.string(), z.int()])),
});

function readHeader(bytes: Uint8Array, place: string, isSound: boolean): StoredHeader {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes), readNumber);
    // what was written is kept, in its order, so that saving again gives the same bytes
    stored.parse(header);
    return header as StoredHeader;
  } catch {
    return refuse(place, isSound ? "its header is not that of a run" : "damaged: its header cannot be read", remedy);
  }
}

function readColumns(view: DataView, from: number, { layout, worlds }: StoredHeader): Float64Array[] {
  return Array.from({ length: layout }, (_, k) => {
    const values = new Float64Array(worlds);
    for (let w = 0, at = from + 8 * worlds * k; w < worlds; w++, at += 8) values[w] = view.getFloat64(at, true);
    return values;
  });
}

function assemble(
  { layout, columns, draws, ...header }: StoredHeader,
  blocks: readonly Float64Array[],
  place: string,
): Run {
  const names = namesOf(header);
  const block = (index: number): Float64Array =>
    blocks[index] ?? refuse(place, `column ${index} of ${layout} is missing`, remedy);
  if (columns.length !== names.length) refuse(place, "its header does not fit its columns", remedy);
  const found = names.map((name, k) => [name, columns[k]] as const).filter(([, index]) => index >= 0);
  return {
    ...header,
    columns: new Map(found.map(([name, index]) => [name, block(index)])),
    draws: new Map(draws.map(([name, index]) => [name, block(index)])),
  };
}
