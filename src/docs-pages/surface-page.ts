import { markdownTable } from "./settings-table.js";
import { entriesIn, namesGiven, type PublicName } from "./surface.js";

/** What each entry is for. */
const meanings: Readonly<Record<string, string>> = {
  rewardlab: "What studies are written with, in Node: verbs, and the types they take and give.",
  "rewardlab/core": "The same without files, threads and notebooks: runs in browsers.",
  "rewardlab/model":
    "Parts, curves, fields of settings and sections of a scenario file: what a part of one's own is made of.",
  "rewardlab/statistics": "Estimates and sensitivity of a function, for numbers of one's own.",
  "rewardlab/bytes": "Runs as bytes, results as JSON, and the threads and checkpoints of a run.",
  "rewardlab/paint": "Charts as pictures and pages, what each can be asked, and what a chart of one's own is made of.",
};

const kinds = { verb: "Verbs", value: "Values", type: "Types" } as const;

/** Everything a user of the package can import, an entry a section; a change of it shows in review. */
export function surfacePage(root: string): string {
  const entries = [...entriesIn(root)].map(([name, file]) => ({ name, names: namesGiven(root, file) }));
  const rootNames = new Set(entries.find(({ name }) => name === "rewardlab")?.names.map(({ name }) => name));
  const sections = entries.map(({ name, names }) => {
    const shown = name === "rewardlab/core" ? names.filter((one) => !rootNames.has(one.name)) : names;
    const counted = Object.keys(kinds).map((kind) => `${names.filter((one) => one.kind === kind).length} ${kind}s`);
    const less =
      name === "rewardlab/core"
        ? [
            `Not in it: ${[...rootNames]
              .filter((one) => !has(names, one))
              .map(code)
              .join(", ")}.`,
          ]
        : [];
    return [`## ${name}`, `${meanings[name] ?? ""} ${counted.join(", ")}.`, ...less, ...tablesOf(shown)].join("\n\n");
  });
  return `${["# The public surface", "Made by `npm run docs`; do not edit. Every name that can be imported, by where it is imported from.", ...sections].join("\n\n")}\n`;
}

const has = (names: readonly PublicName[], name: string): boolean => names.some((one) => one.name === name);

const code = (name: string): string => `\`${name}\``;

const tablesOf = (names: readonly PublicName[]): string[] =>
  (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => {
    const own = names.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    return [
      `### ${kinds[kind]}`,
      markdownTable(
        ["name", "what it is"],
        own.map((one) => [code(one.name), one.summary]),
      ),
    ];
  });
