import type { FitCheck } from "../calibration/data.js";
import { formatNumber, plural } from "../foundation/text/text.js";
import type { Unit } from "../foundation/values/quantity.js";
import type { LintFinding } from "../plan-checks/lint/lint-curve.js";
import type { PlanAbout, RunAbout } from "../results/basis/about.js";
import { horizonText, percent, rounded } from "./numbers.js";

/** `92 %`, `2.4`, `4`, `-13 points`: a number of a check or a rule in its unit; a difference of shares in as many words as there is room for. */
export function checkText(value: number, { dimension, isDifference }: Unit, point = "point"): string {
  if (dimension === "share" && isDifference) return pointsText(rounded(value * 100, 0), point);
  if (dimension === "share") return `${rounded(value * 100, 0)} %`;
  return String(Number(value.toFixed(2)));
}

const pointsText = (points: string, point: string): string => `${points} ${point}${/^-?1$/.test(points) ? "" : "s"}`;

/** Where a result comes from, for its second line. */
export const sourceText = (about: RunAbout | PlanAbout, response: string | undefined): string =>
  "worlds" in about
    ? `response ${response}; ${plural(about.worlds, "world")}; ${horizonText(about.months)}; ${about.status}`
    : `from the plan itself, nothing simulated; ${about.status}`;

/** `90 %`, `90 to 100 %`, `from 150 %`, `up to 90 %`: a place on a curve. */
export function curvePlaceText({ from, to }: Pick<LintFinding, "from" | "to">): string {
  if (from === undefined || to === undefined) return "";
  if (from === to) return percentText(from);
  if (!Number.isFinite(from)) return Number.isFinite(to) ? `up to ${percentText(to)}` : "everywhere";
  return Number.isFinite(to) ? `${percentText(from)} to ${percentText(to)}` : `from ${percentText(from)}`;
}

const percentText = (score: number): string => percent(Math.round(score * 1000) / 1000);

/** A number of a check as people read it: shares in per cent. */
export const checkNumber = (value: number, { unit }: FitCheck): string =>
  unit.dimension === "number" ? formatNumber(value, { digits: 2 }) : `${formatNumber(100 * value, { digits: 1 })} %`;
