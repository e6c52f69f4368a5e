import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { curves } from "../../src/model/curves/index.js";
import { linkages } from "../../src/model/linkages/index.js";
import { measures } from "../../src/model/measures/index.js";
import { rewards } from "../../src/model/rewards/index.js";
import { schemaText } from "../../src/node/files/schema.js";
import { root, small } from "./command.js";

const shipped = readdirSync(join(root, "scenarios"), { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".yaml"),
);
const schema = z.fromJSONSchema(JSON.parse(schemaText()));

describe("the JSON Schema of scenario files", () => {
  test("is up to date: run `npm run docs` otherwise", () => {
    expect(readFileSync(join(root, "scenarios/scenario.schema.json"), "utf8")).toBe(schemaText());
  });

  test("knows every part by name", () => {
    const names = [...rewards, ...curves, ...linkages].map(({ kind }) => kind);
    for (const name of [...names, ...measures.map((one) => one.name)]) expect(schemaText()).toContain(`"${name}"`);
  });

  test.each(shipped)("admits %s", (name) => {
    const result = schema.safeParse(parse(readFileSync(join(root, "scenarios", name), "utf8")));
    expect(result.error?.issues ?? []).toEqual([]);
  });

  test("refuses what the reader refuses for its shape", () => {
    const faults = [
      small.replace("horizon:", "horizont:"),
      small.replace("cash bonus", "cash bonuses"),
      small.replace("rewardlab: 2", "rewardlab: 1"),
      small.replace("managers: 2", "managers: [2]"),
    ];
    expect(schema.safeParse(parse(small)).success).toBe(true);
    for (const fault of faults) expect(schema.safeParse(parse(fault)).success, fault).toBe(false);
  });
});
