/** Where a value stands in nested data: keys and indices from the outside in. */
export type KeyPath = readonly PropertyKey[];

/** Where a value or a key stands in a file: line and column, both counted from 1. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** The places of a value, of the key that names it (none in a list), and of everything inside it. */
export interface Spot {
  readonly key: FilePlace | undefined;
  readonly value: FilePlace;
  /** Mapping entries by name, list entries by index. */
  readonly children: ReadonlyMap<PropertyKey, Spot>;
}

/** Keys that read well after a dot: words, perhaps several, without the marks of a path. */
const PLAIN_KEY = /^[^.[\]"\s]+(?: [^.[\]"\s]+)*$/;

/** A text for a message, cut at 60 characters. */
export function cut(text: string): string {
  if (text.length <= 60) return text;
  const letters = Array.from(text.slice(0, 200));
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : text;
}

/** A path as people write it: `designs.cash 1y.rewards[0].curve`, and `["0.5"]` for keys that hold dots or brackets. */
export function pathText(path: KeyPath): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else {
      const key = cut(String(step));
      if (!PLAIN_KEY.test(key)) text += `[${JSON.stringify(key)}]`;
      else text += text === "" ? key : `.${key}`;
    }
  }
  return text;
}

/** `scenarios/kam.yaml:6:17 rewards[0].curve.cap`; parts that are not known are left out. */
export function filePlaceText(name: string, place: FilePlace | undefined, path: KeyPath): string {
  const file = place === undefined ? name : `${name}:${place.line}:${place.column}`;
  return [file, pathText(path)].filter((part) => part !== "").join(" ");
}

/**
 * The place of `path` in a file: of its key or its value. A path that is not in the file gets the place of its nearest
 * ancestor that is, at that ancestor's key, because that is the line under which the missing setting belongs.
 */
export function placeWithin(root: Spot, path: KeyPath, which: "key" | "value"): FilePlace {
  let spot = root;
  for (const step of path) {
    const child = spot.children.get(step);
    if (child === undefined) return spot.key ?? spot.value;
    spot = child;
  }
  return which === "key" ? (spot.key ?? spot.value) : spot.value;
}

/** A scenario as written, before it is checked: plain data, and the place of every key and value in its file. */
export interface ScenarioDocument {
  /** The file as messages name it, for example `scenarios/kam.yaml`. */
  readonly name: string;
  /** Only what JSON can hold: plain objects, arrays, text, finite numbers, booleans, null. */
  readonly data: unknown;
  /**
   * `scenarios/kam.yaml:6:17 rewards[0].curve.cap`: where a value stands, or the key that names it. A path that is not
   * in the file gets the line of its nearest ancestor. Documents made in code have no lines.
   */
  placeOf(path: KeyPath, which?: "key" | "value"): string;
}
