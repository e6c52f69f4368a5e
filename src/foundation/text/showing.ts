import { escapeXml } from "./xml.js";

/** MIME type → content: one thing to show in several forms, of which a notebook takes the richest it can draw. */
export type Bundle = Readonly<Record<string, unknown>>;

/** What shows itself: as text anywhere, richer in a notebook. */
export interface Showing {
  toString(): string;
  /** The same as HTML, where that says more than text. */
  readonly [html]?: () => string;
}

/** Key of the HTML a result has beside its text; not enumerable. */
export const html: unique symbol = Symbol.for("rewardlab.html");

/** What Node's console asks an object for when it prints it, as a notebook's kernel in Node does with the last line of a cell. */
const inspect = Symbol.for("nodejs.util.inspect.custom");

/** What Deno's notebook kernel asks the last line of a cell for. */
const jupyter = Symbol.for("Jupyter.display");

/** A notebook's kernel this code runs in. */
export interface Notebook {
  /** Displays a value below the running cell. */
  readonly display: (value: Showing) => void;
  readonly bundle: (value: Showing) => Promise<Bundle>;
}

/**
 * Where the notebook stands on the global object. `src/node` puts it there when it is loaded in a kernel and nobody else does: a result
 * made by code that knows nothing of Node must find it when it is printed.
 */
export const notebookKey = Symbol.for("rewardlab.notebook");

const notebook = (): Notebook | undefined => (globalThis as { [notebookKey]?: Notebook })[notebookKey];

/** Properties of an object that shows itself; none is enumerable, so that copying, comparing and JSON see the data alone. */
export const showing: PropertyDescriptorMap & ThisType<Showing> = {
  [inspect]: {
    value(depth: number, options: { readonly depth?: number }): string {
      const isInside = depth !== options?.depth;
      const here = isInside ? undefined : notebook();
      here?.display(this);
      return here ? "" : String(this);
    },
  },
  [jupyter]: {
    value(): Bundle | Promise<Bundle> {
      return notebook()?.bundle(this) ?? plainBundle(this);
    },
  },
};

/** Text and HTML of what shows itself. Text without HTML of its own scrolls rather than wraps: tables stay tables. */
export const plainBundle = (value: Showing): Bundle => ({
  "text/html":
    value[html]?.() ??
    `<pre style="overflow-x: auto; white-space: pre; line-height: 1.25">${escapeXml(String(value))}</pre>`,
  "text/plain": String(value),
});
