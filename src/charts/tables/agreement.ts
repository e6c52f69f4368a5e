import { plural } from "../../foundation/text/text.js";
import { version } from "../../foundation/version.js";
import type { ValidationRow } from "../../validation/validate.js";
import { oneLine } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type UnframedChart } from "../definition/chart.js";
import { validationRows } from "../definition/inputs.js";
import { along, coloured, down } from "../definition/marks.js";

export interface AgreementOptions extends ChartOptions {
  /** What the numbers are, with their unit, such as `button presses in ten minutes`. */
  readonly quantity: string;
  /** Standard errors of what is known, by id of the row, for bars around it. */
  readonly errors?: Readonly<Record<string, number>> | undefined;
}

/** px */
const rowHeight = 26;
const who = ["known", "ours"] as const;

/** Numbers that are known beside ours, misses included. */
export const agreement = defineChart<readonly ValidationRow[], AgreementOptions>({
  name: "agreement",
  takes: validationRows,
  summary:
    "Known numbers beside ours, rows that decide and rows that are only shown: how well the model does, misses included.",
  draw(rows, { quantity, errors = {} }, theme): UnframedChart {
    const lines = rows.map((one) => ({ ...one, claim: oneLine(one.claim), reach: 2 * (errors[one.id] ?? 0) }));
    const names = lines.map(({ claim }) => claim);
    const points = lines.flatMap(({ claim, exact, ours, isShown }) =>
      ([exact, ours] as const).map((value, k) => ({ claim, who: who[k], value, decides: !isShown })),
    );
    const domain = spanOf([
      ...points.map(({ value }) => value),
      ...lines.flatMap(({ exact, reach }) => [exact - reach, exact + reach]),
    ]);
    const { categories, line, quiet } = theme.colours;
    return {
      title: finding(rows),
      subtitle: `${quantity}: what is known beside what the model gives. ${Object.keys(errors).length > 0 ? "Lines: two standard errors of what was observed. " : ""}Sources: ${[...new Set(rows.map(({ source }) => source))].map(oneLine).join("; ")}`,
      about: { text: `rewardlab validate · RewardLab ${version}` },
      columns: [
        { name: "claim", title: "what" },
        { name: "who", title: "whose number" },
        { name: "value", title: quantity },
        { name: "decides", title: "decides" },
      ],
      rows: points,
      left: names,
      right: ["0000"],
      panel: (space) => {
        const y = down("claim", names, space);
        const colour = coloured("who", who, [quiet, categories[0]], space);
        return {
          width: space.width,
          height: Math.max(1, names.length) * rowHeight,
          layer: [
            {
              data: {
                values: lines.map(({ claim, exact, reach }) => ({ claim, from: exact - reach, to: exact + reach })),
              },
              mark: { type: "rule", strokeWidth: 6, color: line },
              encoding: { y, x: along("x", "from", { title: quantity, domain }, space), x2: { field: "to" } },
            },
            {
              data: { values: points },
              mark: { type: "point", filled: true, size: 70, opacity: 1 },
              encoding: { y, x: { field: "value", type: "quantitative" }, color: colour },
            },
          ],
        };
      },
    };
  },
});

/** Share of the largest number. A narrower axis would show rounding as if it were distance. */
const leastSpan = 0.02;

/** Ends of the axis: the numbers with some air, never so close that rounding looks like distance. */
function spanOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const size = Math.max(Math.abs(low), Math.abs(high), 1e-9);
  const air = Math.max(0.04 * (high - low), (leastSpan * size - (high - low)) / 2);
  return [low - air, high + air];
}

function finding(rows: readonly ValidationRow[]): string {
  const [decides, shown] = [rows.filter((one) => !one.isShown), rows.filter((one) => one.isShown)];
  const passed = decides.filter((one) => one.passed).length;
  const gates =
    decides.length > 0 ? [`${passed} of ${plural(decides.length, "number")} the model must give agree`] : [];
  const off = [...shown].sort((a, b) => Math.abs(b.ours / b.exact - 1) - Math.abs(a.ours / a.exact - 1))[0];
  const misses = off
    ? [
        `of ${plural(shown.length, "prediction")} shown, "${oneLine(off.claim)}" is furthest off, by ${Math.round(Math.abs(off.ours / off.exact - 1) * 100)} %`,
      ]
    : [];
  return [...gates, ...misses].join("; ") || "Nothing to compare";
}
