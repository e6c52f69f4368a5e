import { formatQuantity, share } from "../../foundation/values/quantity.js";

/** A place on a curve and what it pays. */
export interface CurvePoint {
  /** share. Attainment. */
  readonly at: number;
  /** share of the amount at target. */
  readonly pays: number;
}

/** What the places of a curve are called, and how it falls on its way to one of them. */
export interface PlaceWords {
  /** "point" or "step": what a file calls one. */
  readonly one: string;
  /** "towards" where the curve runs between places, "at" where it jumps. */
  readonly falls: string;
}

/** What is wrong with the order of places, if anything: attainment must rise, and no place may pay less than the one before. */
export function orderFault(
  places: readonly CurvePoint[],
  { one, falls }: PlaceWords,
): { readonly fault: string; readonly remedy: string } | undefined {
  for (let k = 1; k < places.length; k++) {
    if (places[k].at <= places[k - 1].at)
      return { fault: `${one}s are not in rising order`, remedy: "sort them by at" };
    if (places[k].pays < places[k - 1].pays)
      return {
        fault: `the curve falls ${falls} ${formatQuantity(places[k].at, share(), "")}`,
        remedy: `let each ${one} pay at least as much as the one before`,
      };
  }
  return undefined;
}
