import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { type CurveForm, emptyForm, payoutAt } from "../curves/curve.js";
import { curveField } from "../curves/index.js";
import { hasReached, jumpPlace, type Tie, tieField } from "../curves/tie.js";
import { curveFault, defineLinkage, type LinkageRow, linkageShareText, linkedFields, measureText } from "./linkage.js";

const settings = z.strictObject({
  ...linkedFields,
  rows: z
    .array(
      z.strictObject({
        from: numberField({ dimension: "share" }, "score of the measure from which the row holds"),
        curve: curveField.meta({ description: "payout curve on the reward's own score while the row holds" }),
      }),
    )
    .min(1, { error: "no rows; write at least one, such as { from: 90 %, curve: { kind: target } }" })
    .meta({
      description: "rows by score of the measure, lowest first; no row may pay less than the one before",
      examples: [
        [
          { from: "90 %", curve: { kind: "target" } },
          { from: "100 %", curve: { kind: "linear" } },
        ],
      ],
    }),
  tie: tieField,
  ...sourced,
});

type Settings = z.output<typeof settings>;

/** 1 from one score to the next, 0 elsewhere. */
function between(from: number, to: number | undefined, tie: Tie): CurveForm {
  const places = to === undefined ? [from] : [from, to];
  const jumpAt = places.map((place) => jumpPlace(place, tie));
  return { ...emptyForm, tie, jumpAt, jump: [1, -1].slice(0, places.length), threshold: jumpAt[0], cap: jumpAt[0] };
}

/** Scores at which a curve jumps or bends, and one beyond each end. */
const placesOf = ({ jumpAt, kinkAt }: CurveForm): readonly number[] => [0, ...jumpAt, ...kinkAt, 10];

/** Where a row pays less than the one before it, if anywhere: both are straight between these places. */
function fallsAt({ rows }: Settings, k: number): number | undefined {
  const [before, here] = [rows[k - 1].curve, rows[k].curve];
  const places = [...placesOf(before), ...placesOf(here)].sort((a, b) => a - b);
  return places.find((at) => payoutAt(here, at) < payoutAt(before, at) - 1e-9);
}

function rowsFault({ rows }: Settings): { readonly fault: string; readonly remedy: string } | undefined {
  for (const [k, { from, curve }] of rows.entries()) {
    const wrong = curveFault(curve);
    if (wrong) return { ...wrong, fault: `row ${k + 1}: ${wrong.fault}` };
    if (k === 0) continue;
    if (from <= rows[k - 1].from) return { fault: "rows are not in rising order", remedy: "sort them by from" };
    const falls = fallsAt({ rows } as Settings, k);
    if (falls === undefined) continue;
    return {
      fault: `the row from ${linkageShareText(from)} pays less than the one before it at a score of ${linkageShareText(falls)}`,
      remedy: "let each row pay at least as much as the one before",
    };
  }
  return undefined;
}

/** A payout table of two measures: the second one decides which curve holds. */
export const matrix = defineLinkage<Settings>({
  kind: "matrix",
  title: "matrix",
  summary:
    "A table of two measures: the second one decides along which curve the reward pays on its own score; below the first row nothing.",
  references: ["plan documents of the trade"],
  isRepeatable: false,
  settings: settings as z.ZodType<Settings>,
  rows: (s) =>
    s.rows.map(({ from, curve }, k): LinkageRow => {
      const words = `${s.tie === "lower" ? "above" : "from"} ${linkageShareText(from)} of ${measureText(s)}`;
      return { factor: between(from, s.rows[k + 1]?.from, s.tie), curve, words };
    }),
  formula(s, linked, _pays, score) {
    const row = s.rows.filter(({ from }) => hasReached(linked, from, s.tie)).at(-1);
    return row === undefined ? 0 : payoutAt(row.curve, score);
  },
  words: (s) =>
    `nothing of it is paid ${s.tie === "lower" ? "up to" : "below"} ${linkageShareText(s.rows[0].from)} of ${measureText(s)}`,
  check: rowsFault,
  examples: [
    {
      why: "satisfaction of 95 % lies in the row from 90 %, which pays half of attainment: .5·1.1",
      settings: {
        measure: "customer satisfaction",
        rows: [
          { from: "90 %", curve: { kind: "linear", rate: 0.5 } },
          { from: "100 %", curve: { kind: "linear" } },
        ],
      },
      linked: 0.95,
      score: 1.1,
      gives: 0.55,
    },
    {
      why: "a tie belongs to the higher row",
      settings: {
        measure: "customer satisfaction",
        rows: [
          { from: "90 %", curve: { kind: "linear", rate: 0.5 } },
          { from: "100 %", curve: { kind: "linear" } },
        ],
      },
      linked: 1,
      score: 1.1,
      gives: 1.1,
    },
    {
      why: "with tie: lower it still belongs to the row below",
      settings: {
        measure: "customer satisfaction",
        rows: [
          { from: "90 %", curve: { kind: "linear", rate: 0.5 } },
          { from: "100 %", curve: { kind: "linear" } },
        ],
        tie: "lower",
      },
      linked: 1,
      score: 1.1,
      gives: 0.55,
    },
    {
      why: "below the first row nothing is paid, however high the score",
      settings: {
        measure: "customer satisfaction",
        rows: [{ from: "90 %", curve: { kind: "linear" } }],
      },
      linked: 0.89,
      score: 1.5,
      gives: 0,
    },
  ],
});
