import { version } from "../../foundation/version.js";
import { payApart } from "../../scenario/payout-terms/payout-apart.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Precision, RunHeader } from "../../simulation/data.js";

/** Where a result comes from: what a source line needs. */
export interface RunAbout {
  readonly scenario: string;
  readonly title: string;
  readonly question: string;
  /** "illustrative", "calibrated" or "validated": how far the numbers of the scenario rest on data. */
  readonly status: string;
  readonly currency: string;
  readonly seed: number;
  readonly worlds: number;
  /** How worlds were drawn, where not each by itself. */
  readonly sampling?: "latin hypercube" | undefined;
  /** Worlds that share a draw of the assumptions, where more than one. */
  readonly lucksPerDraw?: number | undefined;
  readonly months: number;
  readonly managers: number;
  readonly version: string;
  /** Content hash of the scenario. */
  readonly hash: string;
  /** Whether all worlds asked for were finished. */
  readonly isComplete: boolean;
  /** Where a precision was asked for: whether the worlds allowed reached it. */
  readonly precision?: Precision | undefined;
  /** Whether designs were scaled to equal expected reward cost. */
  readonly isEqualCost: boolean;
  /** What designs were scaled to be equal in, where it is not reward cost: equal for whom. */
  readonly equalIn?: "expected pay" | "certainty equivalent" | undefined;
  /** What of the terms real people are paid by was left out, in words. */
  readonly payApart?: string | undefined;
}

/** What a scenario asks when its file does not say. */
const usualQuestion = "Which way of rewarding is worth its money?";

/** The source line of a run. */
export const aboutOf = (run: RunHeader): RunAbout => ({
  scenario: run.name,
  title: run.title,
  question: run.scenario.question ?? usualQuestion,
  status: run.status,
  currency: run.currency,
  seed: run.seed,
  worlds: run.worlds,
  months: run.months,
  managers: run.managers,
  version: run.version,
  hash: run.hash,
  isComplete: run.isComplete,
  ...(run.precision && { precision: run.precision }),
  ...(run.sampling && { sampling: run.sampling }),
  ...(run.lucksPerDraw && { lucksPerDraw: run.lucksPerDraw }),
  ...equalityOf(run),
  ...apartOf(run),
});

/** What the file asked designs to be equal in. */
function equalityOf({ scenario: { hold } }: RunHeader): Pick<RunAbout, "isEqualCost" | "equalIn"> {
  const equalIn = (["expected pay", "certainty equivalent"] as const).find((name) => hold?.[name] !== undefined);
  return equalIn === undefined ? { isEqualCost: hold !== undefined } : { isEqualCost: false, equalIn };
}

function apartOf({ scenario }: RunHeader): Pick<RunAbout, "payApart"> {
  const words = payApart(scenario.payout);
  return words === undefined ? {} : { payApart: words };
}

/** Where a result comes from that was read off the plan itself: nothing was simulated. */
export type PlanAbout = Pick<RunAbout, "scenario" | "title" | "status" | "currency" | "managers" | "version" | "hash">;

/** The source line of a scenario that was not simulated. */
export const planAbout = ({ fileName, hash, checked }: Scenario): PlanAbout => ({
  scenario: fileName,
  title: checked.title,
  status: checked.status,
  currency: checked.currency,
  managers: checked.managers,
  version,
  hash,
});
