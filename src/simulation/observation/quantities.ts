import { exp } from "../../foundation/maths/exponential.js";
import type { Unit } from "../../foundation/values/quantity.js";
import { type ActivityNumbers, scaleOf } from "../../model/activities/activity.js";
import type { LaneName, Lanes } from "../../model/frame/lanes.js";
import type { DesignSimulation } from "../batch/design-simulation.js";
import type { ObservedQuantity } from "./data.js";

interface LaneQuantity extends ObservedQuantity {
  readonly column: LaneName;
  /** What is added to the column. */
  readonly plus?: number;
}

const money: Unit = { dimension: "money" };
const share: Unit = { dimension: "share", min: Number.NEGATIVE_INFINITY };
const index: Unit = { dimension: "number" };
const monthly = "per KAM and month";
const mean = "mean index";

/** Quantities that are a column of the state as it is. */
const laneQuantities: readonly LaneQuantity[] = [
  { name: "revenue", summary: "Revenue booked.", unit: money, per: monthly, column: "revenue" },
  { name: "margin", summary: "Gross margin.", unit: money, per: monthly, column: "marginEarned" },
  {
    name: "relationship",
    summary: "Quality of the relationships.",
    unit: index,
    per: mean,
    column: "meanRelationship",
    plus: 1,
  },
  {
    name: "satisfaction",
    summary: "Satisfaction of the customers.",
    unit: index,
    per: mean,
    column: "meanSatisfaction",
    plus: 1,
  },
  {
    name: "adoption",
    summary: "Adoption of co-created solutions.",
    unit: index,
    per: mean,
    column: "meanAdoption",
    plus: 1,
  },
  {
    name: "selling push",
    summary: "Sales effect of effort, high where periods close.",
    unit: share,
    per: "share of the month's revenue",
    column: "push",
  },
  {
    name: "demand pulled forward",
    summary: "Demand borrowed from later months.",
    unit: share,
    per: "share of revenue",
    column: "sharePulled",
  },
  { name: "motivation", summary: "Intrinsic motivation.", unit: index, per: mean, column: "motive" },
  {
    name: "reward cost",
    summary: "Cost of rewards as it accrues, with on-costs.",
    unit: money,
    per: monthly,
    column: "accrued",
  },
  { name: "cash cost", summary: "Cash spent on rewards, with on-costs.", unit: money, per: monthly, column: "spent" },
  { name: "reward pay", summary: "Cash managers get from rewards.", unit: money, per: monthly, column: "paid" },
  {
    name: "leavers",
    summary: "Managers who leave.",
    unit: { dimension: "share/month" },
    per: "per seat and month",
    column: "left",
  },
  { name: "accounts lost", summary: "Accounts lost.", unit: { dimension: "number" }, per: monthly, column: "lost" },
];

const ability: ObservedQuantity = {
  name: "ability",
  summary: "Ability of the managers in the seats.",
  unit: index,
  per: mean,
};
const effort: ObservedQuantity = {
  name: "effort",
  summary: "Total effort relative to a normal full-time month.",
  unit: index,
  per: mean,
};
const retained: ObservedQuantity = {
  name: "accounts retained",
  summary: "Share of the accounts of the start that are still held: the product of what each month kept.",
  unit: { dimension: "share" },
  per: "share of accounts",
};
/** Kept by world, not by lane. */
export const cumulative: ObservedQuantity = {
  name: "value so far",
  summary:
    "Present value so far of margin less reward cost, hiring and monitoring; net value lacks only what the accounts are worth after the horizon.",
  unit: { dimension: "money", min: Number.NEGATIVE_INFINITY },
  per: "per KAM",
};

const effortOn = ({ name }: ActivityNumbers): ObservedQuantity => ({
  name: `effort: ${name}`,
  summary: `Effort on ${name} relative to normal.`,
  unit: index,
  per: mean,
});

/** Everything kept by month. */
export const quantitiesOf = (activities: readonly ActivityNumbers[]): readonly ObservedQuantity[] => [
  ...laneQuantities.map(({ name, summary, unit, per }) => ({ name, summary, unit, per })),
  ability,
  effort,
  ...activities.map(effortOn),
  retained,
  cumulative,
];

/** One quantity by lane, as it stands after a month: plus + times × column. */
export interface Source {
  readonly name: string;
  readonly column: Float64Array;
  readonly plus: number;
  readonly times: number;
}

/** What a play must work out itself before its quantities can be read. */
export interface Scratch {
  readonly ability: Float64Array;
  readonly effort: Float64Array;
  readonly retained: Float64Array;
}

/** Where each quantity by lane is read. */
export function sourcesOf({ lanes, batchInputs }: DesignSimulation, scratch: Scratch): readonly Source[] {
  const { activities } = batchInputs.program;
  const own = (quantity: ObservedQuantity, column: Float64Array, times = 1): Source => ({
    name: quantity.name,
    column,
    plus: 0,
    times,
  });
  return [
    ...laneQuantities.map(({ name, column, plus = 0 }) => ({ name, column: lanes[column], plus, times: 1 })),
    own(ability, scratch.ability),
    own(effort, scratch.effort),
    ...activities.map((one, j) =>
      own(effortOn(one), lanes.effort.subarray(j * lanes.lanes, (j + 1) * lanes.lanes), 1 / scaleOf(one)),
    ),
    own(retained, scratch.retained),
  ];
}

/** Works out a month's ability, total effort relative to normal, and accounts still held, by lane. */
export function readLanes(lanes: Lanes, activities: readonly ActivityNumbers[], scratch: Scratch): void {
  const normal = activities.reduce((total, one) => total + one.normal, 0) || 1;
  for (let i = 0; i < lanes.lanes; i++) {
    let total = 0;
    for (let j = 0; j < activities.length; j++) total += lanes.effort[j * lanes.lanes + i];
    scratch.effort[i] = total / normal;
    scratch.ability[i] = exp(lanes.lnAbility[i]);
    scratch.retained[i] *= 1 - lanes.lost[i] / lanes.accounts;
  }
}
