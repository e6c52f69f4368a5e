import type { Rivals } from "./contest.js";
import type { DesignFacts, RewardFacts, SeatLuck, Setting, SlotFacts, World } from "./inputs.js";
import { type Rules, rules as standard } from "./rules.js";

/** Effects through relationship gain, adoption gain and push. */
export interface Channels {
  R: number;
  Q: number;
  F: number;
}

export interface Account {
  size: number;
  lnSize: number;
  transitory: number;
  boost: number;
  pulled: number;
  satisfaction: number;
  relationship: number;
  adoption: number;
  organic: number;
  /** EUR/month. Expected revenue (y). */
  flow: number;
}

/** One activity of one seat. */
export interface Work {
  natural: number;
  effort: number;
  usual: number;
  genuine: number;
  slope: number;
}

/** What one unit of an activity adds to a score: own reading now and held, results now and later, all held. */
export interface Effect {
  own: number;
  readingHeld: number;
  results: number;
  later: number;
  held: number;
}

export interface SeatSlot {
  readonly facts: SlotFacts;
  target: number;
  sum: number;
  /** Sum of the samples since the target was set. */
  recent: number;
  sample: number;
}

export interface SeatReward {
  readonly facts: RewardFacts;
  unit: number;
  worth: number;
  current: number;
  payAtTarget: number;
  slopeAtTarget: number;
  /** Of a linked reward: by card, what a point of its score adds to the payout on target. */
  slopesAtTarget: number[];
  rivals: Rivals;
  /** EUR by the month it falls due in. */
  owed: Map<number, number>;
  unvested: Map<number, number>;
}

/** One card as one seat has it. */
export interface SeatCard {
  readonly slots: SeatSlot[];
  readonly rewards: SeatReward[];
  served: number;
  base: number;
  spread: number;
  /** score. SD of the luck that members of the team do not share. */
  apart: number;
  forecast: number;
  stake: number;
  laterStake: number;
  score: number;
  effects: Effect[];
  /** EUR². Of what the period pays, as foreseen at its opening. */
  variance: number;
}

/** One seat: a manager and their accounts, and what happened this month. */
export interface Seat {
  readonly luck: SeatLuck;
  readonly accounts: Account[];
  readonly work: Work[];
  readonly cards: SeatCard[];
  lnAbility: number;
  lnAbilityAtHire: number;
  exSales: number;
  tenure: number;
  vacancy: number;
  hires: number;
  motive: number;
  freshness: number;
  raise: number;
  /** Everything worked out this month, by name as the method has it. */
  now: Record<string, number>;
}

/** A team in one world under one design. */
export interface Team {
  readonly rules: Rules;
  readonly setting: Setting;
  readonly world: World;
  readonly design: DesignFacts;
  readonly response: string;
  readonly scale: number;
  readonly shift: number;
  readonly seats: Seat[];
  /** What has been worked out once for this world. */
  readonly known: Map<string, unknown>;
}

export interface Play {
  readonly response: string;
  readonly scale: number;
  readonly shift: number;
  readonly rules?: Rules;
  readonly known?: Map<string, unknown>;
}

export const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** What effort on an activity is divided by to give an index. */
export const scaleOf = ({ normal }: { readonly normal: number }): number => (normal > 0 ? normal : 1);

/** A value worked out once. */
export function once<T>(team: Team, key: string, work: () => T): T {
  if (!team.known.has(key)) team.known.set(key, work());
  return team.known.get(key) as T;
}

/** First month, end and length of a card's period that contains month t. */
export function periodAt(team: Team, period: number, t: number): { start: number; end: number; length: number } {
  const start = t - (t % period);
  const end = Math.min(start + period, team.setting.months);
  return { start, end, length: end - start };
}

/** Founders in their seats, accounts at rest (§5). */
export function startTeam(setting: Setting, world: World, design: DesignFacts, play: Play): Team {
  const rules = play.rules ?? standard;
  const seats = setting.seats.map((luck) => startSeat(setting, world, design, luck, rules));
  const { response, scale, shift, known = new Map() } = play;
  return { rules, setting, world, design, response, scale, shift, seats, known };
}

function startSeat(setting: Setting, world: World, design: DesignFacts, luck: SeatLuck, rules: Rules): Seat {
  const lnAbility = world.abilitySpread * luck.talent[0];
  const account = {
    lnSize: 0,
    transitory: 0,
    boost: 0,
    pulled: 0,
    satisfaction: 1,
    relationship: 1,
    adoption: 1,
    organic: 1,
    flow: 0,
  };
  return {
    luck,
    accounts: luck.startSize.map((size) => ({ size, ...account })),
    work: setting.activities.map(() => ({ natural: 0, effort: 0, usual: 1, genuine: 1, slope: 1 })),
    cards: design.cards.map((card) => ({
      slots: card.slots.map((facts) => ({ facts, target: 1, sum: 0, recent: 0, sample: 1 })),
      rewards: card.rewards.map((facts) => ({
        facts,
        unit: 0,
        worth: 0,
        current: 0,
        payAtTarget: 0,
        slopeAtTarget: 0,
        slopesAtTarget: [],
        rivals: { scores: [], aparts: [], apart: 1 },
        owed: new Map(),
        unvested: new Map(),
      })),
      ...{
        served: 0,
        base: 0,
        spread: 0,
        apart: 0,
        forecast: 1,
        stake: 0,
        laterStake: 0,
        score: 0,
        effects: [],
        variance: 0,
      },
    })),
    lnAbility,
    lnAbilityAtHire: lnAbility,
    exSales: luck.background[0],
    tenure: rules.founders,
    vacancy: 0,
    hires: 1,
    motive: 1,
    freshness: 1,
    raise: 0,
    now: { meanRelationship: 0, meanSatisfaction: 0, meanAdoption: 0, lifetimeValue: 0, pending: 0 },
  };
}
