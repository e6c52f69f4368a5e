import { isMap, isScalar } from "yaml";
import { refuse } from "../../foundation/text/problem.js";
import { dataOfCode, dataOfText } from "./code-data.js";
import { filePlaceText, placeWithin, type ScenarioDocument } from "./place.js";
import { parseText } from "./text.js";

export { keysOfSchema } from "../schema/schema-keys.js";
export { faultsOf } from "./faults.js";
export type { FilePlace, ScenarioDocument } from "./place.js";

/**
 * Reads the text of a scenario file: one YAML 1.2 (core schema) or JSON mapping of at most 1 MB, without tags,
 * directives or duplicate keys. Aliases are written out. Throws a Problem with file, line and column otherwise.
 */
export function readDocument(text: string, name: string): ScenarioDocument {
  const parsed = parseText(text, name);
  const contents = parsed.contents;
  const first = filePlaceText(name, { line: 1, column: 1 }, []);
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return refuse(first, "the file is empty", "start with the setting name: and go on from there");
  }
  if (!isMap(contents) && contents.tag === undefined) {
    const got = isScalar(contents) ? "a single value" : "a list";
    const place = filePlaceText(name, parsed.placeAt(contents.range[0]), []);
    refuse(place, `expected settings, got ${got}`, "write lines such as name: KAM pay");
  }
  const { data, spot } = dataOfText(parsed, contents, name);
  const placeOf: ScenarioDocument["placeOf"] = (path, which = "value") =>
    filePlaceText(name, placeWithin(spot, path, which), path);
  return { name, data, placeOf };
}

/**
 * A document from data made in code, copied deeply, so that later changes to the original do not reach it. Throws a
 * Problem for anything JSON cannot hold: functions, class instances, cycles, NaN, infinities; also for reserved names.
 */
export function documentFromData(data: unknown, name: string): ScenarioDocument {
  const copy = dataOfCode(data, name);
  if (typeof copy !== "object" || copy === null || Array.isArray(copy)) {
    const got = Array.isArray(copy) ? "a list" : "a single value";
    refuse(name, `expected settings, got ${got}`, 'pass an object such as { name: "KAM pay" }');
  }
  return { name, data: copy, placeOf: (path) => filePlaceText(name, undefined, path) };
}
