import { worldsText } from "../../charts/drawing/footer.js";
import {
  note,
  type Piece,
  paragraph,
  type Sheet,
  type TableColumn,
  table,
  title,
} from "../../foundation/text/sheet.js";
import { sheetText } from "../../foundation/text/sheet-text.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import type { Unit } from "../../foundation/values/quantity.js";
import { headlineOutcome } from "../../results/basis/outcome-columns.js";
import type { Ranked, Ranking } from "../../results/best/ranking.js";
import type { Comparison, ComparisonRow } from "../../results/compare.js";
import { bestSentence } from "../../wording/best-words.js";
import { namesColumn, numbersColumn, verdictColumn } from "../../wording/columns.js";
import {
  edgeUnit,
  estimateColumn,
  halfWidth,
  horizonText,
  nameText,
  oneLine,
  percent,
  placesFor,
  rounded,
  unitText,
  valueText,
} from "../../wording/numbers.js";
import { splitTable, splitText } from "./split-table.js";

const nameWidth = 30;

/** Designs of the scenario and yardsticks, in the run's order. */
const orderOf = ({ rows }: Comparison): string[] =>
  rows.filter((row) => row.outcome === headlineOutcome).map(({ design }) => design);

/** A comparison as text: one table an outcome, all designs, at most 100 characters wide. */
export const comparisonTable = (comparison: Comparison): string => sheetText(comparisonSheet(comparison));

/** A comparison: one table an outcome, all designs; under net value who is best, and how many worlds it takes to say. */
export function comparisonSheet(comparison: Comparison): Sheet {
  const { about, baseline, response, outcomes, rankings } = comparison;
  const blocks = outcomes.map(({ name }) => {
    const ranking = name === headlineOutcome ? rankings.find((one) => one.outcome === name) : undefined;
    return [
      outcomeTable(comparison, name, ranking),
      ...(ranking
        ? [bestSentence(ranking.designs), rankingLine(ranking), ...neededLine(ranking, comparison)].map(paragraph)
        : []),
      ...(ranking ? [splitTable(comparison, orderOf(comparison)), paragraph(splitText(comparison))] : []),
    ];
  });
  return [
    [
      title(`${oneLine(about.title)}: designs against ${nameText(baseline)}, response ${response}`),
      note(
        `mean and difference ± 95 % interval of Monte Carlo error; P10, P50 and P90 over ${worldsText(about)}, luck of ${plural(about.managers, "manager")} and assumptions together; better in: share of the draws of the assumptions in which it is better in expectation; ${horizonText(about.months)}; ${about.status}`,
      ),
      ...(about.payApart === undefined ? [] : [note(`Note that ${about.payApart}.`)]),
      ...stepsLines(comparison).map(note),
    ],
    ...blocks,
  ];
}

/** Most rewards named in a sentence. */
const mostSteps = 3;

/** What hinges on steps, in one sentence or none. */
export function stepsLines({ steps = [] }: Comparison): string[] {
  if (steps.length === 0) return [];
  const names = steps.slice(0, mostSteps).map(({ design, reward }) => `"${nameText(design)}" (${reward})`);
  const rest = steps.length - names.length;
  const who = joinWords(rest > 0 ? [...names, plural(rest, "other reward")] : names);
  const most = rounded(100 * Math.max(...steps.map(({ luck }) => luck)), 1);
  const does = steps.length === 1 ? "pays by steps alone on a score" : "pay by steps alone on scores";
  return [
    `${who} ${does} that luck moves by ${most} points at most (SD): a little more or less effort decides a whole step, so that results hinge on where the steps lie. Move them and compare again; lint(scenario) and rewardlab health show them.`,
  ];
}

/** One outcome of a comparison: designs down, what is known of them across. */
function outcomeTable(comparison: Comparison, name: string, ranking: Ranking | undefined): Piece {
  const outcome = comparison.outcomes.find((one) => one.name === name);
  const rows = comparison.rows.filter((one) => one.outcome === name);
  if (outcome === undefined || rows.length === 0) return paragraph(`${name}: no design has a value`);
  const { currency } = comparison.about;
  const spreads = rows.flatMap(({ p10, p90 }) => [p10?.value ?? 0, p90?.value ?? 0]);
  const unit = edgeUnit(outcome.unit, currency, [...rows.map(({ mean }) => mean.mean), ...spreads]);
  const which = outcome.direction === "neither" ? "" : ` (${outcome.direction} is better)`;
  const others = responsesOf(rows).filter((one) => one !== comparison.response);
  const difference = (response: string, title = response): TableColumn =>
    numbersColumn(title, differenceCells(rows, comparison, response, unit.factor));
  const means = rows.map(({ mean }) => mean);
  const columns = [
    namesColumn(
      "",
      rows.map(({ design }) => design),
      nameWidth,
    ),
    numbersColumn("mean", estimateColumn(means, unit.factor)),
    ...quantileColumns(rows, unit.factor),
    difference(comparison.response, "difference"),
    numbersColumn(
      "better in",
      rows.map(({ better, design }) => shareCell(design === comparison.baseline ? undefined : better?.share)),
    ),
    ...verdicts(rows, comparison),
    ...others.map((response) => difference(response)),
  ];
  const caption = `${name}, ${unitText(unit.label, outcome.per)}${which}${pointsNote(outcome.unit)}`;
  return table(caption, columns, { strong: ranking && clearlyBest(rows, comparison, ranking) });
}

/** Said of a table with a column of shares and one of their differences. */
export const pointsNote = ({ dimension }: Unit): string =>
  dimension.startsWith("share") ? "; differences in percentage points" : "";

/** Of the designs against the baseline, where a smallest difference worth acting on is known; text has no room for them. */
function verdicts(rows: readonly ComparisonRow[], { baseline }: Comparison): TableColumn[] {
  const found = rows.map(({ design, role, verdict }) =>
    design === baseline || role !== "design" ? undefined : verdict,
  );
  return found.every((one) => one === undefined) ? [] : [{ ...verdictColumn(found), isExtra: true }];
}

/**
 * The row of the best design where there is no doubt: clearly better than the baseline (every other clearly worse, where it is the baseline),
 * ahead of the second by a difference worth acting on, and told from all others. Undefined otherwise.
 */
function clearlyBest(
  rows: readonly ComparisonRow[],
  { baseline, smallestDifference }: Comparison,
  { designs: [best, ...others] }: Ranking,
): number | undefined {
  const [second] = others as readonly (Ranked | undefined)[];
  const found = rows.findIndex(({ design }) => design === best.design);
  const isAhead =
    second === undefined || (!others.some((one) => one.mayBeBest) && second.behind.mean >= smallestDifference);
  const isBetter =
    best.design === baseline
      ? rows.every(
          ({ role, design, verdict }) => role !== "design" || design === baseline || verdict === "clearly worse",
        )
      : rows[found]?.verdict === "clearly better";
  return isAhead && isBetter && rows.length > 1 ? found : undefined;
}

const responsesOf = (rows: readonly ComparisonRow[]): string[] => [
  ...new Set(rows.flatMap(({ responses }) => responses.map(({ response }) => response))),
];

function quantileColumns(rows: readonly ComparisonRow[], factor: number): TableColumn[] {
  const places = placesFor(
    rows.map(({ mean }) => halfWidth(mean) * factor),
    rows.map(({ mean }) => mean.mean * factor),
  );
  const of = (pick: (row: ComparisonRow) => { value: number } | undefined): string[] =>
    rows.map((row) => {
      const found = pick(row);
      return found === undefined ? "" : rounded(found.value * factor, places);
    });
  const named = { P10: of(({ p10 }) => p10), P50: of(({ p50 }) => p50), P90: of(({ p90 }) => p90) };
  return Object.entries(named).map(([title, cells]) => ({ title, cells, isOptional: true }));
}

function differenceCells(
  rows: readonly ComparisonRow[],
  comparison: Comparison,
  response: string,
  factor: number,
): string[] {
  const found = rows.map((row) =>
    row.design === comparison.baseline ? undefined : row.responses.find((one) => one.response === response)?.difference,
  );
  return estimateColumn(found, factor, { sign: true }).map((cell, k) =>
    rows[k].design === comparison.baseline ? "baseline" : cell,
  );
}

function rankingLine({ designs }: Ranking): string {
  const often = [...designs]
    .sort((a, b) => b.best.share - a.best.share)
    .slice(0, 4)
    .filter(({ best }) => best.share > 0);
  const words = often.map(({ design, best }) => `${nameText(design, nameWidth)} ${percent(best.share)}`);
  return `Best in expectation: ${words.join(", ")} of the draws of the assumptions.`;
}

/** How many worlds would name the best, beside how many there are. */
function neededLine({ designs, needed }: Ranking, { about }: Comparison): string[] {
  if (needed === undefined) return [];
  const lead = valueText(needed.lead, { dimension: "money" }, about.currency);
  return [
    `To name the best of ${designs.length} in ${percent(needed.chance)} of runs when it is ${lead} ahead takes about ${plural(Math.round(needed.worlds), "world")}; this run has ${rounded(about.worlds, 0)}.`,
  ];
}

/** `74 %`, blank where there is none. */
export const shareCell = (share: number | undefined): string => (share === undefined ? "" : percent(share));
