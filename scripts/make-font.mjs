// Writes src/charts/drawing/font-widths.ts and the files in src/charts/drawing/fonts: advance widths and embeddable letters of the font charts are
// set in, both from the font files themselves. Run: node scripts/make-font.mjs
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subset from "subset-font";

const folder = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x391, 0x3c9],
  [0x410, 0x44f],
  [0x2010, 0x2044],
  [0x20ac, 0x20ac],
  [0x2190, 0x2195],
  [0x2206, 0x2265],
];

/** Advance widths of the characters in the ranges, thousandths of the font size. */
function widths(file) {
  const font = readFileSync(join(folder, file));
  const tables = new Map();
  for (let k = 0; k < font.readUInt16BE(4); k++) {
    const at = 12 + 16 * k;
    tables.set(font.toString("latin1", at, at + 4), font.readUInt32BE(at + 8));
  }
  const unit = font.readUInt16BE(tables.get("head") + 18);
  const count = font.readUInt16BE(tables.get("hhea") + 34);
  const advance = (glyph) => font.readUInt16BE(tables.get("hmtx") + 4 * Math.min(glyph, count - 1));
  const glyphOf = characterMap(font, tables.get("cmap"));
  return ranges.map(([from, to]) => {
    const row = [];
    for (let code = from; code <= to; code++) row.push(Math.round((advance(glyphOf(code)) * 1000) / unit));
    return { from, row };
  });
}

/** Reads a format 4 character map: segments of 16-bit codes. */
function characterMap(font, cmap) {
  let at = 0;
  for (let k = 0; k < font.readUInt16BE(cmap + 2); k++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + 8 * k + 4);
    if (font.readUInt16BE(table) === 4) at = table;
  }
  const segments = font.readUInt16BE(at + 6) / 2;
  const [ends, starts, deltas, offsets] = [14, 16, 16, 16].map((skip, k) => at + skip + 2 * segments * k);
  return (code) => {
    for (let s = 0; s < segments; s++) {
      if (code > font.readUInt16BE(ends + 2 * s)) continue;
      const start = font.readUInt16BE(starts + 2 * s);
      if (code < start) return 0;
      const offset = font.readUInt16BE(offsets + 2 * s);
      const delta = font.readUInt16BE(deltas + 2 * s);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = font.readUInt16BE(offsets + 2 * s + offset + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

const list = (name, file) =>
  `export const ${name}: readonly (readonly [first: number, widths: readonly number[]])[] = [\n${widths(file)
    .map(({ from, row }) => `  [${from}, [${row.join(", ")}]],`)
    .join("\n")}\n];`;

const target = new URL("../src/charts/drawing/font-widths.ts", import.meta.url);
writeFileSync(
  target,
  `// Made by scripts/make-font.mjs from DejaVu Sans; do not edit.\n\n/** Thousandths of the font size: advance widths of regular letters, by first character code of a range. */\n${list("regularWidths", "DejaVuSans.ttf")}\n\n/** The same for bold letters. */\n${list("boldWidths", "DejaVuSans-Bold.ttf")}\n`,
);

const letters = ranges
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, k) => String.fromCodePoint(from + k)))
  .join("");

/** Letters of the ranges as a font a page can carry. */
async function face(file, name) {
  const font = await subset(readFileSync(join(folder, file)), letters, {
    targetFormat: "woff2",
    noLayoutClosure: true,
  });
  writeFileSync(new URL(`../src/charts/drawing/fonts/${name}.woff2`, import.meta.url), font);
}

await face("DejaVuSans.ttf", "regular");
await face("DejaVuSans-Bold.ttf", "bold");
copyFileSync(join(folder, "..", "LICENSE"), new URL("../src/charts/drawing/fonts/LICENSE", import.meta.url));
