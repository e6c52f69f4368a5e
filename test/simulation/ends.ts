import { camelToWords } from "../../src/foundation/text/text.js";
import { smallest, type Unit } from "../../src/foundation/values/quantity.js";
import { formatQuantity } from "../../src/foundation/values/unit.js";
import { activitySettings } from "../../src/model/activities/activity.js";
import { activities } from "../../src/model/activities/index.js";
import { assumptions } from "../../src/model/assumptions.js";

/** A number of a scenario file and the two ends of what it may be, as they are written. */
export interface Factor {
  readonly name: string;
  readonly path: readonly string[];
  readonly ends: readonly [string, string];
}

const endsOf = (unit: Unit): readonly [string, string] => {
  const { min, max } = { min: smallest(unit), max: unit.max ?? Number.POSITIVE_INFINITY };
  const of = unit.dimension === "share" && unit.of?.length === 1 ? unit.of[0] : undefined;
  return [formatQuantity(min, unit, "EUR", of), formatQuantity(max, unit, "EUR", of)];
};

/** Every assumption of the model, and every number of every activity. */
export const factors: readonly Factor[] = [
  ...Object.entries(assumptions).map(([name, { section, unit }]) => ({
    name,
    path: [section, camelToWords(name)],
    ends: endsOf(unit),
  })),
  ...activities.flatMap(({ name }) =>
    Object.entries(activitySettings).map(([key, { unit }]) => ({
      name: `${name}: ${key}`,
      path: ["activities", name, key],
      ends: endsOf(unit),
    })),
  ),
];

/** Which end each factor takes: 0 low, 1 high; undefined leaves it at its default. */
export type Row = readonly (0 | 1 | undefined)[];

/** Each factor at one of its ends, all others at their defaults. */
export const alone: readonly Row[] = factors.flatMap((_, f) =>
  ([0, 1] as const).map((end) => factors.map((__, g) => (g === f ? end : undefined))),
);

/** Uniform numbers from 0 to 1 (Wellons' hash of a counter): the same on every machine. */
function drawsFrom(seed: number): () => number {
  let counter = seed;
  return () => {
    let h = Math.imul(++counter ^ (counter >>> 16), 0x7feb352d);
    h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
    return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** Rows in which every two factors take all four combinations of their ends: of some random rows the one that adds most, until none is missing. */
export function pairwise(count: number, seed: number): readonly Row[] {
  const draw = drawsFrom(seed);
  const missing = new Set<number>();
  const key = (f: number, a: number, g: number, b: number): number => ((f * count + g) * 2 + a) * 2 + b;
  for (let f = 0; f < count; f++)
    for (let g = f + 1; g < count; g++) for (const a of [0, 1]) for (const b of [0, 1]) missing.add(key(f, a, g, b));
  const added = (row: Row): number[] => {
    const found: number[] = [];
    for (let f = 0; f < count; f++)
      for (let g = f + 1; g < count; g++) {
        const pair = key(f, row[f] as number, g, row[g] as number);
        if (missing.has(pair)) found.push(pair);
      }
    return found;
  };
  const rows: Row[] = [];
  while (missing.size > 0) {
    const candidates = Array.from({ length: 20 }, () =>
      Array.from({ length: count }, (): 0 | 1 => (draw() < 0.5 ? 0 : 1)),
    );
    const gains = candidates.map(added);
    const best = gains.reduce((most, gain, k) => (gain.length > gains[most].length ? k : most), 0);
    if (gains[best].length === 0) continue;
    for (const pair of gains[best]) missing.delete(pair);
    rows.push(candidates[best]);
  }
  return rows;
}
