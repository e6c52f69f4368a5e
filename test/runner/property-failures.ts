import fc from "fast-check";

/** characters. What is shown of a counterexample, and of the reason it failed for; the rest is there for the asking. */
const shown = { counterexample: 500, reason: 400 };

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)} … (${text.length - most} characters more)`;

/** Settings that run it again: at the smallest example where the way there is short, else at the first that failed. */
const settings = (seed: number, path: string): string =>
  path.length <= 60
    ? `{ seed: ${seed}, path: "${path}", endOnFailure: true }`
    : `{ seed: ${seed}, path: "${path.split(":")[0]}" }`;

/** Where it went wrong, for the runner to show those lines of the test. */
const framesOf = (stack: string): string =>
  stack
    .split("\n")
    .filter((line) => /^ {4}at (?!.*[/\\]node_modules[/\\](?:fast-check|vitest|@vitest)[/\\])/.test(line))
    .join("\n");

const words = (error: unknown): { readonly reason: string; readonly stack: string } =>
  error instanceof Error
    ? { reason: `${error.name}: ${error.message}`, stack: error.stack ?? "" }
    : { reason: String(error), stack: "" };

/** A property that fails, in a few lines: how to run it again, the smallest example found, and what was wrong with it. */
export function report(details: fc.RunDetails<unknown>): void {
  if (!details.failed) return;
  const { counterexample, counterexamplePath, errorInstance, numRuns, numShrinks, seed, verbose } = details;
  if (verbose > 0 || counterexample === null)
    throw new Error(fc.defaultReportMessage(details), { cause: errorInstance });
  const { reason, stack } = words(errorInstance);
  const error = new Error(
    [
      `the property fails in run ${numRuns}, made smaller ${numShrinks} times; again: ${settings(seed, counterexamplePath)}`,
      `for: ${cut(fc.stringify(counterexample), shown.counterexample)}`,
      `because: ${cut(reason, shown.reason)}`,
      "all of it: add verbose: 1",
    ].join("\n"),
  );
  error.name = "PropertyFailure";
  error.stack = `${error.name}: ${error.message}\n${framesOf(stack)}`;
  throw error;
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), reporter: report });
