import { independentDraws } from "../../foundation/maths/strata.js";
import { leftOfShock } from "../../model/accounts/growth.js";
import type { RandomDraws } from "../../model/frame/draws.js";
import type { Program } from "./program.js";
import { streams } from "./streams.js";
import type { Worlds } from "./worlds.js";

/** The opposite luck: normals change sign, uniforms are counted from the other end. */
export function mirror(plane: Float32Array, isNormal: boolean): Float32Array {
  for (let k = 0; k < plane.length; k++) plane[k] = isNormal ? -plane[k] : 1 - plane[k];
  return plane;
}

/**
 * log/month. Trend, the market's luck and the account's, and what fades of earlier luck; minus half the variance that is added, so
 * that luck has mean one. Of a shock the share `permanentShare` lasts. `own` holds the accounts' normals and becomes the growth.
 */
export function recordDemand(
  program: Program,
  first: number,
  count: number,
  worlds: Worlds,
  own: Float32Array,
  isMirrored: boolean,
): Pick<RandomDraws, "growth" | "transitory"> {
  const { seed, months, managers, accounts, draws = independentDraws } = program;
  const lanes = count * managers;
  const market = new Float32Array(months * count);
  for (let w = 0; w < count; w++) draws.normals(market, w, count, months, seed, streams.market, first + w, 0, 0);
  if (isMirrored) mirror(market, true);
  const fades = worlds.permanentShare.some((share) => share < 1);
  const transitory = new Float32Array(fades ? own.length : 0);
  const state = new Float64Array(fades ? accounts * lanes : 0);
  const shocks = Array.from({ length: count }, (_, w) => shockOf(worlds, w));
  for (let month = 0; month < months; month++) {
    for (const shock of shocks) step(shock, month);
    for (let k = 0; k < accounts; k++) {
      const from = (month * accounts + k) * lanes;
      for (let i = 0; i < lanes; i++) {
        const shock = shocks[Math.floor(i / managers)];
        const common = market[month * count + Math.floor(i / managers)];
        const luck = (shock.market * common + shock.account * own[from + i]) / root;
        own[from + i] = shock.trend + luck;
        if (!fades) continue;
        const at = k * lanes + i;
        own[from + i] = shock.trend + luck - (1 - shock.monthly) * state[at];
        state[at] = shock.monthly * state[at] + (1 - shock.permanent) * luck;
        transitory[from + i] = state[at] - shock.centre;
      }
    }
  }
  return { growth: own, transitory };
}

const root = Math.sqrt(12);

/** How demand moves in one world, month by month. */
interface Shock {
  readonly market: number;
  readonly account: number;
  readonly permanent: number;
  /** share. What a month leaves of the transitory part. */
  readonly monthly: number;
  readonly drift: number;
  /** share. What is left of the transitory part of a shock as old as the horizon has gone on. */
  kept: number;
  /** log/month. What demand grows by without luck, so that luck has mean one. */
  trend: number;
  /** log. By how much the transitory part is lower on average, so that it has mean one too. */
  centre: number;
}

const shockOf = (worlds: Worlds, w: number): Shock => ({
  market: worlds.marketLuck[w],
  account: worlds.accountLuck[w],
  permanent: worlds.permanentShare[w],
  monthly: worlds.transitoryMonth[w],
  drift: worlds.drift[w],
  kept: 0,
  trend: 0,
  centre: 0,
});

/** One month on: the oldest shock still counts for what is left of it, and half its square is taken off. */
function step(shock: Shock, month: number): void {
  const { market, account, permanent, drift, monthly } = shock;
  shock.kept = month === 0 ? 1 : shock.kept * monthly;
  const variance = market * market + account * account;
  const left = leftOfShock(permanent, shock.kept);
  shock.trend = (drift - 0.5 * variance * (left * left)) / 12;
  shock.centre += (0.5 * variance * (left * left - permanent * permanent)) / 12;
}
