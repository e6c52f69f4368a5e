import type { Estimate, Interval } from "../../foundation/maths/summary.js";
import {
  type DataTable,
  number,
  type Read,
  tableOf,
  textColumn,
  whole,
  yesOrNo,
} from "../../foundation/tables/data-table.js";
import type { RunAbout } from "../../results/basis/about.js";
import type { Comparison, ComparisonRow, UnderResponse } from "../../results/compare.js";
import { estimates, ofDesign, shares, unitIn } from "./columns.js";

interface Row {
  readonly row: ComparisonRow;
  readonly under: UnderResponse;
  /** Whether quantiles and parts of the variance are of this response. */
  readonly isOwn: boolean;
}

const asOutcome = "as the outcome";

const limits = (
  name: string,
  unit: string,
  of: (row: Row) => (Interval & { readonly value: number }) | undefined,
): Read<Row>[] => [
  number(name, unit, "over worlds, luck and assumptions together", (row) => of(row)?.value),
  number(`${name}_low`, unit, "lower end of its 95 % interval", (row) => of(row)?.low),
  number(`${name}_high`, unit, "upper end of its 95 % interval", (row) => of(row)?.high),
];

const means = (name: string, meaning: string, of: (row: Row) => Estimate | undefined): Read<Row>[] => [
  number(name, asOutcome, meaning, (row) => of(row)?.mean),
  number(`${name}_standard_error`, asOutcome, "Monte Carlo error of it", (row) => of(row)?.standardError),
  number(`${name}_low`, asOutcome, "lower end of its 95 % interval", (row) => of(row)?.low),
  number(`${name}_high`, asOutcome, "upper end of its 95 % interval", (row) => of(row)?.high),
];

const naming = ({ outcomes, baseline, about }: Comparison): Read<Row>[] => {
  const outcomeOf = ({ row }: Row) => outcomes.find(({ name }) => name === row.outcome);
  return [
    textColumn("outcome", "name", ({ row }) => row.outcome),
    textColumn("unit", "what 1 of the outcome is", (row) => {
      const outcome = outcomeOf(row);
      return outcome && unitIn(outcome.unit, about.currency);
    }),
    textColumn("per", "per what", (row) => outcomeOf(row)?.per),
    textColumn("direction", "which is better: higher, lower or neither", (row) => outcomeOf(row)?.direction),
    textColumn("design", "name in the scenario file", ({ row }) => row.design),
    textColumn("title", "name as people read it", ({ row }) => row.title),
    textColumn("role", "design, or which yardstick", ({ row }) => row.role),
    textColumn("baseline", "it is compared with", () => baseline),
    textColumn("response", "how managers react", ({ under }) => under.response),
  ];
};

const spread: Read<Row>[] = [
  ...limits("p10", asOutcome, ({ row, isOwn }) => (isOwn ? row.p10 : undefined)),
  ...limits("p50", asOutcome, ({ row, isOwn }) => (isOwn ? row.p50 : undefined)),
  ...limits("p90", asOutcome, ({ row, isOwn }) => (isOwn ? row.p90 : undefined)),
  number("budget", asOutcome, "of costs: P50", ({ row, isOwn }) => (isOwn ? row.budget : undefined)),
  number("reserve", asOutcome, "of costs: P90 less P50", ({ row, isOwn }) => (isOwn ? row.reserve : undefined)),
];

const split: Read<Row>[] = (["luck", "assumptions", "response"] as const).flatMap((part) =>
  limits(`${part}_variance`, "square of the outcome", ({ row, isOwn }) =>
    isOwn ? row.varianceSplit?.[part] : undefined,
  ),
);

/** Where a result comes from, on every row. */
export const sourceColumns = <Of>(
  about: Partial<RunAbout>,
): Record<"scenario" | "status" | "worlds" | "seed" | "months" | "version" | "hash", Read<Of>> => ({
  scenario: textColumn("scenario", "name of the file", () => about.scenario),
  status: textColumn("status", "how far its numbers rest on data", () => about.status),
  worlds: whole("worlds", "worlds", "in the run", () => about.worlds),
  seed: number("seed", "", "of all luck", () => about.seed),
  months: whole("months", "months", "horizon", () => about.months),
  version: textColumn("version", "of the package that made it", () => about.version),
  hash: textColumn("hash", "content hash of the scenario", () => about.hash),
});

/** A comparison in long form: a row for each outcome, design and response. Quantiles are those of the comparison's own response. */
export function longComparison(comparison: Comparison): DataTable {
  const rows = comparison.rows.flatMap((row) =>
    row.responses.map((under) => ({ row, under, isOwn: under.response === comparison.response })),
  );
  const from = sourceColumns<Row>(comparison.about);
  const lucks = whole<Row>("lucks_per_draw", "worlds", "that share a draw", () => comparison.about.lucksPerDraw ?? 1);
  return tableOf("comparison", "One outcome of one design under one response.", rows, [
    ...naming(comparison),
    ...means("mean", "expected value", ({ under }) => under.mean),
    ...spread,
    ...means("difference", "design less baseline, paired by world", ({ under }) => under.difference),
    number(
      "better_share",
      "share of draws",
      "in which the design is expected to be better",
      ({ under }) => under.better?.share,
    ),
    number("better_low", "share of draws", "lower end of its 95 % interval", ({ under }) => under.better?.low),
    number("better_high", "share of draws", "upper end of its 95 % interval", ({ under }) => under.better?.high),
    textColumn("verdict", "against the baseline", ({ under }) => under.verdict),
    ...split,
    ...[from.scenario, from.status, from.worlds, lucks, from.seed, from.months, from.version, from.hash],
  ]);
}

const rankingTable = ({ rankings }: Comparison): DataTable =>
  tableOf(
    "ranking",
    "One design in the order of one outcome, best first.",
    rankings.flatMap(({ outcome, response, designs }) =>
      designs.map((one, k) => ({ ...one, outcome, response, place: k + 1 })),
    ),
    [
      textColumn("outcome", "it is ranked by", (one) => one.outcome),
      textColumn("response", "how managers react", (one) => one.response),
      whole("place", "", "from 1", (one) => one.place),
      ...ofDesign<{ readonly design: string; readonly title: string }>(),
      ...estimates<{ readonly mean: Estimate }>("mean", asOutcome, "expected value", (one) => one.mean),
      ...shares<{ readonly best: Interval & { readonly share: number } }>(
        "best in",
        "share of draws",
        "in which no other design is expected to be better",
        (one) => one.best,
      ),
      ...estimates<{ readonly behind: Estimate }>(
        "behind",
        asOutcome,
        "behind the best in expectation",
        (one) => one.behind,
      ),
      number("probability", "0–1", "that its expected outcome is the best", (one) => one.probability),
      yesOrNo("may be best", "whether it cannot be told from the best", (one) => one.mayBeBest),
      ...estimates<{ readonly regret: Estimate }>(
        "regret",
        asOutcome,
        "given up on average by choosing it",
        (one) => one.regret,
      ),
    ],
  );

export const comparisonTables = (comparison: Comparison): DataTable[] => [
  longComparison(comparison),
  rankingTable(comparison),
];
