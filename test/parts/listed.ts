import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chart } from "../../src/charts/registry.js";
import { commands } from "../../src/cli/commands/index.js";
import { tableKinds } from "../../src/employee-data/read-people.js";
import { activities } from "../../src/model/activities/index.js";
import { curves } from "../../src/model/curves/index.js";
import { linkages } from "../../src/model/linkages/index.js";
import { measures } from "../../src/model/measures/index.js";
import { outcomes } from "../../src/model/outcomes/index.js";
import { responses } from "../../src/model/responses/index.js";
import { rewards } from "../../src/model/rewards/index.js";
import { healthChecks } from "../../src/plan-checks/health/checks/index.js";
import { lintRules } from "../../src/plan-checks/lint/rules/index.js";
import { checks } from "../../src/validation/validate.js";

export const root = join(import.meta.dirname, "..", "..");

/** The text of a file of the project. */
export const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

/** Paths of the files below a folder that end like this. */
export const below = (folder: string, ending = ".ts"): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .sort();

/** A part as its list has it, and the file that defines it. */
export interface Listed {
  readonly kind: string;
  readonly name: string;
  readonly file: string;
  /** What it says of itself. */
  readonly about: Readonly<Record<string, unknown>>;
}

type Named = readonly (readonly [name: string, part: object])[];

const byKind = (parts: readonly { readonly kind: string }[]): Named => parts.map((part) => [part.kind, part]);
const byName = (parts: readonly { readonly name: string }[]): Named => parts.map((part) => [part.name, part]);

/** Every kind of part with the folder its files lie in and what its list holds. */
const lists: readonly (readonly [kind: string, folder: string, parts: Named])[] = [
  ["reward", "src/model/rewards", byKind(rewards)],
  ["curve", "src/model/curves", byKind(curves)],
  ["linkage", "src/model/linkages", byKind(linkages)],
  ["measure", "src/model/measures", byName(measures)],
  ["activity", "src/model/activities", byName(activities)],
  ["outcome", "src/model/outcomes", byName(outcomes)],
  ["response", "src/model/responses", byName(responses)],
  ["chart", "src/charts", Object.entries(chart)],
  ["health check", "src/plan-checks/health/checks", byName(healthChecks)],
  ["lint rule", "src/plan-checks/lint/rules", byName(lintRules)],
  ["table kind", "src/employee-data/import", byName(tableKinds)],
  ["validation row", "src/validation", checks.map((check) => [check.id, check])],
];

/** Where everything is defined that the files of a folder export. */
async function definitions(folder: string): Promise<Map<unknown, string>> {
  const found = new Map<unknown, string>();
  for (const file of below(folder).filter((one) => !/\/(index|registry|validate)\.ts$/.test(one)))
    for (const value of Object.values((await import(join(root, file))) as object))
      if (!found.has(value)) found.set(value, file);
  return found;
}

/** Every part there is. */
export async function everyPart(): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  for (const [kind, folder, parts] of lists) {
    const files = await definitions(folder);
    for (const [name, part] of parts) {
      const about = "chart" in part ? (part.chart as object) : part;
      found.push({ kind, name, file: files.get(part) ?? `${folder}/index.ts`, about: { ...about } });
    }
  }
  const ofCommands = Object.entries(commands).map(([name, about]) => {
    return { kind: "command", name, file: `src/cli/commands/${name}.ts`, about: { ...about } };
  });
  return [...found, ...ofCommands];
}
