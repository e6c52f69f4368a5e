import { type Piece, paragraph, type TableColumn, table } from "../../foundation/text/sheet.js";
import { formatNumber } from "../../foundation/text/text.js";
import { setConfidence } from "../../results/best/best-set.js";
import type { ComparisonRow } from "../../results/compare.js";
import type { Headline } from "../../results/headline.js";
import { bestWords, chanceText } from "../../wording/best-words.js";
import { namesColumn, numbersColumn, verdictColumn, wordsColumn } from "../../wording/columns.js";
import { edgeUnit, estimateColumn, horizonText, nameText, percent } from "../../wording/numbers.js";
import { shareCell } from "./tables.js";

/** Designs in order of expected net value, then the yardsticks. */
function orderOf({ ranking, comparison }: Headline, outcome: string): ComparisonRow[] {
  const rows = comparison.rows.filter((one) => one.outcome === outcome);
  const place = (row: ComparisonRow): number => {
    const found = ranking.designs.findIndex((one) => one.design === row.design);
    return found < 0 ? ranking.designs.length : found;
  };
  return rows.sort((a, b) => place(a) - place(b));
}

const nameWidth = 30;

const names = (rows: readonly ComparisonRow[]): TableColumn =>
  namesColumn(
    "",
    rows.map((row) => row.design),
    nameWidth,
  );

/** What each design is worth against the baseline, under every response. */
export function worthTable(found: Headline): Piece {
  const { comparison, ranking } = found;
  const { baseline, response, about } = comparison;
  const rows = orderOf(found, "net value");
  const others = comparison.rows[0].responses.map((one) => one.response).filter((one) => one !== response);
  const of = (name: string) =>
    rows.map((row) =>
      row.design === baseline ? undefined : row.responses.find((one) => one.response === name)?.difference,
    );
  const unit = edgeUnit(
    { dimension: "money" },
    about.currency,
    of(response).map((one) => one?.mean ?? 0),
  );
  const differences = (name: string): TableColumn => {
    const cells = estimateColumn(of(name), unit.factor, { sign: true });
    return numbersColumn(
      name,
      cells.map((one, k) => (rows[k].design === baseline ? "baseline" : one)),
    );
  };
  const best = rows.map((row) => ranking.designs.find((one) => one.design === row.design)?.best.share);
  const verdicts = rows.map((row) => (row.design === baseline || row.role !== "design" ? undefined : row.verdict));
  const columns = [
    names(rows),
    ...[response, ...others].map(differences),
    numbersColumn(
      "better in",
      rows.map((row) => shareCell(row.design === baseline ? undefined : row.better?.share)),
    ),
    numbersColumn("best in", best.map(shareCell)),
    verdictColumn(verdicts),
  ];
  const caption = `Net value against "${nameText(baseline)}", ${unit.label} per KAM over ${horizonText(about.months)}, by response of the managers`;
  return table(caption, columns, { strong: clearlyBest(found, rows) });
}

/** How far each design is behind the first, how probable it is that it is best, and whether it can be told from the best. */
export function bestTable({ ranking, comparison }: Headline): Piece {
  const { designs } = ranking;
  const unit = edgeUnit(
    { dimension: "money" },
    comparison.about.currency,
    designs.map(({ behind }) => behind.mean),
  );
  const behind = estimateColumn(
    designs.map((one, k) => (k === 0 ? undefined : one.behind)),
    unit.factor,
  );
  const caption = `Expected net value: how far behind the first, ${unit.label}; how probably the highest of all; whether it can be told from the highest, all designs compared at once (${percent(setConfidence)})`;
  return table(caption, [
    namesColumn(
      "",
      designs.map(({ design }) => design),
      nameWidth,
    ),
    numbersColumn(
      "behind",
      behind.map((one, k) => (k === 0 ? "first" : one)),
    ),
    numbersColumn(
      "best with probability",
      designs.map(({ probability }) => chanceText(probability)),
    ),
    wordsColumn("", bestWords(designs)),
  ]);
}

/** The row of the best design where it is clearly better than the runner-up and the baseline, and nothing else comes close. */
function clearlyBest(
  { best, contenders, rivals, runnerUp, baseline }: Headline,
  rows: readonly ComparisonRow[],
): number | undefined {
  const leads = [runnerUp, baseline].filter((one) => one !== undefined);
  const isClear =
    leads.length > 0 &&
    rivals.length === 0 &&
    contenders.length === 1 &&
    leads.every(({ verdict }) => verdict === "clearly better");
  return isClear ? rows.findIndex(({ design }) => design === best.design) : undefined;
}

/** Reward cost over the worlds: P10, budget (P50), P90 and reserve (P90 − P50), for designs that cost something. */
export function budgetTable(found: Headline): Piece {
  const { comparison } = found;
  const rows = orderOf(found, "reward cost").filter((one) => one.role === "design" && one.mean.mean > 0);
  if (rows.length === 0) return paragraph("No design costs anything.");
  const { currency } = comparison.about;
  const values = (of: (row: ComparisonRow) => number | undefined) => rows.map((row) => of(row) ?? 0);
  const budgets = values((row) => row.budget);
  const unit = edgeUnit({ dimension: "money" }, currency, budgets);
  const column = (title: string, numbers: readonly number[]): TableColumn =>
    numbersColumn(
      title,
      numbers.map((one) => formatNumber(one * unit.factor, { digits: 1 })),
    );
  const caption = `Reward cost under ${comparison.response}, ${unit.label} per KAM-year; over worlds, luck of this team and assumptions together; budget = P50, reserve = P90 - P50`;
  return table(caption, [
    names(rows),
    column(
      "P10",
      values((row) => row.p10?.value),
    ),
    column("budget", budgets),
    column(
      "P90",
      values((row) => row.p90?.value),
    ),
    column(
      "reserve",
      values((row) => row.reserve),
    ),
  ]);
}

/** Outcomes of the second table with the words over their columns. */
const doing = [
  { outcome: "reward cost", head: "reward cost" },
  { outcome: "cash cost", head: "cash cost" },
  { outcome: "leavers", head: "leavers" },
  { outcome: "at target", head: "at target" },
  { outcome: "effort", head: "effort" },
  { outcome: "return on reward spend", head: "return" },
] as const;

/** What each design costs and does under the headline's response. */
export function doingTable(found: Headline): Piece {
  const { comparison } = found;
  const rows = orderOf(found, "net value");
  const shown = doing.filter(({ outcome }) => comparison.outcomes.some((one) => one.name === outcome));
  if (shown.length === 0) return paragraph("");
  const units = shown.map(({ outcome }) => {
    const known = comparison.outcomes.find((one) => one.name === outcome);
    const means = comparison.rows.filter((one) => one.outcome === outcome).map(({ mean }) => mean.mean);
    return edgeUnit(known?.unit ?? { dimension: "number" }, comparison.about.currency, means);
  });
  const columns = shown.map(({ outcome }, k) => {
    const means = rows.map(
      (row) => comparison.rows.find((one) => one.outcome === outcome && one.design === row.design)?.mean,
    );
    const isRatio = outcome === "return on reward spend";
    return estimateColumn(means, units[k].factor, { error: isRatio });
  });
  const words = shown.map(({ head }, k) => (units[k].label === "" ? head : `${head}, ${units[k].label}`));
  const money = words.filter((one) => one.includes("thousand"));
  const short = shown.map(({ head }, k) => (money.length > 0 && words[k].includes("thousand") ? head : words[k]));
  const caption = [
    ...(money.length > 0 ? [`costs in thousand ${comparison.about.currency} per KAM-year`] : []),
    "effort 1 = a normal month",
    "return = value gained over no reward per unit of reward spend",
  ];
  return table(`Under ${comparison.response}; ${caption.join("; ")}`, [
    names(rows),
    ...columns.map((cells, k) => numbersColumn(short[k], cells)),
  ]);
}
