import { namesOf, recordOf } from "../../foundation/values/record.js";
/** The state of the simulated world as columns: one number per lane (manager), per account or per activity. */

/** Dimensions of a batch. Lanes of one world are neighbours: lane = world × managers + manager. */
export interface Shape {
  readonly worlds: number;
  readonly managers: number;
  readonly lanes: number;
  readonly accounts: number;
  readonly activities: number;
  readonly months: number;
}

export const laneColumns = {
  lnAbility: "log. Ability of the manager in the seat; 0 is the average applicant",
  lnAbilityAtHire: "log. Ability when hired; training fades towards it",
  exSales: "0 or 1. Whether the manager comes from a sales background",
  tenure: "months. Time in the seat since hiring; founders start at 60",
  vacancy: "months. Left until the successor starts; 0 when the seat is filled",
  hires: "count. Managers hired into this seat so far, founder included",
  theta: "index. Ability times ramp-up this month",
  motive: "index. Intrinsic motivation, 1 at rest",
  freshness: "share. How fresh recognition still feels, 1 when new",
  raise: "EUR/year. Salary increases earned so far by the manager in the seat",
  effortCost: "EUR/month. What this month's effort costs the manager beyond natural effort",
  push: "share. Sales effect of this month's effort on revenue (f)",
  relationshipGain: "index. Effect of this month's effort on relationships (ΔR)",
  adoptionGain: "index. Effect of this month's effort on adoption (ΔQ)",
  flow: "EUR/month. Expected revenue of all accounts at the start of the month, before push and orders",
  concentration: "index. Herfindahl index of the accounts' shares of flow",
  shareRelationship: "index. Relationship less 1, weighted by revenue",
  shareSatisfaction: "index. Satisfaction less 1, weighted by revenue",
  shareAdoption: "index. Adoption less 1, weighted by revenue",
  sharePulled: "share. Demand borrowed from the future, weighted by revenue",
  shareBoost: "log. Boost of revenue from relationship and adoption, weighted by revenue",
  shareTransitory: "log. Part of demand luck that fades, weighted by revenue",
  meanRelationship: "index. Relationship less 1, mean of accounts",
  meanSatisfaction: "index. Satisfaction less 1, mean of accounts",
  meanAdoption: "index. Adoption less 1, mean of accounts",
  marginFlow: "EUR/month. Gross margin of the expected revenue",
  organicFlow: "EUR/month. The part of flow that comes from accounts held since the last close",
  revenue: "EUR/month. Revenue booked this month",
  organicRevenue: "EUR/month. Revenue from accounts held since the last close",
  marginEarned: "EUR/month. Gross margin of the revenue booked, less price concessions on pushed sales",
  lost: "count. Accounts lost this month",
  lossLuck:
    "EUR/month. Margin that luck alone cost this month through lost accounts: lost less expected to be lost, mean zero",
  leavingLuck: "count. Managers left less those expected to leave this month, mean zero",
  referenceable: "share. Accounts with satisfaction and relationship at least 1",
  lifetimeValue: "EUR. Customer lifetime value of the accounts",
  outside: "EUR/year. Utility of the best job elsewhere",
  utility: "EUR/year. Utility of staying, in money of base salary",
  expectedPay: "EUR/year. Pay a newcomer expects, awards at perceived value, raises at three years' accumulation",
  rewardUtility: "EUR/year. Expected reward as the manager values it, at this month's forecast",
  payVariance: "EUR²/year. Variance of reward pay that remains",
  accruedPay: "EUR. Expected pay so far in open periods, forfeited on leaving, weighted by nearness of the close",
  pending: "EUR. Awarded but not yet vested",
  left: "0 or 1. Whether the manager left this month",
  paid: "EUR/month. Cash rewards paid to the manager this month, raises and top-up included",
  enjoyed: "EUR/month. What this month's non-cash rewards are worth to the manager",
  awarded:
    "EUR/month. What this month's rewards are worth to the manager when they are earned: later money at present value, the rest as valued",
  riskPremium: "EUR/month. What bearing the risk of open periods costs the manager",
  accrued: "EUR/month. Reward cost that accrued to the firm this month, on-costs included",
  spent: "EUR/month. Cash the firm spent on rewards this month, on-costs included",
  naturalRelationship: "index. Relationship gain of natural effort, linearised at usual activity",
  naturalAdoption: "index. Adoption gain of natural effort, linearised at usual activity",
  naturalPush: "share. Sales effect of natural effort, linearised at usual activity",
} as const;

export const accountColumns = {
  size: "EUR/year. Starting revenue of the account",
  lnSize: "log. Growth of the account's own demand since the start (z)",
  transitory: "log. Part of that growth which fades: luck that is not permanent (τ)",
  boost: "log. Revenue earned by relationship and adoption (b)",
  pulled: "share. Demand borrowed from later months (P)",
  satisfaction: "index. Satisfaction of the customer, 1 is normal (S)",
  relationship: "index. Quality of the relationship, 1 is normal (R)",
  adoption: "index. Adoption of co-created solutions, 1 is normal (Q)",
  organic: "0 or 1. Whether the account was held at the last close",
  accountFlow: "EUR/month. Expected revenue at the start of the month, before push and orders",
} as const;

export const activityColumns = {
  natural: "FTE. What the manager would do unrewarded (s)",
  effort: "FTE. What the manager chooses to do (a)",
  real: "FTE. What of it serves the account, times ability (e)",
  usual: "index. Running mean of real activity relative to normal (x̄)",
  genuine: "share. Real part of extra activity last month (ϱ)",
  gain: "EUR/FTE. Marginal reward of the activity this month (g)",
  slope: "index. Marginal effect of real activity on its results at usual activity (H′)",
} as const;

export type LaneName = keyof typeof laneColumns;
export type AccountName = keyof typeof accountColumns;
export type ActivityColumnName = keyof typeof activityColumns;

/** What managers are and have at one moment, a column each. */
export type Lanes = Shape & {
  /** World of each lane within the batch. */
  readonly world: Int32Array;
} & Readonly<Record<LaneName, Float64Array>> &
  Readonly<Record<AccountName, Float64Array>> &
  Readonly<Record<ActivityColumnName, Float64Array>>;

/** Empty records by their names, to copy: reading one from text is slow. */
const blanks = new Map<string, Readonly<Record<string, unknown>>>();

/**
 * An object with these names whose properties are fast to reach: one built name by name becomes a slow dictionary. Numbers start as
 * numbers and objects, so that nobody who reads a property has to tell one from the other.
 */
export function fastRecord<R extends object>(values: R): R {
  const entries: [string, unknown][] = Object.entries(values);
  const starts = entries.map(([name, value]): [string, unknown] => [name, typeof value === "number" ? 0 : {}]);
  const key = starts.map(([name, start]) => `${name} ${typeof start}`).join();
  let blank = blanks.get(key);
  if (blank === undefined) {
    blank = JSON.parse(JSON.stringify(Object.fromEntries(starts))) as Record<string, unknown>;
    blanks.set(key, blank);
  }
  const record = { ...blank };
  for (const [name, value] of entries) record[name] = value;
  return record as R;
}

/**
 * Gives columns of zeros out of pieces of memory that hold so many numbers: for a column of one number a lane, memory of its own
 * would take longer to get than a month to play.
 */
export function columnPool(size: number): (length: number) => Float64Array {
  let piece = new Float64Array(size);
  let from = 0;
  return (length) => {
    if (from + length > piece.length) {
      piece = new Float64Array(Math.max(size, length));
      from = 0;
    }
    from += length;
    return piece.subarray(from - length, from);
  };
}

/** Adds to a column the numbers of another from a place on; four at a time, which saves a third of the time. */
export function addColumn(sum: Float64Array, values: Float64Array, from = 0): void {
  const count = sum.length;
  let i = 0;
  for (let at = from; i + 3 < count; i += 4, at += 4) {
    sum[i] += values[at];
    sum[i + 1] += values[at + 1];
    sum[i + 2] += values[at + 2];
    sum[i + 3] += values[at + 3];
  }
  for (; i < count; i++) sum[i] += values[from + i];
}

const laneNames = namesOf(laneColumns);
const accountNames = namesOf(accountColumns);
const activityNames = namesOf(activityColumns);

/** All columns of a batch, zero. Accounts and activities are major: index = account × lanes + lane. */
export function allocateLanes(shape: Shape): Lanes {
  const { lanes, accounts, activities } = shape;
  const world = new Int32Array(lanes);
  for (let i = 0; i < lanes; i++) world[i] = Math.floor(i / shape.managers);
  const column = columnPool(
    lanes * (laneNames.length + accounts * accountNames.length + activities * activityNames.length),
  );
  const columns = <Name extends string>(names: readonly Name[], length: number) =>
    recordOf(names, () => column(length));
  return fastRecord({
    ...shape,
    world,
    ...columns(laneNames, lanes),
    ...columns(accountNames, lanes * accounts),
    ...columns(activityNames, lanes * activities),
  });
}
