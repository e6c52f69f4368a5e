import { written } from "../../foundation/text/text-edit.js";
import { markdownTable } from "../settings-table.js";
import { groupOf, type Key, type Section, scenarioSections } from "./scenario-keys.js";

const code = (text: string): string => `\`${text}\``;

/** A key with a value, as a line of a file. */
export const keyLine = ({ name, example }: Key): string => {
  const isDigits = typeof example === "string" && /^[\d.]+$/.test(example);
  return `${written(name, false)}: ${written(isDigits ? Number(example) : example, false)}`;
};

function usualText({ usual, isRequired }: Key): string {
  if (isRequired) return "required";
  const isEmpty = usual === undefined || (typeof usual === "object" && Object.keys(usual ?? {}).length === 0);
  if (isEmpty) return "optional";
  return code(typeof usual === "string" ? usual : written(usual, false));
}

const keyTable = ({ keys }: Section): string =>
  markdownTable(
    ["key", "meaning", "unit or words", "default", "example"],
    keys.map((key) => [code(key.name), key.meaning, key.takes, usualText(key), code(keyLine(key))]),
  );

const placeWords: Readonly<Record<string, string>> = { "*": "any name", "[]": "each" };

/** Where the keys of a section stand, from where its group begins: `payout › spiffs › each`, `cash bonus`. */
function placeText(section: Section, own: readonly Section[]): string {
  const { path, kind, keys } = section;
  if (kind !== undefined) return kind;
  const within = path.slice(groupBegins[groupOf(section)]?.(path) ?? 0);
  const place = (of: readonly string[]): string => of.map((step) => placeWords[step] ?? step).join(" › ");
  const isAlone = own.filter((one) => place(one.path) === place(path) && one.kind === undefined).length === 1;
  return isAlone ? place(within) : `${place(within)}, with ${keys[0].name}`;
}

/** How much of a path goes without saying within rewards, curves and linkages. */
const groupBegins: Readonly<Record<string, (path: readonly string[]) => number>> = {
  rewards: (path) => path.indexOf("rewards") + 2,
  linkages: (path) => path.indexOf("rewards") + 2,
  curves: (path) => path.lastIndexOf("curve") + 1,
};

const groupTexts: Readonly<Record<string, { readonly title: string; readonly says: string }>> = {
  "the file": {
    title: "The file",
    says: "The keys of the file itself, in the order a file usually has them. Only those marked *required* have to be there.",
  },
  measures: {
    title: "measures",
    says: "What is not written of a measure is its own: [measures](../parts.md#measures).",
  },
  activities: {
    title: "activities",
    says: "What is not written of an activity is its own: [activities](../parts.md#activities).",
  },
  designs: { title: "designs", says: "A design is a way of rewarding. The order of designs is that of all tables." },
  rewards: {
    title: "Rewards of a design",
    says: "Each entry of `rewards` says its `kind`. What each kind does, with examples worked by hand: [rewards](../parts.md#rewards).",
  },
  curves: {
    title: "Payout curves",
    says: "What a `curve` may be, wherever one stands. Examples worked by hand: [payout curves](../parts.md#payout-curves).",
  },
  linkages: {
    title: "Linkages",
    says: "Keys of rewards that pay on a score. `gate` and `multiplier` may also be a list: all of them multiply. Examples worked by hand: [linkages](../parts.md#linkages).",
  },
  assumptions: {
    title: "assumptions",
    says: "Each may be a number or a range; the symbols are those of [the method](../method.md).",
  },
  payout: {
    title: "payout",
    says: "How real people are paid to the cent; the rules are in [payout.md](../payout.md).",
  },
};

const intro = `# The scenario file

Every key a scenario file may have, made from the schema that reads it by \`npm run docs\`. A file is YAML (or JSON with the same keys); \`rewardlab check FILE\` names every
fault with its line, and an editor that knows \`scenarios/scenario.schema.json\` completes keys as you type.

## Numbers

A number has its unit: \`20 %\`, \`72 000 EUR/year\`, \`6 months\`. Where a range is allowed, one of these:

| written | means |
| --- | --- |
| \`5 % to 18 %, most likely 10 %\` | triangular, with hard ends |
| \`5 % to 18 %, evenly\` | uniform |
| \`5 % to 18 %\` | a range that holds 90 % of what may be true |

Any number may say where it comes from, and any group of numbers may beside them:

| key | meaning | example |
| --- | --- | --- |
| \`value\` | the number with its unit | \`salary: { value: 80 000 EUR/year, source: pay-survey }\` |
| \`source\` | id of a source: of this file's \`sources\` or of the evidence base | \`source: pay-survey\` |
| \`note\` | where the number comes from, in words | \`note: mean of 2025, without directors\` |

Amounts of money that are not written follow from base salary: their default names the share and what it comes to.
Entries of \`designs\`, \`weights\`, \`hypotheses\` and \`sources\` have names of your own; below they are *any name*.`;

/** The reference of the scenario file: every key with meaning, unit, default and example. */
export function scenarioFilePage(sections: readonly Section[] = scenarioSections()): string {
  const groups = [...new Set(sections.map(groupOf))];
  const pages = groups.map((group) => {
    const { title = group, says = "" } = groupTexts[group] ?? {};
    const own = sections.filter((section) => groupOf(section) === group);
    const parts = own.map((section) =>
      section.path.length === 0 || (section.path.length === 1 && own.length === 1)
        ? keyTable(section)
        : `### ${placeText(section, own)}\n\n${keyTable(section)}`,
    );
    return [`## ${title}`, ...(says === "" ? [] : [says]), ...parts].join("\n\n");
  });
  return `${[intro, ...pages].join("\n\n")}\n`;
}
