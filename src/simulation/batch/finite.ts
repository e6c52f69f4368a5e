import { quantile } from "../../foundation/maths/distribution.js";
import { ln } from "../../foundation/maths/exponential.js";
import { refuse } from "../../foundation/text/problem.js";
import { camelToWords, joinWords, significant } from "../../foundation/text/text.js";
import { formatQuantity, type Unit } from "../../foundation/values/quantity.js";
import { assumptionNames, assumptions, usualRange } from "../../model/assumptions.js";
import type { BatchInputs } from "../world/batch-inputs.js";
import { yearlyAmount } from "../world/design-columns.js";
import type { Task } from "../world/program.js";

/** Index of the first that is not a number or infinite; −1 where all are finite. */
export function firstNotFinite(values: ArrayLike<number>): number {
  // infinity less itself is not a number: one subtraction tells both
  for (let k = 0; k < values.length; k++) if (values[k] - values[k] !== 0) return k;
  return -1;
}

/** Whether all numbers in plain data are finite, however deep they stand. */
export function areFinite(data: unknown): boolean {
  if (typeof data === "number") return data - data === 0;
  if (typeof data !== "object" || data === null) return true;
  if (data instanceof Float64Array) return firstNotFinite(data) < 0;
  return ArrayBuffer.isView(data) || Object.values(data).every(areFinite);
}

const remedy = "bring it nearer to what is usual; rewardlab check says what stands far apart";

/**
 * Throws the Problem of a number that is none: whose, in which world, and what is far from usual there. `w` counts from the batch's first
 * world; undefined: in one of the batch.
 */
export function refuseNotFinite(what: string, batchInputs: BatchInputs, task: Task, w: number | undefined): never {
  const { program, first, count } = batchInputs;
  const { name } = program.designs[task.design];
  const far = farthest(batchInputs, task, w ?? 0);
  const where =
    w === undefined && count > 1 ? `one of worlds ${first} to ${first + count - 1}` : `world ${first + (w ?? 0)}`;
  return refuse(
    `designs.${name}`,
    `${what} under ${task.response} is not a finite number in ${where} of seed ${program.seed}; ${
      far.length > 0 ? `farthest from usual there: ${joinWords(far)}` : "every assumption is near its usual value there"
    }`,
    far.length > 0 ? remedy : "report it with the scenario and the seed",
  );
}

/** Settings named at most. */
const mostNamed = 3;
/** log. What is nearer to its usual value than this is not named: a factor of 3. */
const near = 1.1;

/** In words, the farthest first: amounts beside the salary they stand to, other assumptions beside their usual range. */
function farthest({ program, worlds }: BatchInputs, task: Task, w: number): string[] {
  const { currency, designs, accounts } = program;
  const salary = worlds.salary[w];
  const money = (value: number): string => formatQuantity(significant(value, 3), { dimension: "money/year" }, currency);
  const beside = `beside a salary of ${money(salary)}`;
  const { cards, fixed } = designs[task.design];
  const amount = [...cards.flatMap(({ rewards }) => rewards), ...fixed].reduce(
    (sum, plan) => sum + task.scale * yearlyAmount(plan, worlds, accounts, w),
    0,
  );
  const found: { readonly far: number; readonly text: string }[] = [];
  // rewards of a salary or more are rare whatever the trade
  if (amount > salary)
    found.push({ far: ln(amount / salary), text: `rewards of ${money(amount)} at target ${beside}` });
  for (const name of assumptionNames) {
    const one = assumptions[name];
    const { unit } = one;
    const isMoney = unit.dimension === "money/year";
    if (isMoney && name !== "accountRevenue") continue;
    const usual = usualRange(one, salary);
    const drawn = worlds[name][w];
    const far = distance(drawn, quantile(usual, 0), quantile(usual, 1));
    const words = camelToWords(name);
    found.push({
      far,
      text: isMoney ? `${words} ${money(drawn)} ${beside}` : `${words} ${written(drawn, unit)} (usually ${one.value})`,
    });
  }
  return found
    .filter(({ far }) => far > near)
    .sort((a, b) => b.far - a.far)
    .slice(0, mostNamed)
    .map(({ text }) => text);
}

const written = (value: number, unit: Unit): string => formatQuantity(significant(value, 3), unit, "");

/** log. How many times a value lies outside a range, against the range's own size where signs differ. */
function distance(value: number, low: number, high: number): number {
  if (value >= low && value <= high) return 0;
  const end = value < low ? low : high;
  if (value > 0 && end > 0) return Math.abs(ln(value / end));
  return ln(1 + Math.abs(value - end) / Math.max(high - low, 0.1 * Math.abs(end), 0.01));
}
