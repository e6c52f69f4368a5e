import type { Play, Seat, Work } from "./seat.js";
import { sum } from "./seat.js";

const leastActivity = 0.05;

/** What relative activity achieves. */
const achieved = (x: number, power: number): number => (power === 1 ? x : 1 + (x ** power - 1) / power);

/** Ability, natural effort and marginal effects of the month. */
export function prepare({ facts }: Play, { work, now, vacancy, tenure, motive, exSales, lnAbility }: Seat): void {
  const isVacant = vacancy > 0;
  const ramped = facts.ramp > 0 ? Math.min(1, 0.5 + (0.5 * tenure) / facts.ramp) : 1;
  now.theta = isVacant ? 1 : Math.exp(lnAbility) * ramped;
  for (const one of work) {
    const { normal, appeal } = one.about;
    const mix = exSales === 1 ? one.about.exSales : 1;
    one.natural = normal * (isVacant ? facts.cover : mix * (1 + appeal * (motive - 1)));
    one.slope = normal === 0 ? 1 : Math.max(one.usual, leastActivity) ** (facts.diminishing - 1);
  }
}

/** What natural effort does to the accounts, on the tangent at usual activity. */
export function naturalLine({ facts }: Play, { work, now }: Seat): void {
  now.naturalRelationship = 0;
  now.naturalAdoption = 0;
  now.naturalPush = 0;
  for (const one of work) {
    const { normal, relationship, adoption, push, pressing } = one.about;
    const done = now.theta * one.natural;
    const x = Math.max(one.usual, leastActivity);
    const line = normal === 0 ? done : normal * (achieved(x, facts.diminishing) - 1) + one.slope * (done - normal * x);
    now.naturalRelationship += relationship * line;
    now.naturalAdoption += adoption * line;
    now.naturalPush += push * line;
    const over = one.usual - 1;
    if (pressing && over > 0)
      now.naturalRelationship -= facts.pressureHarm * over * (0.5 * over + done / one.scale - one.usual);
  }
}

/** From effort to effects, and what effort costs. */
export function doWork({ facts, terms }: Play, { work, now, vacancy }: Seat): void {
  if (vacancy > 0) for (const one of work) one.effort = one.natural;
  const extraOf = (one: Work) => one.effort - one.natural;
  now.relationshipGain = 0;
  now.adoptionGain = 0;
  now.push = 0;
  for (const one of work) {
    const { normal, relationship, adoption, push, pressing } = one.about;
    const extra = extraOf(one);
    const real = now.theta * (extra > 0 ? one.natural + one.genuine * extra : one.effort);
    const x = real / one.scale;
    const added = normal === 0 ? real : normal * (achieved(Math.max(x, leastActivity), facts.diminishing) - 1);
    now.relationshipGain += relationship * added;
    now.adoptionGain += adoption * added;
    now.push += push * added;
    if (pressing) now.relationshipGain -= 0.5 * facts.pressureHarm * Math.max(0, x - 1) ** 2;
    one.usual += 0.3 * (x - one.usual);
  }
  const squares = sum(work, (one) => extraOf(one) ** 2 / one.about.room);
  now.effortCost = 0.5 * terms.kappa * (squares + facts.substitution * sum(work, extraOf) ** 2);
}

/** Learning, motivation, and whether the manager stays. */
export function endOfMonth(play: Play, seat: Seat, month: number): void {
  const { facts, terms, task } = play;
  if (seat.vacancy <= 0) {
    const gained = facts.training * Math.sqrt(terms.trainingSpend / facts.developmentUnit);
    seat.lnAbility += (gained - 0.2 * (seat.lnAbility - seat.lnAbilityAtHire)) / 12;
    seat.tenure += 1;
  }
  seat.freshness += facts.freshnessBack * (1 - seat.freshness);
  if (task.response === "evidence" || task.response === "look-ahead") {
    const crowded = (facts.crowding * terms.crowdingPay) / 0.25;
    const goal = 1 - crowded + facts.support * terms.awardShare * seat.freshness;
    seat.motive += 0.1 * (goal - seat.motive);
  }
  stay(play, seat, month);
  if (seat.now.left === 1 && seat.card) seat.card.served = 0;
}

function stay({ facts, terms, task }: Play, { now, raise, motive, vacancy, luck }: Seat, month: number): void {
  const pay = facts.salary + raise + terms.topUp + 0.5 * terms.trainingSpend + now.rewardUtility;
  const forfeited = facts.handcuff * 0.5 * now.accruedPay;
  const risk = (0.5 * facts.riskAversion * now.payVariance) / facts.salary;
  const effort = task.response === "planner" ? 0 : 12 * now.effortCost;
  now.outside = 1.25 * facts.salary * Math.sqrt(now.theta);
  now.utility = pay + forfeited - risk - effort + 0.5 * facts.salary * (motive - 1);
  now.left = vacancy <= 0 && now.utility < luck.parting[month] * now.outside ? 1 : 0;
  const hazard = (facts.quits / 12) * Math.exp(-facts.quitSlope * (now.utility / now.outside - 1));
  now.leavingLuck = vacancy > 0 ? 0 : now.left - Math.min(0.3, hazard);
}

/** Leavers go, successors come. */
export function succeed({ facts, terms }: Play, seat: Seat): void {
  const { now, accounts, luck } = seat;
  if (now.left === 1) {
    const keptR = 1 - facts.handover;
    const keptQ = 1 - 0.5 * facts.handover;
    for (const one of accounts) {
      one.relationship *= keptR;
      one.adoption *= keptQ;
    }
    now.meanRelationship = (1 + now.meanRelationship) * keptR - 1;
    now.meanAdoption = (1 + now.meanAdoption) * keptQ - 1;
    seat.raise = 0;
    seat.vacancy = facts.vacancy;
  } else if (seat.vacancy > 0) seat.vacancy -= 1;
  else return;
  if (seat.vacancy > 0) return;
  const offered = facts.attraction * (now.expectedPay / (1.25 * facts.salary) - 1);
  const sorted = facts.sorting * Math.min(0.4, terms.contingentShare);
  seat.lnAbility = facts.abilitySpread * (luck.talent[seat.hires] + offered + sorted);
  seat.lnAbilityAtHire = seat.lnAbility;
  seat.exSales = luck.background[seat.hires];
  seat.hires += 1;
  seat.vacancy = 0;
  seat.tenure = 0;
  seat.motive = 1;
  seat.freshness = 1;
}
