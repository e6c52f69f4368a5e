import { Problem, refuse } from "../../foundation/text/problem.js";
import { parseQuantity, type Unit } from "../../foundation/values/quantity.js";
import { edit, type Scenario } from "../../scenario/scenario.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import type { Sampling } from "../../scenario/schema/sampling.js";
import type { ShardNumber } from "../../simulation/data.js";

/** What a person may ask of a run; everything left out stands in the scenario. */
export interface RunOptions {
  /** Worlds to draw. */
  readonly replications?: number | undefined;
  /** `"3 years"`, or a number of months. */
  readonly horizon?: string | number | undefined;
  readonly seed?: number | undefined;
  /** `"5000 EUR"`, or a number in the scenario's currency, per KAM over the horizon. */
  readonly precision?: string | number | undefined;
  /** The response of the headline: `"look-ahead"`, `"evidence"` or `"none"`. */
  readonly response?: ResponseName | undefined;
  /** How worlds are drawn: `"independent"` or `"latin hypercube"`. */
  readonly sampling?: string | undefined;
  /** Worlds on which designs are made equal, each with its mirror image; as many as the number of worlds asks for unless given. */
  readonly pilots?: number | undefined;
  /** Threads to use; as many as the run is worth unless given. Never changes a result. */
  readonly workers?: number | undefined;
  /** Only one part of the worlds, such as `"2/4"`; `mergeRuns` joins the parts. Not with a precision. */
  readonly shard?: string | undefined;
}

/** The same as words on a command line. */
export type WrittenRunOptions = { readonly [Name in keyof RunOptions]?: string | undefined };

/** What was asked, understood: the scenario with its changes, and plain numbers. */
export interface RequestedRun {
  readonly scenario: Scenario;
  readonly replications: number;
  readonly seed: number | undefined;
  /** The scenario's currency per KAM over the horizon. */
  readonly precision: number | undefined;
  readonly pilots: number | undefined;
  readonly workers: number | undefined;
  readonly shard: ShardNumber | undefined;
}

const mostWorlds = 10_000_000;
const mostPilots = 100_000;
const mostThreads = 64;
const horizonUnit: Unit = { dimension: "duration", min: 1, max: 240 };
const precisionUnit: Unit = { dimension: "money" };

/**
 * Checks everything asked and reads its units. Another horizon, response or sampling changes the scenario, which is checked again:
 * the run then says what it is a run of. Throws one Problem with every fault; `dashes` stand before names in it.
 */
export function readRunOptions(scenario: Scenario, asked: RunOptions | WrittenRunOptions, dashes = ""): RequestedRun {
  const faults: Problem["faults"][number][] = [];
  const attempt = <T>(place: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push(...error.faults.map((one) => ({ ...one, place: one.place === "" ? dashes + place : one.place })));
      return undefined;
    }
  };
  const replications = attempt("replications", () => whole(asked.replications, 1, mostWorlds, 1000));
  const seed = attempt("seed", () => whole(asked.seed, 0, Number.MAX_SAFE_INTEGER, 7));
  const pilots = attempt("pilots", () => whole(asked.pilots, 2, mostPilots, 400));
  const workers = attempt("workers", () => whole(asked.workers, 1, mostThreads, 2));
  const precision = attempt("precision", () => precisionOf(scenario, asked.precision));
  const shard = attempt("shard", () => partOf(asked));
  const changed = attempt("horizon", () => changedScenario(scenario, asked));
  if (faults.length > 0 || changed === undefined) throw new Problem(faults);
  const worlds = replications ?? changed.checked.run.worlds;
  const draws = Math.ceil(worlds / changed.checked.run.lucksPerDraw);
  if (shard !== undefined && shard.of > draws)
    refuse(`${dashes}shard`, `${worlds} worlds cannot be split into ${shard.of} parts`, `ask for at most ${draws}`);
  return { scenario: changed, replications: worlds, seed, precision, pilots, workers, shard };
}

function partOf({ shard, precision }: RunOptions | WrittenRunOptions): ShardNumber | undefined {
  if (shard === undefined) return undefined;
  const [, index, of] = (/^\s*(\d{1,7})\s*\/\s*(\d{1,7})\s*$/.exec(shard) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of)
    return refuse("", `expected a part and how many there are, got "${shard}"`, "write 2/4 for the second of four");
  if (precision !== undefined)
    refuse("", "a part does not know how precise the whole is", "ask for a number of worlds instead of a precision");
  return { index, of };
}

function whole(asked: number | string | undefined, least: number, most: number, example: number): number | undefined {
  if (asked === undefined) return undefined;
  const isDigits = typeof asked === "number" || /^\d+$/.test(asked.trim());
  const value = isDigits ? Number(asked) : Number.NaN;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  return refuse("", `expected a whole number from ${least} to ${most}, got ${quoted(asked)}`, `write ${example}`);
}

const quoted = (asked: number | string): string => (typeof asked === "number" ? String(asked) : `"${asked}"`);

function precisionOf(scenario: Scenario, asked: RunOptions["precision"]): number | undefined {
  if (asked === undefined) return undefined;
  const { currency } = scenario.checked;
  const written = typeof asked === "number" ? `${asked} ${currency}` : asked;
  const { value } = parseQuantity(written, precisionUnit, { currency });
  return value > 0 ? value : refuse("", `${written} can never be reached`, `write an amount such as 5000 ${currency}`);
}

/** The scenario with another horizon, response or sampling; itself when neither differs. */
function changedScenario(
  scenario: Scenario,
  { horizon, response, sampling }: RunOptions | WrittenRunOptions,
): Scenario {
  const { checked } = scenario;
  const months = horizon === undefined ? checked.horizon : monthsOf(horizon, checked.currency);
  const isSame =
    months === checked.horizon &&
    (response ?? checked.run.response) === checked.run.response &&
    (sampling ?? checked.run.sampling) === checked.run.sampling;
  if (isSame) return scenario;
  return edit(scenario, (file) => {
    if (months !== checked.horizon) file.horizon = `${months} months`;
    if (response !== undefined && response !== checked.run.response) file.run.response = response as ResponseName;
    if (sampling !== undefined && sampling !== checked.run.sampling) file.run.sampling = sampling as Sampling;
  });
}

function monthsOf(horizon: string | number, currency: string): number {
  const written = typeof horizon === "number" ? `${horizon} months` : horizon;
  const { value } = parseQuantity(written, horizonUnit, { currency });
  return Number.isInteger(value)
    ? value
    : refuse("", `${written} is not a whole number of months`, "write 36 months or 3 years");
}
