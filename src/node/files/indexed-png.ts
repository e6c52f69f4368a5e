import { crc32, deflateSync } from "node:zlib";

/** Pixels of a picture, row by row, four bytes each: red, green, blue, opacity. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Colours a byte can name. */
const mostColours = 256;

/**
 * A picture of few colours as PNG with a table of them, less than half as large as the usual one and the same to the eye; undefined where it
 * has more than 256 colours or is anywhere transparent. Its bytes may differ between versions of Node, its pixels do not.
 */
export function indexedPng({ width, height, pixels }: Pixels): Uint8Array | undefined {
  const words = new Uint32Array(new Uint8Array(pixels).buffer);
  const numbers = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let k = 0; k < words.length; k++) {
    const word = words[k];
    let number = numbers.get(word);
    if (number === undefined) {
      if (numbers.size === mostColours || pixels[4 * k + 3] !== 255) return undefined;
      number = numbers.size;
      numbers.set(word, number);
    }
    rows[k + Math.floor(k / width) + 1] = number;
  }
  const table = Buffer.from(Uint32Array.from(numbers.keys()).buffer).filter((_, k) => k % 4 !== 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // a byte a pixel, which is a number of the table
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    piece("IHDR", header),
    piece("PLTE", table),
    piece("IDAT", deflateSync(rows, { level: 9 })),
    piece("IEND", Buffer.alloc(0)),
  ]);
}

/** Length, name, content, checksum. */
function piece(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length, 0);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}
