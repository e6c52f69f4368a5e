import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { indexedPng } from "../../src/node/files/indexed-png.js";
import { paintPng, paintSmallPng } from "../../src/node/files/png.js";

/** Width, height and the bytes of red, green and blue of a PNG with a table of colours, unpacked by the words of the PNG specification. */
function unpack(png: Uint8Array): { width: number; height: number; colours: number[] } {
  const bytes = Buffer.from(png);
  const pieces = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    pieces.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const [header, table, data] = ["IHDR", "PLTE", "IDAT"].map((name) => pieces.get(name)!);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(data);
  const colours: number[] = [];
  for (let y = 0; y < height; y++) {
    expect(rows[y * (width + 1)]).toBe(0);
    for (const number of rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)))
      colours.push(...table.subarray(3 * number, 3 * number + 3));
  }
  return { width, height, colours };
}

const picture = (width: number, height: number, colourOf: (k: number) => readonly number[]) => ({
  width,
  height,
  pixels: Uint8Array.from(Array.from({ length: width * height }, (_, k) => colourOf(k)).flat()),
});

describe("a PNG with a table of colours", () => {
  test("has the pixels it was made of", () => {
    const red = [200, 10, 20, 255];
    const blue = [0, 0, 255, 255];
    const png = indexedPng(picture(3, 2, (k) => (k % 2 ? red : blue)))!;
    const [r, b] = [red.slice(0, 3), blue.slice(0, 3)];
    expect(unpack(png)).toEqual({ width: 3, height: 2, colours: [...b, ...r, ...b, ...r, ...b, ...r] });
  });

  test("is made of up to 256 colours and no more, and of nothing transparent", () => {
    expect(indexedPng(picture(16, 16, (k) => [k, 0, 0, 255]))).toBeDefined();
    expect(indexedPng(picture(257, 1, (k) => [k % 256, k >> 8, 0, 255]))).toBeUndefined();
    expect(indexedPng(picture(2, 1, (k) => [k, 0, 0, 254]))).toBeUndefined();
  });
});

test("a chart for a notebook is less than half as large, and as wide and high", async () => {
  const spec = {
    mark: "bar",
    data: { values: [{ a: "x", b: 1 }] },
    encoding: { x: { field: "b", type: "quantitative" }, y: { field: "a" } },
  };
  const [usual, small] = [await paintPng({ spec }), await paintSmallPng({ spec })];
  expect(small.length).toBeLessThan(usual.length / 2);
  expect(Buffer.from(small).subarray(16, 24)).toEqual(Buffer.from(usual).subarray(16, 24));
});
