import type { Interval } from "../../foundation/maths/summary.js";
import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import type { Lint, LintedCurve } from "../../plan-checks/lint/lint.js";
import type { LintFinding } from "../../plan-checks/lint/lint-curve.js";
import { checkText, curvePlaceText, sourceText } from "../../wording/checked.js";
import { nameText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { aLint } from "../definition/inputs.js";
import { along, bandOver, coloured, down } from "../definition/marks.js";
import { percentNumber } from "../definition/shown.js";
import type { VegaLite } from "../drawing/view.js";
import { curveMarks, curvePoints } from "./curve-lines.js";
import { planSource } from "./plan-source.js";

export interface CurveLintOptions extends ChartOptions {
  /** Name of the design; the one whose curve has most warnings unless given. */
  readonly design?: string | undefined;
  /** Which of its rewards that pay by a curve, from 0; the one with most warnings unless given. */
  readonly reward?: number | undefined;
}

/** px */
const curveHeight = 220;
const rowHeight = 22;

const standings = ["warn", "cannot tell"] as const;

/** One payout curve and, under it, every place a rule of the linter does not pass. */
export const curveLint = defineChart<Lint, CurveLintOptions>({
  name: "curve lint",
  takes: aLint,
  summary:
    "A payout curve with everything the linter finds on it, place by place: cliffs, dead zones, windfalls and the like.",
  draw(lint, options, theme): UnframedChart {
    const curve = curveOf(lint, options);
    const open = curve.findings.filter(({ standing }) => standing !== "pass");
    const span = spanOf(curve, open);
    const line = { form: curve.form, isFlat: false };
    const points = curvePoints(line, span).map(({ at, pays, mark }, order) => ({
      order,
      attainment: percentNumber(at),
      payout: percentNumber(pays),
      mark,
    }));
    const rows = open.map((one) => rowOf(lint, one, span));
    return {
      title: saying(curve, open),
      subtitle: subtitle(lint, curve, open),
      about: planSource(lint.about),
      columns: [
        { name: "finding", title: "rule and place" },
        { name: "from", title: "from, % of target" },
        { name: "to", title: "to, % of target" },
        { name: "number", title: "number" },
        { name: "limit", title: "limit" },
        { name: "standing", title: "verdict" },
        { name: "says", title: "what happens there" },
      ],
      rows,
      left: ["000 %", ...rows.map(({ finding }) => finding)],
      right: ["0000 %", ...rows.map(({ number }) => number)],
      panel: (space) =>
        panel(space, points, rows, {
          span,
          reached: lint.from === "scenario" ? undefined : curve.reached,
          colours: [theme.colours.bad, theme.colours.quiet],
        }),
    };
  },
});

/** The curve asked for, or the one with most warnings. Refuses unknown designs and rewards, and scenarios without a curve. */
function curveOf({ curves }: Lint, { design, reward }: CurveLintOptions): LintedCurve {
  const names = [...new Set(curves.map((one) => one.design))];
  if (curves.length === 0) refuse("design", "none of them pays by a curve", "show one whose reward has a payout curve");
  if (design !== undefined && !names.includes(design))
    refuse("design", `"${design}" has no curve here`, didYouMean(design, names));
  const warnings = ({ findings }: LintedCurve): number => findings.filter(({ standing }) => standing === "warn").length;
  const most = (some: readonly LintedCurve[]): LintedCurve =>
    some.reduce((best, one) => (warnings(one) > warnings(best) ? one : best));
  const chosen = curves.filter((one) => one.design === (design ?? most(curves).design));
  if (reward === undefined) return design === undefined ? most(curves) : most(chosen);
  return (
    chosen[reward] ??
    refuse("reward", `"${chosen[0].design}" has no curve ${reward}`, `count from 0 to ${chosen.length - 1}`)
  );
}

/** score. All places with a name, all findings and where people are, with room on both sides. */
function spanOf({ form, reached }: LintedCurve, open: readonly LintFinding[]): readonly [number, number] {
  const marks = curveMarks({ form, isFlat: false }).map(({ at }) => at);
  const ends = open.flatMap(({ from = 1, to = 1 }) => [from, to]).filter(Number.isFinite);
  const places = [...marks, ...form.jumpAt, ...form.kinkAt, ...ends, reached.low, reached.high];
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  return [Math.max(0, tenths(Math.min(0.9, ...places) - 0.12)), tenths(Math.max(1.1, ...places) + 0.12)];
}

function rowOf({ rules }: Lint, one: LintFinding, [low, high]: readonly [number, number]) {
  const unit = rules.find(({ name }) => name === one.rule)?.unit ?? { dimension: "number" };
  return {
    finding: `${one.rule} (${curvePlaceText(one)})`,
    from: percentNumber(Math.max(low, Math.min(high, one.from ?? low))),
    to: percentNumber(Math.max(low, Math.min(high, one.to ?? high))),
    number: checkText(one.value, unit),
    limit: checkText(one.limit, unit),
    standing: one.standing,
    says: one.says,
  };
}

interface Setting {
  readonly span: readonly [number, number];
  /** score. Where people are, where it is known. */
  readonly reached: Interval | undefined;
  readonly colours: readonly string[];
}

type Point = { readonly order: number; readonly attainment: number; readonly payout: number; readonly mark: string };
type FindingRow = ReturnType<typeof rowOf>;

function panel(space: Space, points: readonly Point[], rows: readonly FindingRow[], setting: Setting): VegaLite {
  const domain = [setting.span[0] * 100, setting.span[1] * 100] as const;
  const curve = curvePanel(space, points, rows, setting, domain);
  if (rows.length === 0) return curve;
  return { vconcat: [curve, findingsPanel(space, rows, setting, domain)], spacing: 26 };
}

/** The curve, shaded where people are, with its warned places in the colour of warnings. */
function curvePanel(
  space: Space,
  points: readonly Point[],
  rows: readonly FindingRow[],
  { reached }: Setting,
  domain: readonly [number, number],
): VegaLite {
  const { accent, bad, background } = space.theme.colours;
  const payouts = points.map(({ payout }) => payout);
  const [least, most] = [Math.min(0, ...payouts), Math.max(100, ...payouts)];
  const y = along(
    "y",
    "payout",
    { title: "payout, % of the amount at target", domain: [least, most + (most - least) * 0.08] },
    { ...space, height: curveHeight },
  );
  const axis = along("x", "attainment", { title: "attainment, % of target", domain }, space);
  const x = { ...axis, axis: { values: ticksOf(domain, space.width) } };
  const jumps = rows.filter(({ from, to, standing }) => from === to && standing === "warn").map(({ from }) => from);
  const steps = points.filter(({ attainment }) => jumps.includes(attainment));
  return {
    width: space.width,
    height: curveHeight,
    data: { values: points },
    layer: [
      ...(reached === undefined ? [] : [bandOver("x", reached.low * 100, reached.high * 100, space.theme)]),
      {
        mark: { type: "line", strokeWidth: 2.5, color: accent },
        encoding: { x, y, order: { field: "order", type: "quantitative" } },
      },
      {
        data: { values: steps },
        mark: { type: "line", strokeWidth: 3.5, color: bad },
        encoding: {
          x,
          y,
          detail: { field: "attainment", type: "quantitative" },
          order: { field: "order", type: "quantitative" },
        },
      },
      {
        data: { values: points.filter(({ mark }) => mark !== "") },
        mark: { type: "point", filled: true, size: 60, opacity: 1, color: accent, stroke: background, strokeWidth: 1 },
        encoding: { x, y },
      },
    ],
  };
}

/** %. Labels of both panels, at tens that have room. */
function ticksOf([low, high]: readonly [number, number], width: number): number[] {
  const step = 10 * Math.max(1, Math.ceil((high - low) / 10 / Math.max(2, width / 45)));
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((high - first) / step + 1e-9) + 1 }, (_, k) => first + k * step);
}

/** One row a finding, from where to where, its number on the right. */
function findingsPanel(
  space: Space,
  rows: readonly FindingRow[],
  { colours }: Setting,
  domain: readonly [number, number],
): VegaLite {
  const y = down(
    "finding",
    rows.map(({ finding }) => finding),
    space,
  );
  const x = {
    field: "from",
    type: "quantitative",
    title: null,
    scale: { domain, nice: false },
    axis: { labels: false, title: null, values: ticksOf(domain, space.width) },
  };
  const colour = coloured("standing", standings, colours, space);
  const used = new Set(rows.map(({ standing }) => standing));
  const color = used.size > 1 ? colour : { ...colour, legend: null };
  return {
    width: space.width,
    height: rows.length * rowHeight,
    data: { values: rows },
    layer: [
      { mark: { type: "rule", strokeWidth: 7, strokeCap: "round" }, encoding: { y, x, x2: { field: "to" }, color } },
      { mark: { type: "point", filled: true, size: 70, opacity: 1 }, encoding: { y, x, color } },
      {
        mark: { type: "text", align: "left", baseline: "middle", color: space.theme.colours.ink },
        encoding: { y, x: { value: space.width + 8 }, text: { field: "number" } },
      },
    ],
  };
}

function subtitle(lint: Lint, curve: LintedCurve, open: readonly LintFinding[]): string {
  const passed = new Set(curve.findings.filter(({ standing }) => standing === "pass").map(({ rule }) => rule)).size;
  const lacking = curve.lacking.length === 0 ? "" : `, ${curve.lacking.length} could not be checked`;
  const where = lint.from === "scenario" ? "" : " Shaded: P5 to P95 of the scores reached.";
  const under = open.length === 0 ? "" : ` Under it every place a rule does not pass; ${unitsText(lint, open)}.`;
  return `Payout in % of the amount at target by attainment, exact.${where}${under} ${plural(passed, "rule")} ${passed === 1 ? "passes" : "pass"}${lacking}; ${sourceText(lint.about, lint.response)}`;
}

/** `cliffs and shifting results in % of the amount, dead zones in points of attainment` */
function unitsText({ rules }: Lint, open: readonly LintFinding[]): string {
  const found = rules.filter(({ name }) => open.some(({ rule }) => rule === name));
  const units = [...new Set(found.map(({ measuredIn }) => measuredIn))];
  return units
    .map((unit) => `${joinWords(found.filter((one) => one.measuredIn === unit).map(({ name }) => name))} in ${unit}`)
    .join(", ");
}

/** What is warned of, by rule. */
function saying({ title, reward }: LintedCurve, open: readonly LintFinding[]): string {
  const who = `The curve of “${nameText(title)}”, ${reward},`;
  const rules = [...new Set(open.filter(({ standing }) => standing === "warn").map(({ rule }) => rule))];
  const doubt = rules.length === 0 && open.length > 0 ? ", though not every rule can be told" : "";
  if (rules.length === 0) return `${who} is clean: no rule warns${doubt}`;
  const shown = rules.length > 4 ? [...rules.slice(0, 3), plural(rules.length - 3, "other")] : rules;
  return `${who} has ${joinWords(shown)}`;
}
