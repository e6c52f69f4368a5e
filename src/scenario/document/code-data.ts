import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from "yaml";
import { refuse } from "../../foundation/text/problem.js";
import { isCommanding } from "../../foundation/text/text.js";
import { cut, type FilePlace, filePlaceText, type KeyPath, type Spot } from "./place.js";
import type { ParsedText } from "./text.js";

/** Levels of mappings and lists, the top one counted. Scenarios need fewer than ten. */
const MOST_DEEP = 40;
/** Values a scenario may hold once its aliases are written out. */
const MOST_VALUES = 100_000;

type Refuse = (fault: string, remedy: string) => never;
interface Found {
  readonly data: unknown;
  readonly spot: Spot;
}

/** One pass over a document: what is left of its allowance, and the data of the anchors met so far. */
interface Reading {
  readonly name: string;
  readonly placeAt: ((offset: number) => FilePlace) | undefined;
  /** An anchor that is still open holds `undefined`: an alias to it would contain itself. */
  readonly anchors: Map<string, unknown>;
  valuesLeft: number;
  /** Where the alias stands that is being written out: the only line its contents have. */
  aliasAt: number;
}

/** The plain data of parsed YAML and the place of everything in it. Throws a Problem with a place. */
export function dataOfText(parsed: ParsedText, contents: ParsedNode, name: string): Found {
  const reading: Reading = { name, placeAt: parsed.placeAt, anchors: new Map(), valuesLeft: MOST_VALUES, aliasAt: 0 };
  return readNode(contents, undefined, [], reading);
}

/** A deep copy of data made in code, which must be what JSON can hold. Properties that are `undefined` are left out. */
export function dataOfCode(value: unknown, name: string): unknown {
  return copied(value, [], { name, placeAt: undefined, anchors: new Map(), valuesLeft: MOST_VALUES, aliasAt: 0 }, []);
}

function refuserAt(reading: Reading, offset: number, path: KeyPath): Refuse {
  return (fault, remedy) => refuse(filePlaceText(reading.name, reading.placeAt?.(offset), path), fault, remedy);
}

/** Counts a value against the allowance and refuses depth; every way a value can arise passes here. */
function admit(reading: Reading, path: KeyPath, refuseHere: Refuse): void {
  if (path.length > MOST_DEEP) refuseHere(`nested deeper than ${MOST_DEEP} levels`, "flatten the settings");
  if (--reading.valuesLeft < 0) {
    refuseHere(`more than ${MOST_VALUES} values, aliases written out`, "repeat less, or keep data in files of its own");
  }
}

function readNode(node: ParsedNode, key: FilePlace | undefined, path: KeyPath, reading: Reading): Found {
  const offset = node.range[0];
  const refuseHere = refuserAt(reading, offset, path);
  admit(reading, path, refuseHere);
  const value = reading.placeAt?.(offset) ?? { line: 1, column: 1 };
  if (node.tag !== undefined) {
    refuseHere(`tag ${shortTag(node.tag)} is not allowed`, "remove the tag; quotes make a value text");
  }
  if (isAlias(node)) {
    reading.aliasAt = offset;
    const data = copied(anchored(node.source, reading, refuseHere), path, reading, []);
    return { data, spot: { key, value, children: new Map() } };
  }
  const anchor = node.anchor;
  if (anchor !== undefined) reading.anchors.set(anchor, undefined);
  const children = new Map<PropertyKey, Spot>();
  let data: unknown;
  if (isMap(node)) data = readMapping(node.items, path, reading, children);
  else if (isSeq(node)) data = readList(node.items, path, reading, children);
  else data = readScalar(node, refuseHere);
  if (anchor !== undefined) reading.anchors.set(anchor, data);
  return { data, spot: { key, value, children } };
}

function shortTag(tag: string): string {
  const core = "tag:yaml.org,2002:";
  return cut(tag.startsWith(core) ? `!!${tag.slice(core.length)}` : tag);
}

function anchored(anchor: string, reading: Reading, refuseHere: Refuse): unknown {
  if (!reading.anchors.has(anchor))
    refuseHere(`alias *${cut(anchor)} has no anchor`, `write &${cut(anchor)} before the value it repeats`);
  const data = reading.anchors.get(anchor);
  if (data === undefined) refuseHere(`alias *${cut(anchor)} stands inside its own anchor`, "write the value out");
  return data;
}

function readMapping(
  items: readonly { key: ParsedNode; value: ParsedNode | null }[],
  path: KeyPath,
  reading: Reading,
  children: Map<PropertyKey, Spot>,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const item of items) {
    const offset = item.key.range[0];
    const key = keyOf(item.key, refuserAt(reading, offset, path));
    const within = [...path, key];
    const refuseHere = refuserAt(reading, offset, within);
    refuseKey(key, refuseHere);
    if (children.has(key)) {
      const first = children.get(key)?.key;
      refuseHere(
        `the setting ${cut(JSON.stringify(key))} appears twice`,
        `keep one; the first is on line ${first?.line}`,
      );
    }
    const place = reading.placeAt?.(offset);
    const value = item.value;
    const found = value === null ? undefined : readNode(value, place, within, reading);
    data[key] = found === undefined ? null : found.data;
    const here = place ?? { line: 1, column: 1 };
    children.set(key, found?.spot ?? { key: here, value: here, children: new Map() });
  }
  return data;
}

function readList(
  items: readonly ParsedNode[],
  path: KeyPath,
  reading: Reading,
  children: Map<PropertyKey, Spot>,
): unknown[] {
  return items.map((item, index) => {
    const found = readNode(item, undefined, [...path, index], reading);
    children.set(index, found.spot);
    return found.data;
  });
}

/** The text of a key. Numbers are kept as written, so that `1: 2 %` names the rating "1"; all else must be text. */
function keyOf(node: ParsedNode, refuseHere: Refuse): string {
  if (node.tag !== undefined) refuseHere(`tag ${shortTag(node.tag)} is not allowed`, "remove the tag");
  if (!isScalar(node)) return refuseHere("a key that is not text", "write a plain name before the colon");
  if (typeof node.value === "string") return node.value;
  if (typeof node.value === "number" && node.source !== undefined) return node.source;
  return refuseHere(`the key ${cut(node.source || "(empty)")} is not text`, "put it in quotes");
}

/** Refuses names that mean something to JavaScript itself, and YAML 1.1's merge key, which YAML 1.2 has dropped. */
function refuseKey(key: string, refuseHere: Refuse): void {
  if (key === "__proto__" || key === "constructor" || key === "prototype") {
    refuseHere(`the name ${JSON.stringify(key)} is reserved`, "choose another name");
  }
  if (isCommanding(key)) refuseHere("a name with characters that do not print", "write it with letters that are seen");
  if (key === "<<") refuseHere("merge keys are not read", "write the settings out");
}

function readScalar(node: Scalar, refuseHere: Refuse): unknown {
  const value = node.value;
  if (typeof value === "number") {
    refuseNumber(value, refuseHere);
    const digits = /^(?:[-+]?\d+|0[xo][\da-fA-F]+)$/.test(node.source ?? "");
    if (digits && !Number.isSafeInteger(value)) {
      refuseHere(
        `${cut(node.source ?? "")} is too long for a whole number`,
        "use at most 15 digits, or put it in quotes",
      );
    }
  }
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return refuseHere(`a value of type ${typeof value}`, "write text, a number, true or false");
}

function refuseNumber(value: number, refuseHere: Refuse): void {
  if (!Number.isFinite(value)) {
    refuseHere(
      `${Number.isNaN(value) ? "not a number (NaN)" : "an infinite number"}`,
      "write a finite number, or leave it out",
    );
  }
}

function copied(value: unknown, path: KeyPath, reading: Reading, open: readonly object[]): unknown {
  const refuseHere = refuserAt(reading, reading.aliasAt, path);
  admit(reading, path, refuseHere);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    refuseNumber(value, refuseHere);
    return value;
  }
  if (typeof value !== "object")
    return refuseHere(`a value of type ${typeof value}`, "use plain data, as JSON holds it");
  if (open.includes(value)) refuseHere("the data contains itself", "use plain data, as JSON holds it");
  const within = [...open, value];
  if (Array.isArray(value)) return Array.from(value, (item, i) => copied(item, [...path, i], reading, within));
  return copiedMapping(value, path, reading, within);
}

function copiedMapping(
  value: object,
  path: KeyPath,
  reading: Reading,
  open: readonly object[],
): Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  const refuseHere = refuserAt(reading, reading.aliasAt, path);
  if (!plain || Object.getOwnPropertySymbols(value).length > 0) {
    const maker = plain ? "symbols" : `class ${value.constructor?.name || "unknown"}`;
    refuseHere(`not a plain object (${maker})`, "use plain data, as JSON holds it");
  }
  const data: Record<string, unknown> = {};
  for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (!property.enumerable || (!property.get && property.value === undefined)) continue;
    const within = [...path, key];
    const refuseKeyHere = refuserAt(reading, reading.aliasAt, within);
    refuseKey(key, refuseKeyHere);
    if (property.get || property.set) refuseKeyHere("a computed property", "use plain data, as JSON holds it");
    data[key] = copied(property.value, within, reading, open);
  }
  return data;
}
