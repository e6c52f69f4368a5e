import type { GapStep } from "../../agency-theory/beside-simulation/explain.js";
import type { IdealWeights } from "../../agency-theory/ideal-weights.js";
import type { RationalRow } from "../../agency-theory/rational/rational-play.js";
import type { TheoryBesideSimulation } from "../../agency-theory/theory-beside-simulation.js";
import type { WeightSweep } from "../../agency-theory/weight-sweep.js";
import { type DataTable, number, tableOf, textColumn, whole, yesOrNo } from "../../foundation/tables/data-table.js";
import { estimates, ofDesign, plausibles } from "./columns.js";

/** What agency theory makes of measures, activities and designs. */
export function idealTables({ currency, measures, best, usable, ifReal, ...found }: IdealWeights): DataTable[] {
  const yearly = `${currency} per KAM-year`;
  type Measure = IdealWeights["measures"][number];
  type Design = IdealWeights["designs"][number];
  const contracts = [
    { contract: "usable", ...usable },
    { contract: "best", ...best },
    { contract: "if all measured work were real", ...ifReal },
  ];
  const rates = contracts.flatMap((one) =>
    one.rates.map((rate, k) => ({ ...one, measure: measures[k].name, rate, weight: one.weights[k] })),
  );
  return [
    tableOf("ideal measures", "A measure, or a mixture of measures, in theory.", measures, [
      textColumn("measure", "name", (one) => one.name),
      number("input share", "share", "of it that is an input", (one) => one.inputShare),
      ...plausibles<Measure>("weight", "share", "if one knew which world is true", (one) => one.weight),
      ...plausibles<Measure>(
        "alignment",
        "−1 to 1",
        "of the effort it calls for with what is worth it",
        (one) => one.alignment,
      ),
      ...plausibles<Measure>("signal", "score", "effort at 1 % of salary can move it by", (one) => one.signal),
      ...plausibles<Measure>("noise", "score", "SD of luck at the close", (one) => one.noise),
      ...plausibles<Measure>("for show", "share", "of the effort it adds", (one) => one.show),
      number("worth", yearly, "lost without it", (one) => one.worth),
      number("monitoring", yearly, "what measuring it costs", (one) => one.monitoring),
    ]),
    tableOf("contracts", "What a linear contract pays on one measure.", rates, [
      textColumn("contract", "usable pays against nothing; best pays whatever signs", (one) => one.contract),
      textColumn("measure", "name", (one) => one.measure),
      number("rate", `${currency} of a period per score point`, "paid", (one) => one.rate),
      number("weight", "share", "of the sizes of all rates", (one) => one.weight),
      number("input share", "share", "of weight on inputs", (one) => one.inputShare),
      ...plausibles<(typeof rates)[number]>(
        "surplus",
        yearly,
        "value of work less cost of effort and risk",
        (one) => one.surplus,
      ),
    ]),
    tableOf("activities", "What one activity is worth.", found.activities, [
      textColumn("activity", "name", (one) => one.name),
      number("natural", "FTE", "effort nobody pays for", (one) => one.natural),
      ...plausibles<IdealWeights["activities"][number]>(
        "value",
        `${currency} per FTE and month`,
        "of more of it",
        (one) => one.value,
      ),
      number("first best", "FTE", "added by the first best", (one) => one.firstBest),
    ]),
    tableOf("designs in theory", "A design of the scenario in theory.", found.designs, [
      textColumn("design", "name in the scenario file", (one) => one.name),
      textColumn("title", "name as people read it", (one) => one.title),
      number("input share", "share", "of its weight that is on inputs", (one) => one.inputShare),
      number("point", `${currency} of the period`, "worth of a score point at target, as written", (one) => one.point),
      number("best point", `${currency} of the period`, "the same at its best scale", (one) => one.bestPoint),
      ...plausibles<Design>("surplus", yearly, "at its best scale", (one) => one.surplus),
      ...plausibles<Design>("surplus as written", yearly, "with the amounts of the file", (one) => one.asWritten),
      ...plausibles<Design>("lost", yearly, "against the usable contract", (one) => one.lost),
    ]),
    tableOf("share drivers", "An assumption the ideal share of inputs depends on.", found.drivers, [
      textColumn("assumption", "in words", (one) => one.assumption),
      number("correlation", "−1 to 1", "with the ideal share", (one) => one.correlation),
      number("at low", "share", "ideal where it is lowest", (one) => one.low),
      number("at high", "share", "ideal where it is highest", (one) => one.high),
    ]),
  ];
}

/** Designs in theory and in the run, and why one pair differs. */
export function besideTables({ about, rows, explained }: TheoryBesideSimulation): DataTable[] {
  const yearly = `${about.currency} per KAM-year`;
  type Row = TheoryBesideSimulation["rows"][number];
  return [
    tableOf("theory and simulation", "One design in theory and in the run, as differences from the baseline.", rows, [
      ...ofDesign<Row>(),
      number("input share", "share", "of weight on inputs", (one) => one.inputShare),
      number("point", `${about.currency}/year`, "worth of a score point on target", (one) => one.point),
      ...plausibles<Row>("theory", yearly, "surplus", (one) => one.theory),
      ...estimates<Row>("simulated", yearly, "net value", (one) => one.simulated),
    ]),
    tableOf("why they differ", "A step from theory to simulation for one pair of designs.", explained?.steps ?? [], [
      textColumn("design", "whose lead is explained", () => explained?.design),
      textColumn("against", "the other design", () => explained?.against),
      textColumn("step", "what theory leaves out", (one) => one.step),
      ...estimates<GapStep>("change", yearly, "by the step", (one) => one.change),
    ]),
  ];
}

/** The same plan at different weights on inputs. */
export function sweepTables({ about, points, design }: WeightSweep): DataTable[] {
  const yearly = `${about.currency} per KAM-year`;
  type Point = WeightSweep["points"][number];
  return [
    tableOf("weight sweep", "One share of weight on inputs, as a difference from the first.", points, [
      textColumn("of", "design whose rewards and period are kept", () => design),
      number("input share", "share", "of weight on inputs", (one) => one.inputShare),
      textColumn("design", "name in the run of the sweep", (one) => one.design),
      ...plausibles<Point>("theory", yearly, "surplus", (one) => one.theory),
      ...estimates<Point>("simulated", yearly, "net value", (one) => one.simulated),
      yesOrNo("among best", "whether it cannot be told from the best share", (one) => one.isAmongBest),
    ]),
  ];
}

/** How far looking ahead is from rational play: by design, and by period. */
export const rationalTables = (rows: readonly RationalRow[]): DataTable[] => [
  tableOf("rational play", "How far looking ahead is from fully rational play under one design.", rows, [
    ...ofDesign<RationalRow>(),
    number("rational", "money", "worth of best play to the manager", (one) => one.rational),
    number("look-ahead", "money", "worth of looking ahead", (one) => one.lookAhead),
    number("natural", "money", "worth of natural effort", (one) => one.natural),
    number("loss", "share of what the reward is worth", "by looking ahead", (one) => one.loss),
    number("loss of reacting", "share of what reacting is worth", "by looking ahead", (one) => one.lossOfReacting),
    number("worst", "share of what the reward is worth", "largest loss of one period", (one) => one.worst),
  ]),
  tableOf(
    "rational periods",
    "One period of one card in one world.",
    rows.flatMap(({ design, periods }) => periods.map((period) => ({ design, ...period }))),
    [
      textColumn("design", "name in the scenario file", (one) => one.design),
      whole("world", "", "number of the world, from 0", (one) => one.world),
      whole("card", "", "which scorecard, from 0", (one) => one.card),
      whole("start", "months", "before the period", (one) => one.start),
      number("rational", "money", "worth of best play", (one) => one.rational),
      number("look-ahead", "money", "worth of looking ahead", (one) => one.lookAhead),
      number("natural", "money", "worth of natural effort", (one) => one.natural),
    ],
  ),
];
