import { Problem } from "../../foundation/text/problem.js";
import { makeScenario, type Scenario } from "../../scenario/scenario.js";
import type { RunHeader } from "../../simulation/data.js";

/** The scenario of a run; undefined where it cannot be read here. */
export function readable({ scenario, name }: RunHeader): Scenario | undefined {
  try {
    return makeScenario(scenario, { name });
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
