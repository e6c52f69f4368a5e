import type { CurveForm } from "../../src/model/curves/curve.js";
import { againstRivals, type Rivals } from "./contest.js";
import { density, distribution } from "./normal.js";

/** Payout at a score (§8). */
export function payAt({ base, rate, jump, jumpAt, kink, kinkAt }: CurveForm, score: number): number {
  let pay = base + rate * score;
  for (const [k, by] of jump.entries()) if (score >= jumpAt[k]) pay += by;
  for (const [k, by] of kink.entries()) pay += by * Math.max(0, score - kinkAt[k]);
  return pay;
}

/** What is foreseen: a curve, and what the rivals are expected to score if it goes by rank. */
export interface Foreseen {
  readonly facts: { readonly form: CurveForm };
  readonly rivals: Rivals;
}

export interface Seen {
  readonly pay: number;
  readonly slope: number;
  readonly bend: number;
}

/** Expected payout, its slope and its bend when the score is normal (§8). */
export function expected(reward: Foreseen, m: number, sd: number): Seen {
  const { base, rate, jump, jumpAt, kink, kinkAt, winners } = reward.facts.form;
  if (winners > 0) return againstRivals(reward.rivals, winners, m);
  let pay = base + rate * m;
  let slope = rate;
  let bend = 0;
  for (const [k, by] of jump.entries()) {
    const z = (m - jumpAt[k]) / sd;
    pay += by * distribution(z);
    slope += (by * density(z)) / sd;
    bend -= (by * z * density(z)) / (sd * sd);
  }
  for (const [k, by] of kink.entries()) {
    const z = (m - kinkAt[k]) / sd;
    pay += by * sd * (z * distribution(z) + density(z));
    slope += by * distribution(z);
    bend += (by * density(z)) / sd;
  }
  return { pay, slope, bend };
}

/** Largest slope at any mean. */
export function steepest({ facts, rivals }: Foreseen, sd: number): number {
  const { rate, jump, kink, winners } = facts.form;
  if (winners > 0) return density(0) / rivals.apart;
  let most = Math.max(0, rate);
  for (const by of jump) most += (Math.max(0, by) * density(0)) / sd;
  for (const by of kink) most += Math.max(0, by);
  return most;
}
