import { Document, type Node } from "yaml";

/** A piece of a text that is taken out, what is put in its place. */
export interface TextEdit {
  /** letter. Where it begins. */
  readonly at: number;
  /** letter. Where it ends; the same place where nothing is taken out. */
  readonly end: number | undefined;
  readonly put: string;
}

/** The text with every edit done; edits must not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const fromTheEnd = [...edits].sort((a, b) => b.at - a.at);
  return fromTheEnd.reduce((now, { at, end = at, put }) => now.slice(0, at) + put + now.slice(end), text);
}

/** letter. Where the line after this place begins, or the end of the text; the place itself where a line begins there. */
export function lineAfter(text: string, at: number): number {
  if (text[at - 1] === "\n") return at;
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** A value on one line, in quotes only where it needs them: `{ value: 10 %, source: id }`; as JSON where the file is. */
export function written(value: unknown, isJson: boolean): string {
  if (isJson) return JSON.stringify(value);
  const document: Document<Node> = new Document({ value });
  const node = document.createNode(value, { flow: true });
  document.contents = document.createNode({ value: node }, { flow: true });
  const line = document.toString({ lineWidth: 0 }).trim();
  return line.slice("{ value: ".length, -" }".length);
}
