import { heading, list, paragraph, type Sheet, title } from "../../foundation/text/sheet.js";
import { boundNumbers, camelToWords, joinWords, wrap } from "../../foundation/text/text.js";
import { formatQuantity, type Unit } from "../../foundation/values/quantity.js";
import { activities } from "../../model/activities/index.js";
import { assumptions } from "../../model/assumptions.js";
import type { HeldName } from "../../model/outcomes/held.js";
import { outcomes } from "../../model/outcomes/index.js";
import { type Hypothesis, whereTexts } from "../schema/hypothesis.js";
import { percentText } from "./curve.js";
import { designTexts, inputShare, isSettings, weightsText, writtenText } from "./design.js";
import { assumptionText, citedTexts, fileSourcesText, fixedText, gapTexts } from "./numbers.js";
import { responseTexts, studyTexts } from "./studies.js";
import type { ScenarioView } from "./view.js";

/** characters. */
const width = 100;

const statusTexts = {
  illustrative:
    "Illustrative: the numbers are assumptions to be replaced by your own. Read signs, ranges and what flips them, not sizes.",
  calibrated: "Calibrated: the numbers are fitted to data of the author. How well they predict has not been shown.",
  validated: "Validated: predictions were checked against data that had no part in fitting the numbers.",
} as const;

const honesty =
  "No published study was found that gives the causal effect of a reward design for key account managers: defaults are illustrative until they are calibrated with your own data.";

/** A scenario as one page of plain language, at most 100 characters wide: what it compares, for whom, on what numbers, with which gaps. */
export function describe(scenario: ScenarioView): string {
  const { title, question } = scenario.checked;
  const pages = sectionsOf(scenario).map(([heading, texts]) => sectionText(heading, texts));
  return [`${whole(title, width)}\n${whole(question, width)}`, ...pages].join("\n\n");
}

/** The same as a sheet, for notebooks. */
export const describeSheet = (scenario: ScenarioView): Sheet => [
  [title(scenario.checked.title), paragraph(scenario.checked.question)],
  ...sectionsOf(scenario).map(([name, texts]) => (name === "" ? texts.map(paragraph) : [heading(name), list(texts)])),
];

type Section = readonly [heading: string, texts: readonly string[]];

/** What is said of a scenario under which heading; sections that have nothing to say are left out. */
function sectionsOf(scenario: ScenarioView): readonly Section[] {
  const sections: readonly Section[] = [
    ["", [statusTexts[scenario.checked.status]]],
    ["Team", [teamText(scenario), ...settingsTexts(scenario), ...activityTexts(scenario)]],
    ["Cards", cardTexts(scenario)],
    ["Designs", designTexts(scenario)],
    ["Comparison", comparisonTexts(scenario)],
    ["Reactions", responseTexts(scenario)],
    [
      "Hypotheses",
      Object.entries(scenario.checked.hypotheses).map(([name, one]) => hypothesisText(name, one, scenario)),
    ],
    [
      "Sources",
      [fileSourcesText(scenario), ...citedTexts(scenario), fixedText(scenario)].filter((text) => text !== ""),
    ],
    ["Studies", studyTexts(scenario)],
    ["Gaps", gapTexts(scenario)],
    ["Remarks", scenario.findings.map(({ place, finding }) => `${place}: ${finding}`)],
    ["", [honesty]],
  ];
  return sections.filter(([, texts]) => texts.length > 0);
}

/** A heading and its texts, indented; the lines after the first of a text hang. */
function sectionText(heading: string, texts: readonly string[]): string {
  if (heading === "") return texts.map((text) => whole(text, width)).join("\n");
  return [heading, ...texts.map(hanging)].join("\n");
}

function hanging(text: string): string {
  const own = /^ */.exec(text)?.[0].length ?? 0;
  const [first = "", ...rest] = whole(text, width - 4 - own).split("\n");
  const indent = " ".repeat(2 + own);
  return [indent + first, ...rest.map((line) => `${indent}  ${line}`)].join("\n");
}

/** Wrapped text whose numbers stay on one line with their units; a private character stands for their spaces meanwhile. */
const whole = (text: string, wide: number): string => wrap(boundNumbers(text, "\uE000"), wide).replace(/\uE000/g, " ");

const count = (value: number, label: string): string => formatQuantity(value, { dimension: "count", label }, "");

/** Assumptions told in the sentence about the team; the others a file sets are listed after it. */
const told = new Set(["salary", "account revenue", "margin", "churn", "quits"]);

function teamText(scenario: ScenarioView): string {
  const { managers, accountsPerManager, horizon } = scenario.checked;
  const of = (name: string): string => assumptionText(scenario, name);
  const each = managers === 1 ? "" : " each";
  const who = `${count(managers, "manager")} with ${count(accountsPerManager, "account")}${each}, simulated for ${formatQuantity(horizon, { dimension: "duration" }, "")}.`;
  const pay = `Base salary is ${of("salary")}; an account brings ${of("accountRevenue")} at a margin of ${of("margin")}.`;
  return `${who} ${pay} In normal times ${of("churn")} of the accounts are lost and ${of("quits")} of the managers leave.`;
}

/** Assumptions and measures the file sets itself. */
function settingsTexts(scenario: ScenarioView): string[] {
  const { checked, file } = scenario;
  const set = Object.keys(assumptions).filter(
    (name) => checked.assumptions[camelToWords(name)] !== undefined && !told.has(camelToWords(name)),
  );
  const own = set.map((name) => `${camelToWords(name)} ${assumptionText(scenario, name)}`);
  const measured = Object.entries((file as { measures?: Readonly<Record<string, unknown>> }).measures ?? {}).flatMap(
    ([name, settings]) => {
      const parts = isSettings(settings)
        ? Object.entries(settings).filter(([key]) => !["source", "note"].includes(key))
        : [];
      return parts.length === 0
        ? []
        : [`${name} (${parts.map(([key, value]) => `${key}: ${writtenText(value)}`).join("; ")})`];
    },
  );
  return [
    ...(own.length > 0 ? [`Also set: ${own.join("; ")}.`] : []),
    ...(measured.length > 0 ? [`Measured in its own way: ${measured.join("; ")}.`] : []),
  ];
}

function activityTexts({ checked }: ScenarioView): string[] {
  if (checked.activities === undefined) return [];
  const shares = Object.entries(checked.activities).map(([name, settings]) => {
    const usual = activities.find((one) => one.name === name)?.numbers.normal ?? 0;
    return { name, normal: settings.normal ?? usual };
  });
  const total = shares.reduce((sum, one) => sum + one.normal, 0);
  const whole = Math.abs(total - 1) < 1e-9 ? "" : ` Together they make ${percentText(total)} of a full-time month.`;
  return [`A normal month: ${shares.map(({ name, normal }) => `${name} ${percentText(normal)}`).join(", ")}.${whole}`];
}

const cardTexts = ({ checked }: ScenarioView): string[] =>
  Object.entries(checked.weights).map(([name, weights]) => {
    const inputs = inputShare(weights);
    const kind = inputs === 0 ? "results only" : inputs > 1 - 1e-9 ? "inputs only" : `inputs ${percentText(inputs)}`;
    return `“${name}” (${kind}): ${weightsText(weights)}.`;
  });

/** What designs are made equal in, and what counts in it. */
const heldText: Readonly<Record<HeldName, (amount: string) => string>> = {
  "reward cost": (amount) =>
    `an expected reward cost of ${amount} per manager and year, on-costs and later raises included`,
  "expected pay": (amount) =>
    `rewards that managers expect to be worth ${amount} a year to them, later money and raises at present value, the rest as they value it`,
  "certainty equivalent": (amount) =>
    `rewards worth as much to the managers as ${amount} of certain money a year: what they expect less what effort and risk cost them`,
};

function comparisonTexts({ checked }: ScenarioView): string[] {
  const { hold, baseline, currency, run, remainder } = checked;
  const money = (value: number): string => formatQuantity(value, { dimension: "money" }, currency);
  const target =
    hold?.atTarget === undefined
      ? ""
      : `, and targets are tightened until ${percentText(hold.atTarget)} of scores reach them`;
  const cost = hold
    ? `Every design is scaled to ${heldText[hold.outcome](money(hold.value))}${target}.`
    : "Cost is not held equal: every design costs what it costs.";
  const early = remainder === undefined ? "" : " A period still open at the end closes early, pro rata.";
  const beside = `Designs are compared with ${baseline}; no reward, a flat top-up and the first best are always shown beside them.`;
  const worlds = `${count(run.worlds, "world")} from seed ${run.seed}${run.sampling === "independent" ? "" : `, drawn by ${run.sampling}`}${run.lucksPerDraw === 1 ? "" : `, every draw of the assumptions with ${run.lucksPerDraw} lucks`}, managers reacting by ${run.response}.`;
  const least =
    run.smallestDifference === undefined
      ? ""
      : ` Differences in net value under ${money(run.smallestDifference)} per manager are too small to act on.`;
  return [`${cost}${early} ${beside}`, `${worlds}${least}`];
}

function hypothesisText(name: string, one: Hypothesis, { checked }: ScenarioView): string {
  const unit: Unit = outcomes.find((outcome) => outcome.name === one.outcome)?.unit ?? { dimension: "number" };
  const size =
    one.smallestEffect === undefined ? undefined : formatQuantity(one.smallestEffect, unit, checked.currency);
  const { claim, outcome, direction, contrast } = one;
  const [own, other] =
    contrast === undefined
      ? [one.design, one.against]
      : [`${contrast.factor} ${contrast.to}`, `${contrast.factor} ${contrast.from}`];
  const test =
    direction === "equivalent"
      ? `${outcome} of ${own} ${size === undefined ? "equal to" : `within ${size} of`} that of ${other}`
      : `${outcome} of ${own} ${direction} than of ${other}${size === undefined ? "" : ` by at least ${size}`}`;
  const where = whereTexts(one);
  return `${name}: ${claim} (${test}${where.length > 0 ? `, where ${joinWords(where)}` : ""}).`;
}
