import type { World } from "./inputs.js";
import { density } from "./normal.js";
import type { Rules } from "./rules.js";
import { type Seat, type SeatSlot, scaleOf, sum, type Team } from "./seats.js";

export type StateName =
  | "relationship"
  | "satisfaction"
  | "adoption"
  | "pulled"
  | "boost"
  | "transitory"
  | "survival"
  | "push";
export type Gradient = Partial<Record<StateName, number>>;

/** One row of the method's table of measures (§9), in one world. */
export interface MeasureFacts {
  readonly scale: "flow" | "marginFlow" | "organicFlow" | "teamFlow" | "lifetimeValue" | "index";
  readonly sampling: "monthly" | "survey" | "close";
  readonly sees: "start" | "end";
  readonly isNoisy: boolean;
  readonly gradient: Gradient;
  readonly growth: number;
  readonly renewal: number;
  readonly lossSize: number;
  readonly luck: "flow" | "stock" | number;
  readonly inLevel: readonly StateName[];
}

/** Shares of activities in what is read of them. */
const reads: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "executive access": { "executive access": 1 },
  "matrix team coordination": { "matrix coordination": 1 },
  "account plans kept current": { "account planning": 1 },
  "co-creation work": { "co-creation": 1 },
  "time with customers": { "customer time": 1 },
  "relationship footprint": { "executive access": 0.5, "customer time": 0.3, "matrix coordination": 0.2 },
  "ecosystem understanding": { "account planning": 0.6, "customer time": 0.4 },
  "pipeline quality": { "opportunity work": 0.7, "account planning": 0.3 },
  "customer education": { "customer education": 1 },
};

const judgedStates = ["relationship quality", "customers reaching out", "adoption of co-created solutions"];

export const isReading = (measure: string): boolean => measure in reads;
export const isJudged = (measure: string): boolean => isReading(measure) || judgedStates.includes(measure);

/** The first activity that documents other work, if it is normally done. */
export const reportingOf = ({ setting }: Team): number =>
  setting.activities.findIndex((one) => one.reporting && one.normal > 0);

/** What one FTE of activity j adds to a reading, ticked boxes included (load′). */
export function loadOf(team: Team, measure: string, j: number): number {
  const activity = team.setting.activities[j];
  const ticked = j === reportingOf(team) ? team.world.boxTicking / activity.normal : 0;
  return (reads[measure][activity.name] ?? 0) / scaleOf(activity) + ticked;
}

/** The row of a measure. */
export function factsOf(measure: string, world: World, accounts: number, rules: Rules): MeasureFacts {
  const { drift, churn, churnSlope, replaced, payback, margin, concession, firmDiscount, compression: c } = world;
  const growth = (drift - churn * (1 - replaced)) / 12;
  const flow = { boost: 1, transitory: 1, pulled: -payback, push: 1, survival: 1 };
  const result = { sampling: "monthly", sees: "start", isNoisy: false, growth, renewal: growth } as const;
  const level = { ...result, lossSize: 1 - replaced, luck: "flow", inLevel: ["boost", "transitory"] } as const;
  const index = { scale: "index", growth: 0, renewal: 0, lossSize: 1 - replaced, inLevel: [] } as const;
  const survey = {
    ...index,
    sampling: "survey",
    sees: "end",
    isNoisy: true,
    luck: world.surveyNoise ** 2 / accounts,
  } as const;
  const judged = {
    ...index,
    sampling: "monthly",
    sees: "end",
    isNoisy: true,
    luck: (c * world.readingNoise) ** 2,
  } as const;
  const toReference = (0.5 * c * density(0)) / rules.referenceWidth;
  const held = Math.exp(-churn);
  const table: Record<string, MeasureFacts> = {
    "account revenue": { ...level, scale: "flow", gradient: flow },
    profitability: { ...level, scale: "marginFlow", gradient: { ...flow, push: 1 - concession / margin } },
    "organic growth": {
      ...level,
      scale: "organicFlow",
      gradient: { ...flow, survival: 1 / Math.max(1 - replaced, 1e-9) },
      growth: (drift - churn) / 12,
      lossSize: 1,
    },
    "shared objectives": { ...level, scale: "teamFlow", gradient: flow },
    "customer lifetime value": {
      ...level,
      scale: "lifetimeValue",
      sampling: "close",
      sees: "end",
      luck: "stock",
      inLevel: ["boost", "transitory", "satisfaction"],
      gradient: {
        boost: 1,
        transitory: 1,
        survival: 1,
        satisfaction: (churn * churnSlope * (1 + firmDiscount)) / (1 + firmDiscount - held),
      },
    },
    "customer satisfaction": { ...survey, gradient: { satisfaction: 1 } },
    "customer goals reached": { ...survey, gradient: { adoption: 1 } },
    "referenceable accounts": {
      ...survey,
      isNoisy: false,
      luck: (c * c) / 4 / accounts,
      gradient: { relationship: toReference, satisfaction: toReference },
    },
    "account retention": {
      ...judged,
      sees: "start",
      isNoisy: false,
      luck: (12 * c * c * churn) / accounts,
      gradient: { satisfaction: c * churn * churnSlope },
    },
    "relationship quality": { ...judged, gradient: { relationship: c } },
    "customers reaching out": { ...judged, gradient: { relationship: c } },
    "adoption of co-created solutions": { ...judged, gradient: { adoption: c } },
  };
  return table[measure] ?? { ...judged, gradient: {} };
}

/** This month's sample of a measure for one seat (§9). */
export function sampleOf(team: Team, seat: Seat, slot: SeatSlot, c: number, k: number, t: number): number {
  const { world, seats } = team;
  const { now, luck, accounts } = seat;
  const { measure, noise } = slot.facts;
  const surveyed = (noise * world.surveyNoise * luck.survey[t]) / Math.sqrt(accounts.length);
  switch (measure) {
    case "account revenue":
      return now.revenue / slot.target;
    case "profitability":
      return now.marginEarned / slot.target;
    case "organic growth":
      return now.organicRevenue / slot.target;
    case "shared objectives":
      return sum(seats.map((one) => one.now.revenue)) / sum(seats.map((one) => one.cards[c].slots[k].target));
    case "customer lifetime value":
      return now.lifetimeValue / slot.target;
    case "customer satisfaction":
      return 1 + now.meanSatisfaction + surveyed;
    case "customer goals reached":
      return 1 + now.meanAdoption + surveyed;
    case "referenceable accounts":
      return 1 + world.compression * (now.referenceable - 0.5);
    case "account retention":
      return 1 + world.compression * 12 * (world.churn / 12 - now.lost / accounts.length);
  }
  return (
    1 + world.compression * (judgedPart(team, seat, measure) + noise * world.readingNoise * luck.readings[measure][t])
  );
}

/** What a judge sees without error, less what is normal. */
function judgedPart(team: Team, seat: Seat, measure: string): number {
  if (measure === "adoption of co-created solutions") return seat.now.meanAdoption;
  if (!isReading(measure)) return seat.now.meanRelationship;
  const box = reportingOf(team) < 0 ? 0 : team.world.boxTicking;
  return sum(seat.work.map(({ effort }, j) => loadOf(team, measure, j) * effort)) - 1 - box;
}
