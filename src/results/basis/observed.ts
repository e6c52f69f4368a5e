import { didYouMean, refuse } from "../../foundation/text/problem.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import type { Observations, ObservedDesign } from "../../simulation/observation/data.js";
import { aboutOf, type RunAbout } from "./about.js";

/** Which design of the observations; the run's baseline unless given. */
export interface OfDesign<Design extends string = string> {
  readonly design?: Design | undefined;
}

/** What everything read off observations says about itself. */
export interface ObservedAbout {
  /** The source line; `worlds` are those observed. */
  readonly about: RunAbout;
  readonly design: string;
  readonly title: string;
  /** The response whose columns of the run this belongs to. */
  readonly response: ResponseName;
}

/** The design that was asked for. Refuses names that were not observed with the nearest that was. */
export function observedDesign(observations: Observations, name: string = observations.run.baseline): ObservedDesign {
  const names = observations.designs.map((one) => one.name);
  return (
    observations.designs.find((one) => one.name === name) ??
    refuse("design", `"${name}" was not observed`, didYouMean(name, names))
  );
}

export const observedAbout = (observations: Observations, { name, title }: ObservedDesign): ObservedAbout => ({
  about: { ...aboutOf(observations.run), worlds: observations.worlds },
  design: name,
  title,
  response: observations.response,
});
