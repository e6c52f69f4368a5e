/** What users of the package see of this room: health of plans and lint of payout curves. */

export type { HealthCheck, HealthReading } from "./health/check.js";
export type { Health, HealthGap, HealthOptions, HealthRow } from "./health/health.js";
export type { Lint, LintAllOptions, LintedCurve } from "./lint/lint.js";
export type { CurveLint, LintFinding, LintOptions } from "./lint/lint-curve.js";
export type { LintRule } from "./lint/rule.js";
export type { Standing } from "./standing.js";
