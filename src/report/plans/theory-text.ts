import type { Contract } from "../../agency-theory/ideal/contract.js";
import type { Plausible } from "../../agency-theory/ideal/plausible.js";
import type { IdealWeights } from "../../agency-theory/ideal-weights.js";
import { heading, list, note, type Piece, paragraph, type Sheet, table, title } from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import type { Unit } from "../../foundation/values/quantity.js";
import { namesColumn, numbersColumn } from "../../wording/columns.js";
import { edgeUnit, horizonText, nameText, oneLine, percent, placesFor, rounded } from "../../wording/numbers.js";

const yearly: Unit = { dimension: "money/year" };
const nameWidth = 28;

/** Ideal weights: what theory asks for, what it rests on, what each design loses. */
export function idealWeightsSheet(ideal: IdealWeights): Sheet {
  const { period, worlds, status, designs, usable, measures } = ideal;
  return [
    [
      title(`${oneLine(ideal.title)}: weights agency theory asks for, period ${horizonText(period)}`),
      note(
        `closed form, nothing simulated; in brackets P10 to P90 over ${plural(worlds, "plausible world")}; ${status}`,
      ),
    ],
    [paragraph(answerText(ideal))],
    [measureTable(ideal)],
    [list(measureNotes(ideal))],
    [activityTable(ideal)],
    [designTable(ideal)],
    designs.length > 0 && measures.length > 0 ? [paragraph(lossText(ideal))] : [],
    groundsPieces(ideal, usable),
  ];
}

/** A weight in whole per cent: rounding alone leaves traces where measures repeat each other. */
const weightText = (share: number): string => `${rounded(share * 100, 0)} %`;

/** `41 % [24, 52]`. */
const shareText = ({ p10, p90 }: Plausible, mean: number): string =>
  `${weightText(mean)} [${rounded(p10 * 100, 0)}, ${rounded(p90 * 100, 0)}]`;

/** Smallest weight that is named. */
const leastWeight = 0.005;

const used = ({ weights }: Contract): number[] =>
  [...weights.keys()].filter((k) => weights[k] >= leastWeight).sort((a, b) => weights[b] - weights[a]);

/** Worlds from which percentiles are worth naming. */
const enoughWorlds = 10;

function answerText({ usable, measures, inputShare, currency, firstBest, worlds }: IdealWeights): string {
  if (usable.point === 0) return "No rate above zero is worth its risk: theory would pay for no score.";
  const names = used(usable).map((k) => `${measures[k].name} ${weightText(usable.weights[k])}`);
  const { factor, label } = edgeUnit(yearly, currency, [usable.surplus.mean]);
  const sure =
    worlds < enoughWorlds
      ? ""
      : ` If one knew the true world, ${rounded(inputShare.p10 * 100, 0)} to ${rounded(inputShare.p90 * 100, 0)} % would belong there in four worlds of five.`;
  const full = usable.isFull ? " It takes all the hours a month has." : "";
  const surplus = rounded(usable.surplus.mean * factor, 0);
  const best = rounded(firstBest.mean * factor, 0);
  return `Use ${joinWords(names)}: ${weightText(usable.inputShare)} on inputs.${sure} It creates ${surplus} of the ${best} ${label} and KAM the first best would.${full}`;
}

function measureTable({ measures, usable, best }: IdealWeights): Piece {
  const order = [...measures.keys()].sort((a, b) => usable.weights[b] - usable.weights[a]);
  const rows = order.map((k) => measures[k]);
  const two = (value: number): string => rounded(value, 2);
  const cells = {
    weight: order.map((k) => shareText(measures[k].weight, usable.weights[k])),
    "any sign": order.map((k) => `${rounded(best.weights[k] * 100, 0, true)} %`),
    alignment: rows.map(({ alignment }) => two(alignment.mean)),
    "effort moves": rows.map(({ signal }) => rounded(signal.mean * 100, 1)),
    "luck moves": rows.map(({ noise }) => rounded(noise.mean * 100, 1)),
    "for show": rows.map(({ show }) => percent(show.mean)),
  };
  const names = rows.map(({ name }) => name);
  return table("Measures: the weight to use, and what it rests on", [
    namesColumn("", names, nameWidth),
    ...numbersColumns(cells),
  ]);
}

/** Columns of numbers by their titles. */
const numbersColumns = (cells: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(cells).map(([title, of]) => numbersColumn(title, of));

function measureNotes({ measures, best, usable, currency }: IdealWeights): string[] {
  const against = measures.filter((_, k) => best.weights[k] < 0).map(({ name }) => name);
  const worth = measures.filter((_, k) => usable.weights[k] >= leastWeight).sort((a, b) => b.worth - a.worth);
  const { factor, label } = edgeUnit(
    yearly,
    currency,
    worth.map((one) => one.worth),
  );
  const words = worth.map((one) => `${one.name} ${rounded(one.worth * factor, placesFor([], [one.worth * factor]))}`);
  const trusted = used(usable)
    .filter((k) => measures[k].show.mean === 0)
    .map((k) => measures[k].name);
  return [
    "Alignment is the cosine between the work a measure calls for and the work that is worth it; effort and luck in hundredths of a score point at the close, effort being what 1 % of salary buys.",
    against.length > 0
      ? `With any sign theory would pay against ${joinWords(against)}: no plan should, so do not use ${against.length === 1 ? "it" : "them"}.`
      : "",
    trusted.length > 0
      ? `Taken as proof against show: ${joinWords(trusted)}. Where yours can be dressed up, ask again without.`
      : "",
    words.length > 0 ? `Lost without it, ${label} and KAM: ${joinWords(words)}.` : "",
  ].filter((one) => one !== "");
}

function activityTable({ activities, usable, currency }: IdealWeights): Piece {
  const unit: Unit = { dimension: "money" };
  const { factor, label } = edgeUnit(
    unit,
    currency,
    activities.map(({ value }) => value.mean),
  );
  const places = placesFor(
    [],
    activities.map(({ value }) => value.mean * factor),
  );
  const share = (value: number): string => `${rounded(value * 100, 1, true)} %`;
  const names = activities.map(({ name }) => name);
  return table("Activities: what more of each is worth, and what the ideal and the first best add to it", [
    namesColumn("per cent of a full-time month", names, nameWidth),
    ...numbersColumns({
      natural: activities.map(({ natural }) => `${rounded(natural * 100, 1)} %`),
      [`worth of 1, ${label}`]: activities.map(({ value }) => interval(value, factor, places)),
      "ideal adds": activities.map((_, j) => share(usable.effort[j])),
      "first best adds": activities.map(({ firstBest }) => share(firstBest)),
    }),
  ]);
}

const interval = ({ mean, p10, p90 }: Plausible, factor: number, places: number): string =>
  `${rounded(mean * factor, places)} [${rounded(p10 * factor, places)}, ${rounded(p90 * factor, places)}]`;

const designUnit = ({ designs, usable, currency }: IdealWeights) =>
  edgeUnit(yearly, currency, [usable.surplus.mean, ...designs.map(({ surplus }) => surplus.mean)]);

function designTable(ideal: IdealWeights): Piece {
  const { factor, label } = designUnit(ideal);
  const { designs, usable } = ideal;
  const most = Math.max(Math.abs(usable.surplus.mean), ...designs.map(({ lost }) => lost.mean)) * factor;
  const places = Math.max(0, placesFor([], [most]));
  const per = 12 / ideal.period;
  const point = (value: number): string => rounded((value * per * factor) / 10, Math.max(places, 1));
  const surplus = [usable.surplus, ...designs.map((one) => one.surplus)];
  const names = designs.map(({ name }) => name);
  return table(`Designs, ${label} and KAM`, [
    namesColumn("", ["the ideal", ...names], nameWidth),
    ...numbersColumns({
      inputs: [usable.inputShare, ...designs.map(({ inputShare }) => inputShare)].map(weightText),
      "a tenth pays": ["", ...designs.map((one) => point(one.point))],
      best: [usable.point, ...designs.map(({ bestPoint }) => bestPoint)].map(point),
      creates: ["", ...designs.map(({ asWritten }) => rounded(asWritten.mean * factor, places))],
      "at best scale": surplus.map((one) => rounded(one.mean * factor, places)),
      "lost against the ideal": ["", ...designs.map(({ lost }) => interval(lost, factor, places))],
    }),
  ]);
}

function lossText(ideal: IdealWeights): string {
  const [baseline] = ideal.designs;
  const { factor, label } = designUnit(ideal);
  const places = Math.max(0, placesFor([], [baseline.lost.mean * factor]));
  const team = ideal.designs.filter(({ hasTeam }) => hasTeam).map(({ name }) => `"${nameText(name)}"`);
  const teams = team.length > 0 ? ` Team scores of ${joinWords(team)} are taken as personal.` : "";
  return `The weights of "${nameText(baseline.name)}" lose ${interval(baseline.lost, factor, places)} ${label} and KAM against the ideal, even at their own best scale. "A tenth pays" is what a tenth of a score point is worth on target in a year, with the amounts of the file; "creates" is surplus at that strength.${teams}`;
}

function groundsPieces({ drivers, ifReal, usable }: IdealWeights, { inputShare }: Contract): Piece[] {
  const lines = drivers.map(
    (one) =>
      `${one.assumption}: ${percent(one.low)} on inputs in the fifth of worlds where it is lowest, ${percent(one.high)} where it is highest`,
  );
  const real =
    ifReal.inputShare === usable.inputShare
      ? []
      : [
          `if nothing were done for show, ${percent(ifReal.inputShare)} would belong on inputs instead of ${percent(inputShare)}`,
        ];
  if (lines.length + real.length === 0) return [];
  return [heading("What the share on inputs rests on"), list([...real, ...lines])];
}
