import {
  heading,
  note,
  type Piece,
  paragraph,
  type Sheet,
  type TableColumn,
  type Tone,
  table,
} from "../../foundation/text/sheet.js";
import { sheetText } from "../../foundation/text/sheet-text.js";
import { plural } from "../../foundation/text/text.js";
import { version } from "../../foundation/version.js";
import type { ValidationRow } from "../../validation/validate.js";
import { numbersColumn, wordsColumn } from "../../wording/columns.js";

const madeBy = {
  engine: "general engine",
  part: "part's own function",
  formula: "formula of the check",
  data: "study's data",
} as const;

/** Significant digits: of what is known, and of ours, whose last ones a search leaves open. */
const [knownDigits, ownDigits] = [8, 7];

/** A number in as few characters as it needs, never in the notation of powers where that can be avoided. */
function short(value: number, digits: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e7) return Number(value.toPrecision(digits)).toExponential();
  return String(Number(value.toPrecision(digits)));
}

/**
 * The largest power of ten at most a thousandth of what is allowed: less is not told apart, since the last bits of a number may differ
 * from one machine to another. Undefined where nothing gates.
 */
const grainOf = ({ isShown, tolerance }: ValidationRow): number | undefined =>
  isShown || tolerance === 0 ? undefined : Number(`1e${Number(tolerance.toExponential().split("e")[1]) - 3}`);

/** How far ours is off, to one digit. */
function distance(one: ValidationRow): string {
  const off = Math.abs(one.ours - one.exact);
  const grain = grainOf(one);
  if (grain !== undefined && off < grain) return `< ${rough(grain)}`;
  return off === 0 ? "0" : rough(off);
}

/** So many digits (at least two from ten on), in the notation of powers below a hundredth and from a million. */
const rough = (value: number, places = 1): string =>
  value >= 0.01 && value < 1e6
    ? String(Number(value.toPrecision(value < 10 ? places : 2)))
    : `${Number(value.toPrecision(places)).toExponential()}`;

/** Ours as it is known: what is off 0 by less than is told apart is 0. */
function ourText(one: ValidationRow): string {
  if (one.exact !== 0) return short(one.ours, ownDigits);
  return distance(one).startsWith("<") ? "0" : `${one.ours < 0 ? "-" : ""}${rough(Math.abs(one.ours))}`;
}

const verdict = ({ isShown, passed }: ValidationRow): string => (isShown ? "shown" : passed ? "pass" : "FAIL");

const allowed = ({ isShown, tolerance }: ValidationRow): string => (isShown ? "" : rough(tolerance, 2));

/** How many of the rows that gate passed: `all 98 checks pass; 10 more rows are shown only`. */
export function validationSummary(rows: readonly ValidationRow[]): string {
  const gating = rows.filter(({ isShown }) => !isShown);
  const failed = gating.filter(({ passed }) => !passed).length;
  const shown = rows.length - gating.length;
  const said =
    failed === 0 ? `all ${plural(gating.length, "check")} pass` : `${failed} of ${plural(gating.length, "check")} fail`;
  return shown === 0 ? said : `${said}; ${shown} more rows are shown only`;
}

/** Every row in lines of at most 100 characters, then the verdict. */
export const validationTable = (rows: readonly ValidationRow[]): string => sheetText(validationSheet(rows));

const toneOf = ({ isShown, passed }: ValidationRow): Tone => (isShown ? "open" : passed ? "good" : "bad");

/** A table for each result, its source above it, what is claimed under every row, why so much is allowed below; then how many passed. */
export function validationSheet(rows: readonly ValidationRow[]): Sheet {
  const blocks = groupsOf(rows).map(({ name, own }): readonly Piece[] => {
    const reasons = new Set(own.filter(({ isShown }) => !isShown).map(({ reason }) => reason));
    return [
      heading(name),
      table("", columnsOf(own), { remarks: own.map((one) => [remark(one)]) }),
      ...[...reasons].map((reason) => note(`allowed: ${reason}`)),
    ];
  });
  return [...blocks, [paragraph(validationSummary(rows))]];
}

function columnsOf(rows: readonly ValidationRow[]): TableColumn[] {
  const cells = (of: (row: ValidationRow) => string): string[] => rows.map(of);
  return [
    wordsColumn(
      "",
      cells(({ id }) => (id.length > 44 ? `${id.slice(0, 43)}…` : id)),
    ),
    numbersColumn(
      "exact",
      cells(({ exact }) => short(exact, knownDigits)),
    ),
    numbersColumn("ours", cells(ourText)),
    numbersColumn("distance", cells(distance)),
    numbersColumn("allowed", cells(allowed)),
    { ...wordsColumn("", cells(verdict)), tones: rows.map(toneOf) },
  ];
}

/** What is claimed, and of what never gates how far it is off. */
const remark = ({ claim, isShown, reason }: ValidationRow): string => (isShown ? `${claim}; ${reason}` : claim);

const cell = (text: string): string => text.replaceAll("|", "\\|");

const groupOf = ({ id }: ValidationRow): string => id.split(".")[0];

/** Rows of one result after another, each headed by its id and sources. */
const groupsOf = (rows: readonly ValidationRow[]) =>
  [...new Set(rows.map(groupOf))].map((group) => {
    const own = rows.filter((one) => groupOf(one) === group);
    return { name: `${group}: ${[...new Set(own.map(({ source }) => source))].join("; ")}`, own };
  });

/** A page for readers: what each number is known from, how ours was made, how far they are apart and why that is allowed. */
export function validationMarkdown(rows: readonly ValidationRow[]): string {
  const sections = groupsOf(rows).map(({ name, own }) => {
    const lines = own.map((one) =>
      [
        ...[cell(one.id), cell(one.claim), short(one.exact, knownDigits), ourText(one), distance(one)],
        ...[allowed(one), cell(one.reason), madeBy[one.by], verdict(one)],
      ].join(" | "),
    );
    return [
      `## ${name}`,
      "",
      "| id | what | known | ours | distance | allowed | why that much | made by | |",
      "|---|---|--:|--:|--:|--:|---|---|---|",
      ...lines.map((line) => `| ${line} |`),
    ].join("\n");
  });
  const [first, ...rest] = validationSummary(rows);
  const texts = [
    "# Validation",
    `Made by \`rewardlab validate --format markdown\`, version ${version}; do not edit, \`npm run docs:all\` writes it. ${first.toUpperCase()}${rest.join("")}.`,
    ...readingTexts,
  ];
  return `${[...texts, ...sections].join("\n\n")}\n`;
}

const readingTexts = [
  "E and A: results known exactly. R: real experiments and published figures; the effort of R1 is fitted on three arms of its experiment (no pay, 1 cent and 10 cents per 100) and predicts every other arm.",
  '"General engine" means that the number comes out of the same code that runs every scenario, on a file in `scenarios/laboratory` whose answer is known. Where only part of the model takes part, the part\'s own function is asked. A formula of the check is arithmetic that stands in the check: it confirms the published number, not the model. Rows that are shown only report how far a prediction is off, misses included; they never gate.',
  "Distances are rounded to one digit. Under a thousandth of what is allowed only their size is given (`< 1e-9`): last bits are not the same on every machine.",
];
