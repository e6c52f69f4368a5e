import type { Curves } from "./curves.js";
import type { Activity, Design, Given, Luck, Outlook, Reward, Slot, Task, World } from "./given.js";

export interface Account {
  readonly size: number;
  lnSize: number;
  boost: number;
  pulled: number;
  satisfaction: number;
  relationship: number;
  adoption: number;
  flow: number;
}

/** One activity of one seat. */
export interface Work {
  readonly about: Activity;
  /** What effort is divided by to give an index. */
  readonly scale: number;
  natural: number;
  effort: number;
  usual: number;
  genuine: number;
  slope: number;
}

/** What one unit of an activity adds to the score: own reading now and held, results now and later, all held. */
export interface Effect {
  readonly own: number;
  readonly readingHeld: number;
  readonly results: number;
  readonly later: number;
  readonly held: number;
}

export interface SeatSlot {
  readonly facts: Slot;
  readonly outlook: Outlook;
  readonly isLevel: boolean;
  readonly isJudged: boolean;
  readonly loads: readonly number[];
  readonly readings: readonly number[] | undefined;
  target: number;
  sum: number;
  sample: number;
}

export interface SeatReward {
  readonly facts: Reward;
  readonly curves: Curves;
  unit: number;
  worth: number;
  current: number;
  payAtTarget: number;
  slopeAtTarget: number;
}

export interface SeatCard {
  readonly period: number;
  readonly judged: number;
  readonly shift: number;
  readonly slots: readonly SeatSlot[];
  readonly rewards: readonly SeatReward[];
  served: number;
  base: number;
  spread: number;
  forecast: number;
  stake: number;
  score: number;
  effects: readonly Effect[];
}

/** What was worked out this month. */
export interface Now {
  theta: number;
  flow: number;
  concentration: number;
  shareRelationship: number;
  shareSatisfaction: number;
  shareAdoption: number;
  sharePulled: number;
  shareBoost: number;
  naturalRelationship: number;
  naturalAdoption: number;
  naturalPush: number;
  push: number;
  relationshipGain: number;
  adoptionGain: number;
  effortCost: number;
  revenue: number;
  marginEarned: number;
  lost: number;
  lossLuck: number;
  leavingLuck: number;
  meanRelationship: number;
  meanSatisfaction: number;
  meanAdoption: number;
  referenceable: number;
  rewardUtility: number;
  payVariance: number;
  accruedPay: number;
  expectedPay: number;
  utility: number;
  outside: number;
  left: number;
  paid: number;
  enjoyed: number;
  accrued: number;
  spent: number;
}

/** A manager and their accounts. */
export interface Seat {
  readonly luck: Luck;
  readonly accounts: readonly Account[];
  readonly work: readonly Work[];
  readonly card: SeatCard | undefined;
  lnAbility: number;
  lnAbilityAtHire: number;
  exSales: number;
  tenure: number;
  vacancy: number;
  hires: number;
  motive: number;
  freshness: number;
  raise: number;
  readonly now: Now;
}

/** Numbers of one world that depend on the design as well. */
export interface Terms {
  readonly contingentShare: number;
  readonly crowdingPay: number;
  readonly trainingSpend: number;
  readonly topUp: number;
  readonly awardShare: number;
  readonly kappa: number;
}

/** One design under one response in one world. */
export interface Play {
  readonly given: Given;
  readonly world: World;
  readonly facts: World["facts"];
  readonly design: Design;
  readonly task: Task;
  readonly terms: Terms;
  /** Index of the activity that documents other work, or −1. */
  readonly reporting: number;
  readonly seats: readonly Seat[];
}

export const sum = <T>(of: readonly T[], by: (one: T, k: number) => number): number =>
  of.reduce((total, one, k) => total + by(one, k), 0);

export const mean = <T>(of: readonly T[], by: (one: T) => number): number => sum(of, by) / of.length;

/** Start, end and length of the period that contains a month. */
export function periodAt(
  period: number,
  month: number,
  months: number,
): { start: number; end: number; length: number } {
  const start = month - (month % period);
  const end = Math.min(start + period, months);
  return { start, end, length: end - start };
}
