import type { DataCell, DataColumn, DataTable } from "../../foundation/tables/data-table.js";
import { lucksOf, perValue } from "../../results/basis/between-worlds.js";
import { type OutcomeColumn, outcomeColumn } from "../../results/basis/outcome-columns.js";
import type { Run, RunOutcome } from "../../simulation/data.js";
import { column } from "../../simulation/run.js";

/** What one unit of an outcome is: `EUR per KAM over the horizon`, `share of accounts`. */
export function outcomeUnit({ unit, per }: Pick<RunOutcome, "unit" | "per">, currency: string): string {
  if (unit.dimension.startsWith("money")) return `${currency} ${per}`;
  return unit.dimension.startsWith("share") && !per.includes("share") ? `share ${per}` : per;
}

/** What one unit of an assumption is: `EUR/year`, `share/month`, `months`, `number`. */
export const dimensionText = (dimension: string, currency: string): string =>
  dimension === "duration" ? "months" : dimension.replace("money", currency);

/** Numbers of the run's worlds, which do not begin at 0 in later parts of a run. */
export function worldsOf(run: Run): Int32Array {
  const first = run.shard?.first ?? 0;
  return Int32Array.from({ length: run.worlds }, (_, w) => first + w);
}

const worldColumn: DataColumn = { name: "world", type: "whole", meaning: "number of the world, from 0" };

const keys: readonly DataColumn[] = [
  { name: "response", type: "text", meaning: "how managers react" },
  { name: "design", type: "text", meaning: "name of the design in the scenario file" },
  { name: "role", type: "text", meaning: "design, or which yardstick" },
  worldColumn,
];

/** The outcomes of a run in one of their forms: one row per response × design × world, outcomes across. */
function outcomesIn(
  run: Run,
  name: string,
  summary: string,
  of: (design: string, outcome: string, response: string) => ArrayLike<DataCell>,
): DataTable {
  const columns = run.outcomes.map(
    (one): DataColumn => ({
      name: one.name,
      type: "number",
      unit: outcomeUnit(one, run.currency),
      meaning: one.summary,
    }),
  );
  const fill = (word: string): readonly string[] => Array<string>(run.worlds).fill(word);
  return {
    name,
    summary,
    columns: [...keys, ...columns],
    rows: run.responses.length * run.designs.length * run.worlds,
    *pieces() {
      const worlds = worldsOf(run);
      for (const response of run.responses)
        for (const { name: design, role } of run.designs)
          yield [
            ...[response, design, role].map(fill),
            worlds,
            ...run.outcomes.map((one) => of(design, one.name, response)),
          ];
    },
  };
}

/** Outcomes as they happened at the plans that were run. */
export const outcomesTable = (run: Run): DataTable =>
  outcomesIn(
    run,
    "outcomes",
    "Outcomes as they happened in each world, at the plans that were run.",
    (design, outcome, response) => column(run, design, outcome, response),
  );

const formOf =
  (run: Run, form: "values" | "calm" | "steady") =>
  (design: string, outcome: string, response: string): Float64Array =>
    (outcomeColumn(run, design, outcome, response) as OutcomeColumn)[form];

/** The forms outcomes take on the way to a result. */
export const outcomeForms = (run: Run): readonly DataTable[] => [
  outcomesTable(run),
  outcomesIn(
    run,
    "outcomes_equal",
    "The same moved to where designs are equal, all worlds of a design alike: what quantiles are of.",
    formOf(run, "values"),
  ),
  outcomesIn(
    run,
    "outcomes_calm",
    "Those with bad luck added back: of what is expected under a draw of the assumptions; shares of draws are made from them.",
    formOf(run, "calm"),
  ),
  outcomesIn(
    run,
    "outcomes_steady",
    "What means and differences are taken of: bad luck added back, less what the plan misses in each world, so that the error of the plan is in the spread.",
    formOf(run, "steady"),
  ),
];

/** The assumptions as drawn: one row per world, in base units. */
export const assumptionsTable = (run: Run, unitOf: (name: string) => string): DataTable => ({
  name: "assumptions",
  summary: "The assumptions as drawn, one row per world; worlds of one draw have the same.",
  columns: [
    worldColumn,
    ...[...run.draws.keys()].map(
      (name, k): DataColumn => ({
        name: run.assumptions[k],
        type: "number",
        unit: unitOf(name),
        meaning: "an assumption: see about_assumptions",
      }),
    ),
  ],
  rows: run.worlds,
  pieces: () => [[worldsOf(run), ...run.draws.values()]],
});

/** Which draw, which luck and which independent value each world belongs to. */
export function worldsTable(run: Run): DataTable {
  const lucks = lucksOf(run);
  const size = perValue(run);
  const of = (by: (world: number, k: number) => number): Int32Array => worldsOf(run).map(by);
  const whole = (name: string, meaning: string): DataColumn => ({ name, type: "whole", meaning });
  return {
    name: "worlds",
    summary: "Which draw of the assumptions each world belongs to, and which worlds count as one independent value.",
    columns: [
      worldColumn,
      whole("draw", "number of the draw of the assumptions, from 0"),
      whole("luck", "which of the draw's lucks it is, from 0"),
      whole(
        "value",
        "number of the independent value it is averaged into, from 0: its draw, or its block of a Latin hypercube",
      ),
    ],
    rows: run.worlds,
    pieces: () => [
      [worldsOf(run), of((w) => Math.floor(w / lucks)), of((w) => w % lucks), of((_, k) => Math.floor(k / size))],
    ],
  };
}
