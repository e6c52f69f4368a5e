import { expectRevenue, lifetimeValue, moveAccounts } from "./accounts.js";
import { expectations, forecast, openCard } from "./card.js";
import { curvesOf } from "./curves.js";
import type { Card, Given, Luck, Measure, Task, World } from "./given.js";
import { inOrder, outcomesOf } from "./outcomes.js";
import { doWork, endOfMonth, naturalLine, prepare, succeed } from "./people.js";
import { respond } from "./responses.js";
import { payMonth, termsOf } from "./rewards.js";
import { type Now, type Play, type Seat, type SeatCard, sum } from "./seat.js";

/** Plays one task in one world, month by month: every outcome in order, as the mean of the team. */
export function playTask(given: Given, world: World, task: Task): number[] {
  const design = given.designs[task.design];
  const { facts } = world;
  const terms = termsOf(given, facts, design, task.scale);
  const seats = world.seats.map((luck) => seatOf(given, world, task, luck));
  const reporting = given.activities.findIndex((one) => one.reporting && one.normal > 0);
  const play: Play = { given, world, facts, design, task, terms, reporting, seats };
  const outcomes = outcomesOf(play, (seat) => lifetimeValue(play, seat));
  const totals = seats.map(() => outcomes.map(() => 0));
  for (let month = 0; month < given.months; month++) {
    for (const [i, seat] of seats.entries()) {
      const isClosed = playMonth(play, seat, month);
      const total = totals[i];
      for (let o = 0; o < outcomes.length; o++) total[o] += outcomes[o].add(seat, month, isClosed);
      succeed(play, seat);
    }
  }
  const means = outcomes.map(({ finish }, o) => sum(seats, (seat, i) => finish(totals[i][o], seat)) / seats.length);
  return inOrder(given, (name) => means[outcomes.findIndex((one) => one.name === name)]);
}

/** One month of one seat; says whether its card closed. */
function playMonth(play: Play, seat: Seat, month: number): boolean {
  const { card } = seat;
  prepare(play, seat);
  expectRevenue(seat);
  if (card) {
    naturalLine(play, seat);
    openCard(play, seat, card, month);
    forecast(play, seat, card, month);
  }
  respond(play, seat, month);
  expectations(play, seat, month);
  doWork(play, seat);
  moveAccounts(play, seat, month);
  const isClosed = payMonth(play, seat, month);
  endOfMonth(play, seat, month);
  return isClosed;
}

/** A founder in the seat, accounts at rest. */
function seatOf(given: Given, world: World, task: Task, luck: Luck): Seat {
  const card = given.designs[task.design].cards.at(0);
  const lnAbility = world.facts.abilitySpread * luck.talent[0];
  const account = { lnSize: 0, boost: 0, pulled: 0, satisfaction: 1, relationship: 1, adoption: 1, flow: 0 };
  const work = { natural: 0, effort: 0, usual: 1, genuine: 1, slope: 1 };
  return {
    luck,
    accounts: luck.startSize.map((size) => ({ size, ...account })),
    work: given.activities.map((about) => ({ about, scale: about.normal > 0 ? about.normal : 1, ...work })),
    card: card && cardOf(given, world, task, luck, card),
    lnAbility,
    lnAbilityAtHire: lnAbility,
    exSales: luck.background[0],
    tenure: 60,
    vacancy: 0,
    hires: 1,
    motive: 1,
    freshness: 1,
    raise: 0,
    now: { ...atRest },
  };
}

function cardOf(given: Given, world: World, task: Task, luck: Luck, card: Card): SeatCard {
  return {
    period: card.period,
    judged: card.judged,
    shift: card.isTightened ? task.shift : 0,
    slots: card.slots.map((facts) => {
      const measure = given.measures.find((one) => one.name === facts.measure) as Measure;
      return {
        facts,
        outlook: world.outlooks[facts.outlook],
        isLevel: measure.scale === "flow",
        isJudged: measure.judged,
        loads: measure.loads,
        readings: luck.readings.get(facts.measure),
        target: 1,
        sum: 0,
        sample: 1,
      };
    }),
    rewards: card.rewards.map((facts) => ({
      facts,
      curves: curvesOf(facts.curve),
      unit: 0,
      worth: 0,
      current: 0,
      payAtTarget: 0,
      slopeAtTarget: 0,
    })),
    served: 0,
    base: 0,
    spread: 0,
    forecast: 1,
    stake: 0,
    score: 0,
    effects: [],
  };
}

const atRest: Now = {
  theta: 1,
  flow: 0,
  concentration: 0,
  shareRelationship: 0,
  shareSatisfaction: 0,
  shareAdoption: 0,
  sharePulled: 0,
  shareBoost: 0,
  naturalRelationship: 0,
  naturalAdoption: 0,
  naturalPush: 0,
  push: 0,
  relationshipGain: 0,
  adoptionGain: 0,
  effortCost: 0,
  revenue: 0,
  marginEarned: 0,
  lost: 0,
  lossLuck: 0,
  leavingLuck: 0,
  meanRelationship: 0,
  meanSatisfaction: 0,
  meanAdoption: 0,
  referenceable: 0,
  rewardUtility: 0,
  payVariance: 0,
  accruedPay: 0,
  expectedPay: 0,
  utility: 0,
  outside: 0,
  left: 0,
  paid: 0,
  enjoyed: 0,
  accrued: 0,
  spent: 0,
};
