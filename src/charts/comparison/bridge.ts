import type { Estimate } from "../../foundation/maths/summary.js";
import type { Bridge } from "../../results/bridge.js";
import { isSure } from "../../results/statistics/interval-place.js";
import { edgeUnit, estimateColumn, estimateText, horizonText, nameText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { aBridge } from "../definition/inputs.js";
import { along, coloured, down, ruleAt } from "../definition/marks.js";
import { limits } from "../definition/shown.js";

export interface BridgeChartOptions extends ChartOptions {
  /** Whether each step is split into what net value is made of; not unless asked. */
  readonly parts?: boolean | undefined;
}

/** px */
const rowHeight = 34;

const kinds = ["adds", "takes away", "total"] as const;

/** From no reward to a design in two steps: what the plan does though nobody reacts to it, and what managers' reaction adds. */
export const bridgeChart = defineChart<Bridge, BridgeChartOptions>({
  name: "bridge",
  takes: aBridge,
  summary: "Base, mechanics, behaviour and result: where the value of a design comes from, with 95 % intervals.",
  draw(input, options, theme): UnframedChart {
    const { about, netValue, response } = input;
    const unit = edgeUnit({ dimension: "money" }, about.currency, [
      netValue.mechanics.mean,
      netValue.behaviour.mean,
      netValue.gain.mean,
    ]);
    const { factor } = unit;
    const label = `${unit.label} per KAM over the horizon`;
    const bars = barsOf(input, options.parts === true);
    const texts = bars.flatMap(({ step }) => estimateColumn([step], factor, { sign: true }));
    const rows = bars.map(({ name, kind, from, to, step }) => {
      const reach = limits(step, factor);
      const shift = (to - step.mean) * factor;
      return {
        step: name,
        change: step.mean * factor,
        low: reach.low,
        high: reach.high,
        from: from * factor,
        to: to * factor,
        lowAt: reach.low === null ? null : reach.low + shift,
        highAt: reach.high === null ? null : reach.high + shift,
        kind,
      };
    });
    const names = rows.map(({ step }) => step);
    const { good, bad, quiet, ink } = theme.colours;
    const base = estimateText(netValue.base, { dimension: "money" }, about.currency, false);
    return {
      title: saying(input),
      subtitle: `Net value beyond no reward, ${label}, ${horizonText(about.months)}; without reward it is ${base}. Mechanics: the same plan, nobody reacting. Behaviour: what the response ${response} adds. Lines: 95 % interval of each step, paired by world (Monte Carlo error)`,
      about,
      columns: [
        { name: "step", title: "step" },
        { name: "change", title: label },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
        { name: "from", title: "bar from" },
        { name: "to", title: "bar to" },
      ],
      rows,
      left: names,
      right: texts,
      panel: (space) => {
        const y = down("step", names, space);
        const x = along("x", "from", { title: label, format: "signed", zero: true }, space);
        const joints = rows.slice(1).map(({ step }, k) => ({ step, above: rows[k].step, at: rows[k].to }));
        return {
          width: space.width,
          height: Math.max(2, names.length) * rowHeight,
          data: { values: rows },
          layer: [
            ruleAt("x", 0, theme),
            {
              mark: { type: "bar", height: { band: 0.85 } },
              encoding: { y, x, x2: { field: "to" }, color: coloured("kind", kinds, [good, bad, quiet]) },
            },
            {
              data: { values: joints },
              mark: { type: "rule", strokeWidth: 1, color: theme.colours.muted, strokeDash: [2, 2] },
              encoding: {
                y: { ...y, field: "above" },
                y2: { field: "step" },
                x: { field: "at", type: "quantitative" },
              },
            },
            {
              data: { values: rows.filter(({ lowAt }) => lowAt !== null) },
              mark: { type: "rule", strokeWidth: 2, color: ink },
              encoding: { y, x: { field: "lowAt", type: "quantitative" }, x2: { field: "highAt" } },
            },
            {
              data: { values: names.map((step, k) => ({ step, text: texts[k] })) },
              mark: { type: "text", align: "left", baseline: "middle", x: space.width + 8 },
              encoding: { y, text: { field: "text" } },
            },
          ],
        };
      },
    };
  },
});

interface Bar {
  readonly name: string;
  readonly kind: (typeof kinds)[number];
  readonly from: number;
  readonly to: number;
  readonly step: Estimate;
}

/** Bars one after the other, from nothing beyond no reward to the result. */
function barsOf({ netValue, parts }: Bridge, isSplit: boolean): Bar[] {
  const bars: Bar[] = [];
  let at = 0;
  const add = (name: string, step: Estimate): void => {
    bars.push({ name, kind: step.mean < 0 ? "takes away" : "adds", from: at, to: at + step.mean, step });
    at += step.mean;
  };
  for (const of of ["mechanics", "behaviour"] as const) {
    if (isSplit) for (const part of parts) add(`${of}: ${part.name}`, part[of]);
    else add(of, netValue[of]);
  }
  return [...bars, { name: "result", kind: "total", from: 0, to: netValue.gain.mean, step: netValue.gain }];
}

/** What the design is worth beyond no reward, and which step makes it. */
function saying({ netValue, title, about }: Bridge): string {
  const { gain, mechanics, behaviour } = netValue;
  const { factor, label } = edgeUnit({ dimension: "money" }, about.currency, [
    gain.mean,
    mechanics.mean,
    behaviour.mean,
  ]);
  const text = (one: Estimate, sign = true): string => estimateColumn([one], factor, { sign })[0];
  const part = (name: "behaviour" | "mechanics"): string =>
    isZero(netValue[name])
      ? `${name} cannot be told from nothing (${text(netValue[name])})`
      : `${name} ${text(netValue[name])}`;
  const { mean, low, high } = gain;
  const size = mean < 0 ? { ...gain, mean: -mean, low: -high, high: -low } : gain;
  const worth = isZero(gain)
    ? `cannot be told from no reward (${text(gain)} ${label} per KAM)`
    : `is worth ${text(size, false)} ${label} per KAM ${mean > 0 ? "more" : "less"} than no reward`;
  return `"${nameText(title)}" ${worth}: ${part("behaviour")}, ${part("mechanics")}`;
}

const isZero = (gain: Estimate): boolean => !isSure(gain);
