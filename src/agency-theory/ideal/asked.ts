import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { measures } from "../../model/measures/index.js";
import type { Measure } from "../../model/measures/measure.js";
import type { MeasureName } from "../../scenario/schema/file-types.js";
import type { Checked } from "../../scenario/schema/schema.js";
import { usualCost } from "../../scenario/schema/usual.js";
import type { Program } from "../../simulation/world/program.js";

/** Weights of measures, by measure. */
export type Weighting = Readonly<Record<string, number>>;

/** The same as it is asked for: of measures there are. */
export type AskedWeighting = Readonly<Partial<Record<MeasureName, number>>>;

/** Something that gets a rate: a measure, or several with fixed weights. */
export interface Mixture {
  readonly name: string;
  readonly weights: Weighting;
}

/** The measure of that name. Refuses unknown names with the nearest known one. */
export function measureOf(name: string): Measure {
  const known = measures.map((one) => one.name);
  return (
    measures.find((one) => one.name === name) ?? refuse("measure", `unknown measure "${name}"`, didYouMean(name, known))
  );
}

/** Measures any design of the scenario pays for, in order of appearance. */
export const designMeasures = (program: Program): string[] => [
  ...new Set(
    program.designs.flatMap(({ cards }) => cards.flatMap((card) => card.slots.map(({ measure }) => measure.name))),
  ),
];

/** What is asked for as mixtures. Refuses unknown measures, an empty list and weights that are not above zero. */
export function mixturesOf(asked: readonly string[] | Readonly<Record<string, Weighting>>): Mixture[] {
  const mixtures = isList(asked)
    ? asked.map((name) => ({ name, weights: { [name]: 1 } }))
    : Object.entries(asked).map(([name, weights]) => ({ name, weights }));
  if (mixtures.length === 0) refuse("measures", "there is none to weigh", "name at least one measure");
  for (const { name, weights } of mixtures) {
    for (const [measure, weight] of Object.entries(weights)) {
      measureOf(measure);
      if (!(weight > 0 && Number.isFinite(weight)))
        refuse(`measures.${name}`, `the weight of "${measure}" is ${weight}`, "give a weight above 0, such as 0.5");
    }
    if (Object.keys(weights).length === 0) refuse(`measures.${name}`, "it has no measures", "weigh at least one");
  }
  return mixtures;
}

const isList = (asked: readonly string[] | Readonly<Record<string, Weighting>>): asked is readonly string[] =>
  Array.isArray(asked);

/** months. The longest period of the baseline's cards; a year where it pays on no score. */
export function usualPeriod(program: Program, checked: Checked): number {
  const cards = program.designs.find((one) => one.name === checked.baseline)?.cards ?? [];
  return cards.length === 0 ? 12 : Math.max(...cards.map((card) => card.period));
}

/** EUR per KAM-year. Cost of measuring all of these. */
export const monitoringOf = (names: readonly string[], checked: Checked): number =>
  names.reduce((sum, name) => sum + (checked.measures[name]?.cost ?? usualCost(measureOf(name), checked)), 0);

/** Refuses what is not a whole number from 1 on. */
export function checkCount(what: string, value: number, example: string): void {
  if (Number.isInteger(value) && value >= 1) return;
  refuse(what, `${value} is not a whole number above 0`, `ask for ${example}`);
}
