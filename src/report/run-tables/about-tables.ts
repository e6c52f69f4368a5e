import { describeDistribution } from "../../foundation/maths/distribution.js";
import { blank, type DataTable, number, tableOf, textColumn, yesOrNo } from "../../foundation/tables/data-table.js";
import { assumptions } from "../../model/assumptions.js";
import { stepOnlyCurves } from "../../plan-checks/step-only-curves.js";
import { doubtsOf } from "../../results/basis/doubts.js";
import { describedOutcome, headlineOutcome, outcomesOfRun } from "../../results/basis/outcome-columns.js";
import { readable } from "../../results/basis/scenario-of.js";
import { reacting } from "../../results/statistics/variance-split.js";
import { compile } from "../../simulation/compile.js";
import type { Run } from "../../simulation/data.js";
import { dimensionText, outcomeUnit } from "./outcome-tables.js";

/** Designs and yardsticks by the names the other tables use. */
const designsTable = (run: Run): DataTable =>
  tableOf("designs", "Designs and yardsticks, in the run's order.", run.designs, [
    textColumn("design", "name in the scenario file", (one) => one.name),
    textColumn("title", "name as people read it", (one) => one.title),
    textColumn("role", "design, or which yardstick: no reward, flat top-up, first best", (one) => one.role),
    yesOrNo("baseline", "whether others are compared with it", (one) => one.name === run.baseline),
  ]);

/** Which level of each factor the cells of a crossed scenario have. */
const levelsTable = (run: Run): DataTable =>
  tableOf(
    "levels",
    "Level of each factor in each design of a crossed scenario; empty where nothing is crossed.",
    run.designs.flatMap(({ name, cell }) =>
      Object.entries(cell ?? {}).map(([factor, level]) => ({ design: name, factor, level })),
    ),
    [
      textColumn("design", "name of the design", (one) => one.design),
      textColumn("factor", "what is varied", (one) => one.factor),
      textColumn("level", "its level in this design", (one) => one.level),
    ],
  );

const outcomesAbout = (run: Run): DataTable => {
  const own = new Set(run.outcomes.map(({ name }) => name as string));
  const rows = outcomesOfRun(run).map(({ name }) => describedOutcome(run, name));
  const smallest = (name: string): number | undefined =>
    name === headlineOutcome ? run.smallestDifference : undefined;
  return tableOf("about_outcomes", "What is measured, those worked out from others included.", rows, [
    textColumn("outcome", "name", (one) => one.name),
    textColumn("summary", "what it is", (one) => one.summary),
    textColumn("unit", "what 1 is of", (one) => outcomeUnit(one, run.currency)),
    textColumn(
      "dimension",
      "kind of number: money, money/year, share, share/year, number …",
      (one) => one.unit.dimension,
    ),
    textColumn("per", "per what", (one) => one.per),
    textColumn("direction", "which direction is better: higher, lower or neither", (one) => one.direction),
    blank(
      textColumn("control", "outcome of mean zero that is added back in calm and steady forms", (one) => one.control),
    ),
    yesOrNo("in tables", "whether it has a column; the others are worked out from these", (one) => own.has(one.name)),
    blank(number("smallest difference", "as the outcome", "smallest worth acting on", (one) => smallest(one.name))),
  ]);
};

/** Unit of an assumption in words. */
export const assumptionUnit =
  ({ currency }: Run) =>
  (name: string): string =>
    dimensionText(dimensionOf(name), currency);

const dimensionOf = (name: string): string =>
  Object.hasOwn(assumptions, name) ? assumptions[name].unit.dimension : "number";

const assumptionsAbout = (run: Run): DataTable => {
  const scenario = readable(run);
  const ranges = scenario && compile(scenario, { seed: run.seed }).assumptions;
  const rows = [...run.draws.keys()].map((name, k) => ({
    name,
    words: run.assumptions[k],
    expected: run.expected[k],
    known: Object.hasOwn(assumptions, name) ? assumptions[name] : undefined,
    range: ranges?.[name],
  }));
  return tableOf("about_assumptions", "The assumptions of the run.", rows, [
    textColumn("assumption", "name in a scenario file, as the columns of assumptions", (one) => one.words),
    textColumn("code", "name in code and in docs/method.md", (one) => one.name),
    textColumn("unit", "what 1 is of", (one) => assumptionUnit(run)(one.name)),
    textColumn("dimension", "kind of number", (one) => dimensionOf(one.name)),
    number("expected", "as the assumption", "exact mean of its range", (one) => one.expected),
    blank(
      textColumn(
        "range",
        "what it is drawn from, in base units",
        ({ range }) => range && describeDistribution(range, String),
      ),
    ),
    textColumn("meaning", "what it is", (one) => one.known?.meaning ?? ""),
    textColumn("source", "study, or the word assumption", (one) => one.known?.source ?? ""),
  ]);
};

const responsesTable = (run: Run): DataTable =>
  tableOf("responses", "How managers may react.", run.responses, [
    textColumn("response", "name", (one) => one),
    yesOrNo("headline", "whether verdicts are under it", (one) => one === run.response),
    yesOrNo("counts", "whether people react under it: it then counts in the variance that the response makes", (one) =>
      reacting.has(one),
    ),
  ]);

/** What is said above an answer. */
const remarksTable = (run: Run): DataTable => {
  const steps = stepOnlyCurves(run);
  const rows = [
    ...doubtsOf(run).map((one) => ({ kind: "doubt", design: undefined, reward: undefined, one, luck: undefined })),
    ...steps.map(({ design, reward, places, luck }) => ({
      ...{ kind: "bare steps", design, reward, luck },
      one: `pays by steps alone, at scores of ${places.join(", ")}`,
    })),
  ];
  return tableOf("remarks", "Settings that were probably meant otherwise, and rewards that pay by steps alone.", rows, [
    textColumn("kind", "doubt, or bare steps: a reward that pays by steps alone", (row) => row.kind),
    blank(textColumn("design", "whose reward pays by steps", (row) => row.design)),
    blank(textColumn("reward", "which reward", (row) => row.reward)),
    textColumn("remark", "in words", (row) => row.one),
    blank(
      number("luck", "score", "SD of what luck moves its score by, assumptions at their medians", (row) => row.luck),
    ),
  ]);
};

interface Leaf {
  readonly place: string;
  readonly value: string;
}

/** The scenario file, a row a setting. */
const scenarioTable = (run: Run): DataTable =>
  tableOf(
    "scenario",
    "The scenario file as it was run, a row a setting.",
    [...leaves(run.scenario, "")],
    [
      textColumn("place", "where in the file", (one) => one.place),
      textColumn("value", "what is written there, as JSON", (one) => one.value),
    ],
  );

function* leaves(value: unknown, place: string): Generator<Leaf> {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) {
    yield { place, value: JSON.stringify(value) ?? "" };
    return;
  }
  for (const [key, one] of Object.entries(value))
    yield* leaves(one, Array.isArray(value) ? `${place}[${key}]` : place === "" ? key : `${place}.${key}`);
}

/** Everything about a run but its numbers. */
export const aboutTables = (run: Run): readonly DataTable[] => [
  designsTable(run),
  levelsTable(run),
  responsesTable(run),
  outcomesAbout(run),
  assumptionsAbout(run),
  remarksTable(run),
  scenarioTable(run),
];
