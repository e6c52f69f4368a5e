import { camelToWords } from "../../foundation/text/text.js";
import { formatQuantity } from "../../foundation/values/quantity.js";
import { assumptions, defaultText } from "../../model/assumptions.js";
import { usualCurrency, usualSalary } from "../../model/frame/firm.js";
import { amountOfPay } from "../../model/frame/pay-share.js";
import { linkages } from "../../model/linkages/index.js";
import { fileSchema, isNumberNode, type SchemaNode } from "../file-types-module.js";

/** One key of a scenario file. */
export interface Key {
  readonly name: string;
  readonly meaning: string;
  /** What may be written: a unit, some words, settings. */
  readonly takes: string;
  /** As a file would have it; undefined where leaving the key out is no value. */
  readonly usual: unknown;
  readonly isRequired: boolean;
  readonly example: unknown;
}

/** The keys that stand together at one place of the file; `*` is any name, `[]` any entry of a list. */
export interface Section {
  readonly path: readonly string[];
  /** The word that tells it from others at the same place: `kind: cash bonus`. */
  readonly kind: string | undefined;
  readonly keys: readonly Key[];
}

/** May stand beside any numbers, and is described once. */
export const sourceKeys = ["source", "note"];

/** The key that tells alternatives apart, and what it says. */
const kindOf = ({ properties }: SchemaNode): string | undefined => properties?.kind?.const as string | undefined;

const insides = (node: SchemaNode): readonly SchemaNode[] => node.anyOf ?? node.oneOf ?? [];

/** Every section of a scenario file in the order of the file; settings that may stand at several places come at the first. */
export function scenarioSections(file: SchemaNode = fileSchema()): readonly Section[] {
  const sections: Section[] = [];
  const seen = new Set<string>();
  const visit = (node: SchemaNode, path: readonly string[]): void => {
    if (isNumberNode(node)) return;
    for (const one of insides(node)) visit(one, path);
    if (node.items !== undefined) visit(node.items, [...path, "[]"]);
    if (typeof node.additionalProperties === "object") visit(node.additionalProperties, [...path, "*"]);
    const own = Object.entries(node.properties ?? {}).filter(([name]) => !sourceKeys.includes(name));
    const print = JSON.stringify(own);
    if (own.length === 0 || seen.has(print)) return;
    seen.add(print);
    const keys = own.map(([name, one]) => keyOf(name, one, path, node.required?.includes(name) ?? false));
    sections.push({ path, kind: kindOf(node), keys });
    for (const [name, one] of own) visit(one, [...path, name]);
  };
  visit(file, []);
  return sections;
}

/** The assumption a key of this section stands for. */
const assumptionAt = (name: string, path: readonly string[]) =>
  Object.entries(assumptions).find(
    ([code, { section }]) => path.length === 1 && path[0] === section && camelToWords(code) === name,
  )?.[1];

function keyOf(name: string, node: SchemaNode, path: readonly string[], isRequired: boolean): Key {
  const assumption = assumptionAt(name, path);
  const [, meaning = "", unit = ""] = isNumberNode(node)
    ? (/^(.*?) \(((?:[^()]|\([^()]*\))*)\)$/s.exec(node.description ?? "") ?? [])
    : [];
  return {
    name,
    meaning: isNumberNode(node) ? meaning : node.const === undefined ? (node.description ?? "") : meaningOfOne(node),
    takes: assumption === undefined ? takes(node, unit) : `${unit}, or a range`,
    usual: assumption === undefined ? node.default : defaultText(assumption),
    isRequired,
    example: assumption === undefined ? exampleOfKey(node) : assumptionExample(assumption),
  };
}

const meaningOfOne = ({ const: only, description }: SchemaNode): string => description ?? `what this is: a ${only}`;

const assumptionExample = ({ value, unit }: (typeof assumptions)[string]): string | number =>
  typeof value === "object" ? formatQuantity(amountOfPay(value, usualSalary), unit, usualCurrency) : value;

function takes(node: SchemaNode, unit: string): string {
  if (isNumberNode(node)) return unit;
  if (node.const !== undefined) return `always \`${node.const}\``;
  if (node.enum !== undefined) return listed(node.enum);
  if (node.type === "array") return "a list";
  if (node.type === "boolean") return "true or false";
  if (node.type === "object") return node.properties === undefined ? "entries by name" : "settings";
  if (insides(node).length > 0) return [...new Set(insides(node).map((one) => takes(one, "a number")))].join(", or ");
  return "text";
}

/** Words to choose from; a long list is that of measures or outcomes, which has its page. */
const listed = (words: readonly string[]): string =>
  words.length > 12 ? "one of the names in [parts](../parts.md)" : words.map((word) => `\`${word}\``).join(", ");

/** The author's own example, or one made from those of what is inside. */
export function exampleOfKey(node: SchemaNode): unknown {
  if (node.examples !== undefined) return node.examples[0];
  if (node.const !== undefined) return node.const;
  if (node.enum !== undefined) return node.enum[0];
  if (node.type === "boolean") return true;
  const [first] = insides(node).filter((one) => exampleOfKey(one) !== undefined);
  if (first !== undefined) return exampleOfKey(first);
  if (node.properties !== undefined) return exampleOfSettings(node);
  if (typeof node.additionalProperties === "object") return { name: exampleOfKey(node.additionalProperties) };
  return undefined;
}

function exampleOfSettings({ properties = {}, required = [] }: SchemaNode): unknown {
  const [first] = Object.keys(properties);
  const names = required.length > 0 ? required : [first];
  return Object.fromEntries(names.map((name) => [name, exampleOfKey(properties[name])]));
}

/** What a section is about: rewards of designs, their curves, their linkages, or the part of the file it stands in. */
export function groupOf({ path }: Section): string {
  if (path.includes("curve")) return "curves";
  if (linkages.some(({ kind }) => path.includes(kind))) return "linkages";
  return path.includes("rewards") ? "rewards" : (path[0] ?? "the file");
}
