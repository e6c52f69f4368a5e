import type { Interval } from "../../foundation/maths/summary.js";
import type { Reward } from "../../model/rewards/reward.js";
import { aboutOf, type PlanAbout, planAbout, type RunAbout } from "../../results/basis/about.js";
import { makeScenario, Scenario } from "../../scenario/scenario.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import { compile } from "../../simulation/compile.js";
import type { Run, RunHeader } from "../../simulation/data.js";
import type { Observations } from "../../simulation/observation/data.js";

import { type Standing, standing } from "../standing.js";
import type { HealthBasis, HealthCheck, HealthReading, Subject } from "./check.js";
import { healthChecks } from "./checks/index.js";

export interface HealthOptions {
  /** Rewards a run's scenario may use; the shipped ones unless given. */
  readonly rewards?: readonly Reward[] | undefined;
}

/** One check at one design. */
export interface HealthRow extends HealthReading {
  readonly design: string;
  readonly title: string;
  readonly check: string;
  readonly standing: Standing;
  readonly limits: Interval;
  /** What the trade aims at, where it is narrower than the limits. */
  readonly aim: Interval | undefined;
}

/** A check that has nothing to say of a design for want of something. */
export interface HealthGap {
  readonly design: string;
  readonly check: string;
  readonly needs: "run" | "observations";
}

/** The rules of thumb of the trade, held against every design. */
export interface Health {
  readonly about: RunAbout | PlanAbout;
  /** What was looked at. */
  readonly from: HealthBasis;
  /** The response people play; undefined where nothing was simulated. */
  readonly response: ResponseName | undefined;
  /** The checks themselves, without their code. */
  readonly checks: readonly Omit<HealthCheck, "read">[];
  /** By design, in the scenario's order, then by check; without those that do not apply. */
  readonly rows: readonly HealthRow[];
  readonly gaps: readonly HealthGap[];
}

/**
 * Holds every design against the trade's rules of thumb: shares at threshold, target and excellence, where these lie, measures and
 * weights, pay mix, leverage, whether pay follows performance, concentration. A scenario is enough for what the plan says, a run for
 * shares, observations for all. An interval that crosses a limit cannot tell. Yardsticks are left out.
 */
export function health(of: Scenario | Run | Observations, options: HealthOptions = {}): Health {
  const from: HealthBasis = of instanceof Scenario ? "scenario" : "quantities" in of ? "observations" : "run";
  const subjects = subjectsOf(of, options.rewards);
  const rows: HealthRow[] = [];
  const gaps: HealthGap[] = [];
  for (const subject of subjects) {
    for (const check of healthChecks) {
      const { name, title } = subject.plan;
      const found = check.read(subject);
      if (typeof found !== "string") rows.push(rowOf(check, found, name, title));
      else if (found !== "does not apply")
        gaps.push({ design: name, check: check.name, needs: found === "needs a run" ? "run" : "observations" });
    }
  }
  const checks = healthChecks.map(({ read: _read, ...check }) => check);
  return { about: aboutOfAny(of), from, response: responseOf(of), checks, rows, gaps };
}

const rowOf = (
  { name, limits, aim }: HealthCheck,
  reading: HealthReading,
  design: string,
  title: string,
): HealthRow => ({
  design,
  title,
  check: name,
  standing: standing(reading, limits),
  ...reading,
  limits,
  aim,
});

function aboutOfAny(of: Scenario | Run | Observations): RunAbout | PlanAbout {
  if (of instanceof Scenario) return planAbout(of);
  return "quantities" in of ? { ...aboutOf(of.run), worlds: of.worlds } : aboutOf(of);
}

const responseOf = (of: Scenario | Run | Observations): ResponseName | undefined =>
  of instanceof Scenario ? undefined : of.response;

/** The designs as checks see them; of observations those that were observed. */
function subjectsOf(of: Scenario | Run | Observations, rewards: readonly Reward[] | undefined): Subject[] {
  const header: RunHeader | undefined = of instanceof Scenario ? undefined : "quantities" in of ? of.run : of;
  const scenario = of instanceof Scenario ? of : makeScenario(header?.scenario, { name: header?.name, rewards });
  const { designs, managers, accounts, assumptions } = compile(scenario);
  const run = header !== undefined && "columns" in header ? (header as Run) : undefined;
  const observations = "quantities" in of ? of : undefined;
  return designs
    .filter(({ role }) => role === "design")
    .flatMap((plan) => {
      const design = observations?.designs.find(({ name }) => name === plan.name);
      if (observations !== undefined && design === undefined) return [];
      const seen = observations && design && { observations, design };
      const held = header?.held.find((one) => one.design === plan.name && one.response === header.response);
      const unscaled = scenario.checked.hold === undefined || header !== undefined ? 1 : undefined;
      const scale = design?.scale ?? held?.scale ?? unscaled;
      return [{ plan, managers, accounts, assumptions, scale, run, seen }];
    });
}
