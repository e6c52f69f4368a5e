import { wholePower } from "../../../foundation/maths/exponential.js";
import { satisfactionSpeed } from "../../accounts/relationship.js";
import type { WorldColumns } from "../../frame/part.js";

/** States whose response is followed, in this order. */
export const stateNames = [
  "relationship",
  "satisfaction",
  "adoption",
  "pulled",
  "boost",
  "transitory",
  "survival",
  "push",
] as const;
export const states = stateNames.length;
/** Sequences: one unit through a channel in month 0 (relationship gain, adoption gain, push), then one unit of a state at the start. */
export const channels = 3;
/** States a sequence may start with: the first of `stateNames`. */
export const starts = 6;
export const sequences = channels + starts;

export type ImpulseWorld = WorldColumns<
  | "relationFade"
  | "adoptionFade"
  | "relationYield"
  | "adoptionYield"
  | "lag"
  | "pulled"
  | "payback"
  | "churn"
  | "churnSlope"
  | "replaced"
  | "transitoryMonth"
>;

/**
 * Responses of the accounts to one unit of each channel and each starting state: the linear part of one month,
 * run forward. Index (sequence × states + state) × span + month, as seen at the start of the month.
 */
export function impulses(world: ImpulseWorld, w: number, span: number, out: Float64Array): void {
  const fadeR = world.relationFade[w];
  const fadeQ = world.adoptionFade[w];
  const loss = (world.churn[w] / 12) * (1 - world.replaced[w]) * world.churnSlope[w];
  for (let s = 0; s < sequences; s++) {
    const start = s * states * span;
    let relationship = s === 3 ? 1 : 0;
    let satisfaction = s === 4 ? 1 : 0;
    let adoption = s === 5 ? 1 : 0;
    let pulled = s === 6 ? 1 : 0;
    let boost = s === 7 ? 1 : 0;
    let transitory = s === 8 ? 1 : 0;
    let survival = 0;
    for (let q = 0; q < span; q++) {
      const push = s === 2 && q === 0 ? 1 : 0;
      out[start + q] = relationship;
      out[start + span + q] = satisfaction;
      out[start + 2 * span + q] = adoption;
      out[start + 3 * span + q] = pulled;
      out[start + 4 * span + q] = boost;
      out[start + 5 * span + q] = transitory;
      out[start + 6 * span + q] = survival;
      out[start + 7 * span + q] = push;
      const earned = world.relationYield[w] * relationship + world.adoptionYield[w] * adoption;
      boost += (earned - boost) / world.lag[w];
      transitory *= world.transitoryMonth[w];
      survival += loss * satisfaction;
      satisfaction += satisfactionSpeed * (relationship - satisfaction);
      relationship += fadeR * ((s === 0 && q === 0 ? 1 : 0) - relationship);
      adoption += fadeQ * ((s === 1 && q === 0 ? 1 : 0) - adoption);
      pulled = (1 - world.payback[w]) * pulled + world.pulled[w] * push;
    }
  }
}

/** Closed form of the response of revenue to a relationship gain, summed over n months, without survival (§ impulse responses of the method). */
export function relationshipRevenue(fade: number, lag: number, yields: number, months: number): number {
  const phi = 1 / lag;
  if (phi === fade)
    return (
      yields * (1 - (months - 1) * wholePower(1 - fade, months - 2) + (months - 2) * wholePower(1 - fade, months - 1))
    );
  return (
    yields * (1 - (phi * wholePower(1 - fade, months - 1) - fade * wholePower(1 - phi, months - 1)) / (phi - fade))
  );
}

/** Closed form of the response of revenue to a push, summed over n months. */
export const pushRevenue = (pulled: number, payback: number, months: number): number =>
  1 - pulled * (1 - wholePower(1 - payback, months - 1));
