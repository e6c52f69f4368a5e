// What a new file holds: enough for the type check, nothing that could be taken for finished. Whatever is missing is refused by name when it is
// called, and `test/parts/complete.test.ts` lists it without a call.

/** An expression that refuses: the text between the marks is what the test looks for. */
const missing = (path, what, write) =>
  `refuse(${JSON.stringify(path)}, ${JSON.stringify(`${what} is not written yet`)}, ${JSON.stringify(`write ${write}`)})`;

/** `import { refuse }` as a file of src at this path writes it. */
const refuseImport = (path) =>
  `import { refuse } from "${"../".repeat(path.split("/").length - 2)}foundation/text/problem.js";`;

/** The way from a file of the model to another one there. */
const inModel = (path, to) => {
  const ups = "../".repeat(path.split("/").length - 3);
  return `${ups === "" ? "./" : ups}${to}`;
};

const reward = ({ path, words, identifier }) => `import { z } from "zod";
${refuseImport(path)}
import { curveField } from "../curves/index.js";
import { amountField, rewardAmount, cardFields } from "./fields.js";
import { defineReward } from "./reward.js";

const settings = z.strictObject({
  kind: z.literal("${words}"),
  "at target": amountField,
  curve: curveField.prefault({ kind: "target" }),
  ...cardFields,
});

type Settings = z.output<typeof settings>;

export const ${identifier} = defineReward<Settings>({
  kind: "${words}",
  title: "${words}",
  summary: "",
  references: [],
  form: "cash",
  settings: settings as unknown as z.ZodType<Settings>,
  pack: (s) => ({ amount: rewardAmount(s["at target"]), form: s.curve, isTeam: false, numbers: [] }),
  newcomer: "worth",
  worth: () => ${missing(path, "worth", "EUR per unit of payout to the manager, into state.worth")},
  worthFormula: () => ${missing(path, "worthFormula", "the same for one lane, plainly")},
  settle: () => ${missing(path, "settle", "what a close pays, costs and leaves for later")},
  examples: [],
});
`;

const curve = ({ path, words, identifier }) => `import { z } from "zod";
${refuseImport(path)}
import { sourced } from "../../foundation/values/field.js";
import { defineCurve } from "./curve.js";

const settings = z.strictObject({ kind: z.literal("${words}"), ...sourced });

type Settings = z.output<typeof settings>;

export const ${identifier} = defineCurve<Settings>({
  kind: "${words}",
  title: "${words}",
  summary: "",
  references: [],
  settings: settings as z.ZodType<Settings>,
  form: () => ${missing(path, "form", "base, rate, jumps and kinks, from the settings")},
  formula: () => ${missing(path, "formula", "the payout at a score, read straight off the settings")},
  examples: [],
});
`;

const linkage = ({ path, words, identifier }) => `import { z } from "zod";
${refuseImport(path)}
import { sourced } from "../../foundation/values/field.js";
import { defineLinkage, linkedFields } from "./linkage.js";

const settings = z.strictObject({ ...linkedFields, ...sourced });

type Settings = z.output<typeof settings>;

export const ${identifier} = defineLinkage<Settings>({
  kind: "${words}",
  title: "${words}",
  summary: "",
  references: [],
  isRepeatable: false,
  settings: settings as z.ZodType<Settings>,
  rows: () => ${missing(path, "rows", "factors of the linked score, each with the curve it brings, if any")},
  formula: () => ${missing(path, "formula", "the payout at a linked score, read straight off the settings")},
  words: () => ${missing(path, "words", "what it does to a reward, as a clause that names the measure")},
  examples: [],
});
`;

const measure = ({ path, words, identifier }) => `${refuseImport(path)}
import { payShare } from "${inModel(path, "frame/pay-share.js")}";
import { defineMeasure } from "${inModel(path, "measures/measure.js")
  .replace(/^\.\.\/measures/, ".")
  .replace("../../measures", "..")}";

export const ${identifier} = defineMeasure({
  name: "${words}",
  summary: "",
  references: [],
  level: "interaction",
  nature: "output",
  timing: "lagging",
  what: "",
  how: "",
  who: "",
  when: "",
  judged: false,
  rebased: false,
  sampling: "monthly",
  scale: "index",
  monitoring: payShare(0),
  reads: {},
  assumptions: {},
  inLevel: [],
  sees: "end",
  isNoisy: false,
  gradient: () => ${missing(path, "gradient", "what one sample gains per unit of each state")},
  growth: () => ${missing(path, "growth", "log/month of expected growth of the level, 0 for an index")},
  luck: () => ${missing(path, "luck", "the variance of one sample")},
  kernel: () => ${missing(path, "kernel", "this month's samples, one per lane, into out")},
  formula: () => ${missing(path, "formula", "the same for one lane, plainly")},
  examples: [],
  laws: [],
});
`;

const activity = ({ words, identifier }) => `import { defineActivity } from "./activity.js";

export const ${identifier} = defineActivity({
  name: "${words}",
  summary: "",
  references: [],
  source: "assumption",
  numbers: {
    normal: 0,
    relationship: 0,
    adoption: 0,
    push: 0,
    appeal: 0,
    exSales: 1,
    pressing: false,
    reporting: false,
  },
});
`;

const outcome = ({ path, words, identifier }) => `${refuseImport(path)}
import { defineOutcome } from "../outcome.js";

export const ${identifier} = defineOutcome({
  name: "${words}",
  summary: "",
  references: [],
  unit: { dimension: "number" },
  per: "",
  direction: "neither",
  add: () => ${missing(path, "add", "what a month adds to each lane, into sum")},
  finish: () => ${missing(path, "finish", "the outcome of each lane at the horizon, from the sums")},
  examples: [],
});
`;

const response = ({ path, words, identifier }) => `${refuseImport(path)}
import { defineResponse } from "./response.js";

export const ${identifier} = defineResponse({
  name: "${words}",
  title: "${words}",
  summary: "",
  references: [],
  chooses: false,
  looksAtScores: false,
  movesMotive: false,
  compensates: false,
  kernel: () => ${missing(path, "kernel", "gain, or effort itself, and what of it is genuine")},
});
`;

/** The entry of an assumption, in the part that uses it. */
export const assumption = ({ identifier }) => `    ${identifier}: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 1 },
      value: 0,
      meaning: "",
      source: "assumption",
    },
`;

const chart = ({ path, words, identifier }) => `${refuseImport(path)}
import type { Comparison } from "../../results/compare.js";
import { defineChart } from "../definition/chart.js";
import { aComparison } from "../definition/inputs.js";

export const ${identifier} = defineChart<Comparison>({
  name: "${words}",
  takes: aComparison,
  summary: "",
  draw: () => ${missing(path, "draw", "the finding as a title, a subtitle with units, columns, rows and a panel")},
});
`;

const healthCheck = ({ path, words, identifier }) => `${refuseImport(path)}
import type { HealthCheck } from "../check.js";

export const ${identifier}: HealthCheck = {
  name: "${words}",
  quantity: "",
  rule: "",
  sources: [],
  needs: "scenario",
  unit: { dimension: "number" },
  limits: { low: 0, high: 0 },
  read: () => ${missing(path, "read", "the number of a design, or why there is none")},
};
`;

const lintRule = ({ path, words, identifier }) => `${refuseImport(path)}
import type { LintRule } from "../rule.js";

export const ${identifier}: LintRule = {
  name: "${words}",
  quantity: "",
  measuredIn: "",
  rule: "",
  sources: [],
  unit: { dimension: "number" },
  limit: 0,
  measure: () => ${missing(path, "measure", "the places where the curve breaks the rule, with numbers")},
};
`;

const tableKind = ({
  path,
  words,
  identifier,
  Identifier,
}) => `import type { RawTable } from "../../foundation/tables/cell.js";
${refuseImport(path)}
import { currencySpec, named, personColumnNames } from "./headers.js";
import type { KnownIds } from "./known-ids.js";
import type { TableKind, TableOptions, TableRead } from "./open-table.js";
import { readTable } from "./read-table.js";

export const ${identifier}Kind: TableKind = {
  name: "${words}",
  sheetNames: ["${words}"],
  needs: [["${identifier}"]],
  specs: [
    { ...personColumnNames, meaning: "identifier of the person", reads: "id", isRequired: true },
    { ...named("${identifier}", "${identifier}"), meaning: "", reads: "number", isRequired: true },
    currencySpec,
  ],
};

/** What a row makes. Refused: unknown people. */
export const read${Identifier} = (table: RawTable, options: TableOptions, people: KnownIds): TableRead<never> =>
  readTable<never>(${identifier}Kind, table, options, (values, row) => {
    people.resolve(String(values.person), row, "person");
    return ${missing(path, `read${Identifier}`, "what a row makes, or why it waits")};
  });
`;

const command = ({ path, name, words, Identifier }) => `import type { Command } from "commander";
${refuseImport(path)}

export const add${Identifier} = (program: Command): Command =>
  program
    .command("${name}")
    .argument("<scenario>", "scenario file")
    .description("")
    .addHelpText("after", "")
    .action(() => ${missing(path, `the command ${words}`, "its options, its examples and its work")});
`;

const verb = ({ path, identifier }) => `${refuseImport(path)}

export const ${identifier} = (): never =>
  ${missing(path, identifier, "what it takes and gives, and an example that runs")};
`;

const validationRow = ({ path, identifier, id }) => `${refuseImport(path)}
import type { Check } from "./row.js";

export const ${identifier}: Check = {
  id: "${id}",
  source: "",
  rows: () => ${missing(path, "rows", "rows: what is known, ours, and how far apart they may be")},
};
`;

const notebook = ({ path, words }) => `// %% [markdown]
// # ${words[0].toUpperCase()}${words.slice(1)}
//
// ${path}: what it asks is not written yet.

// %%
import { readScenario } from "rewardlab";

await readScenario("../scenarios/kam-flagship.yaml");
`;

/** A test that fails until somebody writes it. */
export const test = ({ kind, words, path }) => `import { expect, test } from "vitest";

test("worked by hand", () => {
  expect.fail(${JSON.stringify(`${path}: the test of ${kind} "${words}" is not written yet; work out a case by hand`)});
});
`;

export const stubs = {
  ...{ reward, curve, linkage, measure, activity, outcome, response, chart, command, verb, notebook },
  "health check": healthCheck,
  "lint rule": lintRule,
  "table kind": tableKind,
  "validation row": validationRow,
};
