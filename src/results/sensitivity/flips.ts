import { type Estimate, studentQuantile } from "../../foundation/maths/summary.js";
import type { RunDesign } from "../../simulation/data.js";

import { binsByRank, shiftsFor } from "../statistics/first-order.js";
import { fifthCount, fifthsOf, thresholdOf } from "./sensitivity.js";

/** Designs with one column each, signed so that higher is better; one number per world. */
export interface Field {
  readonly designs: readonly RunDesign[];
  readonly columns: readonly Float64Array[];
}

/** Another design leads where an assumption is in its lowest or highest fifth. */
export interface Flip {
  readonly side: "low" | "high";
  /** The design that leads there. */
  readonly design: string;
  readonly title: string;
  /** Its lead over the examined design in that fifth, outcome's unit; it was picked as the largest, so it flatters. */
  readonly difference: Estimate;
  /** Value of the assumption where the two are equal (monotone fit over fifths); undefined where it cannot be placed. */
  readonly threshold: number | undefined;
  /** Whether the lead is above zero at 95 % after allowing for every assumption, both sides and every design looked at. */
  readonly isClear: boolean;
  /** Whether the lead is at least the smallest difference worth acting on. */
  readonly isWorthActing: boolean;
}

/** Flips of one assumption; `own` is the examined design's column, `looks` how many assumptions are examined, `size` worlds count as one. */
export function flipsOf(
  input: Float64Array,
  field: Field,
  design: string,
  own: Float64Array,
  smallest: number,
  looks: number,
  size: number,
): Flip[] {
  const bin = binsByRank(input, fifthCount);
  return (["low", "high"] as const).flatMap((side) => {
    const winner = winnerIn(bin, side === "low" ? 0 : fifthCount - 1, 0, field, own);
    if (winner === undefined || field.designs[winner].name === design) return [];
    const other = field.columns[winner];
    const lead = other.map((value, w) => value - own[w]);
    const fifths = fifthsOf(input, lead, size);
    const difference = fifths[side === "low" ? 0 : fifthCount - 1].difference;
    const others = Math.max(1, field.designs.length - 1);
    const reach = studentQuantile(1 - 0.025 / (2 * looks * others), difference.count - 1) * difference.standardError;
    return [
      {
        side,
        design: field.designs[winner].name,
        title: field.designs[winner].title,
        difference,
        threshold: thresholdOf(fifths, side === "low" ? "falling" : "rising"),
        isClear: difference.mean - reach > 0,
        isWorthActing: difference.mean >= smallest,
      },
    ];
  });
}

/** The design with the highest sum over one fifth, rows moved by `shift`; undefined when none is strictly above the examined one. */
function winnerIn(
  bin: Uint16Array,
  fifth: number,
  shift: number,
  { columns }: Field,
  own: Float64Array,
): number | undefined {
  const rows: number[] = [];
  for (let w = 0; w < bin.length; w++) if (bin[w] === fifth) rows.push((w + shift) % bin.length);
  let best: number | undefined;
  let highest = 0;
  for (let d = 0; d < columns.length; d++) {
    let lead = 0;
    for (const row of rows) lead += columns[d][row] - own[row];
    if (lead <= highest) continue;
    highest = lead;
    best = d;
  }
  return best;
}

/** Flips that luck alone gives: the mean count over pairings of assumptions with the results of other worlds. */
export function chanceFlips(inputs: readonly Float64Array[], field: Field, own: Float64Array): number {
  const shifts = shiftsFor(own.length);
  let count = 0;
  for (const input of inputs) {
    const bin = binsByRank(input, fifthCount);
    for (const shift of shifts) {
      if (winnerIn(bin, 0, shift, field, own) !== undefined) count++;
      if (winnerIn(bin, fifthCount - 1, shift, field, own) !== undefined) count++;
    }
  }
  return count / shifts.length;
}
