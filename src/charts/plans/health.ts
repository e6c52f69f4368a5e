import { didYouMean, refuse } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import type { HealthCheck } from "../../plan-checks/health/check.js";
import type { Health, HealthRow } from "../../plan-checks/health/health.js";
import { checkText, sourceText } from "../../wording/checked.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { healthChecked } from "../definition/inputs.js";
import { along, coloured, down } from "../definition/marks.js";
import { designLabels } from "../definition/shown.js";
import { planSource } from "./plan-source.js";

export interface HealthChartOptions extends ChartOptions {
  /** Name of the check shown; the one most designs do not pass unless given. */
  readonly check?: string | undefined;
}

type Check = Omit<HealthCheck, "read">;

/** px */
const rowHeight = 24;

const standings = ["pass", "warn", "cannot tell"] as const;

/** One health check at every design, against the limits of the trade. */
export const healthChart = defineChart<Health, HealthChartOptions>({
  name: "health",
  takes: healthChecked,
  summary:
    "One rule of thumb at every design: its number with its interval against the limits, and what the trade aims at.",
  draw(found, options, theme): UnframedChart {
    const check = checkOf(found, options.check);
    const rows = found.rows.filter((row) => row.check === check.name);
    const names = designLabels(rows);
    const factor = check.unit.dimension === "share" ? 100 : 1;
    const [lowest, highest] = domainOf(rows, check);
    const within = (value: number): number => factor * Math.max(lowest, Math.min(highest, value));
    const drawn = rows.map((row, k) => ({
      design: names[k],
      value: Number((factor * row.value).toPrecision(12)),
      low: within(row.low),
      high: within(row.high),
      standing: row.standing,
      place: row.place,
    }));
    const { good, bad, quiet } = theme.colours;
    return {
      title: saying(check, rows),
      subtitle: subtitle(found, check, rows),
      about: planSource(found.about),
      columns: [
        { name: "design", title: "design" },
        { name: "value", title: check.quantity },
        { name: "low", title: "from" },
        { name: "high", title: "to" },
        { name: "standing", title: "verdict" },
        { name: "place", title: "at" },
      ],
      rows: drawn,
      left: names,
      right: ["00"],
      panel: (space) => {
        const y = down("design", names, space);
        const domain = [factor * lowest, factor * highest] as const;
        const x = along("x", "value", { title: `${check.quantity}${axisUnit(check)}`, domain }, space);
        return {
          width: space.width,
          height: Math.max(2, names.length) * rowHeight,
          layer: [
            ...bands(check, within, space),
            {
              data: { values: drawn },
              mark: { type: "rule", strokeWidth: 2, color: quiet },
              encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
            },
            {
              data: { values: drawn },
              mark: { type: "point", filled: true, size: 90, opacity: 1 },
              encoding: { y, x, color: coloured("standing", standings, [good, bad, quiet], space) },
            },
          ],
        };
      },
    };
  },
});

/** `, %` after what an axis shows; empty for what is no share. */
const axisUnit = ({ unit }: Check): string =>
  unit.dimension !== "share" ? "" : unit.isDifference ? ", percentage points" : ", %";

/** The check asked for, or the one that most designs do not pass. Refuses unknown names, and checks that apply to no design. */
function checkOf({ checks, rows }: Health, asked: string | undefined): Check {
  const open = (name: string): number => rows.filter((row) => row.check === name && row.standing === "warn").length;
  const known = checks.filter(({ name }) => rows.some((row) => row.check === name));
  if (known.length === 0) refuse("check", "none applies to any design", "check designs that pay by a score");
  if (asked === undefined) return known.reduce((most, one) => (open(one.name) > open(most.name) ? one : most));
  const names = known.map(({ name }) => name);
  return (
    known.find(({ name }) => name === asked) ??
    refuse("check", `"${asked}" has no number here`, didYouMean(asked, names))
  );
}

/** Values and limits with some room; a limit that is the end of what there can be does not widen it. */
function domainOf(rows: readonly HealthRow[], { limits, aim }: Check): readonly [number, number] {
  const all = [
    ...rows.flatMap(({ value, low, high }) => [value, low, high]),
    limits.low,
    limits.high,
    aim?.low ?? limits.low,
  ];
  const finite = all.filter(Number.isFinite);
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const room = 0.08 * (most - least || 1);
  return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

/** What passes, shaded, and what the trade aims at: darker where it is a band, a line where it is a number. */
function bands({ limits, aim }: Check, within: (value: number) => number, { theme }: Space) {
  const { line, muted, quiet } = theme.colours;
  const band = ({ low, high }: Check["limits"], color: string, opacity: number) => ({
    data: { values: [{ from: within(low), to: within(high) }] },
    mark: { type: "rect", color, opacity },
    encoding: { x: { field: "from", type: "quantitative" }, x2: { field: "to" } },
  });
  const shaded = [band(limits, line, 0.6)];
  if (aim === undefined) return shaded;
  if (aim.low < aim.high) return [...shaded, band(aim, quiet, 0.25)];
  const rule = {
    data: { values: [{ value: within(aim.low) }] },
    mark: { type: "rule", color: muted, strokeDash: [4, 3] },
    encoding: { x: { field: "value", type: "quantitative" } },
  };
  return [...shaded, rule];
}

function subtitle({ about, response }: Health, { rule, aim }: Check, rows: readonly HealthRow[]): string {
  const errors = new Set(rows.map(({ error }) => error));
  const line = errors.has("Monte Carlo")
    ? "; line: 95 % interval of Monte Carlo error"
    : errors.has("assumptions")
      ? "; line: 5th to 95th percentile of assumed salary and revenue"
      : ", exact: nothing here is uncertain";
  const aims =
    aim === undefined ? "" : aim.low < aim.high ? "; darker: what is aimed at" : "; dashed: what is aimed at";
  return `${rule} Shaded: what passes${aims}. Dot: the design's number${line}; ${sourceText(about, response)}`;
}

/** How many designs pass, and which is furthest off. */
function saying({ name, unit, limits }: Check, rows: readonly HealthRow[]): string {
  const of = (standing: string): readonly HealthRow[] => rows.filter((row) => row.standing === standing);
  const [warn, open] = [of("warn"), of("cannot tell")];
  const designs = plural(rows.length, "design");
  const rest = open.length > 0 ? `, ${open.length} cannot be told` : "";
  const what = `“${name}”`;
  if (warn.length === 0)
    return open.length === 0
      ? `The check ${what} passes at all of ${designs}`
      : `The check ${what} warns at none of ${designs}${rest}`;
  const off = (row: HealthRow): number => Math.max(limits.low - row.value, row.value - limits.high);
  const worst = warn.reduce((most, row) => (off(row) > off(most) ? row : most));
  return `The check ${what} warns at ${warn.length} of ${designs}${rest}; furthest off is ${checkText(worst.value, unit, "percentage point")}`;
}
