import { numberOfName } from "../../foundation/maths/name-number.js";
import { fillUniforms } from "../../foundation/maths/random.js";
import type { Held, Slopes } from "../data.js";

/** What equality is measured in: one number per world. */
export type ColumnOf = (design: string, response: string, outcome: string) => Float64Array;

/** By how much a plan misses, per world: money per KAM-year, share of scores. */
export interface Miss {
  readonly amount: Float64Array;
  /** Undefined where no share at target is held. */
  readonly share: Float64Array | undefined;
}

/** Effects of 1 of money per KAM-year of what is held and of 1 of share at target on the expectation of an outcome, along plans. */
export interface Worth {
  readonly ofAmount: number;
  readonly ofShare: number;
}

/** The plan a design under a response runs at, with the slopes of its outcomes; undefined where it is not held. */
export function heldFor(
  held: readonly Held[],
  design: string,
  response: string,
): { readonly plan: Held; readonly slopes: Slopes } | undefined {
  for (const plan of held) {
    const at = plan.runs.findIndex((one) => one.design === design && one.columns.includes(response));
    const slopes = plan.slopes[at];
    if (at >= 0) return slopes === undefined ? undefined : { plan, slopes };
  }
  return undefined;
}

/** What a plan misses in each world, seen under a response where that gives a column of its own: its mean over worlds estimates by how much the expectation is off what was asked. */
export function missOf({ runs, to }: Held, under: string, mainResponse: string, column: ColumnOf): Miss {
  const { design, columns } = runs[0];
  const response = columns.includes(under) ? under : columns[0];
  const { outcome, value, atTarget } = to;
  const amount = column(design, response, outcome);
  if (typeof value === "string") {
    const other = column(value, mainResponse, outcome);
    return { amount: amount.map((one, w) => one - other[w]), share: undefined };
  }
  return {
    amount: amount.map((one) => one - value),
    share: atTarget === undefined ? undefined : column(design, response, "at target").map((one) => one - atTarget),
  };
}

/** d(ln scale, shift)/d(amount, share) by rows: the inverse of the plan's own slopes; the second of either is 0 where no share is held. */
export function planAnswers({
  slopes: [own],
  to: { outcome },
}: Held): readonly [readonly [number, number], readonly [number, number]] {
  const [amount, share] = [own.byScale[outcome], own.byScale["at target"]];
  if (own.byShift["at target"] === undefined)
    return [
      [1 / amount, 0],
      [0, 0],
    ];
  const [amountByShift, shareByShift] = [own.byShift[outcome], own.byShift["at target"]];
  const determinant = amount * shareByShift - amountByShift * share;
  return [
    [shareByShift / determinant, -amountByShift / determinant],
    [-share / determinant, amount / determinant],
  ];
}

/** What a miss is worth in an outcome: its slopes by (ln scale, shift), times those of the plan by (amount, share). */
export function worthOf(plan: Held, { byScale, byShift }: Slopes, outcome: string): Worth {
  const [[scaleByAmount, scaleByShare], [shiftByAmount, shiftByShare]] = planAnswers(plan);
  const [scale, shift] = [byScale[outcome] ?? 0, byShift[outcome] ?? 0];
  return {
    ofAmount: scale * scaleByAmount + shift * shiftByAmount,
    ofShare: scale * scaleByShare + shift * shiftByShare,
  };
}

/** What an outcome comes to by construction where designs are equal: what was asked of it; undefined where nothing was. */
export function valueHeldEqual(
  held: readonly Held[],
  design: string,
  response: string,
  outcome: string,
): number | undefined {
  const found = heldFor(held, design, response);
  if (found === undefined || found.slopes !== found.plan.slopes[0]) return undefined;
  const { outcome: equalIn, value, atTarget } = found.plan.to;
  if (outcome === "at target") return atTarget;
  return outcome === equalIn && typeof value === "number" ? value : undefined;
}

/**
 * What a plan's miss adds to an outcome, per world, to first order; undefined where the design is not held or does not answer. The column
 * less this has the expectation the outcome has where designs are equal, and the spread about its mean holds the error of the plan as well
 * (a regression estimator whose slopes come from elsewhere; the delta method for an estimated plan: Newey & McFadden 1994, §6). Slopes are
 * estimates, too: what their error does to the mean is put in as signs that sum to zero, of its own for each design, response and outcome.
 */
export function planMiss(
  held: readonly Held[],
  mainResponse: string,
  column: ColumnOf,
  design: string,
  response: string,
  outcome: string,
): Float64Array | undefined {
  const found = heldFor(held, design, response);
  if (found === undefined) return undefined;
  const { plan, slopes } = found;
  const { ofAmount, ofShare } = worthOf(plan, slopes, outcome);
  if (ofAmount === 0 && ofShare === 0) return undefined;
  const { amount, share } = missOf(plan, response, mainResponse, column);
  const own = plan.runs[slopes === plan.slopes[0] ? 0 : plan.slopes.indexOf(slopes)];
  const size = slopeError(plan, slopes, outcome, { amount, share }) * Math.sqrt(amount.length);
  const signs = balancedSigns(`${own.response}|${own.design}|${outcome}`, amount.length);
  return amount.map((one, w) => ofAmount * one + (share === undefined ? 0 : ofShare * share[w]) + size * signs[w]);
}

/** Standard error that the slopes' own errors leave in the mean of an outcome that is corrected for a miss. */
function slopeError(plan: Held, { errors }: Slopes, outcome: string, { amount, share }: Miss): number {
  const error = errors[outcome];
  if (error === undefined) return 0;
  const means = [meanOf(amount), share === undefined ? 0 : meanOf(share)];
  const [scale, shift] = planAnswers(plan).map(([byAmount, byShare]) => byAmount * means[0] + byShare * means[1]);
  const [ofScale, ofBoth, ofShift] = error;
  return Math.sqrt(Math.max(0, scale * scale * ofScale + 2 * scale * shift * ofBoth + shift * shift * ofShift));
}

/** Signs of a name, one a world, less their mean: they add nothing to a mean and their size to its standard error. */
function balancedSigns(name: string, worlds: number): Float64Array {
  const signs = new Float64Array(worlds);
  fillUniforms(signs, 0, 1, worlds, 0, numberOfName("slopes"), 0, 0, numberOfName(name));
  for (let w = 0; w < worlds; w++) signs[w] = signs[w] < 0.5 ? -1 : 1;
  const mean = meanOf(signs);
  return signs.map((one) => one - mean);
}

const meanOf = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;
