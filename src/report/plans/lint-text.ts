import { note, type Piece, paragraph, type Sheet, table, title } from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import type { Unit } from "../../foundation/values/quantity.js";
import type { Lint, LintedCurve } from "../../plan-checks/lint/lint.js";
import type { CurveLint, LintFinding } from "../../plan-checks/lint/lint-curve.js";
import { lintRules } from "../../plan-checks/lint/rules/index.js";
import { checkText, curvePlaceText, sourceText } from "../../wording/checked.js";
import { namesColumn, numbersColumn, wordsColumn } from "../../wording/columns.js";
import { nameText, oneLine } from "../../wording/numbers.js";
import { standingTone } from "./health-text.js";

/** A finding and every reward it was found at. */
interface Shared {
  readonly finding: LintFinding;
  readonly curves: readonly LintedCurve[];
}

/** Findings that are the same at several rewards, told once; most rewards first. */
export function sharedFindings(curves: readonly LintedCurve[]): Shared[] {
  const groups = new Map<string, { finding: LintFinding; curves: LintedCurve[] }>();
  for (const curve of curves) {
    for (const finding of curve.findings.filter(({ standing }) => standing !== "pass")) {
      const key = JSON.stringify([
        finding.rule,
        finding.standing,
        finding.from,
        finding.to,
        finding.value,
        finding.limit,
      ]);
      const group = groups.get(key) ?? { finding, curves: [] };
      group.curves.push(curve);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** What the linter found on the curves of a scenario: rule by rule the places that do not pass. */
export function lintSheet(lint: Lint): Sheet {
  const { about, curves, rules, response } = lint;
  const shared = sharedFindings(curves);
  const warnings = shared.filter(({ finding }) => finding.standing === "warn").length;
  const head = [
    title(`${oneLine(about.title)}: ${plural(warnings, "warning")} on ${plural(curves.length, "curve")}`),
    note(`${sourceText(about, response)}; alike findings of several rewards are told once`),
    countsOf(curves),
  ];
  const blocks = rules.flatMap((rule): Piece[][] => {
    const found = shared.filter(({ finding }) => finding.rule === rule.name);
    return found.length === 0
      ? []
      : [
          rulePieces(
            `${rule.name}: ${rule.rule} Limit ${checkText(found[0].finding.limit, rule.unit)}.`,
            found,
            rule.unit,
          ),
        ];
  });
  const clean = rules.filter(
    ({ name }) =>
      !shared.some(({ finding }) => finding.rule === name) &&
      curves.some(({ findings }) => findings.some(({ rule }) => rule === name)),
  );
  return [
    head,
    ...blocks,
    [
      ...(clean.length > 0 ? [paragraph(`Passed throughout: ${joinWords(clean.map(({ name }) => name))}.`)] : []),
      ...restOf(lint),
    ],
  ];
}

/** How often each reward's curve passes. */
function countsOf(curves: readonly LintedCurve[]): Piece {
  if (curves.length === 0) return paragraph("No reward pays by a curve.");
  const count = (standing: string): string[] =>
    curves.map(({ findings }) => String(findings.filter((one) => one.standing === standing).length || ""));
  return table("", [
    namesColumn(
      "design",
      curves.map(({ design }) => design),
      34,
    ),
    wordsColumn(
      "reward",
      curves.map(({ reward }) => reward),
    ),
    ...["pass", "warn", "cannot tell"].map((one) => numbersColumn(one, count(one))),
  ]);
}

function rulePieces(caption: string, found: readonly Shared[], unit: Unit): Piece[] {
  return [
    table(caption, [
      namesColumn(
        "design",
        found.map(({ curves }) => whoText(curves)),
        30,
      ),
      wordsColumn(
        "reward",
        found.map(({ curves }) => joinWords([...new Set(curves.map(({ reward }) => reward))])),
      ),
      wordsColumn(
        "at",
        found.map(({ finding }) => curvePlaceText(finding)),
      ),
      numbersColumn(
        "number",
        found.map(({ finding }) => checkText(finding.value, unit)),
      ),
      {
        ...wordsColumn(
          "verdict",
          found.map(({ finding }) => finding.standing),
        ),
        tones: found.map(({ finding }) => standingTone(finding.standing)),
      },
    ]),
  ];
}

const whoText = (curves: readonly LintedCurve[]): string => {
  const [first, ...others] = [...new Set(curves.map(({ design }) => design))];
  return others.length === 0 ? nameText(first) : `${nameText(first)} + ${others.length}`;
};

function restOf({ curves, byRank }: Lint): Piece[] {
  const lacking = new Map(curves.flatMap((one) => one.lacking.map(({ rule, needs }) => [rule, needs] as const)));
  const missing = [...lacking].map(([rule, needs]) => `${rule} (${needs})`);
  return [
    ...(missing.length > 0 ? [note(`Not checked everywhere: ${joinWords(missing)}.`)] : []),
    ...(byRank.length > 0
      ? [note(`By rank in the team, so without a curve: ${nameText(joinWords(byRank), 200)}.`)]
      : []),
  ];
}

/** Every rule at one curve. */
export function curveLintSheet({ findings, lacking }: CurveLint): Sheet {
  const warnings = findings.filter(({ standing }) => standing === "warn").length;
  const cells = (of: (one: LintFinding) => string): string[] => findings.map(of);
  const unitOf = (rule: string): Unit => lintRules.find(({ name }) => name === rule)?.unit ?? { dimension: "number" };
  const columns = [
    wordsColumn(
      "rule",
      cells(({ rule }) => rule),
    ),
    wordsColumn("at", cells(curvePlaceText)),
    numbersColumn(
      "number",
      cells(({ rule, value }) => checkText(value, unitOf(rule))),
    ),
    numbersColumn(
      "limit",
      cells(({ rule, limit }) => checkText(limit, unitOf(rule))),
    ),
    {
      ...wordsColumn(
        "verdict",
        cells(({ standing }) => standing),
      ),
      tones: findings.map(({ standing }) => standingTone(standing)),
    },
  ];
  const missing = lacking.map(({ rule, needs }) => `${rule} (${needs})`);
  return [
    [title(`${plural(warnings, "warning")} on this curve`), table("", columns)],
    missing.length > 0 ? [note(`Not checked: ${joinWords(missing)}.`)] : [],
  ];
}
