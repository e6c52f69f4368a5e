import { differenceOf } from "../../foundation/values/quantity.js";
import type { Tornado, TornadoBar } from "../../results/sensitivity/tornado.js";
import { isSure } from "../../results/statistics/interval-place.js";
import { edgeUnit, estimateText, horizonText, nameText, unitText, valueText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { aTornado } from "../definition/inputs.js";
import { along, coloured, down, ruleAt } from "../definition/marks.js";

export interface TornadoChartOptions extends ChartOptions {
  /** Most bars shown, the widest first; 10 unless given. */
  readonly most?: number | undefined;
}

/** px */
const rowHeight = 30;
const ends = ["where it is lowest", "where it is highest"] as const;

/** How far the difference between two designs moves with each assumption, widest first. */
export const tornadoChart = defineChart<Tornado, TornadoChartOptions>({
  name: "tornado",
  takes: aTornado,
  summary: "The difference between two designs where each assumption is lowest and where it is highest, widest first.",
  draw(found, { most = 10 }, theme): UnframedChart {
    const { about, outcome, difference } = found;
    const bars = found.bars.slice(0, Math.max(1, most));
    const unit = edgeUnit(differenceOf(outcome.unit), about.currency, [
      difference.mean,
      ...bars.map((one) => one.high.difference.mean),
    ]);
    const rows = bars.flatMap((bar) =>
      ([bar.low, bar.high] as const).map((end, k) => ({
        assumption: labelOf(bar, about.currency),
        end: ends[k],
        at: end.choice ?? valueText(end.value ?? 0, bar.unit, about.currency),
        difference: end.difference.mean * unit.factor,
        low: end.difference.low * unit.factor,
        high: end.difference.high * unit.factor,
        explains: Math.max(0, bar.share.value) * 100,
      })),
    );
    const names = [...new Set(rows.map((one) => one.assumption))];
    const label = unitText(unit.label, outcome.per);
    const colour = theme.colours;
    return {
      title: finding(found),
      subtitle: `Difference in ${outcome.name} between "${nameText(found.title)}" and "${nameText(found.baselineTitle)}", ${label}, ${horizonText(about.months)}, response ${found.response} unless varied. Dots: mean over the worlds in the lowest and the highest fifth of each assumption, the others as drawn; thin lines: 95 % intervals. Dashed: mean over all worlds`,
      about,
      columns: [
        { name: "assumption", title: "assumption" },
        { name: "end", title: "end" },
        { name: "at", title: "at" },
        { name: "difference", title: `difference, ${label}` },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
        { name: "explains", title: "explains, % of variance" },
      ],
      rows,
      left: names,
      right: ["000"],
      panel: (space) => {
        const y = down("assumption", names, space);
        const x = (field: string) => along("x", field, { title: label, format: "signed", zero: true }, space);
        const ink = coloured("end", ends, [colour.categories[1], colour.categories[0]], space);
        return {
          width: space.width,
          height: Math.max(2, names.length) * rowHeight,
          data: { values: rows },
          layer: [
            ruleAt("x", 0, theme),
            ruleAt("x", difference.mean * unit.factor, theme, true),
            {
              mark: { type: "rule", strokeWidth: 9, color: colour.line },
              encoding: {
                y,
                x: { aggregate: "min", field: "difference", type: "quantitative" },
                x2: { aggregate: "max", field: "difference" },
              },
            },
            {
              mark: { type: "rule", strokeWidth: 1.5 },
              encoding: { y, yOffset: offset, x: x("low"), x2: { field: "high" }, color: ink },
            },
            {
              mark: { type: "point", filled: true, size: 70, opacity: 1 },
              encoding: { y, yOffset: offset, x: { field: "difference", type: "quantitative" }, color: ink },
            },
          ],
        };
      },
    };
  },
});

/** The two ends of a bar stand a little apart, so that their intervals can be seen. */
const offset = { field: "end", type: "nominal", scale: { domain: [...ends], range: [7, 15] } } as const;

function labelOf({ name, kind, low, high, unit }: TornadoBar, currency: string): string {
  if (kind === "choice") return `${name}: ${low.choice} to ${high.choice}`;
  const { factor, label } = edgeUnit(unit, currency, [low.value ?? 0, high.value ?? 0]);
  const [from, to] = [low, high].map(({ value }) => String(Number(((value ?? 0) * factor).toPrecision(2))));
  return `${name}: ${from} to ${to} ${label}`.trimEnd();
}

function finding({ bars, title, baselineTitle, difference, outcome, about, hasEnoughWorlds }: Tornado): string {
  const names = `"${nameText(title)}" against "${nameText(baselineTitle)}"`;
  if (!hasEnoughWorlds || bars.length === 0) return `Too few worlds to say what moves ${names}`;
  const flips = bars.filter((one) => one.flips);
  const [widest] = bars;
  const size = { ...widest.swing, mean: Math.abs(widest.swing.mean) };
  const swing = estimateText(size, differenceOf(outcome.unit), about.currency, false);
  const most = widest.kind === "choice" ? "How managers react" : `"${widest.name}"`;
  const isSettled = isSure(difference);
  const sign =
    flips.length > 0
      ? `${flips
          .map(({ name }) => `"${name}"`)
          .slice(0, 2)
          .join(" and ")} can turn its sign`
      : isSettled
        ? "no assumption alone turns its sign for certain"
        : "the sign is open in any case";
  return `${most} moves ${names} most, by ${swing}${widest.isAboveChance ? "" : " (luck alone can look like this)"}; ${sign}`;
}
