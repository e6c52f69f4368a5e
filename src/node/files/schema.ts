import { schemaJson } from "../../foundation/values/schema-json.js";
import { scenarioSchema } from "../../scenario/schema/schema.js";

/** The file beside scenarios that tells editors what may stand in them. */
export const schemaFileName = "scenario.schema.json";

/** JSON Schema (draft 7, which editors know best) of a scenario file as a person writes it; made from the parts, ends with a newline. */
export function schemaText(): string {
  const schema = schemaJson(scenarioSchema(), { reused: "ref", target: "draft-7" });
  return `${JSON.stringify(schema, undefined, 1)}\n`;
}
