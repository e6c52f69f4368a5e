import { payAt } from "./curves.js";
import type { DesignFacts, Setting, World } from "./inputs.js";
import { linkedPay } from "./linkages.js";
import { factsOf, isJudged, sampleOf } from "./measures.js";
import { isSampled, isSet, outlookOf } from "./outlook.js";
import type { Rules } from "./rules.js";
import { judgedWeight, levelOf, shiftOf } from "./scorecard.js";
import { mean, periodAt, type Seat, type SeatReward, sum, type Team } from "./seats.js";

/** factor. How a kind of reward counts as contingent pay; 0 where it does not. */
const contingent = (kind: string, rules: Rules): number =>
  kind === "salary increase" ? rules.raiseWeight : kind === "cash bonus" || kind === "commission" ? 1 : 0;

const isAward = (kind: string): boolean => ["recognition", "team event", "holiday"].includes(kind);

/** What a design means for motivation, learning and selection (§4). */
export function withDesign(setting: Setting, design: DesignFacts, scale: number, rules: Rules): World {
  const { world, seats } = setting;
  const out = { contingentShare: 0, crowdingPay: 0, trainingSpend: 0, topUp: 0 };
  let awards = 0;
  const revenue = seats[0].startSize.length * world.accountRevenue;
  const add = ({ kind, amount }: DesignFacts["fixed"][number], judged: number) => {
    const yearly = scale * (amount.money + amount.ofSalary * world.salary + amount.ofRevenue * revenue);
    const share = (contingent(kind, rules) * yearly) / world.salary;
    out.contingentShare += share;
    out.crowdingPay += share * (1 + rules.judgedCrowding * judged);
    if (isAward(kind)) awards += yearly;
    if (kind === "development") out.trainingSpend += yearly;
    if (kind === "salary top-up") out.topUp += yearly;
  };
  for (const { slots, rewards } of design.cards) {
    const judged = sum(slots.map(({ measure, weight }) => (isJudged(measure) ? weight : 0)));
    for (const reward of rewards) add(reward, judged);
  }
  for (const reward of design.fixed) add(reward, 0);
  return { ...world, ...out, awardShare: Math.min(1, Math.sqrt(awards / world.valueFloor)) };
}

/** First targets, openings and worths of a card (§15). */
export function openCard(team: Team, c: number, t: number): void {
  const { design, world, scale, setting, rules } = team;
  const { period, interval } = design.cards[c];
  const { start, end, length } = periodAt(team, period, t);
  for (const seat of team.seats) {
    const { slots, rewards, served } = seat.cards[c];
    for (const slot of t === 0 ? slots : []) {
      const facts = factsOf(slot.facts.measure, world, setting.seats[0].startSize.length, rules);
      if (facts.scale === "index") continue;
      const ahead = facts.sampling === "close" ? interval : interval / 2;
      slot.target = slot.facts.stretch * levelOf(seat, facts.scale) * (1 + facts.growth * ahead);
    }
    for (const reward of rewards) {
      const { money, ofSalary, ofRevenue } = reward.facts.amount;
      const yearly = money + ofSalary * world.salary + ofRevenue * 12 * slots[0].target;
      if (t === start) reward.unit = (scale * yearly * length) / 12;
      reward.worth = worthOf(team, seat, reward, length);
      reward.current = (reward.worth * (served + end - t)) / length;
    }
  }
}

/** EUR. What a unit of payout is worth to the manager at the close. */
function worthOf({ world }: Team, seat: Seat, { facts, unit }: SeatReward, length: number): number {
  const { kind, numbers } = facts;
  if (kind === "commission") return unit;
  if (kind === "cash bonus") {
    const [deferred, delay, vesting] = numbers;
    return unit * ((1 - deferred) * world.keepMonth ** delay + deferred * world.keepMonth ** vesting);
  }
  if (kind === "salary increase") {
    const kept = world.keepMonth * (1 + world.payGrowth) ** (1 / 12);
    return (unit * position(world, seat, numbers)) / 12 / (1 - kept);
  }
  const yearly = (unit * 12) / length;
  const value = world.valueFloor * (yearly / world.valueFloor) ** world.awardPower;
  return yearly > 0 ? (numbers[0] * seat.freshness * world.perceived * value * length) / 12 : 0;
}

/** Factor of the merit matrix: numbers are the midpoint, then pairs (from, factor). */
function position(world: World, seat: Seat, [midpoint, ...bands]: readonly number[]): number {
  const compa = (world.salary + seat.raise) / (midpoint * world.salary);
  let factor = bands[1] ?? 1;
  for (let k = 0; k < bands.length; k += 2) if (compa >= bands[k]) factor = bands[k + 1];
  return factor;
}

/** Pay of a month, in the method's order (§15). Returns which cards closed. */
export function payMonth(team: Team, t: number): boolean[] {
  for (const seat of team.seats) {
    Object.assign(seat.now, { paid: 0, enjoyed: 0, awarded: 0, accrued: 0, spent: 0 });
    payDue(team, seat, t);
    payFixed(team, seat);
    if (team.response === "planner") {
      payCash(team, seat, seat.now.effortCost, true);
      seat.now.awarded += seat.now.effortCost;
    }
  }
  // cards that pay nothing decide what others pay, so their scores come first
  const { cards: all } = team.design;
  const closed: boolean[] = [];
  for (const [c, { rewards }] of all.entries()) if (rewards.length === 0) closed[c] = closeCard(team, c, t);
  for (const [c, { rewards }] of all.entries()) if (rewards.length > 0) closed[c] = closeCard(team, c, t);
  for (const { now, cards } of team.seats) {
    now.pending = sum(cards.flatMap(({ rewards }) => rewards.flatMap(({ unvested }) => [...unvested.values()])));
  }
  return closed;
}

function payCash({ world }: Team, { now }: Seat, amount: number, isAccrued: boolean): void {
  const cost = amount * (1 + world.onCosts);
  now.paid += amount;
  now.spent += cost;
  if (isAccrued) now.accrued += cost;
}

function payDue(team: Team, seat: Seat, t: number): void {
  if (seat.vacancy <= 0) {
    payCash(team, seat, seat.raise / 12, false);
    seat.raise *= (1 + team.world.payGrowth) ** (1 / 12);
  }
  for (const { owed, unvested } of seat.cards.flatMap(({ rewards }) => rewards)) {
    payCash(team, seat, (owed.get(t) ?? 0) + (unvested.get(t) ?? 0), false);
    owed.delete(t);
    unvested.delete(t);
  }
}

function payFixed(team: Team, seat: Seat): void {
  if (seat.vacancy > 0) return;
  for (const { kind, amount } of team.design.fixed) {
    const monthly = (team.scale * (amount.money + amount.ofSalary * team.world.salary)) / 12;
    seat.now.awarded += (kind === "development" ? team.rules.developmentFelt : 1) * monthly;
    if (kind !== "development") payCash(team, seat, monthly, true);
    else {
      seat.now.enjoyed += team.rules.developmentFelt * monthly;
      seat.now.accrued += monthly;
      seat.now.spent += monthly;
    }
  }
}

/** Readings of a card and, in the last month of a period, its close (§15). */
function closeCard(team: Team, c: number, t: number): boolean {
  const { design, seats, world } = team;
  const { period, interval, isTeam, slots } = design.cards[c];
  const { end, length } = periodAt(team, period, t);
  for (const [k, slot] of slots.entries()) {
    if (!isSampled(outlookOf(team, slot, design.cards[c], t).facts, slot.cadence, t, end, interval)) continue;
    for (const seat of seats) {
      const mine = seat.cards[c].slots[k];
      mine.sample = sampleOf(team, seat, mine, c, k, t);
      mine.sum += mine.sample;
      mine.recent += mine.sample;
    }
  }
  for (const seat of seats) if (seat.vacancy <= 0) seat.cards[c].served += 1;
  if (t !== end - 1) {
    if (isSet(t, end, interval)) for (const seat of seats) renew(team, seat, c, t);
    return false;
  }
  const rater = judgedWeight(team, c) * world.raterNoise * Math.sqrt(12 / length);
  const scores = seats.map(({ luck, cards }) => {
    const parts = cards[c].slots.map((slot) => slot.facts.weight * reachedIn(team, slot, c, t));
    return sum(parts) + rater * luck.rater[t] - shiftOf(team, c);
  });
  for (const [i, seat] of seats.entries()) seat.cards[c].score = isTeam ? mean(scores) : scores[i];
  for (const seat of seats) {
    for (const reward of seat.cards[c].rewards) {
      const pays = payoutOf(team, seat, c, reward) * (seat.cards[c].served / length);
      settle(team, seat, reward, pays, t);
    }
    renew(team, seat, c, t);
    for (const slot of seat.cards[c].slots) slot.sum = 0;
    seat.cards[c].served = 0;
  }
  return true;
}

/** Mean of the period's samples, or the last one taken where there is none. */
function reachedIn(team: Team, slot: Seat["cards"][number]["slots"][number], c: number, t: number): number {
  const { samples } = outlookOf(team, slot.facts, team.design.cards[c], t);
  return samples > 0 ? slot.sum / samples : slot.sample;
}

function payoutOf(team: Team, seat: Seat, c: number, reward: SeatReward): number {
  const { seats } = team;
  if (reward.facts.linkages.length > 0) return linkedPay(team, seat, c, reward);
  const { winners } = reward.facts.form;
  const { score } = seat.cards[c];
  if (winners === 0) return payAt(reward.facts.form, score);
  const better = seats.filter(({ cards }) => cards[c].score > score).length;
  const equal = seats.filter(({ cards }) => cards[c].score === score).length;
  return Math.min(1, Math.max(0, (winners - better) / equal));
}

/** Turns a payout into money now, money later, a raise or an award. */
function settle(team: Team, seat: Seat, reward: SeatReward, pays: number, t: number): void {
  const { world } = team;
  const { now } = seat;
  const { kind, numbers } = reward.facts;
  const amount = reward.unit * pays;
  now.awarded += reward.worth * pays;
  if (kind === "commission") payCash(team, seat, amount, true);
  else if (kind === "cash bonus") {
    const [deferred, delay, vesting] = numbers;
    const soon = (1 - deferred) * amount;
    const held = deferred * amount;
    const vests = (world.stayMonth * world.firmMonth) ** vesting;
    now.accrued += (1 + world.onCosts) * (soon * world.firmMonth ** delay + held * vests);
    if (delay === 0) payCash(team, seat, soon, false);
    else reward.owed.set(t + delay, soon);
    if (deferred > 0) reward.unvested.set(t + vesting, held);
  } else if (kind === "salary increase") {
    const raise = amount * position(world, seat, numbers);
    const kept = world.firmMonth * world.stayMonth * (1 + world.payGrowth) ** (1 / 12);
    seat.raise += raise;
    now.accrued += ((raise / 12) * (1 + world.onCosts)) / (1 - kept);
  } else {
    now.enjoyed += reward.worth * pays;
    now.accrued += amount;
    now.spent += amount;
    if (amount > 0 || pays === 0) seat.freshness *= 1 - world.habituation * Math.min(1, pays);
  }
}

/** Next targets; what replaced lost accounts becomes held. */
function renew(team: Team, seat: Seat, c: number, t: number): void {
  const card = team.design.cards[c];
  const { start } = periodAt(team, card.period, t);
  const months = ((t - start) % card.interval) + 1;
  for (const slot of seat.cards[c].slots) {
    const { facts, samplesOfTarget } = outlookOf(team, slot.facts, card, t);
    const reached = slot.recent / samplesOfTarget;
    slot.recent = 0;
    if (facts.scale === "index" || samplesOfTarget === 0) continue;
    const learnt = slot.facts.isRebased ? team.world.rebase * (reached - 1) : 0;
    slot.target *= (1 + learnt) * (1 + facts.renewal * months);
    if (facts.scale === "organicFlow") for (const account of seat.accounts) account.organic = 1;
  }
}
