import { exp } from "../../../foundation/maths/exponential.js";
import { lateOf } from "./outlook-question.js";
import { at } from "./outlook-row.js";
import type { Counting, Filling, SamplePlacement } from "./sample-weights.js";

/** How luck still to come builds up to the close: sums over the months of squares of what a unit of it adds to the samples. */
interface Building {
  /** Of a shock to demand, of a lost account, of one month's orders. */
  readonly demand: number;
  readonly losses: number;
  readonly orders: number;
}

/**
 * Luck that comes in month j is in every later sample: all of it if it is permanent, else what has not faded. A lost account counts
 * `renewedLoss` of itself from the next time targets are set (only results that are seen at the start of a month know the difference).
 */
export function buildUp(
  counts: Float64Array,
  { isTaken, interval }: Pick<SamplePlacement, "isTaken" | "interval">,
  late: number,
  permanent: number,
  monthly: number,
  renewedLoss = 1,
): Building {
  let demand = 0;
  let losses = 0;
  let orders = 0;
  let same = 0;
  let renewed = 0;
  let fading = 0;
  for (let q = counts.length - 1; q >= 0; q--) {
    const count = isTaken[q] ? counts[q] : 0;
    orders += count * count;
    same += count;
    fading = count + monthly * fading;
    const j = q - 1 + late;
    if (j < 0) continue;
    if (interval[j] !== interval[q]) {
      renewed += same;
      same = 0;
    }
    const all = same + renewed;
    const shock = permanent * all + (1 - permanent) * fading;
    const loss = same + renewedLoss * renewed;
    demand += shock * shock;
    losses += loss * loss;
  }
  return { demand, losses, orders };
}

/** Variance of orders with mean 1 whose logarithm has this SD: log-normal, so exp(σ²) − 1, not σ². */
export const orderVariance = (orderLuck: number): number => exp(orderLuck * orderLuck) - 1;

/** Variance of attainment still to come. */
export function fillVariance(table: Float64Array, row: number, filling: Filling, counting: Counting): void {
  const { question, place, world, w, accounts } = filling;
  const { samples } = place;
  const { measure, noise } = question;
  if (measure.luck !== "flow" && measure.luck !== "stock") {
    const luck = (measure.isNoisy ? noise ** 2 : 1) * measure.luck(world, w, accounts);
    table[row + at.reading] = (luck * counting.rest) / samples ** 2;
    return;
  }
  const kept = 1 - world.replaced[w];
  const lossSize = measure.lossSize?.(world, w) ?? kept;
  const { demand, losses, orders } = buildUp(
    counting.counts,
    place,
    lateOf(measure),
    world.permanentShare[w],
    world.transitoryMonth[w],
    lossSize > 0 ? kept / lossSize : 1,
  );
  const account = world.accountLuck[w] ** 2;
  const own = (account + world.churn[w] * lossSize ** 2) / 12;
  const ordered = measure.luck === "flow" ? orderVariance(world.orderLuck[w]) * orders : 0;
  table[row + at.market] = ((world.marketLuck[w] ** 2 / 12) * demand) / samples ** 2;
  table[row + at.accounts] = (own * losses + (account / 12) * (demand - losses) + ordered) / samples ** 2;
}
