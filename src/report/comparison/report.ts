import { figure } from "../../charts/drawing/chart-page.js";
import { footerText } from "../../charts/drawing/footer.js";
import { htmlPage } from "../../charts/drawing/page.js";
import { defaultTheme, type Theme } from "../../charts/drawing/theme.js";
import type { View } from "../../charts/drawing/view.js";
import { list, type Piece, paragraph } from "../../foundation/text/sheet.js";
import { piecesHtml } from "../../foundation/text/sheet-html.js";
import { escapeXml } from "../../foundation/text/xml.js";
import type { Headline } from "../../results/headline.js";
import { oneLine } from "../../wording/numbers.js";
import { answerText } from "./answer.js";
import { doubtPieces } from "./doubt-pieces.js";
import { equalPieces } from "./plans-table.js";
import { driversSheet, responsesTable } from "./sections.js";
import { splitTable, splitText } from "./split-table.js";
import { headlineText, readingLines, statusText } from "./terminal.js";
import { titled } from "./titled.js";

/** A chart of a report under a heading of its own. */
export interface ReportChart {
  readonly heading: string;
  readonly view: View;
}

/**
 * The answer of a run as one page that stands on its own: what it says, the charts with their numbers, what would change it, how far to
 * trust it; designs go by their titles throughout, in the text of the command line by their names. No script, nothing loaded.
 */
export async function reportPage(
  headline: Headline,
  charts: readonly ReportChart[],
  theme: Theme = defaultTheme,
): Promise<string> {
  const { about } = headline.comparison;
  const named = titled(headline);
  const figures: string[] = [];
  for (const [k, { heading, view }] of charts.entries()) {
    figures.push(`<h2>${escapeXml(heading)}</h2>\n${await figure(view, `chart-${k}`)}`);
  }
  const body = [
    logoOf(theme),
    `<h1>${escapeXml(oneLine(about.title))}</h1>`,
    `<p class="question">${escapeXml(oneLine(about.question))}</p>`,
    `<p class="status">${escapeXml(statusText(about.status))}</p>`,
    ...doubtPieces(headline.comparison).map(piecesHtml),
    "<h2>Answer</h2>",
    `<p class="answer">${escapeXml(answerText(named))}</p>`,
    ...figures,
    section("Who leads if managers react in another way", [responsesTable(named)]),
    section("What would change the answer", driversSheet(named.drivers).flat()),
    section("Luck, assumptions, response", [
      splitTable(
        named.comparison,
        named.ranking.designs.map(({ design }) => design),
      ),
      paragraph(splitText(named.comparison)),
    ]),
    section("What was made equal", equalPieces(named)),
    section("How to read this, and how far to trust it", [list(readingLines(named))]),
    `<details><summary>All of it as text, as the command line prints it</summary>${preformatted(headlineText(headline))}</details>`,
    `<footer><p>${escapeXml(footerText(about, theme))} · hash ${escapeXml(about.hash)}</p></footer>`,
  ];
  return htmlPage(oneLine(about.title), body.join("\n"), theme);
}

const preformatted = (text: string): string => `<div class="scroll"><pre>${escapeXml(text)}</pre></div>`;

const section = (heading: string, pieces: readonly Piece[]): string =>
  `<h2>${escapeXml(heading)}</h2>\n${piecesHtml(pieces)}`;

/** The client's mark; its address is data, checked when the theme was made. */
const logoOf = ({ logo }: Theme): string =>
  logo === undefined
    ? ""
    : `<p><img src="${escapeXml(logo.image)}" width="${logo.width}" height="${logo.height}" alt=""></p>`;
