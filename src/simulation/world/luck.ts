import { exp } from "../../foundation/maths/exponential.js";
import { numberOfName } from "../../foundation/maths/name-number.js";
import { type Fill, independentDraws } from "../../foundation/maths/strata.js";
import { breakingPoint } from "../../model/accounts/churn.js";
import { rapportLuck } from "../../model/accounts/relationship.js";
import { hiresWithin, type RandomDraws } from "../../model/frame/draws.js";
import { partingPoint } from "../../model/people/staying.js";
import { mirror, recordDemand } from "./demand-luck.js";
import type { Program } from "./program.js";
import { streams } from "./streams.js";
import type { Worlds } from "./worlds.js";

/**
 * Records the luck of a batch once. Every draw is addressed by (seed, stream, world, manager, account or measure, month),
 * never by design, so designs share it and neither batch size nor horizon moves a draw.
 */
export function drawRandom(
  program: Program,
  first: number,
  count: number,
  worlds: Worlds,
  isMirrored = false,
): RandomDraws {
  const { seed, months, managers, accounts, draws = independentDraws } = program;
  const { normals, uniforms } = draws;
  const lanes = count * managers;
  const plane = (stream: number, fill: Fill, item = 0, length = months): Float32Array => {
    const out = new Float32Array(length * lanes);
    for (let seat = 0; seat < managers; seat++) {
      for (let w = 0; w < count; w++)
        fill(out, w * managers + seat, lanes, length, seed, stream, first + w, seat, item);
    }
    return isMirrored ? mirror(out, fill === normals) : out;
  };
  const accountPlane = (stream: number, fill: Fill, length = months): Float32Array => {
    const out = new Float32Array(length * accounts * lanes);
    for (let k = 0; k < accounts; k++) {
      for (let seat = 0; seat < managers; seat++) {
        const from = k * lanes + seat;
        for (let w = 0; w < count; w++)
          fill(out, from + w * managers, accounts * lanes, length, seed, stream, first + w, seat, k);
      }
    }
    return isMirrored ? mirror(out, fill === normals) : out;
  };
  const hires = hiresWithin(months);
  const background = plane(streams.background, uniforms, 0, hires);
  forLanes(background, lanes, managers, (u, w) => (u < worlds.exSales[w] ? 1 : 0));
  const parting = plane(streams.leaving, uniforms);
  forLanes(parting, lanes, managers, (u, w) => partingPoint(u, worlds.quits[w], worlds.quitSlope[w]));
  return {
    lanes,
    accounts,
    months,
    ...recordDemand(program, first, count, worlds, accountPlane(streams.accountSize, normals), isMirrored),
    orders: forLanes(accountPlane(streams.orders, normals), lanes, managers, (z, w) =>
      exp(worlds.orderLuck[w] * z - 0.5 * worlds.orderLuck[w] ** 2),
    ),
    breaking: forLanes(accountPlane(streams.churn, uniforms), lanes, managers, (u, w) =>
      breakingPoint(u, worlds.churn[w], worlds.churnSlope[w]),
    ),
    rapport: forLanes(accountPlane(streams.relationship, normals), lanes, managers, (z) => rapportLuck * z),
    survey: plane(streams.survey, normals),
    rater: plane(streams.rater, normals),
    parting,
    readings: Object.fromEntries(
      readMonthly(program).map((name) => [name, plane(streams.reading, normals, numberOfName(name))]),
    ),
    talent: plane(streams.talent, normals, 0, hires),
    background,
    startSize: forLanes(accountPlane(streams.startSize, normals, 1), lanes, managers, (z, w) => {
      const spread = worlds.accountSpread[w];
      return worlds.accountRevenue[w] * exp(spread * z - 0.5 * spread * spread);
    }),
  };
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
