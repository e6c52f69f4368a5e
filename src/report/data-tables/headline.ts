import { type DataTable, number, tableOf, textColumn, whole, yesOrNo } from "../../foundation/tables/data-table.js";
import type { Bridge, BridgeLine } from "../../results/bridge.js";
import type { Equalities } from "../../results/equalities.js";
import type { Headline, Lead } from "../../results/headline.js";
import { estimates, ofDesign, shares } from "./columns.js";
import { comparisonTables } from "./comparison.js";
import { driversTables } from "./sensitivity.js";

/** From no reward to a design, a row a line. */
export function bridgeTables({ netValue, parts, spend, about, design, response }: Bridge): DataTable[] {
  const money = `${about.currency} per KAM over the horizon`;
  const step = (name: keyof Omit<BridgeLine, "name">, meaning: string) =>
    estimates<{ readonly line: BridgeLine }>(name, money, meaning, ({ line }) => line[name]);
  const rows = [
    { kind: "net value", line: netValue },
    ...parts.map((line) => ({ kind: "part of net value", line })),
    ...spend.map((line) => ({ kind: "part of reward spend", line })),
  ];
  return [
    tableOf("bridge", "One line from no reward to the design; costs are below zero.", rows, [
      textColumn("design", "name in the scenario file", () => design),
      textColumn("response", "whose effect is the behaviour step", () => response),
      textColumn("kind", "net value, a part of it, or a part of reward spend", ({ kind }) => kind),
      textColumn("line", "what it is", ({ line }) => line.name),
      ...step("base", "without any reward"),
      ...step("mechanics", "added by the plan though nobody reacts"),
      ...step("behaviour", "added by what managers do"),
      ...step("result", "with the design"),
      ...step("gain", "result less base"),
    ]),
  ];
}

/** The answer of a run, who leads under each response, what is done and what was held; then what it rests on. */
export function headlineTables(found: Headline): DataTable[] {
  const { about } = found.comparison;
  const money = `${about.currency} per KAM over the horizon`;
  const lead = (against: string, one: Lead | undefined) => (one === undefined ? [] : [{ against, ...one }]);
  const leads = [
    ...lead("runner-up", found.runnerUp),
    ...lead("baseline", found.baseline),
    ...lead("no reward", found.noReward),
    ...lead("flat top-up", found.flatTopUp),
    ...found.rivals.flatMap((one) => lead("rival", one)),
  ];
  return [
    tableOf("leads", "The design with the highest expected net value against another.", leads, [
      textColumn("best", "design with the highest expected net value", () => found.best.design),
      textColumn(
        "against",
        "runner-up, baseline, yardstick, or rival: too close to call or practically equal",
        (one) => one.against,
      ),
      ...ofDesign<Lead>(),
      ...estimates<Lead>("difference", money, "best less the other, paired by world", (one) => one.difference),
      ...shares<Lead>("better", "share of draws", "in which the best is expected to be better", (one) => one.better),
      textColumn("verdict", "of the best against it", (one) => one.verdict),
    ]),
    tableOf("contenders", "A design that cannot be told from the best.", found.contenders, ofDesign()),
    responsesTable(found, money),
    tableOf("effort", "How the best design moves effort in one activity against the baseline.", found.effort, [
      textColumn("activity", "name", (one) => one.activity),
      ...estimates<Headline["effort"][number]>(
        "change",
        "factor of normal effort",
        "best less baseline",
        (one) => one.change,
      ),
    ]),
    plansTable(found),
    ...comparisonTables(found.comparison),
    ...bridgeTables(found.bridge),
    ...driversTables(found.drivers),
  ];
}

const responsesTable = ({ responses }: Headline, money: string): DataTable =>
  tableOf("best by response", "Who leads if managers react so.", responses, [
    textColumn("response", "how managers react", (one) => one.response),
    textColumn("best", "design with the highest expected net value under it", (one) => one.best),
    textColumn("title", "name as people read it", (one) => one.title),
    ...estimates<Headline["responses"][number]>(
      "difference",
      money,
      "the headline's best less the baseline",
      (one) => one.difference,
    ),
    ...estimates<Headline["responses"][number]>(
      "missed",
      money,
      "lost by believing the headline's response",
      (one) => one.missed,
    ),
    textColumn("verdict", "of what is best here against the headline's best", (one) => one.verdict),
    yesOrNo("same", "whether it is the headline's best", (one) => one.isSame),
    whole("contenders", "designs", "that cannot be told from what is best here", (one) => one.contenders),
  ]);

const plansTable = ({ plans }: Headline): DataTable =>
  tableOf("plans", "What was done to one design to make it equal.", plans, [
    ...ofDesign<Headline["plans"][number]>(),
    textColumn("response", "it is held under", (one) => one.response),
    ...estimates<Headline["plans"][number]>(
      "factor",
      "factor; of a flat top-up money per KAM-year",
      "on all its amounts",
      (one) => one.factor,
    ),
    ...estimates<Headline["plans"][number]>(
      "tightened",
      "score",
      "by which its targets are tightened",
      (one) => one.tightened,
    ),
    textColumn("equal in", "outcome that is held equal", (one) => one.outcome),
  ]);

/** Designs equal in one outcome after another. */
export function equalitiesTables({ views, about, response, baseline }: Equalities): DataTable[] {
  const rows = views.flatMap(({ equalIn, value, rows: own }) => own.map((row) => ({ equalIn, value, row })));
  const yearly = `${about.currency} per KAM-year`;
  const [first] = rows;
  const names = Object.keys(first?.row.means ?? {}) as (keyof Equalities["views"][number]["rows"][number]["means"])[];
  const unitOf = (name: string): string =>
    name === "net value" ? `${about.currency} per KAM over the horizon` : yearly;
  type Of = (typeof rows)[number];
  return [
    tableOf("equalities", "One design where all are equal in one outcome.", rows, [
      textColumn("equal in", "outcome all designs have the same of", (one) => one.equalIn),
      number("amount", yearly, "of it every design has", (one) => one.value),
      textColumn("design", "name in the scenario file", ({ row }) => row.design),
      textColumn("title", "name as people read it", ({ row }) => row.title),
      textColumn("role", "design, or which yardstick", ({ row }) => row.role),
      textColumn("response", "how managers react", () => response),
      textColumn("baseline", "it is compared with", () => baseline),
      ...estimates<Of>(
        "factor",
        "factor; of a flat top-up money per KAM-year",
        "on its amounts",
        ({ row }) => row.factor,
      ),
      ...names.flatMap((name) => estimates<Of>(name, unitOf(name), "expected value", ({ row }) => row.means[name])),
      ...estimates<Of>("difference", unitOf("net value"), "net value less the baseline's", ({ row }) => row.difference),
      textColumn("verdict", "against the baseline", ({ row }) => row.verdict),
      textColumn("remark", "what could not be met, and by how much", ({ row }) => row.remark),
    ]),
  ];
}
