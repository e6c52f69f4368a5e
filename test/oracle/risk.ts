import { expected } from "./curves.js";
import type { Pull } from "./linkages.js";
import { density, distribution } from "./normal.js";
import { sum } from "./seats.js";

const isPrize = ({ form }: Pull): boolean => form.winners > 0;

/** EUR per score point. How what is paid by score answers to it. */
export const slopeOf = (incentives: readonly Pull[], m: number, sd: number): number =>
  sum(
    incentives
      .filter((one) => !isPrize(one))
      .map(({ by, form, rivals }) => by * expected({ facts: { form }, rivals }, m, sd).slope),
  );

/** EUR². Prizes by rank, together with what is paid by score (§13). */
export function prizesOf(incentives: readonly Pull[], m: number, sd: number, slope: number): number {
  const prizes = incentives.filter(isPrize).map(({ by, form, rivals }) => {
    const { pay, slope: turn } = expected({ facts: { form }, rivals }, m, sd);
    return { by, chance: pay, with: slope * turn * rivals.apart ** 2 };
  });
  const pairs = prizes.flatMap((a) =>
    prizes.map((b) => a.by * b.by * (Math.min(a.chance, b.chance) - a.chance * b.chance)),
  );
  return sum(pairs) + 2 * sum(prizes.map((one) => one.by * one.with));
}

interface Piece {
  /** In SD from the mean. */
  readonly from: number;
  readonly to: number;
  /** EUR: at the mean, were the piece to go through it, and per SD. */
  readonly at: number;
  readonly slope: number;
}

/** What is paid by score as straight pieces. */
function piecesOf(incentives: readonly Pull[], m: number, sd: number): Piece[] {
  const curves = incentives.filter((one) => !isPrize(one));
  const places = curves.flatMap(({ form }) => [...form.jumpAt, ...form.kinkAt]).sort((a, b) => a - b);
  const ends = [Number.NEGATIVE_INFINITY, ...new Set(places), Number.POSITIVE_INFINITY];
  return ends.slice(1).map((to, k) => {
    const from = ends[k];
    let at = 0;
    let slope = 0;
    for (const { by, form } of curves) {
      at += by * (form.base + form.rate * m);
      slope += by * form.rate;
      for (const [j, jump] of form.jump.entries()) if (form.jumpAt[j] <= from) at += by * jump;
      for (const [j, kink] of form.kink.entries()) {
        if (form.kinkAt[j] > from) continue;
        at += by * kink * (m - form.kinkAt[j]);
        slope += by * kink;
      }
    }
    return { from: (from - m) / sd, to: (to - m) / sd, at, slope: slope * sd };
  });
}

/** Integrals of 1, u and u² times the density over a piece. */
function weigh({ from, to }: Piece): readonly [number, number, number] {
  const tail = (z: number): number => (Number.isFinite(z) ? z * density(z) : 0);
  const chance = distribution(to) - distribution(from);
  return [chance, density(from) - density(to), chance + tail(from) - tail(to)];
}

/** EUR². Variance of all that is paid on a card whose score is normal, piece by piece. */
export function varianceOf(incentives: readonly Pull[], m: number, sd: number): number {
  const pieces = piecesOf(incentives, m, sd).map((piece) => ({ ...piece, weights: weigh(piece) }));
  const mean = sum(pieces.map(({ at, slope, weights: [none, first] }) => at * none + slope * first));
  const around = pieces.map(
    ({ at, slope, weights: [none, first, second] }) =>
      (at - mean) ** 2 * none + 2 * (at - mean) * slope * first + slope ** 2 * second,
  );
  return Math.max(0, sum(around) + prizesOf(incentives, m, sd, slopeOf(incentives, m, sd)));
}
