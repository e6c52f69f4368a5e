import { isRange, lowHigh } from "../../foundation/maths/distribution.js";
import { hashText } from "../../foundation/maths/random.js";
import { type Estimate, estimate } from "../../foundation/maths/summary.js";
import { camelToWords, significant } from "../../foundation/text/text.js";
import { formatQuantity } from "../../foundation/values/quantity.js";
import { assumptions } from "../../model/assumptions.js";
import { edit, type Scenario } from "../../scenario/scenario.js";
import { compile } from "../../simulation/compile.js";
import { type SimulationOptions, simulate } from "../../simulation/simulate.js";
import { controlVariate } from "../basis/control-variate.js";
import { regressionAdjuster } from "../basis/regression-adjustment.js";
import { intervalPlace } from "../statistics/interval-place.js";

/** A difference that is watched while assumptions move: design less against, in an outcome. */
export interface WatchedDifference {
  readonly name: string;
  readonly design: string;
  readonly against: string;
  readonly outcome: string;
}

/** How one assumption moves the watched differences: at its 5th and 95th percentile, the others drawn as ever. */
export interface OneAtATimeRow {
  readonly assumption: string;
  readonly meaning: string;
  /** The ends of its range, to three digits. */
  readonly low: string;
  readonly high: string;
  readonly effects: readonly { readonly low: Estimate; readonly high: Estimate; readonly flips: boolean }[];
}

export interface OneAtATime {
  readonly title: string;
  readonly hash: string;
  readonly seed: number;
  readonly worlds: number;
  readonly contrasts: readonly WatchedDifference[];
  readonly base: readonly Estimate[];
  readonly rows: readonly OneAtATimeRow[];
}

/**
 * Simulates the scenario with each uncertain assumption fixed at its 5th and at its 95th percentile, designs held equal
 * anew each time. A flip is a difference whose sign is certain (95 %) at both ends and opposite, or opposite to the base.
 */
export async function oneAtATime(
  scenario: Scenario,
  contrasts: readonly WatchedDifference[],
  options: SimulationOptions & {
    readonly onRow?: (done: number, total: number) => void;
    /** How scenarios are simulated; in this thread unless given. */
    readonly by?: typeof simulate;
  } = {},
): Promise<OneAtATime> {
  const program = compile(scenario, { seed: options.seed });
  const uncertain = Object.entries(program.assumptions).filter(([, one]) => isRange(one));
  const watch = async (one: Scenario): Promise<Estimate[]> => {
    const run = await (options.by ?? simulate)(one, options);
    const adjust = regressionAdjuster(run);
    return contrasts.map(({ design, against, outcome }) => {
      const other = controlVariate(run, against, outcome);
      return estimate(adjust(controlVariate(run, design, outcome).map((value, w) => value - other[w])));
    });
  };
  const base = await watch(scenario);
  const rows: OneAtATimeRow[] = [];
  for (const [name, distribution] of uncertain) {
    const { unit, meaning, section } = assumptions[name];
    const ends = lowHigh(distribution);
    const { currency } = scenario.checked;
    const [low, high] = [ends.low, ends.high].map((value) => formatQuantity(value, unit, currency));
    const shown = (value: number): string => formatQuantity(significant(value, 3), unit, currency);
    const at = (value: string) =>
      watch(
        edit(scenario, (file) => {
          const place = file as unknown as Record<string, Record<string, unknown>>;
          place[section] = { ...place[section], [camelToWords(name)]: value };
        }),
      );
    const [below, above] = [await at(low), await at(high)];
    rows.push({
      assumption: camelToWords(name),
      meaning,
      low: shown(ends.low),
      high: shown(ends.high),
      effects: contrasts.map((_, c) => ({ low: below[c], high: above[c], flips: isFlip(base[c], below[c], above[c]) })),
    });
    options.onRow?.(rows.length, uncertain.length);
  }
  const { checked } = scenario;
  const hash = worldHash(scenario);
  const worlds = options.replications ?? checked.run.worlds;
  return { title: checked.title, hash, seed: program.seed, worlds, contrasts, base, rows };
}

/** Content hash of a scenario without its run settings and hypotheses: what a table of assumptions depends on. */
export const worldHash = ({ file }: Scenario): string =>
  hashText(JSON.stringify({ ...file, run: undefined, hypotheses: undefined }));

const signOf = (difference: Estimate): number =>
  ({ above: 1, below: -1, within: 0, across: 0 })[intervalPlace(difference)];

/** Whether the sign at one end is certain and opposite to what the base or the other end says. */
function isFlip(base: Estimate, low: Estimate, high: Estimate): boolean {
  const signs = [signOf(base), signOf(low), signOf(high)];
  return signs.includes(1) && signs.includes(-1);
}
