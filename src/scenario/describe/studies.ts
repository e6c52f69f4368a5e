import { camelToWords, joinWords } from "../../foundation/text/text.js";
import { groupBy } from "../../foundation/values/groups.js";
import { assumptions } from "../../model/assumptions.js";
import { type Evidence, evidenceBase } from "../../model/evidence-base.js";
import { responses } from "../../model/responses/index.js";
import type { Response } from "../../model/responses/response.js";
import { numbersOf } from "../document/sources.js";
import { assumptionText } from "./numbers.js";
import type { ScenarioView } from "./view.js";

/** Where an assumption of this scenario comes from: what the file says, or what the model says where it keeps the default. */
function sourceOf({ checked, file }: ScenarioView, name: string): string | undefined {
  const words = camelToWords(name);
  if (checked.assumptions[words] === undefined) return assumptions[name].source;
  return numbersOf(file).find(({ path }) => path[0] === assumptions[name].section && path[1] === words)?.source;
}

const named = (scenario: ScenarioView, name: string): string =>
  `${camelToWords(name)} ${assumptionText(scenario, name)}`;

/** The ways of reacting a run shows side by side, a line each: what it rests on, and the numbers that it alone draws. */
export const responseTexts = (scenario: ScenarioView): string[] =>
  responses.filter((one) => !one.compensates).map((one) => responseText(scenario, one));

function responseText(scenario: ScenarioView, { name, title, references, draws = [] }: Response): string {
  const { response } = scenario.checked.run;
  const rests = `${name} (${title}${name === response ? "; the one asked for" : ""}): ${joinWords(references)}.`;
  if (draws.length === 0) return `${rests} No number of its own.`;
  const own = draws.map((one) => `${named(scenario, one)} (${sourceOf(scenario, one) ?? "no source"})`);
  return `${rests} It alone draws ${joinWords(own)}.`;
}

/** Every study that carries a number of this scenario or stands behind a way of reacting, a line each: who, how many, what was found, how much was read. */
export function studyTexts(scenario: ScenarioView): string[] {
  const carried = groupBy(
    Object.keys(assumptions),
    (name) => sourceOf(scenario, name),
    (name) => named(scenario, name),
  );
  const behind = new Set(responses.flatMap((one) => one.references));
  return evidenceBase
    .filter(({ id }) => (carried.has(id) || behind.has(id)) && !Object.hasOwn(scenario.checked.sources, id))
    .map((study) => studyText(study, carried.get(study.id) ?? []));
}

function studyText({ id, study, sample, effect, value, interval, read }: Evidence, carried: readonly string[]): string {
  const size = value === "" ? "no size" : `${value}${interval === "" ? ", interval not reported" : ` (${interval})`}`;
  const numbers = carried.length === 0 ? "Carries no number, only the reasoning" : `Carries ${joinWords(carried)}`;
  return `${id}: ${study}; ${sample === "" ? "sample not reported" : sample}; read: ${read}. Found ${size}: ${effect}. ${numbers}.`;
}
