import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands/index.js";
import { loadRun } from "../../src/node/runs/run-file.js";
import { execute, rewardlab, root, small, studyFolder, temporaryFolder } from "./command.js";

const { folder, path } = studyFolder();
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("help", () => {
  test("names every command, the exit codes and a way to start", async () => {
    const { code, out, err } = await rewardlab(["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const word of [...Object.keys(commands), "Exit codes"]) expect(out).toContain(word);
  });

  test.each(Object.entries(commands))("of %s has its arguments and an example", async (name, { args = "" }) => {
    const { code, out } = await rewardlab([name, "--help"]);
    expect(code).toBe(0);
    expect(out.split("\n")[0]).toBe(`Usage: rewardlab ${name} [options] ${args}`.trim());
    expect(out).toMatch(new RegExp(`Examples?:\\n  \\$ rewardlab ${name}`));
    expect(await rewardlab(["help", name])).toMatchObject({ code: 0, out });
  });

  test("comes on the error stream when no command is given", async () => {
    const { code, out, err } = await rewardlab([]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Usage: rewardlab");
  });

  test("the version is that of the package", async () => {
    expect(await rewardlab(["--version"])).toMatchObject({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("compare", () => {
  test("prints the same page for the same seed, without colour or progress", async () => {
    const [one, two] = await Promise.all(
      ["1", "2"].map((workers) => rewardlab(["compare", path, "--workers", workers])),
    );
    expect(one).toMatchObject({ code: 0, err: "" });
    expect(two.out).toBe(one.out);
    expect(one.out).toContain("Small");
    expect(one.out).toContain("inputs");
    expect(one.out).not.toContain("\u001b");
  });

  test("gives numbers as CSV and JSON", async () => {
    const csv = await rewardlab(["compare", path, "--format", "csv"]);
    expect(csv.out.split("\r\n")[0]).toMatch(/^outcome,unit,per,direction,design,/);
    const json = JSON.parse((await rewardlab(["compare", path, "--format", "json"])).out);
    expect(json.baseline).toBe("today");
    expect(json.about).toMatchObject({ seed: 5, worlds: 24, months: 12 });
  });

  test("makes designs equal in one outcome after another, as far as can be meant", async () => {
    const ask = (...more: readonly string[]) => rewardlab(["compare", path, "--quiet", "--equal", ...more]);
    const { code, out } = await ask("cost, certainty equivalent", "--format", "json");
    expect(code).toBe(0);
    const { views, baseline } = JSON.parse(out);
    expect(baseline).toBe("today");
    expect(views.map(({ equalIn }: { equalIn: string }) => equalIn)).toEqual(["reward cost", "certainty equivalent"]);
    expect((await ask("expected pay")).out).toContain("Equal expected pay");
    const faults = [
      [["certain equivalent"], "nothing designs can be made equal in; did you mean certainty equivalent?"],
      [["cost", "--format", "csv"], "csv holds one comparison; write --format json"],
      [["cost", "--report", folder], "leave out --report or --equal"],
    ] as const;
    for (const [more, said] of faults) {
      const { code: failed, err } = await ask(...more);
      expect(failed).not.toBe(0);
      expect(err).toContain(said);
    }
    const free = join(folder, "free.yaml");
    writeFileSync(free, small.replace(/^hold: .*\n/m, ""));
    const { err } = await rewardlab(["compare", free, "--equal", "cost"]);
    expect(err).toContain("add hold: { reward cost: 18 000 EUR/year }");
  });

  test("takes other replications, horizon, seed and response, and says so", async () => {
    const options = ["--replications", "10", "--horizon", "2 years", "--seed", "9", "--response", "evidence"];
    const { out } = await rewardlab(["compare", path, "--format", "json", ...options]);
    expect(JSON.parse(out)).toMatchObject({ response: "evidence", about: { seed: 9, worlds: 10, months: 24 } });
  });

  test("writes a file when asked, and then prints nothing", async () => {
    const place = join(folder, "page.txt");
    expect(await rewardlab(["compare", path, "--out", place])).toEqual({ code: 0, signal: null, out: "", err: "" });
    expect(readFileSync(place, "utf8")).toBe((await rewardlab(["compare", path])).out);
  });

  test("says in its exit code that a precision was not reached", async () => {
    const { code, out, err } = await rewardlab(["compare", path, "--replications", "2", "--precision", "1 EUR"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^precision not reached: differences are known to ± [\d,]+ EUR after 128 worlds\n$/);
    expect(out).toContain("Small");
    const easy = await rewardlab(["compare", path, "--precision", "10M EUR"]);
    expect(easy).toMatchObject({ code: 0, err: "" });
  });
});

describe("run", () => {
  test("keeps the run and every number; what is kept compares like the scenario", async () => {
    const place = join(folder, "kept");
    const { code, out } = await rewardlab(["run", path, "--out", place]);
    expect(code).toBe(0);
    expect(out).toContain(join(place, "small.rewardlab"));
    expect(readdirSync(place).sort()).toEqual(["small-assumptions.csv", "small-outcomes.csv", "small.rewardlab"]);
    const saved = await rewardlab(["compare", join(place, "small.rewardlab")]);
    expect(saved.out).toBe((await rewardlab(["compare", path])).out);
  });

  test("gives the same file for any number of threads", async () => {
    const places = ["1", "2", "3"].map((workers) => join(folder, `${workers}.rewardlab`));
    for (const [k, place] of places.entries())
      await rewardlab(["run", path, "--workers", String(k + 1), "--out", place]);
    const [first, ...others] = places.map((place) => readFileSync(place));
    for (const other of others) expect(other.equals(first)).toBe(true);
    const run = await loadRun(places[0]);
    expect(run.worlds).toBe(24);
    expect(String(run)).toContain("24 worlds of 2 managers over 1 year, seed 5");
  });
});

describe("other commands", () => {
  test("check counts remarks and designs", async () => {
    const { code, out } = await rewardlab(["check", path]);
    expect(code).toBe(0);
    expect(out).toMatch(/small\.yaml: no faults, \d+ remarks?, 2 designs\n$/);
  });

  test("describe and trace print pages", async () => {
    expect((await rewardlab(["describe", path])).out).toContain("Small");
    const { code, out } = await rewardlab([
      "trace",
      path,
      "--design",
      "inputs",
      "--manager",
      "1",
      "--world",
      "3",
      "--format",
      "json",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ design: "inputs", manager: 1, world: 3, seed: 5 });
    expect(JSON.parse(out).months).toHaveLength(12);
    const page = (await rewardlab(["trace", path, "--world", "2"])).out;
    expect(page).toContain('manager 0 in world 2 under "today", response look-ahead, seed 5');
    expect(page).toMatch(
      /\n +12 .*\n(.*\n)* +close of 1 year: score (\d+(?:\.\d+)?\s%)\s=\s100\s%\s×\s\2\saccount revenue; cash bonus pays/,
    );
  });

  test("schema prints what the package ships", async () => {
    const { out } = await rewardlab(["schema"]);
    expect(out).toBe(readFileSync(join(root, "scenarios/scenario.schema.json"), "utf8"));
  });
});

describe("init", () => {
  test("starts a study that checks, and overwrites nothing", async () => {
    const study = join(temporaryFolder(), "a", "study");
    const { code, out } = await rewardlab(["init", study, "--template", "renewal"]);
    expect(code).toBe(0);
    expect(out).toContain(join(study, "renewal.yaml"));
    expect(readFileSync(join(study, "renewal.yaml"), "utf8")).toMatch(
      /^# yaml-language-server: \$schema=\.\/scenario\.schema\.json\n/,
    );
    expect(existsSync(join(study, "scenario.schema.json"))).toBe(true);
    expect((await rewardlab(["check", join(study, "renewal.yaml")])).code).toBe(0);
    writeFileSync(join(study, "renewal.yaml"), small);
    const again = await rewardlab(["init", study, "--template", "renewal"]);
    expect(again).toMatchObject({ code: 2, out: "" });
    expect(again.err.trimEnd().split("\n")).toHaveLength(3);
    expect(again.err).toContain("renewal.yaml: there is a file already; choose another folder, or move it away");
    expect(readFileSync(join(study, "renewal.yaml"), "utf8")).toBe(small);
  });

  test("lists its templates", async () => {
    const { out } = await rewardlab(["init", "--list"]);
    const names = out
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")[0]);
    const wanted = [
      "balanced-scorecard",
      "gated-bonus",
      "merit-led",
      "multi-year",
      "portfolio",
      "quota-commission",
      "recognition-led",
      "renewal",
      "sales-style",
      "team",
    ];
    expect(names).toEqual(["first-steps", ...wanted]);
  });
});

describe("a reader or a person who has had enough", () => {
  test("a closed pipe is no failure", async () => {
    const { code, err } = await rewardlab(["schema"], { meanwhile: (child) => child.stdout.destroy() });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const piped = await execute("bash", [
      "-c",
      `set -o pipefail; '${process.execPath}' dist/cli/cli.js schema | head -n 1`,
    ]);
    expect(piped).toMatchObject({ code: 0, out: "{\n", err: "" });
  });

  test("Ctrl-C ends a long run at once, without a stack trace", async () => {
    const meanwhile: NonNullable<Parameters<typeof rewardlab>[1]>["meanwhile"] = (child) => {
      setTimeout(() => child.kill("SIGINT"), 4000);
    };
    const { code, err } = await rewardlab(["compare", path, "--replications", "100000"], { meanwhile });
    expect(code).toBe(130);
    expect(err).toMatch(
      /^interrupted(: these are the [\d,]+ worlds that were finished| before anything was finished)\n$/m,
    );
    expect(err).not.toMatch(/^ +at /m);
  });
});
