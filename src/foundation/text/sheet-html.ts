import type { Piece, Sheet, Table, TableColumn, Tone } from "./sheet.js";
import { boundNumbers } from "./text.js";
import { escapeXml } from "./xml.js";

/**
 * A sheet as HTML that takes its colours from the page it stands in, light or dark: styles stand on the elements themselves, so that nothing
 * leaks and notebooks that drop style sheets keep them; no script, no address, no background. Dollar signs are kept from being read as
 * mathematics.
 */
export const sheetHtml = (sheet: Sheet): string =>
  `<div class="rewardlab tex2jax_ignore mathjax_ignore" style="line-height:1.45">\n${piecesHtml(sheet.flat())}\n</div>`;

/** Pieces without anything around them: a part of a larger page. */
export const piecesHtml = (pieces: readonly Piece[]): string =>
  pieces
    .map(pieceHtml)
    .filter((html) => html !== "")
    .join("\n");

/** Widths of running text stay readable on wide screens. */
const measure = "max-width:52em";

function pieceHtml(piece: Piece): string {
  switch (piece.form) {
    case "title":
      return block(piece.text, "margin:0 0 .2em;font-size:1.15em;font-weight:600", 3);
    case "heading":
      return block(piece.text, "margin:1.4em 0 .3em;font-weight:600", 4);
    case "note":
      return block(piece.text, `margin:.2em 0 .6em;font-size:.92em;opacity:.8;${measure}`);
    case "list":
      return listHtml(piece.items);
    case "table":
      return tableHtml(piece.table);
    default: {
      const first = piece.word === undefined ? "" : toned(piece.word, piece.tone ?? "quiet");
      const html = `${first}${running(piece.text)}`;
      return html.trim() === "" ? "" : `<p style="margin:.2em 0 .6em;${measure}">${html}</p>`;
    }
  }
}

/** A heading is no `<h3>`, which notebooks would put into their table of contents. */
function block(text: string, style: string, level?: number): string {
  if (text.trim() === "") return "";
  const role = level === undefined ? "" : ` role="heading" aria-level="${level}"`;
  return `<p${role} style="${style}">${running(text)}</p>`;
}

const listHtml = (items: readonly string[]): string =>
  items.length === 0
    ? ""
    : `<ul style="margin:.2em 0 .8em;padding-left:1.4em;${measure}">\n${items.map(itemHtml).join("\n")}\n</ul>`;

/** An item; one that begins with spaces belongs under the one before. */
const itemHtml = (text: string): string =>
  `<li style="margin:.2em 0${text.startsWith(" ") ? " .2em 1.6em" : ""}">${running(text.trim())}</li>`;

/** Text without characters that change what stands around it, escaped. */
const inert = (text: string): string => escapeXml(text.replace(/[\p{Cc}\p{Cf}]+/gu, " "));

/** The same for text that breaks into lines. */
const running = (text: string): string => boundNumbers(inert(text), "\u00a0").replace(/ ± (?=\d)/g, "\u00a0±\u00a0");

/** Blue and vermilion, told apart by people who confuse colours, in a lightness that reads on white and on black alike. */
const toneStyles: Readonly<Record<Tone, string>> = {
  good: "color:#2a7fc4;font-weight:600",
  bad: "color:#d2561c;font-weight:600",
  open: "font-style:italic",
  quiet: "",
};

/** The class lets a page of its own wear a theme's colours instead. */
const toned = (text: string, tone: Tone): string =>
  toneStyles[tone] === ""
    ? inert(text)
    : `<span class="rewardlab-${tone}" style="${toneStyles[tone]}">${inert(text)}</span>`;

/** Start of a row with a line under it that shows on white and on black. */
const rowStart = '<tr style="border:0;border-bottom:1px solid rgba(128,128,128,.3)">';

/** A table under its caption; one that is too wide scrolls. */
export function tableHtml({ caption, columns, strong, remarks }: Table): string {
  const isWords = columns.map((one, k) => one.isWords ?? k === 0);
  const head = columns.map(({ title }, k) => {
    const side = isWords[k] ? "left" : "right";
    return `<th scope="col" style="padding:.25em .7em;text-align:${side};vertical-align:bottom;font-weight:600">${inert(title)}</th>`;
  });
  const body = columns[0].cells.flatMap((_, r) => [
    `${rowStart}${columns.map((column, k) => cellHtml(column, r, { isWords: isWords[k], isFirst: k === 0, isStrong: r === strong })).join("")}</tr>`,
    ...(remarks?.[r]?.length ? [remarksHtml(remarks[r], columns.length)] : []),
  ]);
  const above =
    caption === ""
      ? ""
      : `<figcaption style="margin:.9em 0 .3em;font-size:.92em;${measure}">${running(caption)}</figcaption>\n`;
  return `<figure style="margin:.2em 0 1em">
${above}<div style="overflow-x:auto"><table style="margin:0;border-collapse:collapse;font-size:.92em;font-variant-numeric:tabular-nums">
<thead>${rowStart}${head.join("")}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table></div>
</figure>`;
}

/** characters. Longer cells may break into lines. */
const longestLine = 60;

interface Place {
  readonly isWords: boolean;
  readonly isFirst: boolean;
  readonly isStrong: boolean;
}

/** A cell; the first of a row names it, and its spaces, which set parts under their whole, stay. */
function cellHtml({ cells, tones }: TableColumn, r: number, { isWords, isFirst, isStrong }: Place): string {
  const cell = cells[r];
  const space = isFirst ? "pre-wrap" : "normal";
  const style = [
    "padding:.15em .7em",
    `text-align:${isWords ? "left" : "right"}`,
    [...cell].length > longestLine
      ? `min-width:20em;white-space:${space}`
      : `white-space:${isFirst ? "pre" : "nowrap"}`,
    ...(isFirst || isStrong ? [`font-weight:${isStrong ? 700 : 400}`] : []),
  ].join(";");
  const [tag, scope] = isFirst ? ["th", ' scope="row"'] : ["td", ""];
  return `<${tag}${scope} style="${style}">${toned(cell, tones?.[r] ?? "quiet")}</${tag}>`;
}

const remarksHtml = (texts: readonly string[], columns: number): string =>
  `${rowStart}<td colspan="${columns}" style="padding:.1em .7em .6em 2.5em;text-align:left;white-space:normal">${texts.map((one) => `<div style="${measure}">${running(one)}</div>`).join("")}</td></tr>`;
