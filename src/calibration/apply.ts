import { isMap, isNode, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import { refuse } from "../foundation/text/problem.js";
import { lineAfter, type TextEdit, withEdits, written } from "../foundation/text/text-edit.js";
import type { Reward } from "../model/rewards/reward.js";
import { cited } from "../scenario/document/sources.js";
import { parseScenario } from "../scenario/scenario.js";
import type { Fit, FittedSetting } from "./data.js";

export interface ApplyFitOptions {
  /** Name for messages; the file's path. */
  readonly name?: string | undefined;
  /** Rewards the scenario may use; the shipped ones unless given. */
  readonly rewards?: readonly Reward[] | undefined;
}

/**
 * The text of a scenario file with what was fitted in place: numbers with their source and what they rest on, the source itself, and the
 * status where it was reached. Every other letter of the file stays. Applying the same fit again changes nothing. Throws a Problem where the
 * text is no scenario, and where the fitted numbers do not go with its other settings.
 */
export function applyFit(text: string, fit: Fit, { name = "scenario", rewards }: ApplyFitOptions = {}): string {
  parseScenario(text, { name, rewards });
  if (fit.settings.length === 0) return text;
  const sections = [...new Set(fit.settings.map(({ place }) => place[0]))];
  let now = text;
  for (const section of sections) {
    const own = fit.settings.filter(({ place }) => place[0] === section);
    now = withEntries(
      now,
      section,
      own.map((one) => [one.place[1], numberOf(one, fit.source.id)]),
    );
  }
  now = withEntries(now, "sources", [[fit.source.id, fit.source.title]], placesOfSources);
  now = withoutUnused(now);
  if (fit.isCalibrated) now = withTop(now, "status", "calibrated", placesOfStatus);
  parseScenario(now, { name, rewards });
  return now;
}

/** Keys after the first of which a new one goes; the end of the file where there is none. */
const placesOfStatus = ["question", "title"];
const placesOfSources = ["horizon", "currency", "status", "title"];

const numberOf = ({ text, rests }: FittedSetting, source: string): unknown => ({
  value: /^\d+$/.test(text) ? Number(text) : text,
  source,
  note: rests,
});

type Entry = readonly [key: string, value: unknown];

const rootOf = (text: string): YAMLMap<Node, Node | null> => {
  const { contents } = parseDocument<YAMLMap<Node, Node | null>>(text, {
    version: "1.2",
    schema: "core",
    merge: false,
  });
  return isMap(contents)
    ? (contents as YAMLMap<Node, Node | null>)
    : refuse("", "expected settings", "give a scenario file");
};

const pairIn = (map: YAMLMap<Node, Node | null>, key: string): Pair<Node, Node | null> | undefined =>
  map.items.find((one) => isScalar(one.key) && one.key.value === key);

/** First and last letter of a node, without what follows it on its line. */
const spanOf = (node: unknown): readonly [number, number] =>
  isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0];

/** Sets entries of a section: in the place of those there, new ones after the last; a section that is missing is made. */
function withEntries(text: string, section: string, entries: readonly Entry[], after: readonly string[] = []): string {
  const root = rootOf(text);
  const pair = pairIn(root, section);
  const map = pair?.value;
  if (pair === undefined) return withTop(text, section, Object.fromEntries(entries), after);
  if (!isMap(map)) return refuse(section, "it is written elsewhere in the file", "write its settings out under it");
  const own = map as YAMLMap<Node, Node | null>;
  const isFlow = own.flow === true;
  const fresh = entries.filter(([key]) => pairIn(own, key) === undefined);
  const edits = entries.flatMap(([key, value]): TextEdit[] => {
    const found = pairIn(own, key);
    if (found === undefined) return [];
    const [from, to] = spanOf(found.value);
    const isLine = text.slice(from, to).endsWith("\n");
    return [{ at: from, end: to, put: written(value, isJson(text)) + (isLine ? "\n" : "") }];
  });
  return withEdits(
    text,
    fresh.length === 0 ? edits : [...edits, isFlow ? intoFlow(text, own, fresh) : belowLast(text, own, fresh)],
  );
}

const isJson = (text: string): boolean => text.trimStart().startsWith("{");

/** New entries at the end of a mapping in braces. */
function intoFlow(text: string, map: YAMLMap<Node, Node | null>, entries: readonly Entry[]): TextEdit {
  const close = spanOf(map)[1] - 1;
  const put = entries
    .map(([key, value]) => `${written(key, isJson(text))}: ${written(value, isJson(text))}`)
    .join(", ");
  const last = map.items.at(-1);
  const at = last === undefined ? close : spanOf(last.value ?? last.key)[1];
  return { at, end: undefined, put: last === undefined ? ` ${put} ` : `, ${put}` };
}

/** New entries on lines of their own below the last one, as far in as the first. */
function belowLast(text: string, map: YAMLMap<Node, Node | null>, entries: readonly Entry[]): TextEdit {
  const first = spanOf(map.items[0].key)[0];
  const indent = " ".repeat(first - (text.lastIndexOf("\n", first - 1) + 1));
  const last = map.items[map.items.length - 1];
  const at = lineAfter(text, spanOf(last.value ?? last.key)[1]);
  const start = at === text.length && !text.endsWith("\n") ? "\n" : "";
  return { at, end: undefined, put: start + lines(entries, indent) };
}

const lines = (entries: readonly Entry[], indent: string): string =>
  entries.map(([key, value]) => `${indent}${written(key, false)}: ${written(value, false)}\n`).join("");

/** Sets a key at the top, after the first of these that is there. */
function withTop(text: string, key: string, value: unknown, after: readonly string[]): string {
  const root = rootOf(text);
  const found = pairIn(root, key);
  if (found !== undefined) {
    const [from, to] = spanOf(found.value);
    return withEdits(text, [{ at: from, end: to, put: written(value, isJson(text)) }]);
  }
  if (root.flow === true) return withEdits(text, [intoFlow(text, root, [[key, value]])]);
  const before = after.map((one) => pairIn(root, one)).find((one) => one !== undefined) ?? root.items.at(-1);
  const at = before === undefined ? text.length : lineAfter(text, spanOf(before.value ?? before.key)[1]);
  const isGroup = typeof value === "object" && value !== null;
  const put = isGroup ? `${key}:\n${lines(Object.entries(value), "  ")}` : lines([[key, value]], "");
  return withEdits(text, [{ at, end: undefined, put: (at > 0 && text[at - 1] !== "\n" ? "\n" : "") + put }]);
}

/** A file may not list sources that nothing cites: those whose numbers were replaced go. */
function withoutUnused(text: string): string {
  const root = rootOf(text);
  const used = new Set(cited(root.toJSON()).map(({ id }) => id));
  const map = pairIn(root, "sources")?.value;
  if (!isMap(map)) return text;
  const own = map as YAMLMap<Node, Node | null>;
  const gone = own.items.filter(({ key }) => !(isScalar(key) && used.has(String(key.value))));
  if (gone.length === 0) return text;
  if (own.flow === true) {
    const kept = Object.entries(own.toJSON() as object).filter(([id]) => used.has(id));
    const [from, to] = spanOf(own);
    return withEdits(text, [{ at: from, end: to, put: written(Object.fromEntries(kept), isJson(text)) }]);
  }
  const cut = gone.map(({ key, value }): TextEdit => {
    const at = text.lastIndexOf("\n", spanOf(key)[0]) + 1;
    return { at, end: lineAfter(text, spanOf(value ?? key)[1]), put: "" };
  });
  return withEdits(text, cut);
}
