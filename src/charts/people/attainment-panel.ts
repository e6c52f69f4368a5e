import type { Share } from "../../foundation/maths/summary.js";
import type { Attainments } from "../../results/people/attainments.js";
import { rounded } from "../../wording/numbers.js";
import type { Space } from "../definition/chart.js";
import { along } from "../definition/marks.js";
import { percentNumber } from "../definition/shown.js";
import { cutText } from "../drawing/text-width.js";
import type { VegaLite } from "../drawing/view.js";

/** `66 ± 2 %` */
export const sharePlusMinus = ({ share, low, high }: Share): string =>
  `${rounded(share * 100, 0)} ± ${rounded((high - low) * 50, (high - low) * 50 < 1 ? 1 : 0)} %`;

/** px. Room for the names of the marks, and of one design. */
const head = 44;
const heightOf = (count: number): number => (count === 1 ? 200 : Math.max(34, Math.min(80, Math.round(560 / count))));

/** Histograms of the closes, one under the other on one axis, those at target or above in colour, with shares at target on the right. */
export function attainmentPanel(
  space: Space,
  found: readonly Attainments[],
  labels: readonly string[],
  span: readonly [number, number],
): VegaLite {
  const { colours, sizes } = space.theme;
  const row = heightOf(found.length);
  const height = head + row * found.length;
  const most = Math.max(...found.flatMap(({ bins }) => bins.map(({ share }) => share.share)));
  const withErrors = found.length <= 4;
  const tallest = withErrors ? Math.max(...found.flatMap(({ bins }) => bins.map(({ share }) => share.high))) : most;
  const up = (share: number): number => (Math.min(share, tallest) / tallest) * (row - 6);
  const bars = found.flatMap(({ bins }, k) => {
    const base = head + (k + 1) * row;
    return bins
      .filter(({ from, to }) => from >= span[0] - 1e-9 && to <= span[1] + 1e-9)
      .map(({ from, to, share }) => ({
        from: percentNumber(from),
        to: percentNumber(to),
        middle: percentNumber((from + to) / 2),
        base,
        top: base - up(share.share),
        low: base - up(share.low),
        high: base - up(share.high),
        isAtTarget: from >= 1,
      }));
  });
  const level = along(
    "x",
    "from",
    { title: "attainment, % of target", domain: [percentNumber(span[0]), percentNumber(span[1])] },
    space,
  );
  // Names of limits stand beyond the ends where labels would.
  const x = { ...level, axis: { ...(level.axis as object), labelFlush: true } };
  const y = {
    field: "base",
    type: "quantitative",
    scale: { domain: [height, 0], nice: false, zero: false },
    axis: null,
  };
  const bar = (isAtTarget: boolean, color: string) => ({
    data: { values: bars.filter((one) => one.isAtTarget === isAtTarget) },
    mark: { type: "rect", color, stroke: colours.background, strokeWidth: 1 },
    encoding: { x, x2: { field: "to" }, y, y2: { field: "top" } },
  });
  const text = (value: string, at: object, color: string) => ({
    data: { values: [{}] },
    mark: { type: "text", baseline: "middle", color, ...at },
    encoding: { text: { value } },
  });
  return {
    width: space.width,
    height,
    layer: [
      bar(false, colours.quiet),
      bar(true, colours.accent),
      ...(withErrors
        ? [
            {
              data: { values: bars },
              mark: { type: "rule", strokeWidth: 1, color: colours.ink },
              encoding: {
                x: { field: "middle", type: "quantitative" },
                y: { ...y, field: "low" },
                y2: { field: "high" },
              },
            },
          ]
        : []),
      {
        data: { values: found.map((_, k) => ({ base: head + (k + 1) * row })) },
        mark: { type: "rule", strokeWidth: 1, color: colours.line },
        encoding: { y },
      },
      ...marksOf(found, row).flatMap(({ name, at, lines }, level) => {
        const share = (at - span[0]) / (span[1] - span[0]);
        const align = share > 0.7 ? "right" : share < 0.3 ? "left" : "center";
        return [
          {
            data: { values: lines },
            mark: { type: "rule", strokeWidth: 1, strokeDash: [2, 3], color: colours.ink },
            encoding: { x: { field: "at", type: "quantitative" }, y, y2: { field: "top" } },
          },
          text(name, { x: share * space.width, y: 8 + 14 * level, align }, colours.muted),
        ];
      }),
      text("at target", { x: space.width + 8, y: head - 8, align: "left" }, colours.muted),
      ...found.flatMap(({ atTarget }, k) => {
        const middle = head + (k + 0.5) * row;
        return [
          ...(found.length === 1
            ? []
            : [
                text(
                  cutText(labels[k], space.left - 8, sizes.label),
                  { x: -8, y: middle, align: "right" },
                  colours.ink,
                ),
              ]),
          text(sharePlusMinus(atTarget), { x: space.width + 8, y: middle, align: "left" }, colours.ink),
        ];
      }),
    ],
  };
}

/** Threshold, target and cap: what they are called, where the name stands, and a line for every design that has one. */
function marksOf(found: readonly Attainments[], row: number) {
  const all = [
    { word: "threshold", of: (one: Attainments) => one.threshold },
    { word: "target", of: () => 1 },
    { word: "cap", of: (one: Attainments) => one.cap },
  ];
  return all.flatMap(({ word, of }) => {
    const places = found.flatMap((one, k) => {
      const at = of(one);
      return at === undefined || (word !== "target" && at === 1) ? [] : [{ at, k }];
    });
    if (places.length === 0) return [];
    const scores = places.map(({ at }) => at);
    const [low, high] = [Math.min(...scores), Math.max(...scores)].map(percentNumber);
    return [
      {
        name: word === "target" ? word : `${word} ${low === high ? low : `${low} to ${high}`} %`,
        at: scores.reduce((sum, one) => sum + one, 0) / scores.length,
        lines: places.map(({ at, k }) => ({
          at: percentNumber(at),
          base: head + (k + 1) * row,
          top: head + k * row + 2,
        })),
      },
    ];
  });
}
