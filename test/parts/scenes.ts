import { type ActivityNumbers, activityNumbers } from "../../src/model/activities/activity.js";
import { activities, defaultActivities } from "../../src/model/activities/index.js";
import { hiresWithin, type RandomDraws } from "../../src/model/frame/draws.js";
import {
  accountColumns,
  activityColumns,
  allocateLanes,
  type Lanes,
  laneColumns,
} from "../../src/model/frame/lanes.js";
import type { PlainNumbers } from "../../src/model/frame/part.js";
import type { FormulaResult, SeatMonth, StepExample } from "../../src/model/frame/step.js";
import { measures } from "../../src/model/measures/index.js";
import { between, centralWorld, columnsOf, type Draw, randomWorld } from "./worlds.js";

/** Every activity there is: for measures that read the optional ones. */
export const everything: readonly ActivityNumbers[] = activities.map((one) => activityNumbers(one));

export const defaults: readonly ActivityNumbers[] = defaultActivities.map((name) =>
  activityNumbers(activities.find((one) => one.name === name)!),
);

/** A batch caught in one month: everything a kernel reads. */
export interface Scene {
  readonly lanes: Lanes;
  readonly world: Readonly<Record<string, Float64Array>>;
  readonly randomDraws: RandomDraws;
  readonly month: number;
  readonly activities: readonly ActivityNumbers[];
}

type Columns = Record<string, Float64Array>;
export const columnsIn = (lanes: Lanes): Columns => lanes as unknown as Columns;

const laneRest: PlainNumbers = { theta: 1, motive: 1, freshness: 1, tenure: 60, hires: 1 };
const accountRest: PlainNumbers = { size: 1, satisfaction: 1, relationship: 1, adoption: 1, organic: 1 };
const activityRest = ({ normal }: ActivityNumbers): PlainNumbers => ({
  natural: normal,
  effort: normal,
  real: normal,
  usual: 1,
  genuine: 1,
  slope: 1,
});
const accountLuckRest: PlainNumbers = {
  growth: 0,
  transitory: 0,
  orders: 1,
  breaking: Number.NEGATIVE_INFINITY,
  rapport: 0,
};
const laneLuckRest: PlainNumbers = { survey: 0, rater: 0, parting: Number.NEGATIVE_INFINITY, talent: 0, background: 0 };

export function emptyTape(lanes: number, accounts: number, months: number): RandomDraws {
  const monthly = (times = 1) => new Float32Array(months * times * lanes);
  return {
    lanes,
    accounts,
    months,
    growth: monthly(accounts),
    transitory: monthly(accounts),
    orders: monthly(accounts).fill(1),
    breaking: monthly(accounts).fill(Number.NEGATIVE_INFINITY),
    rapport: monthly(accounts),
    survey: monthly(),
    rater: monthly(),
    parting: monthly().fill(Number.NEGATIVE_INFINITY),
    readings: Object.fromEntries(measures.map(({ name }) => [name, monthly()])),
    talent: new Float32Array(hiresWithin(months) * lanes),
    background: new Float32Array(hiresWithin(months) * lanes),
    startSize: new Float32Array(accounts * lanes).fill(1),
  };
}

/** One seat with one account, everything at rest but what is named. */
export function restingScene(
  named: Omit<StepExample, "why" | "gives"> = {},
  chosen: readonly ActivityNumbers[] = defaults,
): Scene {
  const lanes = allocateLanes({
    worlds: 1,
    managers: 1,
    lanes: 1,
    accounts: 1,
    activities: chosen.length,
    months: 12,
  });
  const columns = columnsIn(lanes);
  const put = (values: PlainNumbers, at = 0) => {
    for (const [name, value] of Object.entries(values)) columns[name][at] = value;
  };
  put({ ...laneRest, ...named.lane });
  put({ ...accountRest, ...named.account });
  chosen.forEach((one, j) => {
    put({ ...activityRest(one), ...named.activity?.[one.name] }, j);
  });
  const randomDraws = emptyTape(1, 1, 12);
  const luck: PlainNumbers = { ...accountLuckRest, ...laneLuckRest, ...named.luck };
  for (const [name, value] of Object.entries(luck))
    (randomDraws as unknown as Record<string, Float32Array>)[name].fill(value);
  return { lanes, world: columnsOf([centralWorld(named.world)]), randomDraws, month: 0, activities: chosen };
}

/** Values a column may take where its unit alone does not say. */
const ranges: Readonly<Record<string, (draw: Draw) => number>> = {
  vacancy: (draw) => (draw() < 0.6 ? 0 : draw() < 0.5 ? 1 : between(draw, 0.1, 3)),
  left: (draw) => (draw() < 0.7 ? 0 : 1),
  hires: (draw) => 1 + Math.floor(4 * draw()),
  tenure: (draw) => Math.floor(80 * draw()),
  exSales: (draw) => (draw() < 0.5 ? 0 : 1),
  organic: (draw) => (draw() < 0.5 ? 0 : 1),
  push: (draw) => between(draw, -0.3, 0.6),
  theta: (draw) => between(draw, 0.4, 1.6),
  motive: (draw) => between(draw, 0.8, 1.2),
  flow: (draw) => between(draw, 50_000, 900_000),
  size: (draw) => between(draw, 1e5, 4e6),
  relationshipGain: (draw) => between(draw, -0.4, 0.6),
  adoptionGain: (draw) => between(draw, -0.4, 0.6),
  pulled: (draw) => between(draw, -0.05, 0.4),
  usual: (draw) => (draw() < 0.1 ? between(draw, 0, 0.05) : between(draw, 0.05, 3)),
  effortCost: (draw) => between(draw, 0, 1_500),
  gain: (draw) => (draw() < 0.1 ? 0 : between(draw, -4_000, 12_000)),
  payVariance: (draw) => between(draw, 0, 4e8),
};

/** By the unit a column's description starts with. */
const unitRanges: readonly (readonly [RegExp, (draw: Draw) => number])[] = [
  [/^EUR\/month/, (draw) => between(draw, 0, 200_000)],
  [/^EUR/, (draw) => between(draw, 0, 120_000)],
  [/^index/, (draw) => between(draw, 0.5, 1.6)],
  [/^share/, (draw) => between(draw, 0, 1)],
  [/^log/, (draw) => between(draw, -0.6, 0.6)],
  [/^count|^months/, (draw) => Math.floor(5 * draw())],
  [/^FTE/, (draw) => (draw() < 0.1 ? 0 : between(draw, 0, 0.5))],
];

function sampleOf(name: string, description: string, draw: Draw): number {
  const sample = ranges[name] ?? unitRanges.find(([unit]) => unit.test(description))?.[1];
  if (sample === undefined) throw new Error(`column ${name} has no range: its description names no known unit`);
  return sample(draw);
}

/** Three worlds of two managers with two accounts each, every column and all luck random. */
export function randomScene(draw: Draw, chosen: readonly ActivityNumbers[] = defaults): Scene {
  const lanes = allocateLanes({
    worlds: 3,
    managers: 2,
    lanes: 6,
    accounts: 2,
    activities: chosen.length,
    months: 6,
  });
  const columns = columnsIn(lanes);
  for (const [name, description] of Object.entries({ ...laneColumns, ...accountColumns, ...activityColumns })) {
    for (let at = 0; at < columns[name].length; at++) columns[name][at] = sampleOf(name, description, draw);
  }
  const randomDraws = emptyTape(lanes.lanes, lanes.accounts, lanes.months);
  const fill = (column: Float32Array, sample: () => number) => {
    for (let at = 0; at < column.length; at++) column[at] = sample();
  };
  const wave = () => between(draw, -2.5, 2.5);
  fill(randomDraws.growth, () => between(draw, -0.2, 0.2));
  fill(randomDraws.transitory, () => between(draw, -0.2, 0.2));
  fill(randomDraws.orders, () => between(draw, 0.6, 1.5));
  fill(randomDraws.breaking, () => (draw() < 0.2 ? Number.NEGATIVE_INFINITY : between(draw, 0.3, 1.2)));
  fill(randomDraws.rapport, () => between(draw, -0.1, 0.1));
  fill(randomDraws.parting, () => (draw() < 0.2 ? Number.NEGATIVE_INFINITY : between(draw, 0.2, 3)));
  fill(randomDraws.background, () => (draw() < 0.5 ? 0 : 1));
  for (const column of [
    randomDraws.survey,
    randomDraws.rater,
    randomDraws.talent,
    ...Object.values(randomDraws.readings),
  ])
    fill(column, wave);
  const world = columnsOf(Array.from({ length: lanes.worlds }, () => randomWorld(draw)));
  return { lanes, world, randomDraws, month: Math.floor(lanes.months * draw()), activities: chosen };
}

const viewAt = (names: object, columns: Columns, at: number): PlainNumbers =>
  Object.fromEntries(Object.keys(names).map((name) => [name, columns[name][at]]));

/** One lane of a scene as plain numbers. */
export function momentOf({ lanes, world, randomDraws, month, activities: settings }: Scene, i: number): SeatMonth {
  const columns = columnsIn(lanes);
  const { lanes: count, accounts } = lanes;
  const each = <Item>(length: number, item: (k: number) => Item) => Array.from({ length }, (_, k) => item(k));
  const hire = lanes.hires[i] * count + i;
  return {
    lane: viewAt(laneColumns, columns, i),
    accounts: each(accounts, (k) => viewAt(accountColumns, columns, k * count + i)),
    activities: each(settings.length, (j) => viewAt(activityColumns, columns, j * count + i)),
    world: Object.fromEntries(Object.entries(world).map(([name, column]) => [name, column[lanes.world[i]]])),
    luck: {
      lane: {
        survey: randomDraws.survey[month * count + i],
        rater: randomDraws.rater[month * count + i],
        parting: randomDraws.parting[month * count + i],
        talent: randomDraws.talent[hire],
        background: randomDraws.background[hire],
      },
      accounts: each(accounts, (k) => {
        const at = (month * accounts + k) * count + i;
        return {
          growth: randomDraws.growth[at],
          transitory: randomDraws.transitory[at],
          orders: randomDraws.orders[at],
          breaking: randomDraws.breaking[at],
          rapport: randomDraws.rapport[at],
        };
      }),
    },
    settings,
  };
}

/** A copy of the state, so that before and after can be compared. */
export function copyOf(lanes: Lanes): Lanes {
  const copy = allocateLanes(lanes);
  const [from, to] = [columnsIn(lanes), columnsIn(copy)];
  for (const name of Object.keys({ ...laneColumns, ...accountColumns, ...activityColumns })) to[name].set(from[name]);
  return copy;
}

/** The moment after a change: names left out stay as they were. */
export const changed = (moment: SeatMonth, change: FormulaResult): SeatMonth => ({
  ...moment,
  lane: { ...moment.lane, ...change.lane },
  accounts: moment.accounts.map((one, k) => ({ ...one, ...change.accounts?.[k] })),
  activities: moment.activities.map((one, j) => ({ ...one, ...change.activities?.[j] })),
});
