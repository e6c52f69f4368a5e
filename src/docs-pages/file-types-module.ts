import { joinWords } from "../foundation/text/text.js";
import { schemaJson } from "../foundation/values/schema-json.js";
import { activities } from "../model/activities/index.js";
import { curves } from "../model/curves/index.js";
import { measures } from "../model/measures/index.js";
import { responses } from "../model/responses/index.js";
import { rewards } from "../model/rewards/index.js";
import { derivedOutcomes } from "../results/basis/outcome-columns.js";
import { yardsticks } from "../scenario/check/check-designs.js";
import { knownOutcomes } from "../scenario/schema/known-outcomes.js";
import { scenarioSchema } from "../scenario/schema/schema.js";

/** What a JSON Schema says, as far as it becomes types. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly const?: string | number;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | false;
  readonly propertyNames?: SchemaNode;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** The schema of a scenario file, written out without references. */
export const fileSchema = (): SchemaNode => schemaJson(scenarioSchema(), { target: "draft-7" }) as SchemaNode;

/** Lists of names that have a type of their own, wherever a schema holds exactly them. */
const lists: Readonly<Record<string, { readonly of: string; readonly names: readonly string[] }>> = {
  MeasureName: { of: "a measure a scorecard may use", names: measures.map(({ name }) => name) },
  ActivityName: { of: "an activity of the job", names: activities.map(({ name }) => name) },
  OutcomeName: { of: "an outcome of a run", names: knownOutcomes },
  DerivedOutcomeName: { of: "an outcome worked out from others", names: derivedOutcomes },
  ResponseName: {
    of: "a way managers may react",
    names: responses.filter(({ compensates }) => !compensates).map(({ name }) => name),
  },
  RewardKind: { of: "a kind of reward of the package", names: rewards.map(({ kind }) => kind) },
  CurveKind: { of: "a kind of payout curve", names: curves.map(({ kind }) => kind) },
  YardstickName: { of: "a design every comparison adds", names: yardsticks },
};

/** Names a file gives itself: where they are given, and where they are used. The names of one literal are known to its type. */
const given: Readonly<Record<string, string>> = { designs: "Design", weights: "Weighting" };
const used: Readonly<Record<string, string>> = {
  "designs.*.weights": "Known<Weighting>",
  "designs.*.like": "Known<Design>",
  baseline: "Known<Design>",
  "hypotheses.*.design": "Known<Design> | YardstickName",
  "hypotheses.*.against": "Known<Design> | YardstickName",
};

/** What one entry of a list or record is called, where that is not the plural less its s. */
const singular: Readonly<Record<string, string>> = {
  activities: "activity",
  hypotheses: "hypothesis",
  weights: "weighting",
};

const pascal = (words: string): string =>
  words.trim().replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase());

/** Whether a schema is a number, with or without where it comes from. */
export const isNumberNode = ({ anyOf }: SchemaNode): boolean =>
  anyOf?.length === 3 && anyOf[2].properties?.value !== undefined;

const kindOf = ({ properties }: SchemaNode): string | undefined => properties?.kind?.const as string | undefined;

const literal = (value: string | number): string => JSON.stringify(value);

/** The declarations made so far, by name. */
type Declared = Map<string, string>;

/** Where a schema stands: settings and `*` for any entry, and what its type is to be called. */
interface Where {
  readonly path: readonly string[];
  readonly name: string;
}

const into = ({ path, name }: Where, key: string): Where => ({ path: [...path, key], name: key === "*" ? name : key });

function typeOf(node: SchemaNode, where: Where, declared: Declared): string {
  if (isNumberNode(node)) return "Written";
  const alternatives = node.anyOf ?? node.oneOf;
  if (alternatives !== undefined) return unionOf(node, alternatives, where, declared);
  if (node.const !== undefined) return literal(node.const);
  if (node.enum !== undefined) return namedList(node.enum) ?? node.enum.map(literal).join(" | ");
  if (node.type === "array") return listOf(typeOf(node.items ?? {}, into(where, "*"), declared));
  if (node.properties !== undefined) return objectOf(node, where, declared);
  if (node.type === "object") return recordOf(node, where, declared);
  if (Array.isArray(node.type)) return node.type.join(" | ");
  return used[where.path.join(".")] ?? String(node.type);
}

const listOf = (item: string): string => (item.includes("|") ? `(${item})[]` : `${item}[]`);

const namedList = (names: readonly string[]): string | undefined =>
  Object.keys(lists).find((one) => lists[one].names.join("\n") === names.join("\n"));

function unionOf(node: SchemaNode, alternatives: readonly SchemaNode[], where: Where, declared: Declared): string {
  const members = [...new Set(alternatives.map((one) => typeOf(one, where, declared)))];
  if (!alternatives.every((one) => kindOf(one) !== undefined)) return members.join(" | ");
  const name = `${pascal(nounOf(where))}File`;
  const own = where.path.at(-2) === "rewards" ? ["OwnReward"] : [];
  declared.set(name, `${docOf(node, "")}${unionText(name, [...members, ...own])}`);
  return name;
}

const unionText = (name: string, members: readonly string[]): string =>
  `export type ${name} =\n${members.map((one) => `  | ${one}`).join("\n")};\n`;

/** What one of these is called: an entry of `designs` is a design. */
function nounOf({ path, name }: Where): string {
  return path.at(-1) === "*" ? (singular[name] ?? name.replace(/s$/, "")) : name;
}

function recordOf(node: SchemaNode, where: Where, declared: Declared): string {
  const value = typeOf(node.additionalProperties || {}, into(where, "*"), declared);
  const own = where.path.length === 1 ? given[where.path[0]] : undefined;
  if (own !== undefined) return `Record<${own}, ${value}>`;
  const keys = node.propertyNames?.enum;
  return keys === undefined ? `Record<string, ${value}>` : `Partial<Record<${namedList(keys)}, ${value}>>`;
}

/** An interface for the settings; its name, with the names of the file it knows. Two of one name and other settings are told apart by where they stand. */
function objectOf(node: SchemaNode, where: Where, declared: Declared): string {
  const rest = typeof node.additionalProperties === "object" ? node.propertyNames?.enum : undefined;
  const fields = Object.entries(node.properties ?? {}).map(([key, one]) => {
    const type = typeOf(one, into(where, key), declared);
    const isRequired = node.required?.includes(key) ?? false;
    return `${docOf(one, "  ")}  ${/^[A-Za-z]\w*$/.test(key) ? key : literal(key)}${isRequired ? `: ${type}` : `?: ${type} | undefined`};\n`;
  });
  const known = Object.keys(node.properties ?? {});
  const others = rest && namedList(rest.filter((name) => !known.includes(name)));
  const above = others === undefined ? "" : ` extends Partial<Record<${others}, Written>>`;
  const body = fields.join("");
  const names = Object.values(given).filter((one) => new RegExp(`\\b${one}\\b`).test(body));
  const kind = kindOf(node);
  const noun = kind === undefined ? nounOf(where) : `${kind} ${where.path.at(-2) === "rewards" ? "" : "curve"}`;
  const write = (name: string): string =>
    `${docOf(node, "")}export interface ${name}${parameters(names, " extends string = string")}${above} {\n${body}}\n`;
  const short = `${pascal(noun)}File`;
  const earlier = declared.get(short);
  const name = earlier === undefined || earlier === write(short) ? short : longer(where, noun);
  declared.set(name, write(name));
  return `${name}${parameters(names)}`;
}

const parameters = (names: readonly string[], bound = ""): string =>
  names.length === 0 ? "" : `<${names.map((one) => `${one}${bound}`).join(", ")}>`;

const longer = ({ path }: Where, noun: string): string =>
  `${pascal(path.filter((one) => one !== "*").at(-2) ?? "")}${pascal(noun)}File`;

function docOf({ description, examples }: SchemaNode, indent: string): string {
  if (description === undefined) return "";
  const example = examples?.find((one) => typeof one === "string" || typeof one === "number");
  const text = `${description}${example === undefined ? "" : `, as ${literal(example as string)}`}`;
  return `${indent}/** ${text.replaceAll("*/", "*\\/")} */\n`;
}

const listText = (name: string): string =>
  `/** Name of ${lists[name].of}. */\n${unionText(name, lists[name].names.map(literal))}`;

/** The types of a scenario file as a TypeScript module, made from its schema. */
export function fileTypesModule(schema: SchemaNode = fileSchema()): string {
  const declared: Declared = new Map();
  typeOf(schema, { path: [], name: "scenario" }, declared);
  return `${head}\n${[...Object.keys(lists).map(listText), ...declared.values()].join("\n")}`;
}

const sections = joinWords(Object.keys(given));

const head = `/** What a scenario file may hold, as types: made from its schema by \`npm run docs\`; do not edit. */

/** A number with its unit as a file writes it, such as "20 % of base salary" or "5 % to 15 %, most likely 8 %"; plain, or with where it comes from. */
export type Written = string | number | WrittenFrom;

export interface WrittenFrom {
  /** The number with its unit. */
  value: string | number;
  /** Id of a source: of this file's \`sources\` or of the evidence base. */
  source?: string | undefined;
  /** Where the number comes from, in words. */
  note?: string | undefined;
}

/** A name among those a file gives under ${sections}. It is not inferred from where it is used, so a misspelt one is found there. */
export type Known<Name extends string> = [Name][Name extends string ? 0 : never];

/** Any outcome a comparison may be about. */
export type AnyOutcomeName = OutcomeName | DerivedOutcomeName;

declare const own: unique symbol;

/** Settings of a reward the package does not ship, made by \`ownReward\`: only a scenario that is told of the kind takes them. */
export interface OwnReward {
  /** Text: the name of your kind. As a type no text fits, so that a misspelt kind of the package is not taken for one of yours. */
  kind: typeof own;
}
`;
