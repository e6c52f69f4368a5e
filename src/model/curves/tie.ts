import { z } from "zod";

/** Which side of a boundary a score pays that lies exactly on it. */
export type Tie = "higher" | "lower";

export const tieField = z.enum(["higher", "lower"]).prefault("higher").meta({
  description:
    "which tier a score exactly on a boundary belongs to: the higher (at 100 % pays as from 100 %) or the lower",
});

/** The next number above a finite one. */
function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  bytes.setBigInt64(0, bytes.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bytes.getFloat64(0);
}

/** Where a jump stands in the form of a curve: kernels pay it from there on, so the lower tier's boundary is the next number above. */
export const jumpPlace = (at: number, tie: Tie | undefined): number => (tie === "lower" ? nextUp(at) : at);

/** Whether a score has reached a boundary. */
export const hasReached = (score: number, at: number, tie: Tie | undefined): boolean =>
  tie === "lower" ? score > at : score >= at;
