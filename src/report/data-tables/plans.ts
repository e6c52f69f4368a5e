import { type DataTable, number, tableOf, textColumn } from "../../foundation/tables/data-table.js";
import type { Health } from "../../plan-checks/health/health.js";
import type { Lint } from "../../plan-checks/lint/lint.js";
import type { CurveLint } from "../../plan-checks/lint/lint-curve.js";
import { sourceColumns } from "./comparison.js";

const fromOf = <Row>(about: Health["about"]) => {
  const { scenario, status, worlds, seed, months, version, hash } = sourceColumns<Row>(about);
  return [scenario, status, worlds, seed, months, version, hash];
};

/** Health in long form: one row for each check of each design, in base units. */
export function healthTable({ about, rows, checks, response }: Health): DataTable {
  const unitOf = (name: string) => checks.find((one) => one.name === name)?.unit.dimension;
  const asCheck = "as the unit says";
  return tableOf("health", "One check of one design.", rows, [
    textColumn("design", "name in the scenario file", (row) => row.design),
    textColumn("title", "name as people read it", (row) => row.title),
    textColumn("check", "name", (row) => row.check),
    textColumn("standing", "whether it passes", (row) => row.standing),
    number("value", asCheck, "what was read", (row) => row.value),
    number("low", asCheck, "lower end of its interval", (row) => row.low),
    number("high", asCheck, "upper end of its interval", (row) => row.high),
    textColumn("error", "what the interval is about", (row) => row.error),
    textColumn("unit", "of the check", (row) => unitOf(row.check)),
    number("limit_low", asCheck, "below it is warned of", (row) => row.limits.low),
    number("limit_high", asCheck, "above it is warned of", (row) => row.limits.high),
    number("aim_low", asCheck, "lower end of what the trade aims at", (row) => row.aim?.low),
    number("aim_high", asCheck, "upper end of what the trade aims at", (row) => row.aim?.high),
    textColumn("place", "what it was read at", (row) => row.place),
    textColumn("response", "how managers react; blank where nothing was simulated", () => response),
    ...fromOf<Health["rows"][number]>(about),
  ]);
}

/** The checks, what each looks at, and what could not be read. */
export const healthTables = (found: Health): DataTable[] => [
  healthTable(found),
  tableOf("checks", "A rule of thumb of the trade.", found.checks, [
    textColumn("check", "name", (one) => one.name),
    textColumn("quantity", "what the number is", (one) => one.quantity),
    textColumn("rule", "in words", (one) => one.rule),
    textColumn("sources", "it rests on", (one) => one.sources.join("; ")),
    textColumn("needs", "what it reads", (one) => one.needs),
  ]),
  tableOf("not read", "A check that has nothing to say of a design.", found.gaps, [
    textColumn("design", "name in the scenario file", (one) => one.design),
    textColumn("check", "name", (one) => one.check),
    textColumn("needs", "what is wanting", (one) => one.needs),
  ]),
];

/** Findings of the linter in long form: one row for each place, in base units. */
export function lintTable({ about, curves, rules, response }: Lint): DataTable {
  const unitOf = (name: string) => rules.find((one) => one.name === name)?.unit.dimension;
  const rows = curves.flatMap(({ design, title, reward, findings }) =>
    findings.map((finding) => ({ design, title, reward, ...finding })),
  );
  return tableOf("lint", "What one rule says of one place of a curve.", rows, [
    textColumn("design", "name in the scenario file", (row) => row.design),
    textColumn("title", "name as people read it", (row) => row.title),
    textColumn("reward", "whose curve it is", (row) => row.reward),
    ...findingColumns<(typeof rows)[number]>(unitOf),
    textColumn("response", "how managers react; blank where nothing was simulated", () => response),
    ...fromOf<(typeof rows)[number]>(about),
  ]);
}

const findingColumns = <Row extends CurveLint["findings"][number]>(unitOf: (rule: string) => string | undefined) => [
  textColumn<Row>("rule", "name", (row) => row.rule),
  textColumn<Row>("standing", "whether it passes", (row) => row.standing),
  number<Row>("from", "score", "where the place begins", (row) => row.from),
  number<Row>("to", "score", "where it ends", (row) => row.to),
  number<Row>("value", "as the unit says", "what was measured", (row) => row.value),
  number<Row>("low", "as the unit says", "lower end of its interval", (row) => row.low),
  number<Row>("high", "as the unit says", "upper end of its interval", (row) => row.high),
  textColumn<Row>("unit", "of the rule", (row) => unitOf(row.rule)),
  number<Row>("limit", "as the unit says", "above it is warned of", (row) => row.limit),
  textColumn<Row>("says", "what happens there", (row) => row.says),
];

export const lintTables = (found: Lint): DataTable[] => [
  lintTable(found),
  tableOf(
    "not measured",
    "A rule that could not be held against a curve.",
    found.curves.flatMap(({ design, reward, lacking }) => lacking.map((one) => ({ design, reward, ...one }))),
    [
      textColumn("design", "name in the scenario file", (one) => one.design),
      textColumn("reward", "whose curve it is", (one) => one.reward),
      textColumn("rule", "name", (one) => one.rule),
      textColumn("needs", "what is wanting", (one) => one.needs),
    ],
  ),
];

/** Findings on one curve; units are those of the rules. */
export const curveLintTables = ({ findings, lacking }: CurveLint): DataTable[] => [
  tableOf(
    "lint",
    "What one rule says of one place of the curve.",
    findings,
    findingColumns(() => undefined).filter(({ name }) => name !== "unit"),
  ),
  tableOf("not measured", "A rule that could not be held against the curve.", lacking, [
    textColumn("rule", "name", (one) => one.rule),
    textColumn("needs", "what is wanting", (one) => one.needs),
  ]),
];
