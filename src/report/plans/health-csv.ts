import type { Health } from "../../plan-checks/health/health.js";
import type { Lint } from "../../plan-checks/lint/lint.js";
import type { PlanAbout, RunAbout } from "../../results/basis/about.js";
import { csv } from "../../wording/csv.js";

const source = ["scenario", "status", "worlds", "seed", "months", "version", "hash"];

const sourceCells = (about: RunAbout | PlanAbout): (string | number | undefined)[] => {
  const run = "worlds" in about ? about : undefined;
  return [about.scenario, about.status, run?.worlds, run?.seed, run?.months, about.version, about.hash];
};

const healthHeader = ["design", "title", "check", "standing", "value", "low", "high", "error", "unit"];

/** Health in long form: one row for each check of each design, in base units (shares 0–1). */
export function healthCsv({ about, rows, checks, response }: Health): string {
  const unitOf = (name: string) => checks.find((one) => one.name === name)?.unit.dimension;
  const body = rows.map((row) => [
    ...[row.design, row.title, row.check, row.standing, row.value, row.low, row.high, row.error, unitOf(row.check)],
    ...[row.limits.low, row.limits.high, row.aim?.low, row.aim?.high, row.place, response, ...sourceCells(about)],
  ]);
  return csv([
    [...healthHeader, "limit_low", "limit_high", "aim_low", "aim_high", "place", "response", ...source],
    ...body,
  ]);
}

const lintHeader = [
  "design",
  "title",
  "reward",
  "rule",
  "standing",
  "from",
  "to",
  "value",
  "low",
  "high",
  "unit",
  "limit",
  "says",
];

/** Findings of the linter in long form: one row for each place, in base units (shares 0–1). */
export function lintCsv({ about, curves, rules, response }: Lint): string {
  const unitOf = (name: string) => rules.find((one) => one.name === name)?.unit.dimension;
  const body = curves.flatMap(({ design, title, reward, findings }) =>
    findings.map((one) => [
      ...[design, title, reward, one.rule, one.standing, one.from, one.to, one.value, one.low, one.high],
      ...[unitOf(one.rule), one.limit, one.says, response, ...sourceCells(about)],
    ]),
  );
  return csv([[...lintHeader, "response", ...source], ...body]);
}
