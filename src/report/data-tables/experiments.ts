import { type DataTable, number, tableOf, textColumn, whole } from "../../foundation/tables/data-table.js";
import type { Factorial } from "../../results/experiments/factorial.js";
import type { HypothesisTests } from "../../results/experiments/hypotheses.js";
import { estimates, ofDesign, ranged, shares, unitIn } from "./columns.js";

/** Cells, main effects and interactions. */
export function factorialTables({
  about,
  outcome,
  response,
  baseline,
  factors,
  cells,
  ...found
}: Factorial): DataTable[] {
  const unit = unitIn(outcome.unit, about.currency);
  type Effect = Factorial["effects"][number];
  type Interaction = Factorial["interactions"][number];
  type Cell = Factorial["cells"][number];
  const better = <Row extends Pick<Effect, "better">>() =>
    shares<Row>(
      "better",
      "share of draws",
      "in which it is expected to be in the better direction",
      (one) => one.better,
    );
  return [
    tableOf("cells", "One combination of levels.", cells, [
      ...ofDesign<Cell>(),
      ...factors.map(({ name }) => textColumn<Cell>(name, "level of the factor", (one) => one.cell[name])),
      textColumn("outcome", "name", () => outcome.name),
      textColumn("response", "how managers react", () => response),
      textColumn("baseline", "it is compared with", () => baseline),
      ...estimates<Cell>("mean", unit, "expected value", (one) => one.mean),
      ...estimates<Cell>("difference", unit, "cell less baseline", (one) => one.difference),
      ...better<Cell>(),
    ]),
    tableOf("main effects", "One step of one factor, the others averaged evenly.", found.effects, [
      textColumn("factor", "name", (one) => one.factor),
      textColumn("from", "level", (one) => one.from),
      textColumn("to", "level", (one) => one.to),
      ...estimates<Effect>("difference", unit, "mean at the second level less the first", (one) => one.difference),
      ...better<Effect>(),
      textColumn("verdict", "on the step", (one) => one.verdict),
    ]),
    tableOf("interactions", "By how much a step of one factor depends on another.", found.interactions, [
      textColumn("factor", "whose step it is", (one) => one.factors[0]),
      textColumn("from", "level", (one) => one.from[0]),
      textColumn("to", "level", (one) => one.to[0]),
      textColumn("other factor", "it depends on", (one) => one.factors[1]),
      textColumn("other from", "level", (one) => one.from[1]),
      textColumn("other to", "level", (one) => one.to[1]),
      ...estimates<Interaction>(
        "difference",
        unit,
        "step at the other's second level less at its first",
        (one) => one.difference,
      ),
      ...better<Interaction>(),
      textColumn("verdict", "on the interaction", (one) => one.verdict),
    ]),
  ];
}

/** A row for each hypothesis and response. */
export function hypothesesTables({ about, tests, tested }: HypothesisTests): DataTable[] {
  const rows = tests.flatMap((test) => test.responses.map((under) => ({ test, under })));
  type Row = (typeof rows)[number];
  const sides = tests.flatMap((test) =>
    (["own", "other"] as const).flatMap((side) => test.sides[side].map((design) => ({ test, side, design }))),
  );
  return [
    tableOf("tested hypotheses", "What the run says of one hypothesis under one response.", rows, [
      textColumn("hypothesis", "name", ({ test }) => test.name),
      textColumn("claim", "in words", ({ test }) => test.claim),
      textColumn("outcome", "it is about", ({ test }) => test.outcome.name),
      textColumn("unit", "what 1 of the outcome is", ({ test }) => unitIn(test.outcome.unit, about.currency)),
      textColumn("direction", "higher, lower or equivalent", ({ test }) => test.direction),
      number("smallest effect", "as the outcome", "that matters", ({ test }) => test.smallestEffect),
      textColumn("own", "what is compared, in words", ({ test }) => test.own),
      textColumn("other", "what it is compared with", ({ test }) => test.other),
      textColumn("where", "conditions in words", ({ test }) => test.where.join("; ")),
      textColumn("response", "how managers react", ({ under }) => under.response),
      whole("worlds", "worlds", "in which it applies", ({ under }) => under.worlds),
      ...estimates<Row>("difference", "as the outcome", "own less other", ({ under }) => under.difference),
      ...shares<Row>("holds", "share of draws", "in which the claim holds", ({ under }) => under.holds),
      ...shares<Row>("contrary", "share of draws", "in which the contrary holds", ({ under }) => under.contrary),
      textColumn("verdict", "of it alone", ({ under }) => under.verdict),
      textColumn("reason", "why", ({ under }) => under.reason),
      ...ranged<Row>(
        "adjusted for",
        "hypotheses",
        "tested together",
        () => tested,
        ({ under }) => under.adjusted,
      ),
      textColumn("adjusted verdict", "with the wider interval", ({ under }) => under.adjusted.verdict),
    ]),
    tableOf("sides", "A design either side of a hypothesis is the plain mean of.", sides, [
      textColumn("hypothesis", "name", ({ test }) => test.name),
      textColumn("side", "own, or other", ({ side }) => side),
      textColumn("design", "name in the scenario file", ({ design }) => design),
    ]),
  ];
}
