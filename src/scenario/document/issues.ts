import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What people call zod's types, and an example of each. */
const SORTS: Readonly<Record<string, readonly [words: string, example?: string]>> = {
  number: ["a number", "12"],
  int: ["a whole number", "12"],
  string: ["text", '"annual"'],
  boolean: ["true or false", "true"],
  array: ["a list", '["first", "second"]'],
  tuple: ["a list", "[1, 2]"],
  object: ["settings", "name: value"],
  record: ["settings", "name: value"],
  null: ["nothing"],
  never: ["nothing"],
};

/** The closest branch of a union: its issues, or what the branches expect when the value is of another sort altogether. */
export interface Branch {
  readonly issues: readonly Issue[] | undefined;
  /** "a number or text"; for people, never empty. */
  readonly expected: string;
}

/** What an issue says it wanted, in words; empty when the issue does not say. */
export function expectationOf(issue: Issue): string {
  if (issue.code === "invalid_type") return SORTS[issue.expected]?.[0] ?? issue.expected;
  if (issue.code === "invalid_value")
    return choice(issue.values.map((value) => JSON.stringify(value) ?? String(value)));
  if (issue.code === "invalid_union") return choice(kindsOf(issue).map((kind) => JSON.stringify(kind)));
  return "";
}

/** A value of the type that zod names, as written in a file. */
export function exampleFor(type: string): string | undefined {
  return SORTS[type]?.[1];
}

/** The values a discriminated union knows for its discriminator; zod 4 gives them but leaves them out of its types. */
export function kindsOf(union: z.core.$ZodIssueInvalidUnion): readonly string[] {
  const options: unknown = (union as { options?: unknown }).options;
  return Array.isArray(options) ? options.map(String) : [];
}

const choice = (options: readonly string[]): string =>
  options.length > 1 ? `one of ${options.join(", ")}` : (options[0] ?? "");

/**
 * The branch of a failed union that the person most likely meant: the one that got deepest into the value before it
 * failed; one that fails on its own literal (such as `kind`) counts as hardly begun, one that fails on the sort of value
 * as not begun. Ties go to fewer issues, then to the first.
 */
export function bestBranch(union: z.core.$ZodIssueInvalidUnion): Branch {
  const base = union.path.length;
  const branches = union.errors.map((issues) => issues.flatMap((issue) => settled(issue, union.path)));
  const begun = branches.filter((branch) => depthOf(branch, base) >= 0);
  const expected = [
    ...new Set(
      branches
        .flat()
        .filter((issue) => issue.path.length === base)
        .map(expectationOf),
    ),
  ];
  const words = expected.filter((text) => text !== "").join(" or ") || "another value";
  if (begun.length === 0) return { issues: undefined, expected: words };
  let best = begun[0];
  for (const branch of begun) {
    const gain = depthOf(branch, base) - depthOf(best, base);
    if (gain > 0 || (gain === 0 && branch.length < best.length)) best = branch;
  }
  return { issues: merged(best, begun), expected: words };
}

/** An issue of a branch with its whole path; a union within is settled first. */
function settled(issue: Issue, prefix: readonly PropertyKey[]): readonly Issue[] {
  const whole: Issue = { ...issue, path: [...prefix, ...issue.path] };
  if (whole.code !== "invalid_union" || whole.errors.length === 0) return [whole];
  return bestBranch(whole).issues ?? [whole];
}

function depthOf(branch: readonly Issue[], base: number): number {
  let deepest = 0;
  for (const issue of branch) {
    const depth = issue.path.length - base;
    const isSort =
      depth === 0 &&
      (issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union");
    if (isSort) return -1;
    if (depth === 1 && issue.code === "invalid_value" && issue.values.length === 1) return 0;
    deepest = Math.max(deepest, issue.code === "unrecognized_keys" ? depth + 1 : depth);
  }
  return deepest;
}

/** When every branch stumbled over the same literal, that is the one fault to report, with the values of all. */
function merged(best: readonly Issue[], branches: readonly (readonly Issue[])[]): readonly Issue[] {
  for (const issue of best) {
    if (issue.code !== "invalid_value" || branches.length < 2) continue;
    const at = issue.path.join("\n");
    const same = branches.map((branch) =>
      branch.find((other) => other.code === "invalid_value" && other.path.join("\n") === at),
    );
    if (same.every((other) => other !== undefined)) {
      const values = same.flatMap((other) => (other?.code === "invalid_value" ? other.values : []));
      return [{ ...issue, values: [...new Set(values)] }];
    }
  }
  return best;
}
