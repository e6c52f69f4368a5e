import type { z } from "zod";
import type { Fault } from "../../foundation/text/problem.js";
import { faultsOf } from "../document/faults.js";
import { bestBranch } from "../document/issues.js";
import type { KeyPath, ScenarioDocument } from "../document/place.js";
import type { ParsedFile, scenarioSchema } from "../schema/schema.js";
import { valueAt, valueFor } from "../schema/schema-keys.js";
import { checksOf } from "./check.js";

type Schema = ReturnType<typeof scenarioSchema>;
type Issue = z.core.$ZodIssue;
/** Rounds of mending. Each mends every value that is wrong, or what holds it; files are not nested deeper. */
const mostRounds = 40;

/**
 * Every fault of a file whose shape is wrong: those of its shape, and those across its fields as far as they can be read. For that, what is
 * wrong is left out, or stands for an example of what belongs there; what would only follow from it is not said.
 */
export function everyFault(error: z.ZodError, document: ScenarioDocument, schema: Schema): Fault[] {
  const faults = faultsOf(error, document, schema);
  const found = mended(document.data, schema);
  const others = found === undefined ? [] : checksOf(found.parsed, document, found.paths).faults;
  const behind = faultsOf({ issues: found?.behind ?? [] }, document, schema);
  const unique = new Map([...faults, ...behind, ...others].map((one) => [`${one.place}\n${one.fault}`, one]));
  return [...unique.values()].sort((one, other) => before(lineOf(one, document), lineOf(other, document)));
}

/** Line and column of a fault; 0 of data made in code, which has none. */
function lineOf({ place }: Fault, { name }: ScenarioDocument): readonly [line: number, column: number] {
  const [, line = "0", column = "0"] = /^:(\d+):(\d+)/.exec(place.slice(name.length)) ?? [];
  return [Number(line), Number(column)];
}

const before = (one: readonly [number, number], other: readonly [number, number]): number =>
  one[0] - other[0] || one[1] - other[1];

interface Mended {
  readonly parsed: ParsedFile;
  /** Where something was wrong. */
  readonly paths: readonly KeyPath[];
  /** Settings that do not go together, which are only looked at once no unknown one stands among them. */
  readonly behind: readonly Issue[];
}

/** The file without what is wrong in it; undefined where nothing sensible is left. */
function mended(data: unknown, schema: Schema): Mended | undefined {
  const copy = structuredClone(data);
  const paths: KeyPath[] = [];
  const unknown = new Set<KeyPath>();
  const behind: Issue[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const read = schema.safeParse(copy);
    if (read.success) return { parsed: read.data, paths, behind };
    const { issues } = read.error;
    if (round > 0) behind.push(...issues.filter((issue) => isOfItsOwn(issue, paths, unknown)));
    for (const path of read.error.issues.flatMap((issue) => wrongPaths(issue))) {
      const mendedAt = mend(copy, path, schema, paths);
      if (mendedAt === undefined) return undefined;
      paths.push(mendedAt);
      if (mendedAt === path && isUnknown(issues, path)) unknown.add(path);
    }
  }
  return undefined;
}

const isUnknown = (issues: readonly Issue[], path: KeyPath): boolean =>
  issues.some(
    (issue) =>
      issue.code === "unrecognized_keys" &&
      issue.path.length === path.length - 1 &&
      startsWith(path, issue.path) &&
      issue.keys.includes(String(path.at(-1))),
  );

/** Whether an issue is about settings as they are written: nothing among them was mended but names nobody knows. */
const isOfItsOwn = (issue: Issue, paths: readonly KeyPath[], unknown: ReadonlySet<KeyPath>): boolean =>
  issue.code === "custom" && paths.every((path) => !startsWith(path, issue.path) || unknown.has(path));

const startsWith = (path: KeyPath, start: KeyPath): boolean => start.every((step, k) => path[k] === step);

/** Where an issue's values stand: of a union those of the branch that came closest. */
function wrongPaths(issue: Issue): KeyPath[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...issue.path, key]);
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue.path];
  const inner = bestBranch(issue).issues;
  return inner === undefined ? [issue.path] : inner.flatMap((one) => wrongPaths(one));
}

/** Takes a wrong value out, or puts an example in the place of one that must be there; gives the path it came to, which may be further up. */
function mend(data: unknown, path: KeyPath, schema: Schema, earlier: readonly KeyPath[]): KeyPath | undefined {
  if (path.length === 0) return undefined;
  const above = path.slice(0, -1);
  const holder = valueAt(data, above);
  const key = path[path.length - 1]!;
  if (typeof holder !== "object" || holder === null) return mend(data, above, schema, earlier);
  const place = holder as Record<PropertyKey, unknown>;
  const wasMended = earlier.some((one) => one.length === path.length && one.every((step, k) => step === path[k]));
  if (!wasMended && Object.hasOwn(place, key) && !Array.isArray(holder)) {
    delete place[key];
    return path;
  }
  const example = valueFor(schema, path, data);
  if (example === undefined || Object.hasOwn(place, key)) return mend(data, above, schema, earlier);
  place[key] = structuredClone(example);
  return path;
}
