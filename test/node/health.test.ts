import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rewardlab, studyFolder } from "./command.js";

const { folder, path } = studyFolder();

/** A plan that nothing warns of: half a straight line's worth of pay on two measures. */
const clean = join(folder, "clean.yaml");
writeFileSync(
  clean,
  `rewardlab: 2
title: Clean
horizon: 1 year
designs:
  line:
    period: 1 year
    weights: { account revenue: 60 %, executive access: 40 % }
    rewards: [{ kind: cash bonus, at target: 20 % of base salary, curve: { kind: linear } }]
run: { worlds: 8 }
`,
);

describe("health", () => {
  test("without warnings ends with 0, with warnings with 1", async () => {
    const good = await rewardlab(["health", clean, "--quick"]);
    expect(good).toMatchObject({ code: 0, err: "" });
    expect(good.out).toContain("Clean: 0 warnings in 3 health checks");
    expect(good.out).toContain("Clean: 0 warnings on 1 curve");
    const bad = await rewardlab(["health", path, "--quick"]);
    expect(bad).toMatchObject({ code: 1, err: "" });
    expect(bad.out).toContain("cliffs");
  });

  test("simulates, and gives numbers as CSV and JSON", async () => {
    const options = ["--replications", "6", "--quiet"];
    const csv = await rewardlab(["health", path, ...options, "--format", "csv"]);
    expect(csv.out).toMatch(/^design,title,check,standing,value,/);
    expect(csv.out).toContain(",at target,");
    const json = JSON.parse((await rewardlab(["health", path, ...options, "--format", "json"])).out);
    expect(json.health).toMatchObject({ from: "observations", about: { worlds: 6 } });
    expect(json.lint.curves.length).toBeGreaterThan(0);
    const lines = await rewardlab(["health", path, "--quick", "--format", "lint-csv"]);
    expect(lines.out).toMatch(/^design,title,reward,rule,standing,/);
  });

  test.each([
    [["--quick", "--seed", "3"], "--seed: nothing is simulated with --quick; leave one of the two out\n"],
    [["--format", "xml"], '--format: unknown format "xml"; expected one of table, csv, lint-csv, json\n'],
  ])("%j is bad input", async (options, message) => {
    expect(await rewardlab(["health", path, ...options])).toMatchObject({ code: 2, out: "", err: message });
  });

  test("a file that is not there is bad input, and help has examples", async () => {
    expect((await rewardlab(["health", "nowhere.yaml", "--quick"])).code).toBe(2);
    expect((await rewardlab(["health", "--help"])).out).toContain("Examples:\n  $ rewardlab health");
  });
});
