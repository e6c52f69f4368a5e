import type { z } from "zod";
import { written } from "../foundation/text/text-edit.js";
import { schemaJson } from "../foundation/values/schema-json.js";

/** A setting as JSON Schema tells it. */
interface Property {
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly items?: Property;
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A table in Markdown. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");

/** A value as a scenario file has it. */
const shown = (value: unknown): string => `\`${typeof value === "string" ? value : written(value, false)}\``;

/**
 * The settings of a part as a table, straight from its schema: of a list also what an entry holds, and an example of the whole. Groups of
 * settings are listed setting by setting only where asked for: those of rewards are parts of their own.
 */
export const settingsTable = (schema: z.ZodType, { groups = false } = {}): string =>
  markdownTable(["setting", "meaning", "default", "example"], rowsOf(schemaJson(schema), "", groups));

const sources = ["source", "note"];

function rowsOf({ properties = {}, required = [] }: Property, within: string, groups: boolean): string[][] {
  return Object.entries(properties)
    .filter(([name]) => !sources.includes(name))
    .flatMap(([name, one]) => {
      const called = `${within}${name}`;
      const inside =
        one.items === undefined
          ? rowsOf(groups ? one : {}, `${called} › `, groups)
          : rowsOf(one.items, `${called}, each › `, groups);
      return [[`\`${called}\``, meaningOf(one), defaultOf(one, required.includes(name)), exampleOf(one)], ...inside];
    });
}

const meaningOf = ({ const: only, description = "" }: Property): string =>
  only === undefined ? description : `always ${shown(only)}`;

function defaultOf({ default: usual }: Property, isRequired: boolean): string {
  if (usual !== undefined) return shown(usual);
  return isRequired ? "required" : "optional";
}

function exampleOf({ enum: choices, examples = [] }: Property): string {
  if (choices !== undefined) return choices.map(shown).join(", ");
  return examples.length === 0 ? "" : shown(examples[0]);
}
