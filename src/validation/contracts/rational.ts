import { type DeviationRow, deviationRows } from "../../agency-theory/rational/deviations.js";
import { heldPlans } from "../../agency-theory/rational/plans.js";
import { type RationalRow, rationalPlay } from "../../agency-theory/rational/rational-play.js";
import { parseScenario } from "../../scenario/scenario.js";
import { compile } from "../../simulation/compile.js";
import { assuming, laboratory } from "../laboratory.js";
import { type Allowance, printedTo, row, textOf, type ValidationInputs, type ValidationRow } from "../row.js";

const source = "dynamic programme over month and score foreseen";

/** share of what a reward is worth to the manager. What looking ahead may lose of it before another response is due. */
const mostLost = 0.02;

/** Known to five decimals from another dynamic programme, the year's two to about two units of the last. */
const fifth = printedTo(5);
const year: Allowance = {
  tolerance: 2e-5,
  reason: "known from a coarser grid; refining ours, or trying every effort, moves it by less than 2e-6",
};

/** Design, first effort and value of best play of one period, and how well they are known. */
const quotas: readonly (readonly [string, number, number, Allowance])[] = [
  ["yearly", 0.53902, 5.41365, year],
  ["quarterly", 0.45321, 0.89872, fifth],
  ["monthly", 0.26535, 0.28006, fifth],
];

/** Steps of the grid to one SD of luck: twice the usual, for the sixth digit. */
const fineness = 32;
/** factor. What a month keeps of value, in the row on impatience. */
const impatient = 0.97;

/** Best play of the quota bonus over a year, from the general engine's own scorecard, and what looking ahead loses against it. */
export function rationalYear(inputs: ValidationInputs): ValidationRow[] {
  const base = { source, by: "engine" as const };
  const played = rationalPlay(laboratory(inputs, "quota-year"), { fineness });
  const rows = quotas.flatMap(([name, effort, value, known]) => {
    const { periods } = designOf(played, name);
    const [{ rational, lookAhead, effort: efforts }] = periods;
    const closed = `closed ${name}`;
    return [
      row({
        ...{ ...base, ...known, id: `E7.rational first ${name}`, claim: `first effort of best play, ${closed}` },
        ...{ exact: effort, ours: efforts.rational[0] },
      }),
      row({
        ...{
          ...base,
          ...known,
          id: `E7.rational value ${name}`,
          claim: `value of a period under best play, ${closed}`,
        },
        ...{ exact: value, ours: rational },
      }),
      lossRow(
        `E7.loss ${name}`,
        `value that looking ahead loses against best play, ${closed}`,
        1 - lookAhead / rational,
      ),
    ];
  });
  const rate = `${100 * (1 / impatient ** 12 - 1)} %/year`;
  const later = rationalPlay(laboratory(inputs, "quota-year", assuming({ impatience: rate })), {
    designs: ["yearly"],
    fineness,
  });
  const [first, second] = designOf(later, "yearly").periods[0].effort.rational;
  const growth = row({
    ...{
      ...base,
      ...printedTo(4),
      id: "E7.rational growth",
      claim: "effort expected next month against this, δ = .97",
    },
    ...{ exact: 1.0309, ours: second / first },
  });
  return [...rows, growth];
}

/** How far the flagship's managers are from best play: in the reduced world of each card, and by deviating in the whole engine. */
export function rationalFlagship(inputs: ValidationInputs): ValidationRow[] {
  const name = "kam-flagship";
  const scenario = parseScenario(textOf(inputs.scenarios, name), { name: `${name}.yaml` });
  const program = compile(scenario);
  const designs = program.designs.flatMap(({ role, cards }, d) => (role === "design" && cards.length > 0 ? [d] : []));
  const plans = heldPlans(scenario, program, designs, inputs.quick ? 12 : 48);
  const typical = rationalPlay(scenario, { plans, fineness: inputs.quick ? 8 : 16 });
  const drawn = inputs.quick ? [] : rationalPlay(scenario, { plans, fineness: 8, worlds: 4 });
  const deviations = deviationRows(program, plans, inputs.quick ? 16 : 96);
  return typical.flatMap(({ design, loss }) => {
    const ways = deviations.filter((one) => one.design === design);
    const rows = [
      lossRow(`E7.flagship ${design}`, "value that looking ahead loses against best play, median world", loss),
      deviationRow(design, ways),
    ];
    if (inputs.quick) return rows;
    const id = `E7.flagship drawn ${design}`;
    return [...rows, lossRow(id, "the same in the first 4 worlds of a run", designOf(drawn, design).loss)];
  });
}

const designOf = (rows: readonly RationalRow[], name: string): RationalRow =>
  rows.find(({ design }) => design === name) as RationalRow;

const lossRow = (id: string, claim: string, ours: number): ValidationRow =>
  row({
    ...{ id, claim, source, by: "engine", exact: 0, ours },
    ...{
      tolerance: mostLost,
      reason: "a share of what the reward is worth to the manager; more calls for another response",
    },
  });

/** The best of the deviations, none of which may pay. */
function deviationRow(design: string, ways: readonly DeviationRow[]): ValidationRow {
  const best = ways.reduce((one, other) => (other.gain > one.gain ? other : one));
  return row({
    ...{ id: `E7.deviation ${design}`, source: "best response", by: "engine" },
    claim: `what managers gain by the best of ${ways.length} other ways to play`,
    exact: 0,
    ours: Math.max(0, best.gain),
    tolerance: mostLost + 4 * best.standardError,
    reason: "a share of what the reward is worth to the manager, and 4 standard errors",
  });
}
