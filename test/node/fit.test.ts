import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rewardlab, root, studyFolder } from "./command.js";

const { folder, path } = studyFolder();
const team = join(root, "data", "synthetic-team");
const roster = ["--roster", join(team, "roster.csv")];
const files = [...roster, "--accounts", join(team, "accounts.csv"), "--history", join(team, "history.csv")];

describe("fit", () => {
  test("writes a calibrated scenario that checks, and its chart", async () => {
    const [out, chart] = [join(folder, "calibrated.yaml"), join(folder, "fitted.csv")];
    const {
      code,
      out: printed,
      err,
    } = await rewardlab(["fit", path, ...files, "--leavers", "6", "--out", out, "--chart", chart]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(printed).toContain("calibrated: salary, account revenue, drift, account luck, churn and quits");
    const written = readFileSync(out, "utf8");
    expect(written).toContain("status: calibrated\n");
    expect(written).toContain(
      "team: { managers: { value: 24, source: firm-tables, note: 24 people on the roster at the end of 2025 }",
    );
    expect((await rewardlab(["check", out])).out).toMatch(/no faults/);
    expect(readFileSync(chart, "utf8").split("\n")[0]).toContain("observed");
  });

  test("without leavers it is not calibrated: exit code 1, as JSON too", async () => {
    const { code, out } = await rewardlab(["fit", path, ...files, "--format", "json"]);
    expect(code).toBe(1);
    const found = JSON.parse(out);
    expect(found.isCalibrated).toBe(false);
    expect(found.refused.map(({ place }: { place: string[] }) => place.join("."))).toContain("team.quits");
  });

  test.each<[string, readonly string[], string]>([
    [
      "a design that is not there",
      [...files, "--today", "todya"],
      'today: there is no design "todya"; did you mean today?\n',
    ],
    [
      "leavers that are no number",
      [...files, "--leavers", "six"],
      '--leavers: expected a whole number, got "six"; write 6\n',
    ],
    ["nothing but a roster", roster, "accounts and history: neither is given; give at least one, with its years\n"],
    [
      "a measure that is not in the tables",
      [...files, "--measure", "account revenue=revenu"],
      'measures.account revenue: the tables have no "revenu"; did you mean revenue?\n',
    ],
  ])("%s is bad input", async (_, args, message) => {
    const { code, err } = await rewardlab(["fit", path, ...args]);
    expect({ code, err }).toEqual({ code: 2, err: message });
  });
});
