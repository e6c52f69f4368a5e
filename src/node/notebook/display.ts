import { inspect } from "node:util";
import { isView, type View } from "../../charts/drawing/view.js";
import {
  type Bundle,
  type Notebook,
  notebookKey,
  plainBundle,
  type Showing,
  showing,
} from "../../foundation/text/showing.js";
import { paintSmallPng } from "../files/png.js";
import { print, warn } from "../terminal.js";
import { cellOutput } from "./cell-output.js";

/** characters of JSON. Larger charts are shown as pictures only: notebooks hold what they show. */
const largestSpec = 400_000;

/**
 * Shows a value: below the running cell of a notebook, in the middle of it too; on a terminal as text. Charts come as a live chart, a picture
 * and text at once; results as a table; anything else as Node prints it. Throws what painting throws.
 *
 *     await show(chart.payoutCurves(kam));
 */
export async function show(value: unknown): Promise<void> {
  const output = cellOutput();
  if (output) output.display(await bundleOf(value));
  else print(`${textOf(value)}\n`);
}

/** Lets results show themselves as the last line of a notebook's cell. Does nothing outside notebooks. */
export function showInNotebook(): void {
  if (!cellOutput()) return;
  const notebook: Notebook = { display: displayLast, bundle: bundleOf };
  Object.defineProperty(globalThis, notebookKey, { value: notebook, configurable: true });
}

/** Displays what the kernel is about to print; charts once they are painted, which the kernel is made to wait for. */
function displayLast(value: Showing): void {
  swallowLineBreak();
  const output = cellOutput();
  if (!isView(value)) output?.display(plainBundle(value));
  else
    output?.await(
      bundleOf(value).then(
        (bundle) => output.display(bundle),
        (error) => warn(`this chart cannot be painted: ${error}\n`),
      ),
    );
}

/** The console prints what a value gives as its text, here nothing, and a line break, which is kept out of the cell's output. */
function swallowLineBreak(): void {
  const { stdout } = process;
  const write = stdout.write;
  const restore = (): void => {
    if (stdout.write === once) stdout.write = write;
  };
  const once = ((text: string, ...rest: []) => {
    restore();
    return text === "\n" || write.call(stdout, text, ...rest);
  }) as typeof write;
  stdout.write = once;
  queueMicrotask(restore);
}

const isShowing = (value: unknown): value is Showing =>
  typeof value === "object" && value !== null && Object.getOwnPropertySymbols(showing).every((key) => key in value);

const textOf = (value: unknown): string =>
  isShowing(value) || typeof value === "string" ? String(value) : inspect(value);

/** Everything a notebook may show a value as. */
async function bundleOf(value: unknown): Promise<Bundle> {
  if (isView(value)) return chartBundle(value);
  return isShowing(value) ? plainBundle(value) : { "text/plain": textOf(value) };
}

async function chartBundle(view: View): Promise<Bundle> {
  // Notebooks know version 5, which draws what the charts of this package use of version 6 alike.
  const spec = { ...view.spec, $schema: "https://vega.github.io/schema/vega-lite/v5.json" };
  const png = Buffer.from(await paintSmallPng(view)).toString("base64");
  return {
    ...(JSON.stringify(spec).length <= largestSpec ? { "application/vnd.vegalite.v5+json": spec } : {}),
    "image/png": png,
    "text/plain": String(view),
  };
}
