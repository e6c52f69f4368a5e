import type { Share } from "../../foundation/maths/summary.js";
import { fewestRows } from "./first-order.js";
import { intervalPlace, turned } from "./interval-place.js";
import { clearShare, isClear } from "./verdict.js";

/** What a run says about a claim. */
export type ClaimVerdict = "supported" | "undecided" | "not supported";

/** A claim about a difference: at least `smallest` above zero, at least that below it, or strictly within it on both sides. */
export interface Claim {
  readonly direction: "higher" | "lower" | "equivalent";
  /** ≥ 0, in the outcome's unit. Smallest effect that matters. */
  readonly smallest: number;
}

/** What is known about the difference, in the outcome's unit. */
export interface ClaimEvidence {
  /** Ends of the interval of Monte Carlo error. */
  readonly low: number;
  readonly high: number;
  /** Share of the draws of the assumptions in which the claim is true of the expected difference. */
  readonly holds: Pick<Share, "share" | "low" | "high">;
  readonly worlds: number;
}

/** Whether the claim holds of a difference. */
export function holdsFor({ direction, smallest }: Claim, difference: number): boolean {
  if (direction === "equivalent") return Math.abs(difference) < smallest || difference === 0;
  const directed = direction === "higher" ? difference : -difference;
  return directed >= smallest && directed > 0;
}

/** Whether the contrary holds: the claimed effect the other way round, or a difference that matters where none was claimed. */
export function contraryFor(claim: Claim, difference: number): boolean {
  if (claim.direction === "equivalent") return !holdsFor(claim, difference);
  return holdsFor({ ...claim, direction: claim.direction === "higher" ? "lower" : "higher" }, difference);
}

/** Where an interval lies: wholly where the claim is true, wholly where it is false, or across the border. */
function placeOf({ direction, smallest }: Claim, low: number, high: number): "true" | "false" | "across" {
  if (direction === "equivalent") {
    const place = intervalPlace({ low, high }, smallest);
    return place === "within" ? "true" : place === "across" ? "across" : "false";
  }
  const claimed = direction === "higher" ? { low, high } : turned({ low, high });
  if (intervalPlace(claimed, smallest) === "above") return "true";
  return claimed.high < smallest || claimed.high <= 0 ? "false" : "across";
}

/**
 * The verdict on a claim and the reason for it in words. Both uncertainties count:
 *
 * - supported: the whole interval lies where the claim is true, and it holds in at least 75 % of draws, certainly (95 %) in more than half;
 * - not supported: the whole interval lies where the claim is false, and it holds in at most half of the draws;
 * - undecided: everything else, and whatever rests on fewer than 50 worlds.
 *
 * More worlds narrow intervals but leave the share of draws where it is: replications alone never buy support. A larger smallest effect never
 * helps a claim of a direction, nor harms one of equivalence.
 */
export function claimVerdict(
  claim: Claim,
  { low, high, holds, worlds }: ClaimEvidence,
): { readonly verdict: ClaimVerdict; readonly reason: string } {
  if (worlds < fewestRows) return { verdict: "undecided", reason: `fewer than ${fewestRows} worlds say too little` };
  const place = placeOf(claim, low, high);
  if (place === "across") {
    return {
      verdict: "undecided",
      reason: "the interval reaches across the smallest effect: more worlds would narrow it",
    };
  }
  if (place === "true") {
    if (isClear(holds))
      return { verdict: "supported", reason: "the whole interval and at least 75 % of the draws of assumptions agree" };
    return { verdict: "undecided", reason: `true of the expected difference, but ${shareReason(holds)}` };
  }
  if (holds.share > 0.5) {
    return {
      verdict: "undecided",
      reason: "false of the expected difference, but true under most draws of the assumptions",
    };
  }
  return { verdict: "not supported", reason: falseReason(claim, low, high) };
}

/** Why a share of draws is not enough, and whether more worlds would help. */
function shareReason({ share, high }: ClaimEvidence["holds"]): string {
  if (high < clearShare) return "not under 75 % of the draws of assumptions: more worlds will not change that";
  const start = share < clearShare ? "perhaps not" : "not certainly";
  return `${start} under enough draws of the assumptions: more worlds would tell in how many`;
}

function falseReason({ direction, smallest }: Claim, low: number, high: number): string {
  if (direction === "equivalent") return "the whole interval shows a difference that matters";
  const far = direction === "higher" ? high : -low;
  if (far < 0 && far <= -smallest) return "the whole interval shows the contrary";
  return far <= 0
    ? "the whole interval lies on the other side of zero"
    : "the whole interval falls short of the smallest effect";
}
