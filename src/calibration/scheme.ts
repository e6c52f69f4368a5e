import type { PeopleData } from "../employee-data/data.js";
import { didYouMean, refuse } from "../foundation/text/problem.js";
import { joinWords } from "../foundation/text/text.js";
import type { CardPlan } from "../model/scorecard/card.js";
import type { Scenario } from "../scenario/scenario.js";
import { compile } from "../simulation/compile.js";
import type { ScoredMeasure } from "./panel.js";

/** How people were scored in the years observed, as far as tables and model can be held against each other. */
export interface Scheme {
  readonly design: string;
  readonly scored: readonly ScoredMeasure[];
  /** Why there is nothing to compare; undefined where there is. */
  readonly why: string | undefined;
}

/**
 * The design that stands for the years observed, and what the tables call its measures: as asked, else by the same name, else by the only
 * name that ends it (`revenue` for a measure that says whose revenue). Throws a Problem for unknown designs and names.
 */
export function schemeOf(
  scenario: Scenario,
  { results }: PeopleData,
  asked: { readonly design: string | undefined; readonly measures: Readonly<Record<string, string>> | undefined },
): Scheme {
  const designs = Object.keys(scenario.checked.designs);
  const design = asked.design ?? scenario.checked.baseline;
  if (!designs.includes(design)) refuse("today", `there is no design "${design}"`, didYouMean(design, designs));
  const known = [...new Set(results.map(({ measure }) => measure))];
  const names = asked.measures ?? scenario.checked.payout?.measures ?? {};
  for (const [measure, name] of Object.entries(names))
    if (known.length > 0 && !known.includes(name))
      refuse(`measures.${measure}`, `the tables have no "${name}"`, didYouMean(name, known));
  const card = compile(scenario).designs.find((one) => one.name === design)?.cards[0];
  if (card === undefined) return { design, scored: [], why: `"${design}" scores nobody` };
  const why = hindrance(card, design);
  if (why !== undefined) return { design, scored: [], why };
  const found = card.slots.map(({ measure, weight }) => ({
    measure: measure.name,
    weight,
    name: names[measure.name] ?? nameIn(measure.name, known),
  }));
  const lacking = found.filter(({ name }) => name === undefined).map(({ measure }) => measure);
  if (lacking.length > 0) return { design, scored: [], why: `the tables have no results of ${joinWords(lacking)}` };
  return { design, scored: found as ScoredMeasure[], why: undefined };
}

function hindrance({ period, isTeam }: CardPlan, design: string): string | undefined {
  if (isTeam) return `"${design}" scores teams, the tables hold results of people`;
  if (period > 12) return `"${design}" closes less than once a year`;
  return 12 % period === 0 ? undefined : `the periods of "${design}" do not fill a year`;
}

function nameIn(measure: string, known: readonly string[]): string | undefined {
  if (known.includes(measure)) return measure;
  const ends = known.filter((name) => measure.endsWith(` ${name}`));
  return ends.length === 1 ? ends[0] : undefined;
}
