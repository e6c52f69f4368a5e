import { readCard, renew } from "./card.js";
import type { Design, Given, Task, World } from "./given.js";
import { type Play, periodAt, type Seat, type SeatReward, sum, type Terms } from "./seat.js";

type Facts = World["facts"];

/** What a design means for motivation, learning and selection. */
export function termsOf({ accounts, measures }: Given, facts: Facts, { cards, fixed }: Design, scale: number): Terms {
  const terms = { contingentShare: 0, crowdingPay: 0, trainingSpend: 0, topUp: 0 };
  let awards = 0;
  const add = ({ kind, amount }: Design["fixed"][number], judged: number) => {
    const revenue = accounts * facts.accountRevenue;
    const yearly = scale * (amount.money + amount.ofSalary * facts.salary + amount.ofRevenue * revenue);
    const counted = kind === "salary increase" ? 1.5 : kind === "cash bonus" ? 1 : 0;
    const share = (counted * yearly) / facts.salary;
    terms.contingentShare += share;
    terms.crowdingPay += share * (1 + 0.43 * judged);
    if (kind === "recognition") awards += yearly;
    if (kind === "development") terms.trainingSpend += yearly;
    if (kind === "salary top-up") terms.topUp += yearly;
  };
  const isJudged = (name: string) => measures.some((one) => one.name === name && one.judged);
  for (const { slots, rewards } of cards) {
    const judged = sum(slots, ({ measure, weight }) => (isJudged(measure) ? weight : 0));
    for (const reward of rewards) add(reward, judged);
  }
  for (const reward of fixed) add(reward, 0);
  const awardShare = Math.min(1, Math.sqrt(awards / facts.valueFloor));
  return { ...terms, awardShare, kappa: (facts.effortCost * facts.salary) / 12 };
}

/** EUR. What a unit of payout is worth to the manager at the close. */
export function worthOf(facts: Facts, seat: Seat, { facts: reward, unit }: SeatReward, length: number): number {
  if (reward.kind === "cash bonus") return unit;
  if (reward.kind === "salary increase") {
    const kept = facts.keepMonth * (1 + facts.payGrowth) ** (1 / 12);
    return (unit * positionOf(facts, seat, reward.numbers)) / 12 / (1 - kept);
  }
  const yearly = (unit * 12) / length;
  const value = facts.valueFloor * (yearly / facts.valueFloor) ** facts.awardPower;
  return yearly > 0 ? (reward.numbers[0] * seat.freshness * facts.perceived * value * length) / 12 : 0;
}

/** Factor of the merit matrix: numbers are the midpoint, then pairs (from, factor). */
function positionOf({ salary }: Facts, { raise }: Seat, [midpoint, ...bands]: readonly number[]): number {
  const compa = (salary + raise) / (midpoint * salary);
  let factor = bands[1] ?? 1;
  for (let k = 0; k < bands.length; k += 2) if (compa >= bands[k]) factor = bands[k + 1];
  return factor;
}

/** Pay of a month. Says whether the card closed. */
export function payMonth(play: Play, seat: Seat, month: number): boolean {
  const { now, card } = seat;
  const { facts, design, task } = play;
  Object.assign(now, { paid: 0, enjoyed: 0, accrued: 0, spent: 0 });
  if (seat.vacancy <= 0) {
    payCash(play, seat, seat.raise / 12, false);
    seat.raise *= (1 + facts.payGrowth) ** (1 / 12);
    for (const fixed of design.fixed) payFixed(play, seat, fixed, task);
  }
  if (task.response === "planner") payCash(play, seat, now.effortCost, true);
  if (card === undefined || !readCard(play, seat, card, month)) return false;
  const { length } = periodAt(card.period, month, play.given.months);
  for (const reward of card.rewards)
    settle(play, seat, reward, reward.curves.pays(card.score) * (card.served / length));
  renew(play, card, month);
  return true;
}

function payCash({ facts }: Play, { now }: Seat, amount: number, isAccrued: boolean): void {
  const cost = amount * (1 + facts.onCosts);
  now.paid += amount;
  now.spent += cost;
  if (isAccrued) now.accrued += cost;
}

function payFixed(play: Play, seat: Seat, { kind, amount }: Design["fixed"][number], { scale }: Task): void {
  const monthly = (scale * (amount.money + amount.ofSalary * play.facts.salary)) / 12;
  if (kind !== "development") {
    payCash(play, seat, monthly, true);
    return;
  }
  seat.now.enjoyed += 0.5 * monthly;
  seat.now.accrued += monthly;
  seat.now.spent += monthly;
}

/** Turns a payout into money, a raise or an award. */
function settle(play: Play, seat: Seat, reward: SeatReward, pays: number): void {
  const { facts } = play;
  const { now } = seat;
  const amount = reward.unit * pays;
  if (reward.facts.kind === "cash bonus") payCash(play, seat, amount, true);
  else if (reward.facts.kind === "salary increase") {
    const raise = amount * positionOf(facts, seat, reward.facts.numbers);
    const kept = facts.firmMonth * facts.stayMonth * (1 + facts.payGrowth) ** (1 / 12);
    seat.raise += raise;
    now.accrued += ((raise / 12) * (1 + facts.onCosts)) / (1 - kept);
  } else {
    now.enjoyed += reward.worth * pays;
    now.accrued += amount;
    now.spent += amount;
    if (reward.unit > 0) seat.freshness *= 1 - facts.habituation * Math.min(1, pays);
  }
}
