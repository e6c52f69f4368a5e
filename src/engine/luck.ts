import { fillNormals, fillUniforms } from "../foundation/random.js";
import { breakingPoint } from "../model/accounts/churn.js";
import { rapportLuck } from "../model/accounts/relationship.js";
import { partingPoint } from "../model/people/staying.js";
import { hiresWithin, type Tape } from "../model/tape.js";
import type { Program } from "./program.js";
import { numberOf, streams } from "./streams.js";
import type { Worlds } from "./worlds.js";

type Fill = typeof fillNormals;

/**
 * Records the luck of a batch once. Every draw is addressed by (seed, stream, world, manager, account or measure, month),
 * never by design, so designs share it and neither batch size nor horizon moves a draw.
 */
export function recordTape(program: Program, first: number, count: number, worlds: Worlds, isMirrored = false): Tape {
  const { seed, months, managers, accounts } = program;
  const lanes = count * managers;
  const plane = (stream: number, fill: Fill, item = 0, length = months): Float32Array => {
    const out = new Float32Array(length * lanes);
    for (let i = 0; i < lanes; i++) {
      fill(out, i, lanes, length, seed, stream, first + Math.floor(i / managers), i % managers, item);
    }
    return isMirrored ? mirror(out, fill) : out;
  };
  const accountPlane = (stream: number, fill: Fill, length = months): Float32Array => {
    const out = new Float32Array(length * accounts * lanes);
    for (let k = 0; k < accounts; k++) {
      for (let i = 0; i < lanes; i++) {
        const world = first + Math.floor(i / managers);
        fill(out, k * lanes + i, accounts * lanes, length, seed, stream, world, i % managers, k);
      }
    }
    return isMirrored ? mirror(out, fill) : out;
  };
  const hires = hiresWithin(months);
  const background = plane(streams.background, fillUniforms, 0, hires);
  forLanes(background, lanes, managers, (u, w) => (u < worlds.exSales[w] ? 1 : 0));
  const parting = plane(streams.leaving, fillUniforms);
  forLanes(parting, lanes, managers, (u, w) => partingPoint(u, worlds.quits[w], worlds.quitSlope[w]));
  return {
    lanes,
    accounts,
    months,
    growth: recordGrowth(program, first, count, worlds, accountPlane(streams.accountSize, fillNormals), isMirrored),
    orders: forLanes(accountPlane(streams.orders, fillNormals), lanes, managers, (z, w) =>
      Math.exp(worlds.orderLuck[w] * z - 0.5 * worlds.orderLuck[w] ** 2),
    ),
    breaking: forLanes(accountPlane(streams.churn, fillUniforms), lanes, managers, (u, w) =>
      breakingPoint(u, worlds.churn[w], worlds.churnSlope[w]),
    ),
    rapport: forLanes(accountPlane(streams.relationship, fillNormals), lanes, managers, (z) => rapportLuck * z),
    survey: plane(streams.survey, fillNormals),
    rater: plane(streams.rater, fillNormals),
    parting,
    readings: Object.fromEntries(
      readMonthly(program).map((name) => [name, plane(streams.reading, fillNormals, numberOf(name))]),
    ),
    talent: plane(streams.talent, fillNormals, 0, hires),
    background,
    startSize: forLanes(accountPlane(streams.startSize, fillNormals, 1), lanes, managers, (z, w) => {
      const spread = worlds.accountSpread[w];
      return worlds.accountRevenue[w] * Math.exp(spread * z - 0.5 * spread * spread);
    }),
  };
}

/** The opposite luck: normals change sign, uniforms are counted from the other end. */
function mirror(plane: Float32Array, fill: Fill): Float32Array {
  for (let k = 0; k < plane.length; k++) plane[k] = fill === fillNormals ? -plane[k] : 1 - plane[k];
  return plane;
}

/** Replaces every draw by what it means in its world; the last dimension is the lane. */
function forLanes(
  plane: Float32Array,
  lanes: number,
  managers: number,
  law: (draw: number, w: number) => number,
): Float32Array {
  for (let from = 0; from < plane.length; from += lanes) {
    for (let i = 0; i < lanes; i++) plane[from + i] = law(plane[from + i], Math.floor(i / managers));
  }
  return plane;
}

/** log/month. Trend, the market's luck and the account's; minus half the variance, so that luck has mean one. */
function recordGrowth(
  program: Program,
  first: number,
  count: number,
  worlds: Worlds,
  own: Float32Array,
  isMirrored: boolean,
): Float32Array {
  const { seed, months, managers, accounts } = program;
  const lanes = count * managers;
  const market = new Float32Array(months * count);
  for (let w = 0; w < count; w++) fillNormals(market, w, count, months, seed, streams.market, first + w, 0, 0);
  if (isMirrored) mirror(market, fillNormals);
  const root = Math.sqrt(12);
  for (let month = 0; month < months; month++) {
    for (let k = 0; k < accounts; k++) {
      const from = (month * accounts + k) * lanes;
      for (let i = 0; i < lanes; i++) {
        const w = Math.floor(i / managers);
        const sigmaM = worlds.marketLuck[w];
        const sigmaA = worlds.accountLuck[w];
        const trend = (worlds.drift[w] - 0.5 * (sigmaM * sigmaM + sigmaA * sigmaA)) / 12;
        own[from + i] = trend + (sigmaM * market[month * count + w] + sigmaA * own[from + i]) / root;
      }
    }
  }
  return own;
}

/** Measures of the program's designs that are read every month with noise. */
function readMonthly(program: Program): string[] {
  const names = new Set<string>();
  for (const design of program.designs) {
    for (const card of design.cards) {
      for (const { measure } of card.slots) if (measure.judged) names.add(measure.name);
    }
  }
  return [...names].sort();
}
