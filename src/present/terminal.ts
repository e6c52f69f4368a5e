import type { Comparison, ComparisonRow } from "../analysis/compare.js";
import { type Headline, type HeadlineOptions, headline } from "../analysis/headline.js";
import { clearShare } from "../analysis/verdict.js";
import type { Run } from "../engine/run.js";
import { formatNumber, plural, wrap } from "../foundation/text.js";
import { answerText } from "./answer.js";
import {
  edgeUnit,
  estimateColumn,
  estimateText,
  horizonText,
  nameText,
  oneLine,
  percent,
  valueText,
} from "./numbers.js";
import { bridgeTable, driversText, effortText, responsesTable, shareCell, unmetText } from "./sections.js";
import { bullet, pageWidth, tableOf, widest } from "./tables.js";

export interface TerminalOptions {
  /** Escape codes for bold headings; none unless asked for. */
  readonly colour?: boolean | undefined;
}

/** The page for a run: `headlineText` of its `headline`. Throws a Problem for runs without designs. */
export const terminalReport = (run: Run, options: TerminalOptions & HeadlineOptions = {}): string =>
  headlineText(headline(run, options), options);

/** The answer of a run as one page of plain text, lines of at most 100 characters, no trailing newline. */
export function headlineText(headline: Headline, options: TerminalOptions = {}): string {
  const { comparison, best } = headline;
  const { about } = comparison;
  const title = (text: string): string => (options.colour === true ? `\u001b[1m${text}\u001b[0m` : text);
  const section = (name: string, ...body: readonly string[]): string =>
    [title(wrap(name, pageWidth)), ...body.filter((one) => one !== "")].join("\n");
  return [
    section(oneLine(about.title), wrap(oneLine(about.question), pageWidth), statusText(about.status)),
    section("Answer", wrap(answerText(headline), pageWidth), partial(comparison)),
    section(about.isEqualCost ? "Designs at equal cost" : "Designs, each at its own cost", worthTable(headline)),
    section("What they cost and do", doingTable(headline)),
    section("What to budget", budgetTable(headline)),
    section("Who leads if managers react in another way", responsesTable(headline)),
    section(
      `Where the value of "${nameText(best.design)}" comes from`,
      bridgeTable(headline.bridge),
      effortText(headline),
    ),
    section("What would change the answer", driversText(headline.drivers)),
    section("What is not met", unmetText(headline)),
    section("How to read this, and how far to trust it", readingText(headline)),
    footer(comparison),
  ].join("\n\n");
}

const statusWords: Readonly<Record<string, string>> = {
  illustrative: "Status: illustrative. Sizes rest on assumptions; trust signs and order before amounts.",
  calibrated: "Status: calibrated to data, not yet tested on other data.",
  validated: "Status: validated on data it was not fitted to.",
};

/** What the status of a scenario means for its numbers. */
export const statusText = (status: string): string => statusWords[status] ?? `Status: ${oneLine(status)}.`;

const partial = ({ about }: Comparison): string =>
  about.isComplete
    ? missedText(about)
    : `Stopped early: ${formatNumber(about.worlds)} worlds were finished, fewer than asked for.`;

/** Says where the worlds allowed did not reach the precision asked for. */
function missedText({ precision, worlds, currency }: Comparison["about"]): string {
  if (precision === undefined || precision.isMet) return "";
  const [reached, asked] = [precision.reached, precision.asked].map((one) =>
    valueText(one, { dimension: "money" }, currency),
  );
  return `Precision not reached: differences are known to ± ${reached} after ${formatNumber(worlds)} worlds, asked was ± ${asked}.`;
}

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

function worthTable(headline: Headline): string {
  const { comparison, ranking } = headline;
  const { baseline, response, about } = comparison;
  const rows = orderOf(headline, "net value");
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
  const differences = (name: string): string[] =>
    estimateColumn(of(name), unit.factor, { sign: true }).map((one, k) =>
      rows[k].design === baseline ? "baseline" : one,
    );
  const best = rows.map((row) => ranking.designs.find((one) => one.design === row.design)?.best.share);
  const columns = [
    ...[response, ...others].map(differences),
    rows.map((row) => shareCell(row.design === baseline ? undefined : row.better?.share)),
    best.map(shareCell),
    rows.map((row) => (row.design === baseline || row.role !== "design" ? "" : (row.verdict ?? ""))),
  ];
  const header = [response, ...others, "better in", "best in", "verdict"];
  const caption = `Net value against "${nameText(baseline)}", ${unit.label} per KAM over ${horizonText(about.months)}, by response of the managers`;
  return `${wrap(caption, pageWidth)}\n${named(rows, header, columns)}`;
}

/** A table of designs with names cut so that it fits the page. */
function named(
  rows: readonly ComparisonRow[],
  header: readonly string[],
  columns: readonly (readonly string[])[],
): string {
  const names = (wide: number): string[] => rows.map((row) => nameText(row.design, wide));
  const full = tableOf(["", ...header], [names(nameWidth), ...columns]);
  const excess = widest(full) - pageWidth;
  if (excess <= 0) return full;
  const longest = Math.max(...names(nameWidth).map((one) => [...one].length));
  return tableOf(["", ...header], [names(Math.max(8, longest - excess)), ...columns]);
}

/** Reward cost over the worlds: P10, budget (P50), P90 and reserve (P90 − P50), for designs that cost something. */
function budgetTable(headline: Headline): string {
  const { comparison } = headline;
  const rows = orderOf(headline, "reward cost").filter((one) => one.role === "design" && one.mean.mean > 0);
  if (rows.length === 0) return "No design costs anything.";
  const { currency } = comparison.about;
  const values = (of: (row: ComparisonRow) => number | undefined) => rows.map((row) => of(row) ?? 0);
  const budgets = values((row) => row.budget);
  const unit = edgeUnit({ dimension: "money" }, currency, budgets);
  const cells = (numbers: readonly number[]) => numbers.map((one) => formatNumber(one * unit.factor, { digits: 1 }));
  const columns = [
    cells(values((row) => row.p10?.value)),
    cells(budgets),
    cells(values((row) => row.p90?.value)),
    cells(values((row) => row.reserve)),
  ];
  const caption = `Reward cost under ${comparison.response} over the worlds, ${unit.label} per KAM-year; budget = P50, reserve = P90 - P50`;
  return `${wrap(caption, pageWidth)}\n${named(rows, ["P10", "budget", "P90", "reserve"], columns)}`;
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

function doingTable(headline: Headline): string {
  const { comparison } = headline;
  const rows = orderOf(headline, "net value");
  const shown = doing.filter(({ outcome }) => comparison.outcomes.some((one) => one.name === outcome));
  if (shown.length === 0) return "";
  const units = shown.map(({ outcome }) => {
    const found = comparison.outcomes.find((one) => one.name === outcome);
    const means = comparison.rows.filter((one) => one.outcome === outcome).map(({ mean }) => mean.mean);
    return edgeUnit(found?.unit ?? { dimension: "number" }, comparison.about.currency, means);
  });
  const columns = shown.map(({ outcome }, k) => {
    const found = rows.map(
      (row) => comparison.rows.find((one) => one.outcome === outcome && one.design === row.design)?.mean,
    );
    const isRatio = outcome === "return on reward spend";
    return estimateColumn(found, units[k].factor, { error: isRatio });
  });
  const words = shown.map(({ head }, k) => (units[k].label === "" ? head : `${head}, ${units[k].label}`));
  const money = words.filter((one) => one.includes("thousand"));
  const short = shown.map(({ head }, k) => (money.length > 0 && words[k].includes("thousand") ? head : words[k]));
  const caption = [
    ...(money.length > 0 ? [`costs in thousand ${comparison.about.currency} per KAM-year`] : []),
    "effort 1 = a normal month",
    "return = value gained over no reward per unit of reward spend",
  ];
  return `${wrap(`Under ${comparison.response}; ${caption.join("; ")}`, pageWidth)}\n${named(rows, short, columns)}`;
}

const readingText = (headline: Headline): string => readingLines(headline).map(bullet).join("\n");

/** How the numbers are to be read and how far they reach, a paragraph each. */
export function readingLines({ comparison, best }: Headline): string[] {
  const { about, response, smallestDifference } = comparison;
  const smallest = valueText(smallestDifference, { dimension: "money" }, about.currency, 4);
  return [
    `± is a 95 % interval of Monte Carlo error: it shrinks with more worlds. "Better in" is the share of worlds, each with its own luck and its own draw of every assumption: it does not shrink.`,
    `The verdict is on the difference under "${response}". Clearly better: the interval starts above ${smallest}, the smallest difference worth acting on, and at least ${percent(clearShare)} of worlds agree. Probably better: the mean is above it, the interval above zero, most worlds agree. Practically equal: the interval lies within it. Else too close to call.`,
    `"${response}" is the headline; "none" is the same plan with nobody reacting, so it may pay out less; "evidence" moves effort by what field studies found. None of them is known to be right for KAMs.`,
    `Choosing "${nameText(best.design)}" gives up ${estimateText(best.regret, { dimension: "money" }, about.currency, false)} on average against knowing the best design of each world beforehand.`,
    `No published study gives the causal effect of a reward design on KAMs. This compares designs under stated assumptions; it does not forecast anybody's pay.`,
  ];
}

function footer({ about }: Comparison): string {
  const parts = [
    `scenario ${nameText(about.scenario)}`,
    `seed ${about.seed}`,
    `${formatNumber(about.worlds)} worlds`,
    horizonText(about.months),
    plural(about.managers, "KAM"),
    `RewardLab ${about.version}`,
    `hash ${about.hash.slice(0, 12)}`,
    about.status,
  ];
  return wrap(parts.join(" · "), pageWidth);
}
