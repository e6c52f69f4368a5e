import { type DataTable, number, tableOf, textColumn, yesOrNo } from "../../foundation/tables/data-table.js";
import { camelToWords } from "../../foundation/text/text.js";
import { parseQuantity } from "../../foundation/values/quantity.js";
import { describedOutcome } from "../../results/basis/outcome-columns.js";
import { factorsIn, sidesOf } from "../../results/experiments/sides.js";
import { conditionOf, type Hypothesis } from "../../scenario/schema/hypothesis.js";
import type { Run } from "../../simulation/data.js";
import { outcomeUnit } from "./outcome-tables.js";

interface Stated extends Hypothesis {
  readonly name: string;
  readonly smallestEffect: number;
}

/** Hypotheses of the scenario with their smallest effects in the outcome's unit. */
function statedIn(run: Run): readonly Stated[] {
  return Object.entries(run.scenario.hypotheses ?? {}).map(([name, one]) => {
    const written = one["smallest effect"];
    const { unit } = describedOutcome(run, one.outcome);
    const smallestEffect =
      written === undefined ? 0 : parseQuantity(written, { ...unit, min: 0 }, { currency: run.currency }).value;
    return { ...(one as Hypothesis), name, smallestEffect };
  });
}

/** What the scenario claims, who is compared, and for which draws. */
export function hypothesisTables(run: Run): readonly DataTable[] {
  const stated = statedIn(run);
  const conditions = stated.map((one) => ({ one, ...conditionOf(one, factorsIn(run), run.currency) }));
  const unit = (one: Stated): string => outcomeUnit(describedOutcome(run, one.outcome), run.currency);
  return [
    tableOf("hypotheses", "What the scenario claims; empty where it claims nothing.", stated, [
      textColumn("hypothesis", "name", (one) => one.name),
      textColumn("claim", "in words", (one) => one.claim),
      textColumn("outcome", "it is about", (one) => one.outcome),
      textColumn("direction", "higher, lower or equivalent", (one) => one.direction),
      number("smallest effect", "as the outcome", "that matters", (one) => one.smallestEffect),
      textColumn("unit", "of the smallest effect", unit),
    ]),
    tableOf(
      "hypothesis_sides",
      "The designs either side of a claim is the plain mean of.",
      conditions.flatMap(({ one, levels }) => {
        const { own, other } = sidesOf(run, one, levels);
        return [
          ...own.map((design) => ({ hypothesis: one.name, side: "own", design })),
          ...other.map((design) => ({ hypothesis: one.name, side: "other", design })),
        ];
      }),
      [
        textColumn("hypothesis", "name", (row) => row.hypothesis),
        textColumn("side", "own, or other: what it is compared with", (row) => row.side),
        textColumn("design", "one of its designs", (row) => row.design),
      ],
    ),
    tableOf(
      "hypothesis_ranges",
      "The draws a claim is about: those with every assumption named in its range.",
      conditions.flatMap(({ one, ranges }) =>
        [...ranges].map(([name, range]) => ({ hypothesis: one.name, assumption: camelToWords(name), ...range })),
      ),
      [
        textColumn("hypothesis", "name", (row) => row.hypothesis),
        textColumn("assumption", "name in a scenario file, as in assumptions", (row) => row.assumption),
        number("low", "as the assumption", "lower end", (row) => row.low),
        number("high", "as the assumption", "upper end", (row) => row.high),
        yesOrNo("closed", "whether the ends belong to it", (row) => row.isClosed),
      ],
    ),
  ];
}
