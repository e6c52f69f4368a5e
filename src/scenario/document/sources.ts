import { didYouMean, type Fault } from "../../foundation/text/problem.js";
import type { ScenarioDocument } from "./document.js";
import type { KeyPath } from "./place.js";

/** A number in a scenario and what it rests on. */
export interface Numbered {
  readonly path: KeyPath;
  readonly text: string;
  /** Id of its source, words of its note, or nothing: a gap. */
  readonly source: string | undefined;
}

/** Keys under which text is text and not a number. */
const words = new Set([
  "title",
  "question",
  "status",
  "currency",
  "remainder",
  "like",
  "weights",
  "baseline",
  "claim",
  "what",
  "how",
  "who",
  "when",
  "note",
  "source",
  "link",
  "kind",
  "for",
  "design",
  "against",
  "outcome",
  "direction",
  "response",
]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every number of a scenario with the source that stands beside it or above it. */
export function numbersOf(data: unknown, path: KeyPath = [], above?: string): Numbered[] {
  if (Array.isArray(data)) return data.flatMap((one, k) => numbersOf(one, [...path, k], above));
  if (typeof data === "number" || (typeof data === "string" && /\d/.test(data))) {
    return [{ path, text: String(data), source: above }];
  }
  if (!isRecord(data)) return [];
  const stated = typeof data.source === "string" ? data.source : typeof data.note === "string" ? data.note : above;
  if ("value" in data) return [{ path, text: String(data.value), source: stated }];
  return Object.entries(data).flatMap(([key, value]) => {
    const isWords =
      typeof value === "string"
        ? words.has(key)
        : (path.length === 0 && ["rewardlab", "sources", "run"].includes(key)) || isCell([...path, key]);
    return isWords ? [] : numbersOf(value, [...path, key], stated);
  });
}

/** Whether a path is that of levels of factors: names, which may look like numbers. */
export const isCell = ([section, , key, ...rest]: KeyPath): boolean =>
  rest.length === 0 &&
  ((section === "designs" && key === "cell") || (section === "hypotheses" && (key === "contrast" || key === "where")));

/** Every citation in a scenario file: where it stands and the id. */
export function cited(data: unknown, path: KeyPath = []): { readonly path: KeyPath; readonly id: string }[] {
  if (Array.isArray(data)) return data.flatMap((one, k) => cited(one, [...path, k]));
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key === "source" && typeof value === "string"
      ? [{ path: [...path, key], id: value }]
      : cited(value, [...path, key]),
  );
}

/** Sources that are cited but unknown, or listed but never cited. */
export function sourceFaults(
  document: ScenarioDocument,
  listed: readonly string[],
  evidence: ReadonlySet<string>,
): Fault[] {
  const uses = cited(document.data, []);
  const known = new Set([...listed, ...evidence, "assumption"]);
  const unknown = uses
    .filter((use) => !known.has(use.id))
    .map((use) => ({
      place: document.placeOf(use.path),
      fault: `unknown source "${use.id}"`,
      remedy: `${didYouMean(use.id, [...listed, "assumption", ...evidence])}; or add it under sources`,
    }));
  const unused = listed
    .filter((id) => !uses.some((use) => use.id === id))
    .map((id) => ({
      place: document.placeOf(["sources", id], "key"),
      fault: `source "${id}" is never cited`,
      remedy: "cite it beside a number or remove it",
    }));
  return [...unknown, ...unused];
}
