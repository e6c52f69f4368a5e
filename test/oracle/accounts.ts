import { type Account, mean, type Seat, sum, type Team } from "./seats.js";

/** Expected revenue at the start of the month and what it is weighted by (§7). */
export function expectRevenue(team: Team): void {
  for (const { accounts, now } of team.seats) {
    for (const one of accounts) one.flow = (one.size / 12) * Math.exp(one.lnSize + one.boost);
    const total = sum(accounts.map(({ flow }) => flow));
    const share = (of: (one: Account) => number) => sum(accounts.map((one) => (one.flow / total) * of(one)));
    now.flow = total;
    now.organicFlow = sum(accounts.map(({ flow, organic }) => flow * organic));
    now.marginFlow = team.world.margin * total;
    now.concentration = sum(accounts.map(({ flow }) => (flow / total) ** 2));
    now.shareRelationship = share((one) => one.relationship - 1);
    now.shareSatisfaction = share((one) => one.satisfaction - 1);
    now.shareAdoption = share((one) => one.adoption - 1);
    now.sharePulled = share((one) => one.pulled);
    now.shareBoost = share((one) => one.boost);
    now.shareTransitory = share((one) => one.transitory);
  }
}

/** Booking, losses, states and standing of one seat's accounts (§14). */
export function moveAccounts(team: Team, seat: Seat, t: number): void {
  book(team, seat, t);
  lose(team, seat, t);
  const { accounts, now } = seat;
  for (const [k, one] of accounts.entries()) move(team, seat, one, k, t);
  now.meanRelationship = mean(accounts.map((one) => one.relationship - 1));
  now.meanSatisfaction = mean(accounts.map((one) => one.satisfaction - 1));
  now.meanAdoption = mean(accounts.map((one) => one.adoption - 1));
  now.referenceable = mean(accounts.map((one) => (one.satisfaction >= 1 && one.relationship >= 1 ? 1 : 0)));
}

function book({ world }: Team, { accounts, luck, now }: Seat, t: number): void {
  const booked = accounts.map(
    ({ flow, pulled }, k) => flow * (1 + now.push - world.payback * pulled) * luck.orders[t][k],
  );
  now.revenue = sum(booked);
  now.organicRevenue = sum(booked.map((one, k) => one * accounts[k].organic));
  now.marginEarned = world.margin * now.revenue - world.concession * Math.max(0, now.push) * now.flow;
}

function lose({ world, rules }: Team, { accounts, luck, now }: Seat, t: number): void {
  now.lost = 0;
  now.lossLuck = 0;
  for (const [k, one] of accounts.entries()) {
    const hazard = (world.churn / 12) * Math.exp(-world.churnSlope * (one.satisfaction - 1));
    const isLost = one.satisfaction < luck.breaking[t][k];
    const chance = Math.min(rules.mostLoss, hazard);
    now.lossLuck += ((isLost ? 1 : 0) - chance) * world.margin * (1 - world.replaced) * one.flow;
    if (!isLost) continue;
    now.lost += 1;
    one.lnSize += Math.log(world.replaced);
    one.boost = 0;
    one.pulled = 0;
    one.organic = 0;
    one.relationship = rules.newRelationship;
    one.satisfaction = rules.newSatisfaction;
    one.adoption = rules.newAdoption;
  }
}

function move({ world, rules }: Team, { luck, now }: Seat, one: Account, k: number, t: number): void {
  const { relationship, adoption } = one;
  const earned = world.relationYield * (relationship - 1) + world.adoptionYield * (adoption - 1);
  one.boost += (earned - one.boost) / world.lag;
  one.satisfaction += rules.satisfactionSpeed * (relationship - one.satisfaction);
  one.relationship += world.relationFade * (1 + now.relationshipGain - relationship) + luck.rapport[t][k];
  one.adoption += world.adoptionFade * (1 + now.adoptionGain - adoption);
  one.pulled = (1 - world.payback) * one.pulled + world.pulled * now.push;
  one.lnSize += luck.growth[t][k];
  one.transitory = luck.transitory[t][k];
}

/** Customer lifetime value of a seat's accounts (§14). */
export function lifetimeValue({ world }: Team, { accounts }: Seat): number {
  return sum(
    accounts.map(({ size, lnSize, boost, satisfaction }) => {
      const kept = Math.exp(-world.churn * Math.exp(-world.churnSlope * (satisfaction - 1)));
      return (size * Math.exp(lnSize + boost) * world.margin * kept) / (1 + world.firmDiscount - kept);
    }),
  );
}
