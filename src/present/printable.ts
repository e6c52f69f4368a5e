/** A result that prints itself: in text, in a terminal and as the last line of a notebook cell. */
export interface Printable {
  toString(): string;
}

/** What Node's console and notebooks ask an object for when they show it. */
const inspect = Symbol.for("nodejs.util.inspect.custom");

/**
 * A copy of plain data that prints itself as `text` of it. The printing is not enumerable: copying, comparing and JSON see the data alone.
 */
export function printable<T extends object>(data: T, text: (data: T) => string): T & Printable {
  const copy = { ...data };
  const print = { value: () => text(data), enumerable: false };
  return Object.defineProperties(copy, { toString: print, [inspect]: print });
}
