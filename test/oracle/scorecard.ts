import type { Rivals } from "./contest.js";
import { expected } from "./curves.js";
import { pullsOf } from "./linkages.js";
import { isJudged, isReading, loadOf, reportingOf } from "./measures.js";
import { none, type Outlook, outlookOf } from "./outlook.js";
import { prizesOf, slopeOf, varianceOf } from "./risk.js";
import { type Channels, mean, periodAt, type Seat, scaleOf, sum, type Team } from "./seats.js";

/** What one slot adds to one seat's forecast (§11). */
interface Part {
  score: number;
  own: number;
  /** Luck of the team's own accounts where it is in every member's score. */
  joint: number;
  readonly shared: number;
  readonly factor: number;
  readonly outlook: Outlook;
}

export const judgedWeight = (team: Team, c: number): number =>
  sum(team.design.cards[c].slots.map(({ measure, weight }) => (isJudged(measure) ? weight : 0)));

export const shiftOf = (team: Team, c: number): number => (team.design.cards[c].isTightened ? team.shift : 0);

/** The level a measure is read against. */
export function levelOf(seat: Seat, scale: Outlook["facts"]["scale"]): number {
  return scale === "teamFlow" || scale === "index" ? seat.now.flow : seat.now[scale];
}

const along = ({ R, Q, F }: Channels, { now }: Seat): number =>
  R * now.naturalRelationship + Q * now.naturalAdoption + F * now.naturalPush;

/** Score natural effort leads to, its uncertainty, and what a unit of each activity adds, for every seat (§11). */
export function forecast(team: Team, c: number, t: number): void {
  const { design, seats, rules, world } = team;
  const { period, isTeam, slots } = design.cards[c];
  const { length } = periodAt(team, period, t);
  const parts = seats.map((seat) => slots.map((_, k) => partOf(team, seat, c, k, t)));
  for (const [k, { measure, weight }] of slots.entries()) {
    const isShared = measure === "shared objectives";
    const scores = parts.map((of) => of[k].score);
    const own = parts.map((of) => of[k].own);
    for (const [i, seat] of seats.entries()) {
      const { sum: all, recent, sample } = seat.cards[c].slots[k];
      const { samples, read, anchor } = parts[i][k].outlook;
      const counted = samples > 0 ? (all - recent + read * recent) / samples + anchor : sample;
      parts[i][k].score = weight * counted + (isShared ? sum(scores) : scores[i]);
      parts[i][k].own = isShared ? 0 : own[i];
      parts[i][k].joint = isShared ? sum(own) : 0;
    }
  }
  const rater = judgedWeight(team, c) * world.raterNoise;
  const base = parts.map((of) => sum(of.map(({ score }) => score)) - shiftOf(team, c));
  const own = parts.map((of) => sum(of.map((one) => one.own)) + (rater * rater * 12) / length);
  for (const [i, seat] of seats.entries()) {
    const card = seat.cards[c];
    const common = sum(parts[i].map((one) => one.shared + one.joint));
    const variance = isTeam ? sum(own) / seats.length ** 2 : own[i];
    card.base = isTeam ? mean(base) : base[i];
    card.spread = Math.max(Math.sqrt(variance + common), rules.leastSpread);
    card.apart = Math.max(Math.sqrt(variance), rules.leastSpread);
    effects(team, seat, c, parts[i]);
  }
}

function partOf(team: Team, seat: Seat, c: number, k: number, t: number): Part {
  const { design, world, seats } = team;
  const { isTeam } = design.cards[c];
  const slot = seat.cards[c].slots[k];
  const { weight, measure } = slot.facts;
  const outlook = outlookOf(team, slot.facts, design.cards[c], t);
  const { facts, state, held } = outlook;
  const { now } = seat;
  if (facts.scale === "index") {
    const means =
      state.relationship * now.meanRelationship +
      state.satisfaction * now.meanSatisfaction +
      state.adoption * now.meanAdoption;
    const read = isReading(measure) ? world.compression * outlook.rest * naturalReading(team, seat, measure) : 0;
    const score = weight * (outlook.level + means + along(held, seat) + read);
    return { score, own: weight ** 2 * outlook.reading, joint: 0, shared: 0, factor: weight, outlook };
  }
  const isShared = facts.scale === "teamFlow";
  const teamTarget = sum(seats.map((one) => one.cards[c].slots[k].target));
  const run = (weight * levelOf(seat, facts.scale)) / (isShared ? teamTarget : slot.target);
  // once targets are set anew, what replaced lost accounts counts as held
  const next =
    (weight * (facts.scale === "organicFlow" ? now.flow : levelOf(seat, facts.scale))) /
    (isShared ? teamTarget : slot.target);
  const whole = isShared ? (weight * sum(seats.map((one) => one.now.flow))) / teamTarget : run;
  const states =
    state.relationship * now.shareRelationship +
    state.satisfaction * now.shareSatisfaction +
    state.adoption * now.shareAdoption +
    state.pulled * now.sharePulled +
    state.boost * now.shareBoost +
    state.transitory * now.shareTransitory;
  return {
    score: run * (outlook.level + states + along(held, seat)) + next * outlook.renewed,
    own: run ** 2 * outlook.accounts * now.concentration,
    joint: 0,
    shared: whole ** 2 * outlook.market,
    factor: run * (isShared && isTeam ? seats.length : 1),
    outlook,
  };
}

/** How natural effort reads, less what is normal. */
function naturalReading(team: Team, seat: Seat, measure: string): number {
  const box = reportingOf(team) < 0 ? 0 : team.world.boxTicking;
  return sum(seat.work.map(({ natural }, j) => loadOf(team, measure, j) * natural)) - 1 - box;
}

/** What one more unit of each activity adds to the score. */
function effects(team: Team, seat: Seat, c: number, parts: readonly Part[]): void {
  const { setting, world } = team;
  const { now, work, cards } = seat;
  const total = (pick: (outlook: Outlook) => Channels): Channels => {
    const out = none();
    for (const { factor, outlook } of parts) {
      const of = pick(outlook);
      out.R += factor * of.R;
      out.Q += factor * of.Q;
      out.F += factor * of.F;
    }
    return out;
  };
  const [soon, later, held] = [total((of) => of.now), total((of) => of.later), total((of) => of.held)];
  const readings = team.design.cards[c].slots.flatMap((slot, k) =>
    isReading(slot.measure) ? [{ ...slot, outlook: parts[k].outlook }] : [],
  );
  cards[c].effects = setting.activities.map((one, j) => {
    const { usual, slope, genuine } = work[j];
    const harm = one.pressing && usual > 1 ? (world.pressureHarm * (usual - 1)) / scaleOf(one) : 0;
    const through = ({ R, Q, F }: Channels): number =>
      now.theta * ((slope * one.relationship - harm) * R + slope * one.adoption * Q + slope * one.push * F);
    const reading = (of: "month" | "rest"): number =>
      sum(readings.map((r) => r.weight * world.compression * loadOf(team, r.measure, j) * r.outlook[of]));
    return {
      own: reading("month"),
      readingHeld: reading("rest"),
      results: through(soon),
      later: through(later),
      held: reading("rest") + genuine * through(held),
    };
  });
}

/** What it takes to win where rewards go by rank, given what every member is expected to score (§8). */
export function foreseeRivals({ seats }: Team, c: number, expected: readonly number[]): void {
  const aparts = seats.map(({ cards }) => cards[c].apart);
  for (const [i, { cards }] of seats.entries()) {
    const others = <T>(of: readonly T[]): T[] => of.filter((_, k) => k !== i);
    const rivals: Rivals = { scores: others(expected), aparts: others(aparts), apart: aparts[i] };
    for (const reward of cards[c].rewards) {
      if (reward.facts.form.winners > 0) reward.rivals = rivals;
    }
  }
}

/** At an opening: what a manager on target would get, by rank one level with the mean of the others (§15). */
export function foreseeTarget(team: Team, c: number): void {
  const bases = team.seats.map(({ cards }) => cards[c].base);
  foreseeRivals(team, c, bases);
  for (const { cards } of team.seats) {
    for (const reward of cards[c].rewards) {
      const at = reward.facts.form.winners > 0 ? mean(reward.rivals.scores) : 1;
      const { pay, slope } = expected(reward, at, cards[c].spread);
      reward.payAtTarget = pay;
      reward.slopeAtTarget = slope;
    }
  }
}

/** What managers expect after choosing (§13). */
export function expectations(team: Team, t: number): void {
  const { design, world, seats } = team;
  for (const { now } of seats) {
    now.rewardUtility = 0;
    now.payVariance = 0;
    now.accruedPay = 0;
    now.riskPremium = 0;
    now.expectedPay = world.salary + world.topUp;
  }
  for (const [c, { isTeam }] of design.cards.entries()) {
    const added = seats.map(({ cards, work, vacancy }) =>
      vacancy > 0 ? 0 : sum(work.map(({ effort, natural }, j) => cards[c].effects[j].held * (effort - natural))),
    );
    for (const [i, seat] of seats.entries()) {
      seat.cards[c].forecast = seat.cards[c].base + (isTeam ? mean(added) : added[i]);
    }
  }
  for (const c of team.response === "look-ahead" ? [] : design.cards.keys()) {
    const forecasts = seats.map(({ cards }) => cards[c].forecast);
    foreseeRivals(team, c, forecasts);
  }
  for (const seat of seats) for (const c of design.cards.keys()) expectFrom(team, seat, c, t);
}

function expectFrom(team: Team, seat: Seat, c: number, t: number): void {
  const { now, cards } = seat;
  const { rules, world, design } = team;
  const { start, end, length } = periodAt(team, design.cards[c].period, t);
  const left = end - t;
  const yearly = 12 / length;
  const near = (12 * world.delayMonth ** left) / Math.max(left, rules.nearClose);
  const { forecast, spread } = cards[c];
  const incentives = pullsOf(team, seat, c);
  const slope = slopeOf(incentives, forecast, spread);
  for (const { by, form, rivals } of incentives) {
    const { pay } = expected({ facts: { form }, rivals }, forecast, spread);
    // a card that only decides what others pay has risk but no pay of its own
    if (cards[c].rewards.length === 0) continue;
    now.rewardUtility += yearly * by * pay;
    if (left > 1) now.accruedPay += ((t - start) / length) * near * by * pay;
  }
  for (const reward of cards[c].rewards) {
    const counted = reward.facts.kind === "salary increase" ? rules.raiseYears * reward.unit : reward.worth;
    now.expectedPay += yearly * reward.payAtTarget * counted;
  }
  now.payVariance += yearly * ((slope * spread) ** 2 + prizesOf(incentives, forecast, spread, slope));
  if (t === start) cards[c].variance = varianceOf(incentives, forecast, spread);
  if (seat.vacancy <= 0) now.riskPremium += (world.riskAversion * cards[c].variance) / (2 * world.salary * length);
}
