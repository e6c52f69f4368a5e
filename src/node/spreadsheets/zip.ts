import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { refuse } from "../../foundation/text/problem.js";
import { saveAgain } from "./xml-text.js";

/** bytes. A workbook that unpacks to more is not read. */
const mostUnpacked = 300e6;

/** Nor one that unpacks to so many times its size, which no spreadsheet does; small ones may. */
const mostTimes = 100;
const small = 20e6;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const damaged = (file: string): never => refuse(file, "the workbook is damaged or cut off", saveAgain);

/** The list at the end of an archive. */
function entriesOf(file: string, bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > bytes.length) damaged(file);
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let k = 0; k < count; k++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) damaged(file);
    const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + lengths[0]!).replaceAll("\\", "/"),
      method: bytes.readUInt16LE(at + 10),
      checksum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + lengths[0]! + lengths[1]! + lengths[2]!;
  }
  return entries;
}

/** A part of an archive, unpacked when it is asked for. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked and held against its length and checksum; throws a Problem for damage. */
  unpack(): Buffer;
}

/**
 * The parts of an archive. Throws a Problem for a damaged list, for two parts of one name, and for parts that unpack to more than a hundred times
 * the file's size or to more than 300 MB. Readers of workbooks do not look at checksums and would take a flipped bit for data.
 */
export function partsOf(file: string, bytes: Buffer): ZipEntry[] {
  const entries = entriesOf(file, bytes);
  const unpacked = entries.reduce((sum, one) => sum + one.unpacked, 0);
  if (unpacked > mostUnpacked)
    refuse(file, `it unpacks to more than ${mostUnpacked / 1e6} MB`, "give a smaller workbook, or its sheets as .csv");
  if (unpacked > small && unpacked > mostTimes * bytes.length)
    refuse(file, `it unpacks to more than ${mostTimes} times its size`, "give the workbook you meant");
  const names = new Set<string>();
  for (const { name } of entries) {
    if (names.has(name.toLowerCase())) refuse(file, `it holds two parts called ${name}`, saveAgain);
    names.add(name.toLowerCase());
  }
  return entries.map((entry) => ({ name: entry.name, unpack: () => unpack(file, entry, bytes) }));
}

function unpack(file: string, { at, packed, unpacked, method, checksum }: Entry, bytes: Buffer): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return damaged(file);
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length || (method !== 0 && method !== 8)) return damaged(file);
  const data = bytes.subarray(from, from + packed);
  const made = method === 0 ? data : inflated(file, data, unpacked);
  return made.length === unpacked && crc32(made) === checksum ? made : damaged(file);
}

function inflated(file: string, data: Buffer, most: number): Buffer {
  try {
    // One piece of the size it says, so that nothing is held twice
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most), chunkSize: Math.max(1024, most + 1) });
  } catch {
    return damaged(file);
  }
}

/** 1 January 1980, the first day archives know: the same content gives the same bytes. */
const date = 0x21;

/** Packs parts into an archive. */
export function archive(parts: readonly { readonly name: string; readonly text: string }[]): Buffer {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, text } of parts) {
    const data = Buffer.from(text, "utf8");
    const packed = deflateRawSync(data);
    const title = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    list.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), common, place, title);
    const head = [Buffer.from("PK\x03\x04", "latin1"), common, title, packed];
    pieces.push(...head);
    at += head.reduce((sum, one) => sum + one.length, 0);
  }
  const listLength = list.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listLength, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...list, end]);
}
