import type { z } from "zod";
import { didYouMean, type Fault, nearest } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import { written as asWritten } from "../../foundation/text/text-edit.js";
import { tradeRemedy } from "../../foundation/text/trade-words.js";
import type { SaidIn } from "../../foundation/values/field.js";
import { exampleAt, keysOfSchema, valueAt } from "../schema/schema-keys.js";
import { bestBranch, exampleFor, expectationOf, kindsOf } from "./issues.js";
import type { KeyPath, ScenarioDocument } from "./place.js";
import { cut } from "./place.js";

type Issue = z.core.$ZodIssue;
/** What a fault is worded from: the document, and the schema (when known) for near names and examples. */
interface Context {
  readonly document: ScenarioDocument;
  readonly schema: z.ZodType | undefined;
  /** ISO code. The file's own currency: examples are in it. */
  readonly currency: string;
}
type Wording = Pick<Fault, "fault" | "remedy">;

/**
 * The faults behind a zod error, with places in the document. One for each issue, but one for each unknown setting, and
 * for a union those of the branch that came closest. With the schema, remedies name near settings and examples.
 */
export function faultsOf(
  error: { readonly issues: readonly Issue[] },
  document: ScenarioDocument,
  schema?: z.ZodType,
  currency = currencyOfFile(document.data),
): Fault[] {
  const context = { document, schema, currency };
  return error.issues.flatMap((issue) => faultsOfIssue(issue, context));
}

/** The currency a file says, EUR where it says none. */
function currencyOfFile(data: unknown): string {
  const written = valueAt(data, ["currency"]);
  return typeof written === "string" && /^[A-Z]{3}$/.test(written) ? written : "EUR";
}

/** Text of ours, written for EUR, for a file in another currency. */
const inCurrency = (text: string, currency: string): string => text.replaceAll(/\bEUR\b/g, currency);

function faultsOfIssue(issue: Issue, context: Context): Fault[] {
  const { document } = context;
  const path = issue.path;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownSetting(key, path, context));
  const got = valueAt(document.data, path);
  if (got === undefined && path.length > 0 && issue.code !== "custom") return [missing(issue, context)];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branch = bestBranch(issue);
    if (branch.issues !== undefined) return branch.issues.flatMap((inner) => faultsOfIssue(inner, context));
    const words = ownWording(issue, got, context) ?? wrongSort(branch.expected, got, path, context);
    return [{ place: document.placeOf(path), ...words }];
  }
  const which = issue.code === "invalid_key" ? "key" : "value";
  return [
    { place: document.placeOf(path, which), ...(ownWording(issue, got, context) ?? wording(issue, got, context)) },
  ];
}

function unknownSetting(key: string, path: KeyPath, { document, schema }: Context): Fault {
  const data = document.data;
  const written = valueAt(data, path);
  // A setting that is already there is not what the person meant.
  const known = schema === undefined ? [] : keysOfSchema(schema, path, data);
  const free = known.filter((name) => valueAt(written, [name]) === undefined);
  const place = document.placeOf([...path, key], "key");
  return { place, fault: `unknown setting ${shown(key)}`, remedy: didYouMean(key, free) };
}

function missing(issue: Issue, context: Context): Fault {
  const { document, schema, currency } = context;
  const path = issue.path;
  const last = path.at(-1);
  const name = typeof last === "number" ? `entry ${last + 1}` : cut(String(last));
  const example = schema === undefined ? undefined : exampleAt(schema, path, document.data);
  const such = example === undefined ? "" : ` such as ${exampleText(example, currency)}`;
  const own = ownWording(issue, undefined, context)?.remedy;
  const other = misnamed(name, path.slice(0, -1), context);
  if (other !== undefined)
    return {
      place: document.placeOf([...path.slice(0, -1), other], "key"),
      fault: `${name} is missing`,
      remedy: `write ${name} in place of ${shown(other)}`,
    };
  const expected =
    issue.code === "invalid_union" && issue.errors.length > 0 ? bestBranch(issue).expected : expectationOf(issue);
  const remedy = own ? `add ${name}: ${own}` : `add ${name}${expected === "" ? "" : `, ${expected}`}${such}`;
  return { place: document.placeOf(path, "key"), fault: "missing", remedy };
}

/** A setting nobody knows that stands where a setting of this name is missing, and seems to mean it. */
function misnamed(name: string, path: KeyPath, { document, schema }: Context): string | undefined {
  const written = valueAt(document.data, path);
  if (typeof written !== "object" || written === null || schema === undefined) return undefined;
  const known = keysOfSchema(schema, path, document.data);
  return Object.keys(written).find(
    (key) => !known.includes(key) && (tradeRemedy(key, [name]) ?? nearest(key, [name])) !== undefined,
  );
}

/** The wording a schema's author gave (`fault; remedy`), unless the message is one of zod's own. */
function ownWording(issue: Issue, got: unknown, { currency }: Context): Wording | undefined {
  const ofNumber = issue.code === "custom" ? (issue.params?.saidIn as SaidIn | undefined) : undefined;
  const written = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const message = ofNumber?.(currency) ?? inCurrency(written, currency);
  if (/^(?:Invalid|Too small|Too big|Unrecognized)\b/.test(message)) return undefined;
  const end = message.indexOf("; ");
  const fault = end === -1 ? message : message.slice(0, end);
  const scalar = typeof got === "string" || typeof got === "number" || typeof got === "boolean";
  const said = !scalar || issue.code === "invalid_key" || fault.includes(String(got));
  return { fault: said ? fault : `${fault}, got ${shown(got)}`, remedy: end === -1 ? "" : message.slice(end + 2) };
}

function wording(issue: Issue, got: unknown, context: Context): Wording {
  switch (issue.code) {
    case "invalid_value":
      return oneOf(issue.values.map(String), got);
    case "invalid_union":
      return issue.discriminator === undefined
        ? { fault: `fits more than one form, got ${shown(got)}`, remedy: "keep the settings of one form" }
        : oneOf(kindsOf(issue), got);
    case "too_small":
      return outside(issue, "least", issue.minimum, got);
    case "too_big":
      return outside(issue, "most", issue.maximum, got);
    case "not_multiple_of":
      return { fault: `expected a multiple of ${issue.divisor}, got ${shown(got)}`, remedy: "round it" };
    case "invalid_type":
      return wrongSort(expectationOf(issue), got, issue.path, context, exampleFor(issue.expected));
    case "invalid_format": {
      const form =
        issue.format === "regex" && issue.pattern
          ? `text that matches ${issue.pattern}`
          : `text of the form ${issue.format}`;
      return wrongSort(form, got, issue.path, context);
    }
    case "invalid_key":
      return { fault: `the name ${shown(String(issue.path.at(-1)))} is not allowed`, remedy: "choose another name" };
    default:
      return { fault: `not allowed, got ${shown(got)}`, remedy: "change it" };
  }
}

function wrongSort(expected: string, got: unknown, path: KeyPath, context: Context, usual?: string): Wording {
  const { document, schema, currency } = context;
  const example = schema === undefined ? undefined : exampleAt(schema, path, document.data);
  const such = example === undefined ? usual : exampleText(example, currency);
  const remedy = such === undefined ? "write one" : `write one such as ${such}`;
  return { fault: `expected ${expected}, got ${shown(got)}`, remedy };
}

function oneOf(choices: readonly string[], got: unknown): Wording {
  return { fault: `unknown value ${shown(got)}`, remedy: didYouMean(typeof got === "string" ? got : "", choices) };
}

function outside(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  end: "least" | "most",
  limit: number | bigint,
  got: unknown,
): Wording {
  const remedy = end === "least" ? "add more" : "remove some";
  if (typeof got === "string") {
    return { fault: `expected at ${end} ${plural(Number(limit), "character")}, got ${shown(got)}`, remedy };
  }
  if (typeof got === "object") {
    const size = Object.keys(got ?? {}).length;
    return { fault: `expected at ${end} ${plural(Number(limit), "entry", "entries")}, got ${size}`, remedy };
  }
  const side = end === "least" ? "more" : "less";
  if (issue.inclusive === false)
    return { fault: `expected ${side} than ${limit}, got ${shown(got)}`, remedy: `use ${side}` };
  return { fault: `expected at ${end} ${limit}, got ${shown(got)}`, remedy: `use ${limit} or ${side}` };
}

/** An example as a file would hold it, in the file's own currency; lists and mappings are never cut, because their shape is what is shown. */
const exampleText = (example: unknown, currency: string): string =>
  inCurrency(typeof example === "object" ? asWritten(example, false) : shown(example), currency);

/** A value as JSON, cut at 60 characters. */
function shown(value: unknown): string {
  return value === undefined || value === null ? "nothing" : cut(JSON.stringify(value));
}
