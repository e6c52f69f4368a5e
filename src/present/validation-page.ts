import type { ValidationRow } from "../analysis/validate.js";
import { plural } from "../foundation/text.js";
import { version } from "../version.js";
import { csv } from "./csv.js";
import { tableOf } from "./tables.js";

const madeBy = { engine: "general engine", part: "part's own function", data: "study's data" } as const;

/** Seven significant digits, never in the notation of powers where it can be avoided. */
function short(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e7) return value.toExponential(2);
  return String(Number(value.toPrecision(7)));
}

const distance = ({ exact, ours }: ValidationRow): string =>
  ours === exact ? "0" : Math.abs(ours - exact).toExponential(1);

const verdict = ({ isShown, passed }: ValidationRow): string => (isShown ? "shown" : passed ? "pass" : "FAIL");

const allowed = ({ isShown, tolerance }: ValidationRow): string => (isShown ? "" : tolerance.toExponential(1));

/** How many of the rows that gate passed: `all 98 checks pass; 10 more rows are shown only`. */
export function validationSummary(rows: readonly ValidationRow[]): string {
  const gating = rows.filter(({ isShown }) => !isShown);
  const failed = gating.filter(({ passed }) => !passed).length;
  const shown = rows.length - gating.length;
  const said =
    failed === 0 ? `all ${plural(gating.length, "check")} pass` : `${failed} of ${plural(gating.length, "check")} fail`;
  return shown === 0 ? said : `${said}; ${shown} more rows are shown only`;
}

/** Every row in a line of at most 100 characters, then the verdict. */
export function validationTable(rows: readonly ValidationRow[]): string {
  const header = ["", "exact", "ours", "distance", "allowed", ""];
  const columns = [
    rows.map(({ id }) => (id.length > 48 ? `${id.slice(0, 47)}…` : id)),
    rows.map(({ exact }) => short(exact)),
    rows.map(({ ours }) => short(ours)),
    rows.map(distance),
    rows.map(allowed),
    rows.map(verdict),
  ];
  return `${tableOf(header, columns)}\n\n${validationSummary(rows)}`;
}

/** One row a number, in full. */
export const validationCsv = (rows: readonly ValidationRow[]): string =>
  csv([
    ["id", "claim", "source", "made_by", "exact", "ours", "tolerance", "reason", "is_shown", "passed"],
    ...rows.map((one) => [
      ...[one.id, one.claim, one.source, one.by, one.exact, one.ours, one.tolerance, one.reason],
      ...[String(one.isShown), String(one.passed)],
    ]),
  ]);

const cell = (text: string): string => text.replaceAll("|", "\\|");

const groupOf = ({ id }: ValidationRow): string => id.split(".")[0];

/** A page for readers: what each number is known from, how ours was made, how far they are apart and why that is allowed. */
export function validationMarkdown(rows: readonly ValidationRow[]): string {
  const groups = [...new Set(rows.map(groupOf))];
  const sections = groups.map((group) => {
    const own = rows.filter((one) => groupOf(one) === group);
    const lines = own.map((one) =>
      [
        ...[cell(one.claim), short(one.exact), short(one.ours), distance(one)],
        ...[allowed(one), cell(one.reason), madeBy[one.by], verdict(one)],
      ].join(" | "),
    );
    return [
      `## ${group}: ${[...new Set(own.map(({ source }) => source))].join("; ")}`,
      "",
      "| what | known | ours | distance | allowed | why that much | made by | |",
      "|---|--:|--:|--:|--:|---|---|---|",
      ...lines.map((line) => `| ${line} |`),
    ].join("\n");
  });
  return `${[
    "# Validation",
    `Made by \`rewardlab validate --format markdown\`, version ${version}; do not edit. ${validationSummary(rows)[0].toUpperCase()}${validationSummary(rows).slice(1)}.`,
    'E: results known exactly. R: real experiments and published figures. "General engine" means that the number comes out of the same code that runs every scenario, on a laboratory file in `data/laboratory`: one account, nothing fades, nobody leaves. Where only part of the model takes part, the part\'s own function is asked. Rows that are shown only report how far a prediction is off, misses included; they never gate.',
    ...sections,
  ].join("\n\n")}\n`;
}
