import { joinWords, plural } from "../../foundation/text/text.js";
import type { Scenario } from "../../scenario/scenario.js";
import { nameText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { endLabels, endTexts } from "../definition/end-labels.js";
import { aScenario } from "../definition/inputs.js";
import { type Box, placeNames } from "../definition/labels.js";
import { along, coloured } from "../definition/marks.js";
import { colourOf, percentNumber } from "../definition/shown.js";
import type { Row, VegaLite } from "../drawing/view.js";
import { type CurveLine, type CurveLines, curveLines, curveMarks, curvePoints, markNames } from "./curve-lines.js";
import { curvesSaying } from "./curve-words.js";

export interface PayoutCurvesOptions extends ChartOptions {
  /** Names of the designs shown; all unless given. */
  readonly designs?: readonly string[] | undefined;
}

/** px */
const height = 280;

/** What the designs' rewards pay at each attainment: the plan itself, nothing simulated. Rewards of one curve share a line. */
export const payoutCurves = defineChart<Scenario, PayoutCurvesOptions>({
  name: "payout curves",
  takes: aScenario,
  summary: "Payout against attainment with threshold, target, excellence and cap; rewards of one curve share a line.",
  draw(scenario, options, theme): UnframedChart {
    const found = curveLines(scenario, options.designs);
    const { lines } = found;
    const span = spanOf(lines);
    const points = lines.flatMap((line, k) =>
      curvePoints(line, span).map(({ at, pays, mark }, order) => ({
        line: String(k),
        order,
        attainment: percentNumber(at),
        payout: percentNumber(pays),
        mark,
      })),
    );
    const labels = lines.map(({ label }) => label);
    return {
      title: curvesSaying(found),
      subtitle: subtitle(found, scenario.checked.hold !== undefined),
      about: scenario,
      columns: [
        { name: "curve", title: "curve" },
        { name: "amount", title: "amount at target" },
        { name: "attainment", title: "attainment, % of target" },
        { name: "payout", title: "payout, % of the amount" },
        { name: "mark", title: "mark" },
        { name: "designs", title: "designs" },
      ],
      rows: points.map(({ line, ...point }) => {
        const { designs, amounts, label } = lines[Number(line)];
        return { curve: label, amount: joinWords(amounts), ...point, designs: designs.join(", ") };
      }),
      left: ["000 %"],
      right: endTexts(labels, theme),
      panel: (space) => panel(space, labels, points, span),
    };
  },
});

type Point = Row & {
  readonly line: string;
  readonly order: number;
  readonly attainment: number;
  readonly payout: number;
  readonly mark: string;
};

/** Attainment shown: all marks, with room on both sides. */
function spanOf(lines: readonly CurveLine[]): readonly [number, number] {
  const places = lines.flatMap((line) => curveMarks(line).map(({ at }) => at));
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  return [Math.max(0, tenths(Math.min(0.9, ...places) - 0.15)), tenths(Math.max(1.1, ...places) + 0.15)];
}

function subtitle({ lines, byRank, areLinked }: CurveLines, isHeld: boolean): string {
  const all = [...new Set(lines.flatMap(({ amounts }) => amounts))];
  const listed = all.length > 3 ? joinWords([...all.slice(0, 2), plural(all.length - 2, "other")]) : joinWords(all);
  const held = isHeld ? ", before designs are scaled to equal cost" : "";
  const left =
    byRank.length === 0 ? "" : `. By rank in the team and so without a line: ${nameText(joinWords(byRank), 90)}`;
  return `Payout in % of the amount at target (${listed}${held}) by attainment${areLinked ? ", measures that decide over others' pay being on target" : ""}. The plan's own rules, exact: nothing here is uncertain${left}`;
}

interface Scales {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function panel(
  space: Space,
  labels: readonly string[],
  points: readonly Point[],
  span: readonly [number, number],
): VegaLite {
  const payouts = points.map(({ payout }) => payout);
  const [least, most] = [Math.min(0, ...payouts), Math.max(100, ...payouts)];
  const scales: Scales = { x: [span[0] * 100, span[1] * 100], y: [least, most + (most - least) * 0.08] };
  const { colours } = space.theme;
  const names = labels.map((_, k) => String(k));
  const colour = coloured(
    "line",
    names,
    names.map((_, k) => colourOf(space.theme, k)),
  );
  const x = along("x", "attainment", { title: "attainment, % of target", domain: scales.x }, space);
  const y = along(
    "y",
    "payout",
    { title: "payout, % of the amount at target", domain: scales.y },
    { ...space, height },
  );
  const shown = markNames.filter((name) => points.some(({ mark }) => mark === name));
  return {
    width: space.width,
    height,
    data: { values: points },
    layer: [
      {
        mark: { type: "line", strokeWidth: 2.5 },
        encoding: { x, y, color: colour, order: { field: "order", type: "quantitative" } },
      },
      ...(shown.length === 0
        ? []
        : [
            {
              data: { values: points.filter(({ mark }) => mark !== "") },
              mark: { type: "point", filled: true, size: 110, opacity: 1, stroke: colours.background, strokeWidth: 1 },
              encoding: { x, y, color: colour, shape: shapes(shown, colours.ink) },
            },
          ]),
      ...lineLabels(space, labels, points, scales),
      ...numbers(space, labels, points, scales),
    ],
  };
}

const shapeOf = { threshold: "triangle-up", target: "circle", excellence: "diamond", cap: "square" } as const;

const shapes = (shown: readonly (typeof markNames)[number][], ink: string): VegaLite => ({
  field: "mark",
  type: "nominal",
  scale: { domain: shown, range: shown.map((name) => shapeOf[name]) },
  legend: { title: null, columns: 0, symbolFillColor: ink, symbolStrokeWidth: 0 },
});

/** px. Where a point lies on the panel. */
const placed = ({ attainment, payout }: Point, { x, y }: Scales, width: number) => ({
  x: ((attainment - x[0]) / (x[1] - x[0])) * width,
  y: height - ((payout - y[0]) / (y[1] - y[0])) * height,
});

/** Whose curve it is, where it leaves the panel on the right. */
function lineLabels(space: Space, labels: readonly string[], points: readonly Point[], scales: Scales): VegaLite[] {
  const ends = labels.map((_, k) => points.filter(({ line }) => line === String(k)).at(-1) as Point);
  return endLabels(
    space,
    height,
    labels.map((text, k) => ({
      text,
      y: placed(ends[k], scales, space.width).y,
      colour: colourOf(space.theme, k),
    })),
  );
}

/** What is paid at the marks, beside them where there is room and few enough lines to read it. */
function numbers(space: Space, labels: readonly string[], points: readonly Point[], scales: Scales): VegaLite[] {
  if (labels.length > 3) return [];
  const { sizes, colours } = space.theme;
  const isFirst = (point: Point, k: number, all: readonly Point[]): boolean =>
    all.findIndex((one) => one.attainment === point.attainment && one.payout === point.payout) === k;
  const marked = points.filter(({ mark }) => mark !== "").filter(isFirst);
  const texts = marked.map((point) => ({
    ...placed(point, scales, space.width),
    text: `${point.payout} % at ${point.attainment} %`,
  }));
  const area: Box = { left: 0, right: space.width, top: 0, bottom: height };
  return placeNames(texts, linesAsBoxes(labels, points, scales, space.width), area, sizes.label - 1).map(
    ({ text, x, y, align }) => ({
      data: { values: [{}] },
      mark: { type: "text", align, baseline: "middle", x, y, fontSize: sizes.label - 1, color: colours.muted },
      encoding: { text: { value: text } },
    }),
  );
}

/** px. A line as many small boxes, so that nothing is written over it. */
function linesAsBoxes(labels: readonly string[], points: readonly Point[], scales: Scales, width: number): Box[] {
  const step = 4;
  return labels.flatMap((_, k) => {
    const corners = points.filter(({ line }) => line === String(k)).map((one) => placed(one, scales, width));
    return corners.slice(1).flatMap((to, n) => {
      const from = corners[n];
      const count = Math.max(1, Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) / step));
      return Array.from({ length: count + 1 }, (_, i) => {
        const [x, y] = [from.x + ((to.x - from.x) * i) / count, from.y + ((to.y - from.y) * i) / count];
        return { left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 };
      });
    });
  });
}
