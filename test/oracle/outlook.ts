import type { CardFacts, SlotFacts, World } from "./inputs.js";
import { factsOf, type MeasureFacts, type StateName } from "./measures.js";
import { type Channels, once, periodAt, sum, type Team } from "./seats.js";

export type States = Record<StateName, number>;
/** What the accounts are given at the start: a unit through a channel in the first month, or a unit of a state. */
export type Start = keyof Channels | "relationship" | "satisfaction" | "adoption" | "pulled" | "boost" | "transitory";

/** How the accounts' states answer, month by month (§10). */
export function impulse(team: Team, start: Start): States[] {
  const { world, setting, rules } = team;
  return once(team, `impulse ${start}`, () => {
    const rows: States[] = [];
    const states: States = {
      relationship: 0,
      satisfaction: 0,
      adoption: 0,
      pulled: 0,
      boost: 0,
      transitory: 0,
      survival: 0,
      push: 0,
    };
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
  states.transitory *= world.fade;
  states.survival += (world.churn / 12) * (1 - world.replaced) * world.churnSlope * satisfaction;
  states.satisfaction = satisfaction + speed * (relationship - satisfaction);
  states.relationship = relationship + world.relationFade * (gainR - relationship);
  states.adoption = adoption + world.adoptionFade * (gainQ - adoption);
  states.pulled = (1 - world.payback) * pulled + world.pulled * states.push;
}

/** Revenue's answer to a sequence, q months from now. */
export function revenueAnswer(team: Team, start: Start, q: number): number {
  const { boost, pulled, transitory, survival, push } = impulse(team, start)[q];
  return boost + transitory - team.world.payback * pulled + survival + push;
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
  /** Of them, those taken while the present target holds. */
  readonly samplesOfTarget: number;
  readonly level: number;
  /** Against targets set later in the period; what a sample already taken counts; the score whatever is reached (§10). */
  readonly renewed: number;
  readonly read: number;
  readonly anchor: number;
  readonly rest: number;
  readonly month: number;
  readonly state: Readonly<
    Record<"relationship" | "satisfaction" | "adoption" | "pulled" | "boost" | "transitory", number>
  >;
  readonly now: Channels;
  readonly later: Channels;
  readonly held: Channels;
  readonly market: number;
  readonly accounts: number;
  readonly reading: number;
}

export const none = (): Channels => ({ R: 0, Q: 0, F: 0 });

/** Period of a card, and how often targets are set within it. */
export type Lengths = Pick<CardFacts, "period" | "interval">;

export function isSampled(facts: MeasureFacts, cadence: number, month: number, end: number, interval: number): boolean {
  if (facts.sampling === "monthly") return true;
  return facts.sampling === "close" ? isSet(month, end, interval) : (month + 1) % cadence === 0;
}

/** Whether targets are set anew after this month. */
export const isSet = (month: number, end: number, interval: number): boolean =>
  month === end - 1 || (month + 1) % interval === 0;

/** The row of a slot in month t (§10). */
export function outlookOf(team: Team, slot: SlotFacts, lengths: Lengths, t: number): Outlook {
  const { measure, cadence, noise, isRebased } = slot;
  const key = `outlook ${measure} ${cadence} ${noise} ${isRebased} ${lengths.period} ${lengths.interval} ${t}`;
  return once(team, key, () => work(team, slot, lengths, t));
}

/** A sample still to come: how many months from now, in which part of the period (0 is the present one), what it counts. */
interface Sample {
  readonly q: number;
  readonly part: number;
  readonly counts: number;
}

/** What the samples of a period count, as a line around being on target: each one, less what it takes from later parts by raising their targets. */
function samplesOf(team: Team, slot: SlotFacts, facts: MeasureFacts, { period, interval }: Lengths, t: number) {
  const { start, end } = periodAt(team, period, t);
  const learnt = slot.isRebased ? team.world.rebase : 0;
  const taken: number[] = [];
  for (let m = start; m < end; m++) if (isSampled(facts, slot.cadence, m, end, interval)) taken.push(m);
  const partOf = (m: number): number => Math.floor((m - start) / interval);
  const inPart = (part: number): number => taken.filter((m) => partOf(m) === part).length;
  const parts = partOf(end - 1) + 1;
  const counts = (part: number): number => {
    if (inPart(part) === 0) return 1;
    let lost = 0;
    // reached goes up by 1/n, the next target by ℓ/n, those after it by (1 − ℓ) of that
    for (let later = part + 1; later < parts; later++)
      lost += inPart(later) * (learnt / inPart(part)) * (1 - learnt) ** (later - part - 1);
    return 1 - lost;
  };
  const now = partOf(t);
  const rest = taken
    .filter((m) => m >= t)
    .map((m): Sample => ({ q: m - t, part: partOf(m) - now, counts: counts(partOf(m)) }));
  let anchor = 0;
  for (let part = now + 1; part < parts; part++)
    anchor += (inPart(part) * (1 - (1 - learnt) ** (part - now))) / taken.length;
  const first = (part: number): number => (now + part) * interval + start - t;
  return { rest, first, anchor, samples: taken.length, samplesOfTarget: inPart(now), read: counts(now) };
}

function work(team: Team, slot: SlotFacts, lengths: Lengths, t: number): Outlook {
  const { world, setting, rules } = team;
  const { period, interval } = lengths;
  const facts = factsOf(slot.measure, world, setting.seats[0].startSize.length, rules);
  const { rest: coming, first, ...counted } = samplesOf(team, slot, facts, lengths, t);
  const { samples } = counted;
  const state = { relationship: 0, satisfaction: 0, adoption: 0, pulled: 0, boost: 0, transitory: 0 };
  const effects = { now: none(), later: none(), held: none() };
  const empty = { facts, ...counted, level: 0, renewed: 0, rest: 0, month: 0, state, ...effects };
  if (samples === 0) return { ...empty, read: 1, market: 0, accounts: 0, reading: 0 };
  const late = facts.sees === "start" ? 0 : 1;
  let level = 0;
  let renewed = 0;
  let rest = 0;
  for (const { q, part, counts } of coming) {
    rest += counts / samples;
    if (part === 0) level += (counts * (1 + facts.growth * (q + late))) / samples;
    else {
      const grown = 1 + facts.renewal * first(part) + facts.growth * (q + late - first(part));
      renewed += (counts * grown) / (1 + facts.renewal * interval) ** part / samples;
    }
    for (const name of Object.keys(state) as (keyof typeof state)[]) {
      const answers = once(team, `answers ${slot.measure} ${period} ${name}`, () => answersTo(team, name, facts));
      const already = facts.inLevel.includes(name) ? (facts.gradient[name] ?? 0) : 0;
      state[name] += (counts * (answers[q] - already)) / samples;
    }
  }
  const month = facts.sampling === "monthly" ? 1 / samples : 0;
  const channels = channelsOf(team, slot, facts, lengths, t, coming, samples);
  return { ...empty, level, renewed, rest, month, ...channels, ...variances(team, slot, facts, coming, samples, rest) };
}

function channelsOf(
  team: Team,
  slot: SlotFacts,
  facts: MeasureFacts,
  { period, interval }: Lengths,
  t: number,
  coming: readonly Sample[],
  samples: number,
) {
  const { world, setting, rules } = team;
  const { end } = periodAt(team, period, t);
  const d = world.keepMonth ** period;
  const parts = period / interval;
  const built = 1 - (1 - world.rebase) ** parts;
  const grown = 1 - d * (1 - built);
  const ratchet = slot.isRebased ? 1 - (world.foresight * d * built) / grown : 1;
  const laterRatchet = slot.isRebased ? (1 - d) / grown : 1;
  const [now, later, held] = [none(), none(), none()];
  for (const c of ["R", "Q", "F"] as const) {
    const answers = once(team, `answers ${slot.measure} ${period} ${c}`, () => answersTo(team, c, facts));
    for (const { q, counts } of coming) {
      now[c] += (ratchet * counts * answers[q]) / samples;
      held[c] += (counts * sum(answers.slice(0, q + 1))) / samples;
    }
    for (let i = 1; end + i * period - t <= setting.months + rules.beyond; i++) {
      const close = end + i * period;
      for (let m = close - period; m < close; m++) {
        if (!isSampled(facts, slot.cadence, m, close, interval)) continue;
        const after = parts - 1 - Math.floor((m - close + period) / interval);
        const counts = slot.isRebased ? (1 - world.rebase) ** after : 1;
        later[c] += (world.foresight * laterRatchet * d ** i * counts * answers[m - t]) / samples;
      }
    }
  }
  return { now, later, held };
}

/** Variance still to come: what every month's luck adds to every sample after it. */
function variances(
  team: Team,
  slot: SlotFacts,
  facts: MeasureFacts,
  coming: readonly Sample[],
  samples: number,
  rest: number,
) {
  const { marketLuck, accountLuck, orderLuck, churn, permanentShare, fade, replaced } = team.world;
  if (typeof facts.luck === "number") {
    const noise = facts.isNoisy ? slot.noise : 1;
    return { market: 0, accounts: 0, reading: (noise * noise * facts.luck * rest) / samples };
  }
  const late = facts.sees === "start" ? 0 : 1;
  const months = Math.max(...coming.map(({ q }) => q), -1) + late;
  const partOf = (q: number): number => Math.max(0, ...coming.filter((one) => one.q <= q).map(({ part }) => part));
  let demand = 0;
  let losses = 0;
  for (let j = 0; j < months; j++) {
    const after = coming.filter(({ q }) => q + late > j);
    const left = (q: number): number => permanentShare + (1 - permanentShare) * fade ** (q + late - 1 - j);
    demand += sum(after.map(({ q, counts }) => counts * left(q))) ** 2;
    const size = (part: number): number => (part === partOf(j) ? facts.lossSize : 1 - replaced);
    losses += sum(after.map(({ part, counts }) => counts * size(part))) ** 2;
  }
  const orders = facts.luck === "flow" ? Math.expm1(orderLuck ** 2) * sum(coming.map(({ counts }) => counts ** 2)) : 0;
  return {
    market: ((marketLuck ** 2 / 12) * demand) / samples ** 2,
    accounts: ((accountLuck ** 2 * demand + churn * losses) / 12 + orders) / samples ** 2,
    reading: 0,
  };
}
