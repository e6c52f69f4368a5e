import { plural } from "../../foundation/text/text.js";
import { differenceOf } from "../../foundation/values/quantity.js";
import type { HypothesisTest, HypothesisTests } from "../../results/experiments/hypotheses.js";
import { clearShare } from "../../results/statistics/verdict.js";
import { edgeUnit, oneLine, percent, rounded } from "../../wording/numbers.js";
import { defineChart, type UnframedChart } from "../definition/chart.js";
import { testedHypotheses } from "../definition/inputs.js";
import { coloured, down, signedLabels } from "../definition/marks.js";

/** px */
const rowHeight = 46;
const verdicts = ["supported", "undecided", "not supported"] as const;
/** Effects further out than this, in smallest effects, are drawn at the edge. */
const farthest = 12;

/** Hypotheses with their estimates, in units of the smallest effect that matters to each. */
export const hypotheses = defineChart<HypothesisTests>({
  name: "hypotheses",
  takes: testedHypotheses,
  summary:
    "Estimates and intervals of stated hypotheses against the smallest effect that matters to each, with verdicts.",
  draw(found, _options, theme): UnframedChart {
    const { about, tests, tested } = found;
    const rows = tests.map((test) => rowOf(test, about.currency));
    const names = rows.map(({ claim }) => claim);
    const reach = Math.min(
      farthest,
      Math.max(2, ...rows.map(({ low, high }) => 1.1 * Math.max(Math.abs(low), Math.abs(high)))),
    );
    const within = (value: number): number => Math.max(-reach, Math.min(reach, value));
    const drawn = rows.map((one) => ({
      ...one,
      low: within(one.low),
      high: within(one.high),
      effect: within(one.effect),
      wideLow: within(one.wideLow),
      wideHigh: within(one.wideHigh),
    }));
    const { categories, quiet, line, ink } = theme.colours;
    return {
      title: finding(tests),
      subtitle: `Paired differences, response ${found.response}, in units of the smallest effect that matters (shaded: less than that). Dot and thick line: mean and 95 % interval; thin line: adjusted for ${plural(tested, "hypothesis", "hypotheses")} tested together. On the right: what is claimed, and the share of the draws of the assumptions in which it holds in expectation. Supported: all of the interval beyond the smallest effect on the claimed side, and at least ${percent(clearShare)} of draws`,
      about,
      columns: [
        { name: "claim", title: "hypothesis" },
        { name: "estimate", title: "estimate" },
        { name: "smallest", title: "smallest effect" },
        { name: "effect", title: "in smallest effects" },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
        { name: "draws", title: "draws where it holds" },
        { name: "verdict", title: "verdict" },
      ],
      rows,
      left: names,
      right: drawn.map(({ claimed }) => claimed),
      panel: (space) => {
        const y = down("claim", names, space);
        const colour = coloured("verdict", verdicts, [categories[0], quiet, categories[5] ?? categories[0]], space);
        const x = (field: string) => ({
          field,
          type: "quantitative",
          scale: { domain: [-reach, reach], nice: false },
          title: "effect, in smallest effects that matter",
          axis: { ...signedLabels, tickCount: Math.max(3, Math.floor(space.width / 80)) },
        });
        return {
          width: space.width,
          height: Math.max(1, names.length) * rowHeight,
          data: { values: drawn },
          layer: [
            {
              data: { values: [{ from: -1, to: 1 }] },
              mark: { type: "rect", color: line, opacity: 0.6 },
              encoding: { x: x("from"), x2: { field: "to" } },
            },
            {
              data: { values: [{ zero: 0 }] },
              mark: { type: "rule", color: ink, strokeWidth: 1 },
              encoding: { x: x("zero") },
            },
            {
              mark: { type: "rule", strokeWidth: 1 },
              encoding: { y, x: x("wideLow"), x2: { field: "wideHigh" }, color: colour },
            },
            {
              mark: { type: "rule", strokeWidth: 3.5 },
              encoding: { y, x: x("low"), x2: { field: "high" }, color: colour },
            },
            {
              mark: { type: "point", filled: true, size: 80, opacity: 1 },
              encoding: { y, x: x("effect"), color: colour },
            },
            {
              mark: { type: "text", align: "left", baseline: "middle", color: ink },
              encoding: { y, x: { value: space.width + 6 }, text: { field: "claimed" } },
            },
          ],
        };
      },
    };
  },
});

function rowOf(test: HypothesisTest, currency: string) {
  const { difference, outcome, smallestEffect, adjusted } = test;
  const unit = edgeUnit(differenceOf(outcome.unit), currency, [difference.mean, smallestEffect]);
  const size = smallestEffect > 0 ? smallestEffect : Math.max(1e-12, Math.abs(difference.mean));
  const places = smallestEffect * unit.factor >= 10 ? 0 : 2;
  return {
    claim: oneLine(test.name),
    estimate: `${rounded(difference.mean * unit.factor, places, true)} ${unit.label}`.trimEnd(),
    smallest: `${rounded(smallestEffect * unit.factor, places)} ${unit.label}`.trimEnd(),
    effect: difference.mean / size,
    low: difference.low / size,
    high: difference.high / size,
    wideLow: adjusted.low / size,
    wideHigh: adjusted.high / size,
    draws: percent(test.holds.share),
    claimed: `${test.direction} ${percent(test.holds.share)}`,
    verdict: test.verdict,
  };
}

/** How many claims stand, and which does not. */
function finding(tests: readonly HypothesisTest[]): string {
  if (tests.length === 0) return "No hypothesis was stated";
  const count = (verdict: string): number => tests.filter((one) => one.verdict === verdict).length;
  const [yes, open, no] = verdicts.map(count);
  const parts = [
    `${yes} of ${plural(tests.length, "hypothesis", "hypotheses")} supported`,
    ...(no > 0 ? [`${no} not supported`] : []),
    ...(open > 0 ? [`${open} undecided`] : []),
  ];
  return parts.join(", ");
}
