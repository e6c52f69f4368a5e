import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import { edit, parseScenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";

const folder = join(import.meta.dirname, "..", "..", "scenarios");

/** Worlds behind a golden: few, because it pins bits and not findings. */
const worlds = 24;
const outcomes = [
  "net value",
  "account value",
  "reward cost",
  "cash cost",
  "at target",
  "leavers",
  "effort",
  "selling push",
  "relationship",
];

/** Means to eight significant digits: a change of any rule shows, a change of the last bit does not. */
function golden(run: Run): string {
  const head = ["response", "design", ...outcomes].join(",");
  const rows = run.responses.flatMap((response) =>
    run.designs.map(({ name }) =>
      [
        response,
        name,
        ...outcomes.map((outcome) => estimate(column(run, name, outcome, response)).mean.toPrecision(8)),
      ].join(","),
    ),
  );
  return `${[head, ...rows].join("\n")}\n`;
}

/** Laboratory files have no goldens: `rewardlab validate` holds their numbers to exact results. */
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".yaml") && !name.startsWith("laboratory"),
);

describe("shipped scenarios give the numbers beside them", () => {
  test.each(files.sort())("%s", async (name) => {
    const scenario = parseScenario(readFileSync(join(folder, name), "utf8"), { name });
    // a draw of the assumptions for each of so few worlds: more of their ranges is seen
    const alone = edit(scenario, (file) => {
      file.run = { ...file.run, "lucks per draw": 1 };
    });
    const run = await simulate(alone, { replications: worlds });
    await expect(golden(run)).toMatchFileSnapshot(join(folder, name.replace(/\.yaml$/, ".expect.csv")));
  });
});
