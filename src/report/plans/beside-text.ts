import type { Explained, GapStep } from "../../agency-theory/beside-simulation/explain.js";
import type { Departures } from "../../agency-theory/beside-simulation/replay.js";
import type { Plausible } from "../../agency-theory/ideal/plausible.js";
import type { TheoryBesideSimulation } from "../../agency-theory/theory-beside-simulation.js";
import type { WeightSweep } from "../../agency-theory/weight-sweep.js";
import { heading, list, note, type Piece, paragraph, type Sheet, table, title } from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import type { Unit } from "../../foundation/values/quantity.js";
import { namesColumn, numbersColumn, wordsColumn } from "../../wording/columns.js";
import {
  type EdgeUnit,
  edgeUnit,
  estimateColumn,
  horizonText,
  nameText,
  oneLine,
  percent,
  rounded,
} from "../../wording/numbers.js";

const yearly: Unit = { dimension: "money/year" };
const nameWidth = 28;

/** Theory beside a run: designs, then for one pair the way from theory to simulation and the reasons for it. */
export function besideSheet(found: TheoryBesideSimulation): Sheet {
  const { about, rows, baseline, response, theoryWorlds, apart, alike, explained } = found;
  const unit = edgeUnit(
    yearly,
    about.currency,
    rows.map(({ simulated }) => simulated.mean),
  );
  const what = `${oneLine(about.title)}: theory beside simulation, against "${nameText(baseline)}", response ${response}`;
  const reading = `${unit.label} and KAM; theory with P10 to P90 over ${plural(theoryWorlds, "plausible world")}, net value simulated ± 95 % interval over ${plural(about.worlds, "world")}; ${horizonText(about.months)}; ${about.status}`;
  const simulated = rows.map((one) => one.simulated);
  const columns = [
    namesColumn(
      "",
      rows.map(({ design }) => design),
      nameWidth,
    ),
    numbersColumn(
      "inputs",
      rows.map(({ inputShare }) => percent(inputShare)),
    ),
    numbersColumn(
      "theory",
      rows.map(({ design, theory }) => (design === baseline ? "baseline" : span(theory, unit))),
    ),
    numbersColumn(
      "simulated",
      estimateColumn(simulated, unit.factor, { sign: true }).map((cell, k) =>
        rows[k].design === baseline ? "baseline" : cell,
      ),
    ),
  ];
  const order =
    apart === 0
      ? "The simulation tells no two designs apart."
      : `Theory orders ${alike} of the ${plural(apart, "pair")} the simulation tells apart as it does.`;
  return [
    [title(what), note(reading)],
    [table("", columns)],
    [paragraph(order)],
    ...(explained === undefined ? [] : explainedSheet(explained, found.playedWorlds, unit)),
  ];
}

const span = ({ mean, p10, p90 }: Plausible, { factor }: EdgeUnit): string =>
  `${rounded(mean * factor, 1, true)} [${rounded(p10 * factor, 1)}, ${rounded(p90 * factor, 1)}]`;

const stepWords: Readonly<Record<GapStep["step"], string>> = {
  risk: "risk is borne, not paid for",
  effort: "people work otherwise",
  "turnover and measuring": "hiring and measuring",
  accounts: "the same work brings something else",
  pay: "pay is not cost of effort",
};

function explainedSheet(one: Explained, worlds: number, unit: EdgeUnit): Sheet {
  const lines = [one.theory, ...one.steps.map(({ change }) => change), one.simulated];
  const names = ["theory", ...one.steps.map(({ step }) => stepWords[step]), "simulated net value"];
  const simulated = one.ladder.map((rung) => rung.simulated);
  const rungs = [
    wordsColumn(
      "one after another taken away",
      one.ladder.map(({ name }) => name),
    ),
    numbersColumn(
      "theory",
      one.ladder.map(({ theory }) => span(theory, unit)),
    ),
    numbersColumn("simulated", estimateColumn(simulated, unit.factor, { sign: true })),
  ];
  const why = `Why: "${nameText(one.design)}" less "${nameText(one.against)}", ${unit.label} and KAM, ${plural(worlds, "world")} played again`;
  const difference = numbersColumn("difference", estimateColumn(lines, unit.factor, { sign: true }));
  return [
    [heading(why)],
    [table("", [wordsColumn("", names), difference])],
    reasons(one),
    [table("Surplus before risk, in theory and simulated, the same plans", rungs)],
  ];
}

/** What the pair does that theory's straight line leaves out; each line with its numbers, the design's first. */
function reasons({ design, against, departures: [mine, other] }: Explained): Piece[] {
  const both = (of: (one: Departures) => number, text: (value: number) => string): string =>
    `${text(of(mine))} and ${text(of(other))}`;
  const flat = (one: Departures): number => one.flatBelow + one.flatAbove;
  const points = (value: number): string => rounded(value * 100, 1, true);
  const lines = [
    `the curve bends: ${both(flat, percent)} of closes lie where more score pays no more (${both(({ flatBelow }) => flatBelow, percent)} below, ${both(({ flatAbove }) => flatAbove, percent)} above); where managers expect to close a point is worth ${both(({ slope }) => slope, percent)} of what it is on target`,
    `closes lie ${both(({ distance }) => distance, points)} hundredths off target, with luck of ±${both(
      ({ spread }) => spread,
      (value) => rounded(value * 100, 1),
    )} still to come`,
    `${both(({ later }) => later, percent)} of the reward of more effort comes from later periods, which theory leaves out`,
    `${both(({ show }) => show, percent)} of effort beyond natural is for show`,
    `motivation is ${both(
      ({ motive }) => motive,
      (value) => rounded(value * 100, 1, true),
    )} % off rest`,
    `a month is full in ${both(({ full }) => full, percent)} of months`,
    `effort in the second half of a period is ${both(({ late }) => late, percent)} of the first`,
    `${both(({ leavers }) => leavers, percent)} of managers leave in a year`,
  ];
  return [heading(`What theory leaves out, "${nameText(design)}" first, "${nameText(against)}" second`), list(lines)];
}

/** A sweep: shares down, theory and simulation across. */
export function sweepSheet(sweep: WeightSweep): Sheet {
  const { about, design, points, simulatedBest, theoryBest } = sweep;
  const unit = edgeUnit(
    yearly,
    about.currency,
    points.flatMap(({ simulated, theory }) => [simulated.mean, theory.mean]),
  );
  const among = points.filter(({ isAmongBest }) => isAmongBest).map(({ inputShare }) => percent(inputShare));
  const what = `${oneLine(about.title)}: weight on inputs in "${nameText(design)}", ${unit.label} and KAM against ${percent(points[0].inputShare)} on inputs`;
  const simulated = points.map((one) => one.simulated);
  const columns = [
    wordsColumn(
      "inputs",
      points.map(({ inputShare }) => percent(inputShare)),
    ),
    numbersColumn(
      "theory",
      points.map(({ theory }) => span(theory, unit)),
    ),
    numbersColumn("simulated", estimateColumn(simulated, unit.factor, { sign: true })),
  ];
  const answer = `Simulated, ${percent(simulatedBest)} on inputs does best of those tried; ${joinWords(among)} cannot be told apart from it over ${plural(about.worlds, "world")}. Theory puts ${percent(theoryBest)} first.`;
  const sides = [
    ["inputs", sweep.inputs],
    ["outputs", sweep.outputs],
  ] as const;
  const split = sides.map(
    ([name, weights]) =>
      `${name}: ${joinWords(Object.entries(weights).map(([one, share]) => `${one} ${percent(share)}`))}`,
  );
  return [[title(what)], [table("", columns)], [paragraph(answer)], [list(split)]];
}
