import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { refuse } from "../../foundation/text/problem.js";
import type { Run } from "../../simulation/data.js";
import { finiteColumn } from "../../simulation/finite-run.js";

import {
  bareHeader,
  type Checksum,
  headerAt,
  headLength,
  isSoundTo,
  type RunHead,
  readHead,
  soundColumn,
  storedColumns,
} from "../../simulation/storage/run-bytes.js";
import { fileProblem } from "../files/files.js";

/** Node's own CRC-32, several times faster than ours. */
export const fastChecksum: Checksum = (bytes) => crc32(bytes);

/**
 * Opens a saved run that was not packed: reads its header now and each column when it is first asked for. Throws a Problem
 * for what is no run or cut short; a damaged column is found when it is read.
 */
export function openRun(path: string): Run {
  const head = withFile(path, (file, size) => {
    const start = bytesAt(file, 0, Math.min(size, headerAt));
    const length = Math.min(headLength(start, path), size);
    const bytes = bytesAt(file, 0, length);
    return readHead(bytes, size, path, isSoundTo(bytes, length, fastChecksum));
  });
  const { columns, draws } = storedColumns(head, path);
  const read = columnReader(path, head);
  return {
    ...bareHeader(head),
    columns: new LazyColumns(columns, read),
    draws: new LazyColumns(draws, read) as Run["draws"],
  };
}

/** Reads a column once, by its index; the name is for messages. */
type ColumnReader = (index: number, name: string) => Float64Array;

function columnReader(path: string, head: RunHead): ColumnReader {
  const known = new Map<number, Float64Array>();
  const length = 8 * head.stored.worlds;
  return (index, name) => {
    const found = known.get(index);
    if (found) return found;
    const column = withFile(path, (file, size) => {
      if (size !== head.whole) refuse(path, "it has changed since it was opened", "load it again");
      return soundColumn(head, index, bytesAt(file, head.body + length * index, length), path, fastChecksum);
    });
    known.set(index, finiteColumn(name, column, path));
    return column;
  };
}

function withFile<T>(path: string, work: (file: number, size: number) => T): T {
  try {
    const file = openSync(path, "r");
    try {
      return work(file, fstatSync(file).size);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw fileProblem(path, error);
  }
}

function bytesAt(file: number, place: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  while (at < length) {
    const count = readSync(file, bytes, at, length - at, place + at);
    if (count === 0) break;
    at += count;
  }
  return bytes;
}

/** Columns by name that are read when they are asked for. */
class LazyColumns implements ReadonlyMap<string, Float64Array> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #read: ColumnReader;

  constructor(places: readonly (readonly [string, number])[], read: ColumnReader) {
    this.#places = new Map(places);
    this.#read = read;
  }

  get size(): number {
    return this.#places.size;
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  get(name: string): Float64Array | undefined {
    const index = this.#places.get(name);
    return index === undefined ? undefined : this.#read(index, name);
  }

  keys() {
    return this.#places.keys();
  }

  *values(): Generator<Float64Array, undefined, unknown> {
    for (const [name, index] of this.#places) yield this.#read(index, name);
    return undefined;
  }

  *entries(): Generator<[string, Float64Array], undefined, unknown> {
    for (const [name, index] of this.#places) yield [name, this.#read(index, name)];
    return undefined;
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  forEach(work: (value: Float64Array, key: string, map: ReadonlyMap<string, Float64Array>) => void): void {
    for (const [name, values] of this) work(values, name, this);
  }
}
