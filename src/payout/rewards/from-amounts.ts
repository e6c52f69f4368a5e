import { type Decimal, decimalText, exactShareText } from "../../foundation/values/decimal.js";
import type { ExactSegment } from "../../model/curves/exact-curve.js";
import { divisor, type Product } from "../lines/product.js";
import type { Ratio } from "../scores/reading.js";

/** A payout as over ÷ under, so that a third stays a third. */
export interface Payout {
  readonly over: Decimal;
  readonly under: Decimal;
  /** As it stands in a product. */
  readonly text: string;
  /** Payout × target, where the payout is worked out from a result and a target. */
  readonly inAmounts?: Product | undefined;
}

/** `7,100,000`, `90 % × 7,100,000`: a share of the target. */
const shareOf = (share: Decimal, { text }: Product): string => (share.eq(1) ? text : `${inBrackets(share)} × ${text}`);

const inBrackets = (share: Decimal): string => (share.lt(0) ? `(${exactShareText(share)})` : exactShareText(share));

/** `7,658,037 − 90 % × 7,100,000`: how far a result lies beyond a place of the curve. */
function beyond(at: Decimal, { result, target }: Ratio): Product {
  return {
    over: result.over.times(target.under).minus(at.times(target.over).times(result.under)),
    under: result.under.times(target.under),
    text: at.eq(0) ? result.text : `${result.text} − ${shareOf(at, target)}`,
  };
}

/** What a line begins at in amounts, and what is added to it. */
function from(start: Decimal, { target }: Ratio, rise: Product): Product {
  if (start.eq(0)) return rise;
  return {
    over: start.times(target.over).times(rise.under).plus(rise.over.times(target.under)),
    under: target.under.times(rise.under),
    text: `(${shareOf(start, target)} + ${rise.text})`,
  };
}

/** Payout × target along one slope from a place. */
function along(at: Decimal, start: Decimal, slope: Decimal, ratio: Ratio): Product {
  const way = beyond(at, ratio);
  const factor = slope.eq(1) && start.eq(0) && at.eq(0) ? "" : `${decimalText(slope)} × `;
  const isSingle = at.eq(0) && !(way.over.lt(0) && factor !== "");
  const text = `${factor}${isSingle ? way.text : `(${way.text})`}`;
  return from(start, ratio, { over: way.over.times(slope), under: way.under, text });
}

/** Payout × target on a sloping stretch of a curve. */
function inAmountsOn(stretch: Exclude<ExactSegment, { shape: "level" }>, ratio: Ratio): Product {
  if (stretch.shape === "slope") return along(stretch.at, stretch.from, stretch.slope, ratio);
  const { left, right } = stretch;
  if (left.slope !== undefined) return along(left.at, left.above, left.slope, ratio);
  const rise = right.below.minus(left.above);
  const width = right.at.minus(left.at);
  const way = beyond(left.at, ratio);
  const rises = left.above.eq(0)
    ? exactShareText(right.below)
    : `(${exactShareText(right.below)} − ${inBrackets(left.above)})`;
  const widths = left.at.eq(0) ? exactShareText(right.at) : `(${exactShareText(right.at)} − ${inBrackets(left.at)})`;
  return from(left.above, ratio, {
    over: way.over.times(rise),
    under: way.under.times(width),
    text: `${rises} × (${way.text}) ÷ ${widths}`,
  });
}

/** The payout of a result against a target, worked out from both: no share is rounded on the way. */
export function fromAmounts(stretch: Exclude<ExactSegment, { shape: "level" }>, ratio: Ratio): Payout {
  const inAmounts = inAmountsOn(stretch, ratio);
  const { target } = ratio;
  return {
    over: inAmounts.over.times(target.under),
    under: inAmounts.under.times(target.over),
    text: target.over.eq(target.under) ? inAmounts.text : `${inAmounts.text} ÷ ${divisor(target)}`,
    inAmounts,
  };
}
