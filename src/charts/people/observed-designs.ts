import { didYouMean, refuse } from "../../foundation/text/problem.js";
import type { Observations, ObservedDesign } from "../../simulation/observation/data.js";
import { designLabels } from "../definition/shown.js";

/** A design of observations and what a chart calls it. */
export interface ShownDesign {
  readonly design: ObservedDesign;
  readonly label: string;
}

/**
 * Observed designs by name, in the run's order; the scenario's own for which something can be shown unless named. Refuses names that
 * were not observed, and observations that have nothing to show.
 */
export function observedDesigns(
  { designs }: Observations,
  asked: readonly string[] | undefined,
  isUsable: (design: ObservedDesign) => boolean,
  lacking: string,
): ShownDesign[] {
  const names = designs.map(({ name }) => name);
  for (const name of asked ?? []) {
    if (!names.includes(name)) refuse("designs", `"${name}" was not observed`, didYouMean(name, names));
  }
  const found = designs
    .filter(({ name, role }) => asked?.includes(name) ?? role === "design")
    .filter((design) => isUsable(design));
  if (found.length === 0) refuse("designs", lacking, "ask for others, or observe more");
  const labels = designLabels(found.map(({ name, title }) => ({ design: name, title })));
  return found.map((design, k) => ({ design, label: labels[k] }));
}
