import { worldsText } from "../../charts/drawing/footer.js";
import { heading, list, note, paragraph, type Sheet, title } from "../../foundation/text/sheet.js";
import { sheetText } from "../../foundation/text/sheet-text.js";
import { boldOff, boldOn, formatNumber, plural } from "../../foundation/text/text.js";
import { assumptions } from "../../model/assumptions.js";
import { responses } from "../../model/responses/index.js";
import { setConfidence } from "../../results/best/best-set.js";
import type { Comparison } from "../../results/compare.js";
import type { Headline, HeadlineOptions } from "../../results/headline.js";
import { clearShare } from "../../results/statistics/verdict.js";
import type { Run } from "../../simulation/data.js";

import { designsAtEqual } from "../../wording/equal-words.js";
import { estimateText, horizonText, nameText, oneLine, percent, valueText } from "../../wording/numbers.js";
import { answerText } from "./answer.js";
import { doubtPieces } from "./doubt-pieces.js";
import { bestTable, budgetTable, doingTable, worthTable } from "./headline-tables.js";
import { equalPieces } from "./plans-table.js";
import { headlineWithRemarks } from "./remarks.js";
import { bridgeTable, driversSheet, effortText, responsesTable } from "./sections.js";
import { splitTable, splitText } from "./split-table.js";
import { stepsLines } from "./tables.js";

export interface TerminalOptions {
  /** Escape codes for bold headings; none unless asked for. */
  readonly colour?: boolean | undefined;
}

/** The page for a run: `headlineText` of its `headline`. Throws a Problem for runs without designs. */
export const terminalReport = (run: Run, options: TerminalOptions & HeadlineOptions = {}): string =>
  headlineText(headlineWithRemarks(run, options), options);

const bold = (text: string): string => `${boldOn}${text}${boldOff}`;

/** The answer of a run as one page of plain text, lines of at most 100 characters, no trailing newline. */
export const headlineText = (found: Headline, { colour }: TerminalOptions = {}): string =>
  sheetText(headlineSheet(found), { heading: colour === true ? bold : undefined });

/** The answer of a run and everything that qualifies it. */
export function headlineSheet(found: Headline): Sheet {
  const { comparison, best } = found;
  const { about } = comparison;
  const [drivers, ...flips] = driversSheet(found.drivers);
  return [
    [title(oneLine(about.title)), paragraph(oneLine(about.question)), note(statusText(about.status))],
    ...doubtPieces(comparison),
    [heading("Answer"), paragraph(answerText(found)), paragraph(partial(comparison))],
    [heading(designsAtEqual(about)), worthTable(found)],
    ...(found.ranking.designs.length < 2 ? [] : [[heading("Which design is best"), bestTable(found)]]),
    [heading("What they cost and do"), doingTable(found)],
    [heading("What to budget"), budgetTable(found)],
    [heading("Who leads if managers react in another way"), responsesTable(found)],
    [
      heading(`Where the value of "${nameText(best.design)}" comes from`),
      bridgeTable(found.bridge),
      paragraph(effortText(found)),
    ],
    [heading("What would change the answer"), ...drivers],
    ...flips,
    [heading("Luck, assumptions, response"), splitTable(comparison, orderOf(found)), paragraph(splitText(comparison))],
    [heading("What was made equal"), ...equalPieces(found)],
    [heading("How to read this, and how far to trust it"), list(readingLines(found))],
    [note(footer(comparison))],
  ];
}

/** The scenario's own designs, best first. */
const orderOf = ({ ranking }: Headline): string[] => ranking.designs.map(({ design }) => design);

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

/** How the numbers are to be read and how far they reach, a paragraph each. */
export function readingLines({ comparison, best }: Headline): string[] {
  const { about, response, smallestDifference } = comparison;
  const smallest = valueText(smallestDifference, { dimension: "money" }, about.currency, 4);
  return [
    `± is a 95 % interval of Monte Carlo error: it shrinks with more worlds. "Better in" and "best in" are shares of the draws of the assumptions, each judged by what is expected under it: that is ignorance, and does not shrink. Luck is no part of them, so that they do not depend on the size of the team simulated.`,
    `The verdict is on the difference under "${response}". Clearly better: the interval starts above ${smallest}, the smallest difference worth acting on, and at least ${percent(clearShare)} of the draws agree, certainly more than half. Probably better: the mean is above it, the interval above zero, most draws agree. Practically equal: the interval lies within it. Else too close to call.`,
    `Designs that may be best cannot be told from the best: the one that truly is best is among them in at least ${percent(setConfidence)} of runs. A design's probability of being best allows for Monte Carlo error and for the best having been looked for among several; like ±, it says nothing about whether the model is right.`,
    `The headline is "${response}". "None" is the same plan with nobody reacting, so it may pay out less; "look-ahead" people foresee what a score point will pay; "evidence" moves effort by what studies found (${drawnFrom()}). None of them is known to be right for KAMs.`,
    `Choosing "${nameText(best.design)}" gives up ${estimateText(best.regret, { dimension: "money" }, about.currency, false)} on average against knowing the assumptions beforehand.`,
    `No published study gives the causal effect of a reward design on KAMs. This compares designs under stated assumptions; it does not forecast anybody's pay.`,
    ...(about.payApart === undefined ? [] : [`Besides, ${about.payApart}.`]),
    ...stepsLines(comparison),
  ];
}

/** Ids of the studies whose numbers reactions draw, as the evidence base lists them. */
const drawnFrom = (): string =>
  [...new Set(responses.flatMap(({ draws = [] }) => draws.map((name) => assumptions[name].source)))].join(", ");

function footer({ about }: Comparison): string {
  const parts = [
    `scenario ${nameText(about.scenario)}`,
    `seed ${about.seed}`,
    worldsText(about),
    horizonText(about.months),
    plural(about.managers, "KAM"),
    `RewardLab ${about.version}`,
    `hash ${about.hash.slice(0, 12)}`,
    about.status,
  ];
  return parts.join(" · ");
}
