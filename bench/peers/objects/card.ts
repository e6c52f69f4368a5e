import type { Channels, Row } from "./given.js";
import { worthOf } from "./rewards.js";
import { type Effect, type Play, periodAt, type Seat, type SeatCard, type SeatSlot, sum } from "./seat.js";

/** First targets, openings and worths. */
export function openCard({ facts, given, task }: Play, seat: Seat, card: SeatCard, month: number): void {
  const { start, end, length } = periodAt(card.period, month, given.months);
  const levels = card.slots.filter((slot) => slot.isLevel && month === 0);
  for (const slot of levels)
    slot.target = slot.facts.stretch * seat.now.flow * (1 + growthOf(facts) * (card.period / 2));
  for (const reward of card.rewards) {
    const { money, ofSalary, ofRevenue } = reward.facts.amount;
    const yearly = money + ofSalary * facts.salary + ofRevenue * 12 * card.slots[0].target;
    if (month === start) reward.unit = (task.scale * yearly * length) / 12;
    reward.worth = worthOf(facts, seat, reward, length);
    reward.current = (reward.worth * (card.served + end - month)) / length;
  }
}

const growthOf = ({ drift, churn, replaced }: Play["facts"]): number => (drift - churn * (1 - replaced)) / 12;

const rowOf = ({ outlook }: SeatSlot, month: number): Row => outlook.rows[month];

/** Mean of the period's samples so far counted to its end, or the last one where the period has none. */
const readSoFar = ({ outlook, sum: read, sample }: SeatSlot, month: number): number =>
  outlook.samples[month] > 0 ? read / outlook.samples[month] : sample;

/** Score natural effort leads to, its uncertainty, and what a unit of each activity adds. */
export function forecast(play: Play, seat: Seat, card: SeatCard, month: number): void {
  const { facts, given, task } = play;
  const { now } = seat;
  const { start, length } = periodAt(card.period, month, given.months);
  const rater = card.judged * facts.raterNoise;
  let base = -card.shift;
  let variance = (rater * rater * 12) / length;
  const factors = card.slots.map((slot) => slot.facts.weight * (slot.isLevel ? now.flow / slot.target : 1));
  for (const [k, slot] of card.slots.entries()) {
    const row = rowOf(slot, month);
    base += slot.facts.weight * readSoFar(slot, month) + factors[k] * expectedOf(play, seat, slot, row);
    variance += factors[k] ** 2 * (slot.isLevel ? row.accounts * now.concentration + row.market : row.reading);
  }
  card.base = base;
  card.spread = Math.max(Math.sqrt(variance), 0.001);
  if (month === start) {
    for (const reward of card.rewards) {
      const { pay, slope } = reward.curves.expected(1, card.spread);
      reward.payAtTarget = pay;
      reward.slopeAtTarget = slope;
    }
  }
  if (task.response !== "none") card.effects = effectsOf(play, seat, card, factors, month);
}

/** What is still to come of a slot under natural effort. */
function expectedOf(play: Play, seat: Seat, slot: SeatSlot, row: Row): number {
  const { now } = seat;
  const natural =
    row.held.R * now.naturalRelationship + row.held.Q * now.naturalAdoption + row.held.F * now.naturalPush;
  if (slot.isLevel)
    return (
      row.level +
      row.relationship * now.shareRelationship +
      row.satisfaction * now.shareSatisfaction +
      row.adoption * now.shareAdoption +
      row.pulled * now.sharePulled +
      row.boost * now.shareBoost +
      natural
    );
  const states =
    row.relationship * now.meanRelationship + row.satisfaction * now.meanSatisfaction + row.adoption * now.meanAdoption;
  const read = slot.isJudged ? play.facts.compression * row.rest * naturalReading(play, seat, slot) : 0;
  return row.level + states + natural + read;
}

/** What one FTE of activity j adds to a reading, ticked boxes included. */
const loadOf = ({ facts, reporting, given }: Play, slot: SeatSlot, j: number): number =>
  slot.loads[j] + (j === reporting ? facts.boxTicking / given.activities[j].normal : 0);

/** How natural effort reads, less what is normal. */
const naturalReading = (play: Play, { work }: Seat, slot: SeatSlot): number =>
  sum(work, ({ natural }, j) => loadOf(play, slot, j) * natural) - 1 - (play.reporting < 0 ? 0 : play.facts.boxTicking);

function effectsOf(play: Play, seat: Seat, card: SeatCard, factors: readonly number[], month: number): Effect[] {
  const { facts } = play;
  const { theta } = seat.now;
  const rows = card.slots.map((slot) => rowOf(slot, month));
  const total = (pick: (row: Row) => Channels): Channels => ({
    R: sum(rows, (row, k) => factors[k] * pick(row).R),
    Q: sum(rows, (row, k) => factors[k] * pick(row).Q),
    F: sum(rows, (row, k) => factors[k] * pick(row).F),
  });
  const [soon, later, held] = [total((row) => row.now), total((row) => row.later), total((row) => row.held)];
  const judged = card.slots.flatMap((slot, k) => (slot.isJudged ? [{ slot, row: rows[k] }] : []));
  return seat.work.map(({ about, usual, slope, genuine, scale }, j) => {
    const harm = about.pressing && usual > 1 ? (facts.pressureHarm * (usual - 1)) / scale : 0;
    const through = ({ R, Q, F }: Channels): number =>
      theta * ((slope * about.relationship - harm) * R + slope * about.adoption * Q + slope * about.push * F);
    const reading = (of: "month" | "rest"): number =>
      sum(judged, ({ slot, row }) => slot.facts.weight * facts.compression * loadOf(play, slot, j) * row[of]);
    const readingHeld = reading("rest");
    return {
      own: reading("month"),
      readingHeld,
      results: through(soon),
      later: through(later),
      held: readingHeld + genuine * through(held),
    };
  });
}

/** What managers expect after choosing. */
export function expectations({ facts, given, terms, task }: Play, seat: Seat, month: number): void {
  const { now, card, work, vacancy } = seat;
  now.rewardUtility = 0;
  now.payVariance = 0;
  now.accruedPay = 0;
  now.expectedPay = facts.salary + terms.topUp;
  if (card === undefined) return;
  const isStill = vacancy > 0 || task.response === "none";
  const added = isStill ? 0 : sum(work, ({ effort, natural }, j) => card.effects[j].held * (effort - natural));
  card.forecast = card.base + added;
  const { start, end, length } = periodAt(card.period, month, given.months);
  const left = end - month;
  const yearly = 12 / length;
  const near = (12 * facts.delayMonth ** left) / Math.max(left, 6);
  let risk = 0;
  for (const { curves, current, payAtTarget, facts: reward, unit, worth } of card.rewards) {
    const { pay, slope } = curves.expected(card.forecast, card.spread);
    now.rewardUtility += yearly * current * pay;
    if (left > 1) now.accruedPay += ((month - start) / length) * near * current * pay;
    risk += current * slope * card.spread;
    now.expectedPay += yearly * payAtTarget * (reward.kind === "salary increase" ? 3 * unit : worth);
  }
  now.payVariance += yearly * risk ** 2;
}

/** This month's sample of a slot. */
function sampleOf(play: Play, seat: Seat, slot: SeatSlot, month: number): number {
  const { facts, given } = play;
  const { noise } = slot.facts;
  if (slot.isLevel) return seat.now.revenue / slot.target;
  if (!slot.isJudged) {
    const surveyed = (noise * facts.surveyNoise * seat.luck.survey[month]) / Math.sqrt(given.accounts);
    return 1 + seat.now.meanSatisfaction + surveyed;
  }
  const read = sum(seat.work, ({ effort }, j) => loadOf(play, slot, j) * effort);
  const normal = 1 + (play.reporting < 0 ? 0 : facts.boxTicking);
  const luck = noise * facts.readingNoise * (slot.readings?.[month] ?? 0);
  return 1 + facts.compression * (read - normal + luck);
}

/** Readings of the month; at the end of a period its score. Says whether it closed. */
export function readCard(play: Play, seat: Seat, card: SeatCard, month: number): boolean {
  const { facts, given } = play;
  const { end, length } = periodAt(card.period, month, given.months);
  for (const slot of card.slots) {
    const isSurvey = !slot.isLevel && !slot.isJudged;
    if (isSurvey && (month + 1) % slot.facts.cadence !== 0) continue;
    slot.sample = sampleOf(play, seat, slot, month);
    slot.sum += slot.sample;
  }
  if (seat.vacancy <= 0) card.served += 1;
  if (month !== end - 1) return false;
  const rater = card.judged * facts.raterNoise * Math.sqrt(12 / length);
  const reached = sum(card.slots, (slot) => slot.facts.weight * readSoFar(slot, month));
  card.score = reached + rater * seat.luck.rater[month] - card.shift;
  return true;
}

/** Next targets. */
export function renew({ facts, given }: Play, card: SeatCard, month: number): void {
  const { length } = periodAt(card.period, month, given.months);
  for (const slot of card.slots) {
    const reached = readSoFar(slot, month);
    slot.sum = 0;
    if (!slot.isLevel || slot.outlook.samples[month] === 0) continue;
    const learnt = slot.facts.isRebased ? facts.rebase * (reached - 1) : 0;
    slot.target *= (1 + learnt) * (1 + growthOf(facts) * length);
  }
  card.served = 0;
}
