import { normal } from "./normal.js";
import { plan } from "./planner.js";
import { type Play, periodAt, type Seat, type SeatCard, sum } from "./seat.js";

/** What the manager does this month. */
export function respond(play: Play, seat: Seat, month: number): void {
  const { response } = play.task;
  const { card } = seat;
  if (response === "none" || (response === "planner" && month === 0)) {
    for (const one of seat.work) {
      one.effort = one.natural;
      one.genuine = 1;
    }
  }
  if (response === "planner") plan(play, seat, month);
  if (response === "evidence" && card) followEvidence(play, seat, card);
  if (response === "look-ahead" && card) lookAhead(play, seat, card, month);
}

function followEvidence({ facts, terms }: Play, { work, freshness }: Seat, { effects }: SeatCard): void {
  const cash = terms.contingentShare > 0 ? (terms.contingentShare / 0.25) ** 0.25 : 0;
  const uplift = facts.cashUplift * cash + facts.awardUplift * terms.awardShare * freshness;
  const usual = sum(work, ({ about }, j) => effects[j].held * about.normal) / sum(work, ({ about }) => about.normal);
  for (const [j, one] of work.entries()) {
    const { held, readingHeld } = effects[j];
    const incentive = usual > 0 ? Math.min(3, Math.max(-0.5, held / usual)) : 0;
    one.effort = one.natural * (1 + uplift * incentive);
    one.genuine = 1 - facts.hollow * (readingHeld > 0 && held > 0 ? Math.min(1, readingHeld / held) : 0);
  }
}

function lookAhead(play: Play, seat: Seat, card: SeatCard, month: number): void {
  const { facts, given } = play;
  const { effects } = card;
  const { end } = periodAt(card.period, month, given.months);
  const value = facts.presentBias * facts.keepMonth ** (end - month);
  const laterStake = value * sum(card.rewards, ({ worth, slopeAtTarget }) => worth * slopeAtTarget);
  const { lin, gain } = lineOf(play, seat, card, laterStake);
  card.stake = solve(facts.lossAversion, card, value, lin, gain);
  const gains = seat.work.map((one, j) => {
    const { own, results, later } = effects[j];
    const shown = own * card.stake;
    const total = (own + results) * card.stake + later * laterStake;
    one.genuine = shown > 0 && total > 0 ? 1 - facts.hollow * Math.min(1, shown / total) : 1;
    return total;
  });
  bestEffort(play, seat, gains);
}

/** The score as a line in the stake. */
function lineOf({ facts, terms }: Play, { work, vacancy }: Seat, { effects, base }: SeatCard, laterStake: number) {
  if (vacancy > 0) return { lin: base, gain: 0 };
  const chi = facts.substitution;
  const room = (j: number) => work[j].about.room;
  const lift = sum(effects, ({ held }, j) => held * room(j));
  const crowd = (chi * lift) / (1 + chi * sum(work, ({ about }) => about.room));
  const answer = (to: (j: number) => number) =>
    sum(effects, ({ held }, j) => (held - crowd) * room(j) * to(j)) / terms.kappa;
  return {
    lin: base + answer((j) => effects[j].later * laterStake),
    gain: answer((j) => effects[j].own + effects[j].results),
  };
}

/** The stake that agrees with the effort it causes: Newton, safeguarded by a bracket. */
function solve(
  aversion: number,
  { rewards, spread, stake }: SeatCard,
  value: number,
  lin: number,
  gain: number,
): number {
  let high = value * (1 + aversion) * sum(rewards, ({ current, curves }) => current * curves.steepest(spread));
  if (high <= 0) return 0;
  let low = 0;
  let x = Math.min(stake, high);
  let before = high;
  for (let step = 0; step < 100; step++) {
    const m = lin + gain * x;
    let slope = 0;
    let bend = 0;
    for (const { current, curves } of rewards) {
      const seen = curves.expected(m, spread);
      slope += current * seen.slope;
      bend += current * seen.bend;
    }
    const short = aversion === 0 ? { cdf: 0, density: 0 } : normal((1 - m) / spread);
    const weight = 1 + aversion * short.cdf;
    const turn = (-aversion * short.density) / spread;
    const gap = value * weight * slope - x;
    if (gap >= 0) low = x;
    else high = x;
    const newton = x - gap / (value * gain * (weight * bend + turn * slope) - 1);
    const change = Math.abs(newton - x);
    const isKept = low < newton && newton < high && change <= 0.5 * before;
    if ((isKept && change <= 1e-6 * (1 + x)) || change <= 1e-11 * (1 + x)) return newton;
    const next = isKept ? newton : 0.5 * (low + high);
    before = Math.abs(next - x);
    if (before <= 1e-11 * (1 + x)) return next;
    x = next;
  }
  return x;
}

/** Effort at which marginal reward is marginal cost, within the month and above the least effort. */
function bestEffort({ facts, terms }: Play, { work }: Seat, gains: readonly number[]): void {
  const { substitution: chi, leastEffort: low, hours } = facts;
  const dropped = new Set<number>();
  for (let pass = 0; pass <= work.length; pass++) {
    const free = [...work.entries()].filter(([j]) => !dropped.has(j));
    const room = sum(free, ([, { about }]) => about.room);
    const incentive = sum(free, ([j, { about }]) => (about.room * gains[j]) / terms.kappa);
    const held = sum([...dropped], (j) => low - work[j].natural);
    let load = (chi * (incentive + held)) / (1 + chi * room);
    const choose = () => {
      for (const [j, one] of work.entries())
        one.effort = dropped.has(j) ? low : one.natural + one.about.room * (gains[j] / terms.kappa - load);
    };
    choose();
    const total = sum(work, ({ effort }) => effort);
    if (total > hours && room > 0) {
      load += (total - hours) / room;
      choose();
    }
    const below = free.filter(([, { effort }]) => effort < low);
    if (below.length === 0) return;
    for (const [j] of below) dropped.add(j);
  }
}
