import { isAlias, isMap, isSeq, type Node, type Scalar } from "yaml";
import type { KeyPath } from "../document/place.js";
import { type Entry, entryOf, type Move, renamed, type WrittenMapping, wordOf } from "./entries.js";
import { periodMoves } from "./periods.js";

/**
 * Every word of version 1 that this version says otherwise, where it stands in the file; `data` is the file with aliases written out. What is
 * written once and repeated by alias moves once.
 */
export function movesIn(root: Node, text: string, data: unknown): readonly Move[] {
  const moves: Move[] = [];
  visit(root, [], (entries, path, isFlow) => {
    if (path.length === 0) moves.push(version(entries, text));
    moves.push(...wordMoves(entries, path, text), ...periodMoves(entries, path, data, { text, isFlow }));
  });
  return moves;
}

type Act = (entries: readonly Entry[], path: KeyPath, isFlow: WrittenMapping["isFlow"]) => void;

function visit(node: Node | null, path: KeyPath, act: Act): void {
  if (isSeq(node)) for (const [k, item] of node.items.entries()) visit(item as Node, [...path, k], act);
  if (!isMap(node)) return;
  const entries = node.items as unknown as readonly Entry[];
  act(entries, path, node.flow === true);
  for (const { key, value } of entries) visit(value, [...path, String(wordOf(key))], act);
}

function version(entries: readonly Entry[], text: string): Move {
  const value = entryOf(entries, "rewardlab")?.value;
  return renamed(["rewardlab"], value as Scalar, "1", "2", text);
}

/** What `cap` and `interpolated` are called now. */
function wordMoves(entries: readonly Entry[], path: KeyPath, text: string): readonly Move[] {
  const moves: Move[] = [];
  const cap = entryOf(entries, "cap");
  const kind = entryOf(entries, "kind")?.value;
  if (isAlias(kind) && cap !== undefined) return [stuck(path, "kind", "the kind of the curve stands elsewhere")];
  const isSchedule = wordOf(kind) === "rate schedule";
  if (cap && (wordOf(kind) === "target" || isSchedule))
    moves.push(renamed([...path, "cap"], cap.key, "cap", "up to attainment", text));
  if (cap && path.length === 1 && path[0] === "payout")
    moves.push(renamed([...path, "cap"], cap.key, "cap", "payout cap", text));
  const apply = isSchedule ? entryOf(entries, "apply")?.value : undefined;
  if (isAlias(apply)) moves.push(stuck(path, "apply", "the word stands elsewhere in the file"));
  else if (wordOf(apply) === "interpolated")
    moves.push(renamed([...path, "apply"], apply as Scalar, "interpolated", "interpolated payout", text));
  return moves;
}

const stuck = (path: KeyPath, key: string, fault: string): Move => ({
  path: [...path, key],
  words: key,
  edit: undefined,
  fault,
});
