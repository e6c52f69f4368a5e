import { copyFileSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rewardlab, root, temporaryFolder } from "./command.js";

const old = join(root, "test/scenario/version-1/plan-change.yaml");

const study = (): string => {
  const path = join(temporaryFolder(), "plan.yaml");
  copyFileSync(old, path);
  return path;
};

describe("rewardlab migrate", () => {
  test("a file of version 1 is refused by every command, in one line that names the way on", async () => {
    const path = study();
    for (const command of ["check", "describe", "compare", "run"]) {
      const { code, out, err } = await rewardlab([command, path]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(err).toContain(`run rewardlab migrate ${path}`);
    }
  });

  test("shows what moves and what curves pay, and writes only when asked", async () => {
    const path = study();
    const before = readFileSync(path, "utf8");
    const shown = await rewardlab(["migrate", path]);
    expect(shown).toMatchObject({ code: 0, err: "" });
    expect(shown.out).toContain("cap → up to attainment");
    expect(shown.out).toMatch(/before( +[\d.]+ %){7}\n.*after( +[\d.]+ %){7}/);
    expect(shown.out).toContain(`nothing written; --write rewrites ${path}`);
    expect(readFileSync(path, "utf8")).toBe(before);
    const { mode } = statSync(path);
    expect((await rewardlab(["migrate", path, "--write"])).out).toContain(`wrote ${path}`);
    expect(readFileSync(path, "utf8")).not.toBe(before);
    expect(statSync(path).mode).toBe(mode);
    expect(await rewardlab(["check", path])).toMatchObject({ code: 0 });
    expect((await rewardlab(["migrate", path, "--write"])).out).toBe(`${path}: it is of version 2 already\n`);
  });
});
