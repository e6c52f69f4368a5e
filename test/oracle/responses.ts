import { expected, steepest } from "./curves.js";
import type { RewardFacts } from "./inputs.js";
import { type Pull, pullsOf } from "./linkages.js";
import { density, distribution } from "./normal.js";
import { plan } from "./planner.js";
import { foreseeRivals } from "./scorecard.js";
import { mean, periodAt, type Seat, type SeatCard, sum, type Team } from "./seats.js";

/** What managers do this month (§12). */
export function respond(team: Team, t: number): void {
  if (team.response === "none" || (team.response === "planner" && t === 0)) {
    for (const { work } of team.seats) {
      for (const one of work) {
        one.effort = one.natural;
        one.genuine = 1;
      }
    }
  }
  if (team.response === "look-ahead") lookAhead(team, t);
  if (team.response === "evidence") for (const seat of team.seats) followEvidence(team, seat);
  if (team.response === "planner") for (const seat of team.seats) plan(team, seat, t);
}

function followEvidence({ world, rules, setting, design }: Team, { work, cards: all, freshness }: Seat): void {
  const pays = ({ amount }: RewardFacts) => amount.money > 0 || amount.ofSalary > 0 || amount.ofRevenue > 0;
  const cards = all.filter((_, c) => design.cards[c].rewards.some(pays));
  const cash = world.contingentShare > 0 ? (world.contingentShare / rules.crowdingAt) ** rules.cashPower : 0;
  const uplift = world.cashUplift * cash + world.awardUplift * world.awardShare * freshness;
  const over = (of: "held" | "readingHeld") =>
    work.map((_, j) => (cards.length > 0 ? mean(cards.map(({ effects }) => effects[j][of])) : 0));
  const [held, reading] = [over("held"), over("readingHeld")];
  const normal = setting.activities.map((one) => one.normal);
  const usual = sum(held.map((one, j) => one * normal[j])) / sum(normal);
  for (const [j, one] of work.entries()) {
    const pull = usual > 0 ? Math.min(rules.mostPull, Math.max(rules.leastPull, held[j] / usual)) : 0;
    one.effort = one.natural * (1 + uplift * pull);
    const shown = reading[j] > 0 && held[j] > 0 ? Math.min(1, reading[j] / held[j]) : 0;
    one.genuine = 1 - world.hollow * shown;
  }
}

const shareOf = (team: Team, c: number): number => (team.design.cards[c].isTeam ? 1 / team.seats.length : 1);

/** What pay at the close of this period is worth today (D). */
function closeValue(team: Team, c: number, t: number): number {
  const { end } = periodAt(team, team.design.cards[c].period, t);
  return team.world.presentBias * team.world.keepMonth ** (end - t);
}

function lookAhead(team: Team, t: number): void {
  const { design, seats, rules } = team;
  const numbers = design.cards.map((_, c) => c);
  const isLinked = design.cards.some(({ rewards }) => rewards.length === 0);
  for (const c of numbers) {
    for (const { cards } of seats) {
      const slopes = cards.flatMap(({ rewards }, d) =>
        rewards.map(({ facts, worth, slopeAtTarget, slopesAtTarget }) => {
          if (facts.linkages.length > 0) return worth * slopesAtTarget[c];
          return d === c ? worth * slopeAtTarget : 0;
        }),
      );
      cards[c].laterStake = shareOf(team, c) * closeValue(team, c, t) * sum(slopes);
    }
  }
  if (isLinked) for (const c of numbers) foreseeOnLines(team, c, linesOf(team, c));
  for (let sweep = 0; sweep < (numbers.length > 1 ? rules.sweeps : 1); sweep++) {
    for (const c of numbers) {
      const lines = linesOf(team, c);
      if (design.cards[c].rewards.some(({ form }) => form.winners > 0)) moveTogether(team, c, t, lines);
      const incentives = seats.map((seat) => pullsOf(team, seat, c));
      for (const [i, seat] of seats.entries()) {
        const card = seat.cards[c];
        card.stake = solve(team, card, incentives[i], closeValue(team, c, t), lines[i].lin, lines[i].gain);
      }
      if (isLinked) foreseeOnLines(team, c, lines);
    }
  }
  for (const seat of seats) choose(team, seat);
}

/** Beliefs about rivals: last month's stakes, moved by what the team's mean moves by if all answer alike (§12). */
function moveTogether(team: Team, c: number, t: number, lines: readonly { lin: number; gain: number }[]): void {
  const { seats, world } = team;
  const expectAll = () => {
    const scores = lines.map(({ lin, gain }, i) => lin + gain * seats[i].cards[c].stake);
    foreseeRivals(team, c, scores);
    return scores;
  };
  const scores = expectAll();
  const steps = seats.flatMap((seat, i) => {
    if (seat.vacancy > 0) return [];
    const { spread, stake } = seat.cards[c];
    const m = scores[i];
    const seen = pullsOf(team, seat, c).map(({ by, ...one }) => ({
      by,
      one,
      of: expected({ facts: one, rivals: one.rivals }, m, spread),
    }));
    const slope = sum(seen.map(({ by, of }) => by * of.slope));
    const bend = sum(seen.map(({ by, one, of }) => (one.form.winners > 0 ? 0 : by * of.bend)));
    const weight = 1 + world.lossAversion * distribution((1 - m) / spread);
    const turn = (-world.lossAversion * density((1 - m) / spread)) / spread;
    const value = closeValue(team, c, t);
    const rest = 1 - value * lines[i].gain * (weight * bend + turn * slope);
    return [(value * weight * slope - stake) / Math.max(0.5, rest)];
  });
  const common = steps.length > 0 ? mean(steps) : 0;
  for (const { cards } of seats) cards[c].stake = Math.max(0, cards[c].stake + common);
  expectAll();
}

/** The forecasts that the stakes so far lead to: what linked payouts are weighed at. */
function foreseeOnLines({ seats }: Team, c: number, lines: readonly { lin: number; gain: number }[]): void {
  for (const [i, { cards }] of seats.entries()) cards[c].forecast = lines[i].lin + lines[i].gain * cards[c].stake;
}

/** What an activity earns through cards other than c, and in later periods. */
function elsewhere(team: Team, { cards }: Seat, c: number, j: number): number {
  return sum(
    cards.map(({ effects, stake, laterStake }, d) => {
      const { own, results, later } = effects[j];
      return later * laterStake + (d === c ? 0 : shareOf(team, d) * (own + results) * stake);
    }),
  );
}

/** The score as a line in the stake of card c, for every seat. */
function linesOf(team: Team, c: number): { lin: number; gain: number }[] {
  const { seats, world, setting, design } = team;
  const room = setting.activities.map((one) => one.room);
  const chi = world.substitution;
  const lines = seats.map((seat) => {
    if (seat.vacancy > 0) return { added: 0, gain: 0 };
    const { effects } = seat.cards[c];
    const here = effects.map(({ own, results }) => shareOf(team, c) * (own + results));
    const there = effects.map((_, j) => elsewhere(team, seat, c, j));
    const lift = effects.map(({ held }, j) => held * room[j]);
    const crowd = (chi * sum(lift)) / (1 + chi * sum(room));
    const answer = (to: readonly number[]) => sum(to.map((one, j) => (lift[j] - crowd * room[j]) * one)) / world.kappa;
    return { added: answer(there), gain: answer(here) };
  });
  const added = lines.map((one) => one.added);
  const gains = lines.map((one) => one.gain);
  const { isTeam } = design.cards[c];
  return seats.map(({ cards }, i) => ({
    lin: cards[c].base + (isTeam ? mean(added) : added[i]),
    gain: isTeam ? mean(gains) : gains[i],
  }));
}

/** The stake that agrees with the effort it causes, by the search the method writes out. */
function solve(
  { world }: Team,
  { spread, stake }: SeatCard,
  incentives: readonly Pull[],
  value: number,
  lin: number,
  gain: number,
): number {
  const aversion = world.lossAversion;
  let high =
    value *
    (1 + aversion) *
    sum(incentives.map(({ by, form, rivals }) => by * steepest({ facts: { form }, rivals }, spread)));
  if (high <= 0) return 0;
  let low = 0;
  let x = Math.min(stake, high);
  let before = high;
  for (let step = 0; step < 100; step++) {
    const m = lin + gain * x;
    const seen = incentives.map(({ by, form, rivals }) => ({
      by,
      ...expected({ facts: { form }, rivals }, m, spread),
    }));
    const slope = sum(seen.map((one) => one.by * one.slope));
    const bend = sum(seen.map((one) => one.by * one.bend));
    const weight = 1 + aversion * distribution((1 - m) / spread);
    const turn = (-aversion * density((1 - m) / spread)) / spread;
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

/** Marginal rewards, the real part of extra work, and best effort. */
function choose(team: Team, seat: Seat): void {
  const { world } = team;
  const gains = seat.work.map((one, j) => {
    const shown = sum(seat.cards.map(({ effects, stake }, c) => shareOf(team, c) * effects[j].own * stake));
    const total = sum(
      seat.cards.map(({ effects, stake, laterStake }, c) => {
        const { own, results, later } = effects[j];
        return shareOf(team, c) * (own + results) * stake + later * laterStake;
      }),
    );
    one.genuine = shown > 0 && total > 0 ? 1 - world.hollow * Math.min(1, shown / total) : 1;
    return total;
  });
  bestEffort(team, seat, gains);
}

function bestEffort({ world, setting }: Team, { work }: Seat, gains: readonly number[]): void {
  const { substitution: chi, leastEffort: low, hours, kappa } = world;
  const dropped = new Set<number>();
  for (let pass = 0; pass <= work.length; pass++) {
    const free = work.map((_, j) => j).filter((j) => !dropped.has(j));
    const room = sum(free.map((j) => setting.activities[j].room));
    const pull = sum(free.map((j) => (setting.activities[j].room * gains[j]) / kappa));
    let load = (chi * (pull + sum([...dropped].map((j) => low - work[j].natural)))) / (1 + chi * room);
    const effort = () =>
      work.map(({ natural }, j) =>
        dropped.has(j) ? low : natural + setting.activities[j].room * (gains[j] / kappa - load),
      );
    const total = sum(effort());
    if (total > hours && room > 0) load += (total - hours) / room;
    const chosen = effort();
    for (const [j, one] of work.entries()) one.effort = chosen[j];
    const below = free.filter((j) => chosen[j] < low);
    if (below.length === 0) return;
    for (const j of below) dropped.add(j);
  }
}
