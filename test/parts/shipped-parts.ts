import { parseScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";
import { below, textOf } from "./listed.js";

const kindsOf = (curve: unknown): string[] =>
  typeof curve === "object" && curve !== null && "kind" in curve ? [String(curve.kind)] : [];

/** Every object a file holds. */
function objectsOf(data: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof data !== "object" || data === null) return [];
  const inside = Object.values(data).flatMap(objectsOf);
  return Array.isArray(data) ? inside : [data as Readonly<Record<string, unknown>>, ...inside];
}

/** What the scenarios of the shop window use, by kind; the laboratory has a test of its own. */
export function shippedParts(): Readonly<Record<string, ReadonlySet<string>>> {
  const paths = below("scenarios", ".yaml").filter((path) => !path.startsWith("scenarios/laboratory"));
  const shipped = paths.map((name) => parseScenario(textOf(name), { name }));
  const plans = shipped.flatMap(({ checked }) => Object.values(checked.designs).flatMap(({ rewards }) => rewards));
  const programs = shipped.map((one) => compile(one));
  const cards = programs.flatMap(({ designs }) => designs.flatMap((design) => design.cards));
  return {
    reward: new Set(plans.map(({ reward }) => reward.kind)),
    curve: new Set(shipped.flatMap(({ file }) => objectsOf(file)).flatMap(({ curve }) => kindsOf(curve))),
    linkage: new Set(plans.flatMap(({ linkages = [] }) => linkages.map(({ linkage }) => linkage.kind))),
    measure: new Set(cards.flatMap(({ slots }) => slots.map(({ measure }) => measure.name))),
    activity: new Set(programs.flatMap(({ activities }) => activities.map(({ name }) => name))),
  };
}
