import type { SlotFacts, World } from "./inputs.js";
import { factsOf, type MeasureFacts, type StateName } from "./measures.js";
import { type Channels, once, periodAt, sum, type Team } from "./seats.js";

export type States = Record<StateName, number>;
/** What the accounts are given at the start: a unit through a channel in the first month, or a unit of a state. */
export type Start = keyof Channels | "relationship" | "satisfaction" | "adoption" | "pulled" | "boost";

/** How the accounts' states answer, month by month (§10). */
export function impulse(team: Team, start: Start): States[] {
  const { world, setting, rules } = team;
  return once(team, `impulse ${start}`, () => {
    const rows: States[] = [];
    const states: States = { relationship: 0, satisfaction: 0, adoption: 0, pulled: 0, boost: 0, survival: 0, push: 0 };
    if (start in states) states[start as StateName] = 1;
    for (let q = 0; q <= setting.months + rules.beyond; q++) {
      states.push = start === "F" && q === 0 ? 1 : 0;
      rows.push({ ...states });
      step(states, world, start === "R" && q === 0 ? 1 : 0, start === "Q" && q === 0 ? 1 : 0, rules.satisfactionSpeed);
    }
    return rows;
  });
}

function step(states: States, world: World, gainR: number, gainQ: number, speed: number): void {
  const { relationship, satisfaction, adoption, pulled, boost } = states;
  states.boost = boost + (world.relationYield * relationship + world.adoptionYield * adoption - boost) / world.lag;
  states.survival += (world.churn / 12) * (1 - world.replaced) * world.churnSlope * satisfaction;
  states.satisfaction = satisfaction + speed * (relationship - satisfaction);
  states.relationship = relationship + world.relationFade * (gainR - relationship);
  states.adoption = adoption + world.adoptionFade * (gainQ - adoption);
  states.pulled = (1 - world.payback) * pulled + world.pulled * states.push;
}

/** Revenue's answer to a sequence, q months from now. */
export function revenueAnswer(team: Team, start: Start, q: number): number {
  const { boost, pulled, survival, push } = impulse(team, start)[q];
  return boost - team.world.payback * pulled + survival + push;
}

/** What a sample q months from now answers to each start: the gradient times the states it sees. */
function answersTo(team: Team, start: Start, facts: MeasureFacts): number[] {
  const late = facts.sees === "start" ? 0 : 1;
  const gradient = Object.entries(facts.gradient);
  return impulse(team, start)
    .slice(late)
    .map((states) => sum(gradient.map(([name, per]) => per * states[name as StateName])));
}

/** How far a measure can still be moved, in one month of one card's period. */
export interface Outlook {
  readonly facts: MeasureFacts;
  readonly samples: number;
  readonly level: number;
  readonly rest: number;
  readonly month: number;
  readonly state: Readonly<Record<"relationship" | "satisfaction" | "adoption" | "pulled" | "boost", number>>;
  readonly now: Channels;
  readonly later: Channels;
  readonly held: Channels;
  readonly market: number;
  readonly accounts: number;
  readonly reading: number;
}

export const none = (): Channels => ({ R: 0, Q: 0, F: 0 });

export function isSampled(facts: MeasureFacts, cadence: number, month: number, end: number): boolean {
  if (facts.sampling === "monthly") return true;
  return facts.sampling === "close" ? month === end - 1 : (month + 1) % cadence === 0;
}

/** The row of a slot in month t (§10). */
export function outlookOf(team: Team, slot: SlotFacts, period: number, t: number): Outlook {
  const { measure, cadence, noise, isRebased } = slot;
  const key = `outlook ${measure} ${cadence} ${noise} ${isRebased} ${period} ${t}`;
  return once(team, key, () => work(team, slot, period, t));
}

function work(team: Team, slot: SlotFacts, period: number, t: number): Outlook {
  const { world, setting, rules } = team;
  const facts = factsOf(slot.measure, world, setting.seats[0].startSize.length, period, rules);
  const { start, end } = periodAt(team, period, t);
  let samples = 0;
  for (let m = start; m < end; m++) if (isSampled(facts, slot.cadence, m, end)) samples += 1;
  const state = { relationship: 0, satisfaction: 0, adoption: 0, pulled: 0, boost: 0 };
  const empty = { facts, samples, level: 0, rest: 0, month: 0, state, now: none(), later: none(), held: none() };
  if (samples === 0) return { ...empty, market: 0, accounts: 0, reading: 0 };
  const late = facts.sees === "start" ? 0 : 1;
  let level = 0;
  let rest = 0;
  for (let q = 0; t + q < end; q++) {
    if (!isSampled(facts, slot.cadence, t + q, end)) continue;
    rest += 1 / samples;
    level += (1 + facts.growth * (q + late)) / samples;
    for (const name of Object.keys(state) as (keyof typeof state)[]) {
      const answers = once(team, `answers ${slot.measure} ${period} ${name}`, () => answersTo(team, name, facts));
      const already = facts.inLevel.includes(name) ? (facts.gradient[name] ?? 0) : 0;
      state[name] += (answers[q] - already) / samples;
    }
  }
  const month = facts.sampling === "monthly" ? 1 / samples : 0;
  const channels = channelsOf(team, slot, facts, period, t, samples);
  return { ...empty, level, rest, month, ...channels, ...variances(team, slot, facts, end - t, samples, rest) };
}

function channelsOf(team: Team, slot: SlotFacts, facts: MeasureFacts, period: number, t: number, samples: number) {
  const { world, setting, rules } = team;
  const { end } = periodAt(team, period, t);
  const d = world.keepMonth ** period;
  const grown = 1 - d * (1 - world.rebase);
  const ratchet = slot.isRebased ? 1 - (world.foresight * d * world.rebase) / grown : 1;
  const laterRatchet = slot.isRebased ? (1 - d) / grown : 1;
  const [now, later, held] = [none(), none(), none()];
  for (const c of ["R", "Q", "F"] as const) {
    const answers = once(team, `answers ${slot.measure} ${period} ${c}`, () => answersTo(team, c, facts));
    let upToHere = 0;
    for (let q = 0; t + q < end; q++) {
      upToHere += answers[q];
      if (!isSampled(facts, slot.cadence, t + q, end)) continue;
      now[c] += (ratchet * answers[q]) / samples;
      held[c] += upToHere / samples;
    }
    for (let i = 1; end + i * period - t <= setting.months + rules.beyond; i++) {
      const close = end + i * period;
      for (let m = close - period; m < close; m++) {
        if (!isSampled(facts, slot.cadence, m, close)) continue;
        later[c] += (world.foresight * laterRatchet * d ** i * answers[m - t]) / samples;
      }
    }
  }
  return { now, later, held };
}

/** Variance still to come, n months left. */
function variances(team: Team, slot: SlotFacts, facts: MeasureFacts, n: number, samples: number, rest: number) {
  const { marketLuck, accountLuck, orderLuck, churn } = team.world;
  const market = marketLuck ** 2 / 12;
  const own = (accountLuck ** 2 + churn * facts.lossSize ** 2) / 12;
  if (facts.luck === "flow") {
    let building = 0;
    for (let q = 1; q < n; q++) building += q * q;
    const accounts = (own * building + Math.expm1(orderLuck ** 2) * n) / samples ** 2;
    return { market: (market * building) / samples ** 2, accounts, reading: 0 };
  }
  if (facts.luck === "stock") return { market: market * n, accounts: own * n, reading: 0 };
  const noise = facts.isNoisy ? slot.noise : 1;
  return { market: 0, accounts: 0, reading: (noise * noise * facts.luck * rest) / samples };
}
