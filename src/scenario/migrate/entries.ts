import { isScalar, type Node, type Pair } from "yaml";
import type { TextEdit } from "../../foundation/text/text-edit.js";
import type { KeyPath } from "../document/place.js";

/** A setting of a file: its name and its value. */
export type Entry = Pair<Node, Node | null>;

/** A word of a file that moves, one that stays and means something else, or one that cannot move. */
export interface Move {
  readonly path: KeyPath;
  /** `cap → up to attainment`. */
  readonly words: string;
  /** Letters of the file that change, if any. */
  readonly edit: TextEdit | undefined;
  /** Why it cannot move. */
  readonly fault?: string;
}

export const wordOf = (node: unknown): unknown => (isScalar(node) ? node.value : undefined);

export const entryOf = (entries: readonly Entry[], name: string): Entry | undefined =>
  entries.find(({ key }) => wordOf(key) === name);

const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** A word put in the place of another, in the same quotes. */
export function renamed(path: KeyPath, node: Node, from: string, to: string, text: string): Move {
  const at = startOf(node);
  const mark = text[at] === '"' || text[at] === "'" ? text[at] : "";
  return { path, words: `${from} → ${to}`, edit: { at, end: node.range?.[1], put: `${mark}${to}${mark}` } };
}

/** How a mapping stands in its file. */
export interface WrittenMapping {
  readonly text: string;
  /** Whether it stands between braces. */
  readonly isFlow: boolean;
}

/** A setting put before the first of its mapping. */
export function inserted(
  path: KeyPath,
  entries: readonly Entry[],
  setting: string,
  { text, isFlow }: WrittenMapping,
  why: string,
): Move {
  const at = startOf(entries[0]!.key);
  const indent = " ".repeat(at - (text.lastIndexOf("\n", at - 1) + 1));
  const quoted = text[at] === '"' ? setting.replace(/^(.*): (.*)$/, '"$1": "$2"') : setting;
  return { path, words: `${setting}, ${why}`, edit: { at, end: at, put: quoted + (isFlow ? ", " : `\n${indent}`) } };
}
