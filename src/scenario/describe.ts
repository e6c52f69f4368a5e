import type { Scenario } from "./scenario.js";

/** A scenario as one page of plain language, with its gaps. */
export function describe(scenario: Scenario): string {
  return scenario.checked.title;
}
