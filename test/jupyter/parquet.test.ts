import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { python } from "../../notebooks/tools/python.js";
import { saveParquet } from "../../src/node/files/parquet.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import type { Run } from "../../src/simulation/data.js";

import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";
import { small, temporaryFolder } from "../node/command.js";

const folder = temporaryFolder();
const path = join(folder, "run.parquet");
let run: Run;

/** Runs Python and gives what it prints; a failure fails the test. */
function inPython(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(python, args, { encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

beforeAll(async () => {
  const requirements = fileURLToPath(new URL("parquet-requirements.txt", import.meta.url));
  inPython(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements]);
  run = await simulate(parseScenario(small, { name: "small.yaml" }), { replications: 6 });
  // Numbers that formats like to lose.
  column(run, "inputs", "net value").set([
    -0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    5e-324,
    0,
  ]);
  expect(await saveParquet(run, path)).toEqual([path, join(folder, "run-assumptions.parquet")]);
});

/** The bits of a table's numbers, line by line, after its words. */
const bits = (values: readonly number[]): string => Buffer.from(Float64Array.from(values).buffer).toString("hex");

const outcomeLines = (): string[] =>
  run.responses.flatMap((response) =>
    run.designs.flatMap(({ name, role }) =>
      Array.from({ length: run.worlds }, (_, w) =>
        [response, name, role, w, bits(run.outcomes.map((one) => column(run, name, one.name, response)[w]))].join("|"),
      ),
    ),
  );

const readers = {
  pandas: "import pandas as pd\nread = pd.read_parquet",
  duckdb: "import duckdb\nread = lambda path: duckdb.read_parquet(path).df()",
};

test.each(Object.entries(readers))("%s reads every value, bit for bit", (_, reader) => {
  const script = join(folder, "read.py");
  const text = `import struct, sys
${reader}
for path, words in ((sys.argv[1], 4), (sys.argv[2], 1)):
    frame = read(path)
    print("|".join(frame.columns))
    for row in frame.itertuples(index=False, name=None):
        print("|".join([str(one) for one in row[:words]] + [struct.pack("<%dd" % (len(row) - words), *row[words:]).hex()]))
`;
  writeFileSync(script, text);
  const lines = inPython([script, path, join(folder, "run-assumptions.parquet")])
    .trimEnd()
    .split("\n");
  const outcomes = outcomeLines();
  expect(lines[0].split("|")).toEqual(["response", "design", "role", "world", ...run.outcomes.map((one) => one.name)]);
  expect(lines.slice(1, 1 + outcomes.length)).toEqual(outcomes);
  expect(lines[1 + outcomes.length].split("|")).toEqual(["world", ...run.assumptions]);
  const draws = [...run.draws.values()];
  expect(lines.slice(2 + outcomes.length)).toEqual(
    Array.from({ length: run.worlds }, (_, w) => `${w}|${bits(draws.map((one) => one[w]))}`),
  );
});

test("the metadata say the unit of every outcome and what run it is", () => {
  const script = `import sys, pyarrow.parquet as p
m = p.read_metadata(sys.argv[1]).metadata
print("[" + m[b"units"].decode() + "," + m[b"rewardlab"].decode() + "]")`;
  const [units, about] = JSON.parse(inPython(["-c", script, path]));
  expect(Object.keys(units)).toEqual(run.outcomes.map((one) => one.name));
  expect(units["net value"]).toBe("EUR per KAM over the horizon");
  expect(about).toMatchObject({ hash: run.hash, seed: 5, worlds: 6, months: 12 });
});

test("equal runs give equal files", async () => {
  const again = join(folder, "again.parquet");
  await saveParquet(run, again);
  expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
});
