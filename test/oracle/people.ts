import { type Seat, scaleOf, sum, type Team } from "./seats.js";

/** What relative activity achieves (§7). */
export const achieved = (x: number, power: number): number => (power === 1 ? x : 1 + (x ** power - 1) / power);

/** Ability, natural effort and marginal effects (§7). */
export function prepare({ world, setting, rules }: Team, seat: Seat): void {
  const { work, now, vacancy, tenure, motive, exSales } = seat;
  const isVacant = vacancy > 0;
  const ramped = world.ramp > 0 ? Math.min(1, 0.5 + (0.5 * tenure) / world.ramp) : 1;
  now.theta = isVacant ? 1 : Math.exp(seat.lnAbility) * ramped;
  for (const [j, one] of setting.activities.entries()) {
    const mix = exSales === 1 ? one.exSales : 1;
    work[j].natural = one.normal * (isVacant ? world.cover : mix * (1 + one.appeal * (motive - 1)));
    const x = Math.max(work[j].usual, rules.leastActivity);
    work[j].slope = one.normal === 0 ? 1 : x ** (world.diminishing - 1);
  }
}

/** What natural effort does to the accounts, on the tangent at usual activity (§7). */
export function naturalLine({ world, setting, rules }: Team, { work, now }: Seat): void {
  now.naturalRelationship = 0;
  now.naturalAdoption = 0;
  now.naturalPush = 0;
  for (const [j, one] of setting.activities.entries()) {
    const { usual, slope, natural } = work[j];
    const done = now.theta * natural;
    const x = Math.max(usual, rules.leastActivity);
    const line =
      one.normal === 0 ? done : one.normal * (achieved(x, world.diminishing) - 1) + slope * (done - one.normal * x);
    now.naturalRelationship += one.relationship * line;
    now.naturalAdoption += one.adoption * line;
    now.naturalPush += one.push * line;
    if (!one.pressing || usual <= 1) continue;
    const over = usual - 1;
    now.naturalRelationship -= world.pressureHarm * over * (0.5 * over + done / scaleOf(one) - usual);
  }
}

/** From effort to effects, and what effort costs (§14). */
export function doWork({ world, setting, rules }: Team, { work, now, vacancy }: Seat): void {
  now.relationshipGain = 0;
  now.adoptionGain = 0;
  now.push = 0;
  let squares = 0;
  for (const [j, one] of setting.activities.entries()) {
    const mine = work[j];
    if (vacancy > 0) mine.effort = mine.natural;
    const extra = mine.effort - mine.natural;
    const real = now.theta * (extra > 0 ? mine.natural + mine.genuine * extra : mine.effort);
    const x = real / scaleOf(one);
    const added =
      one.normal === 0 ? real : one.normal * (achieved(Math.max(x, rules.leastActivity), world.diminishing) - 1);
    now.relationshipGain += one.relationship * added;
    now.adoptionGain += one.adoption * added;
    now.push += one.push * added;
    if (one.pressing) now.relationshipGain -= 0.5 * world.pressureHarm * Math.max(0, x - 1) ** 2;
    mine.usual += rules.habit * (x - mine.usual);
    squares += extra ** 2 / one.room;
  }
  const change = sum(work.map(({ effort, natural }) => effort - natural));
  now.effortCost = 0.5 * world.kappa * (squares + world.substitution * change ** 2);
}

/** Learning, motivation, and whether the manager stays (§16). */
export function endOfMonth(team: Team, seat: Seat, t: number): void {
  const { world, rules, response } = team;
  const { now } = seat;
  if (seat.vacancy <= 0) {
    const gained = world.training * Math.sqrt(world.trainingSpend / world.developmentUnit);
    seat.lnAbility += (gained - rules.forgetting * (seat.lnAbility - seat.lnAbilityAtHire)) / 12;
    seat.tenure += 1;
  }
  seat.freshness += world.freshnessBack * (1 - seat.freshness);
  if (response !== "none" && response !== "planner") {
    const crowded = (world.crowding * world.crowdingPay) / rules.crowdingAt;
    const goal = 1 - crowded + world.support * world.awardShare * seat.freshness;
    seat.motive += rules.motivePace * (goal - seat.motive);
  }
  stay(team, seat, t);
  if (now.left === 0) return;
  for (const card of seat.cards) {
    card.served = 0;
    for (const reward of card.rewards) reward.unvested.clear();
  }
}

function stay({ world, rules, response }: Team, seat: Seat, t: number): void {
  const { now, vacancy, luck } = seat;
  const pay = world.salary + seat.raise + world.topUp + rules.developmentFelt * world.trainingSpend + now.rewardUtility;
  const forfeited = world.handcuff * (rules.accruedWeight * now.accruedPay + now.pending);
  const risk = (0.5 * world.riskAversion * now.payVariance) / world.salary;
  const effort = response === "planner" ? 0 : 12 * now.effortCost;
  now.outside = rules.outsidePay * world.salary * now.theta ** rules.outsidePower;
  now.utility = pay + forfeited - risk - effort + rules.motiveWorth * world.salary * (seat.motive - 1);
  now.left = vacancy <= 0 && now.utility < luck.parting[t] * now.outside ? 1 : 0;
  const hazard = (world.quits / 12) * Math.exp(-world.quitSlope * (now.utility / now.outside - 1));
  now.leavingLuck = vacancy > 0 ? 0 : now.left - Math.min(rules.mostLeaving, hazard);
}

/** Leavers go, successors come; after outcomes were taken (§16). */
export function succeed({ world, rules }: Team, seat: Seat): void {
  const { now, accounts, luck } = seat;
  if (now.left === 1) {
    const keptR = 1 - world.handover;
    const keptQ = 1 - rules.adoptionHandover * world.handover;
    for (const one of accounts) {
      one.relationship *= keptR;
      one.adoption *= keptQ;
    }
    now.meanRelationship = (1 + now.meanRelationship) * keptR - 1;
    now.meanAdoption = (1 + now.meanAdoption) * keptQ - 1;
    now.pending = 0;
    seat.raise = 0;
    seat.vacancy = world.vacancy;
  } else if (seat.vacancy > 0) seat.vacancy -= 1;
  else return;
  if (seat.vacancy > 0) return;
  const offered = world.attraction * (now.expectedPay / (rules.outsidePay * world.salary) - 1);
  const sorted = world.sorting * Math.min(rules.mostSorting, world.contingentShare);
  seat.lnAbility = world.abilitySpread * (luck.talent[seat.hires] + offered + sorted);
  seat.lnAbilityAtHire = seat.lnAbility;
  seat.exSales = luck.background[seat.hires];
  seat.hires += 1;
  seat.vacancy = 0;
  seat.tenure = 0;
  seat.motive = 1;
  seat.freshness = 1;
}
