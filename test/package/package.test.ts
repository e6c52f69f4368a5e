import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Ended, execute, root, small, temporaryFolder } from "../node/command.js";

const project = temporaryFolder();

/** Subpaths of the package by the name they are imported by. */
const exported = (exports: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(exports)
      .filter(([name]) => name !== "." && !name.endsWith(".json"))
      .map(([name, target]) => [`rewardlab/${name.slice(2)}`, target]),
  );

/** npm without what the test runner left in the environment. */
const npm = (args: readonly string[], cwd: string): Promise<Ended> =>
  execute("npm", ["--loglevel=error", ...args], { cwd });

const node = (script: string, kind: "module" | "commonjs"): Promise<Ended> =>
  execute(process.execPath, [`--input-type=${kind}`, "-e", script], { cwd: project });

beforeAll(async () => {
  const packed = await npm(["pack", "--ignore-scripts", "--json", "--pack-destination", project], root);
  expect(packed.err).toBe("");
  const [{ filename }] = JSON.parse(packed.out);
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }');
  const flags = ["--prefer-offline", "--no-audit", "--no-fund"];
  const installed = await npm(["install", ...flags, join(project, filename)], project);
  expect(installed).toMatchObject({ code: 0 });
}, 120_000);

const use = `
  const scenario = rewardlab.parseScenario(${JSON.stringify(small)});
  rewardlab.simulate(scenario, { replications: 8, workers: 2 }).then((run) => console.log(rewardlab.compare(run).baseline, run.worlds));`;

describe("an installed package", () => {
  test("can be imported", async () => {
    expect(await node(`import * as rewardlab from "rewardlab"; ${use}`, "module")).toMatchObject({
      code: 0,
      out: "today 8\n",
      err: "",
    });
    const core = await node('import { version } from "rewardlab/core"; console.log(version);', "module");
    expect(core).toMatchObject({ code: 0, err: "" });
  });

  test("has subpaths, and nothing else of it can be reached", async () => {
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const names = Object.keys(exported(exports));
    expect(names.length).toBeGreaterThan(3);
    const say = (load: (name: string) => string) =>
      names.map((name) => `console.log(Object.keys(${load(name)}).length > 2);`).join("");
    const all = names.map(() => "true\n").join("");
    expect(
      await node(
        say((name) => `await import("${name}")`),
        "module",
      ),
    ).toMatchObject({ code: 0, out: all });
    expect(
      await node(
        say((name) => `require("${name}")`),
        "commonjs",
      ),
    ).toMatchObject({ code: 0, out: all });
    const deep = await node('import "rewardlab/dist/index.js";', "module");
    expect(deep.err).toContain("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  test("can be required", async () => {
    const { code, out } = await node(`const rewardlab = require("rewardlab"); ${use}`, "commonjs");
    expect({ code, out }).toEqual({ code: 0, out: "today 8\n" });
  });

  test("has a command that starts a study and compares it", async () => {
    const run = (...args: string[]): Promise<Ended> =>
      execute("npx", ["--no-install", "rewardlab", ...args], { cwd: project, env: { npm_config_loglevel: "error" } });
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect((await run("--version")).out).toBe(`${version}\n`);
    expect(await run("init", "study")).toMatchObject({ code: 0, err: "" });
    const compared = await run("compare", "study/first-steps.yaml", "--replications", "8");
    expect(compared).toMatchObject({ code: 0, err: "" });
    expect(compared.out).toContain("First steps");
  });

  test("carries what it needs and nothing else", () => {
    const installed = join(project, "node_modules/rewardlab");
    const top = readdirSync(installed)
      .filter((name) => name !== "node_modules")
      .sort();
    for (const name of ["LICENSE", "dist", "package.json", "scenarios"]) expect(top).toContain(name);
    for (const name of ["src", "test", "notebooks", "bench", ".ci"]) expect(top).not.toContain(name);
    expect(readdirSync(join(installed, "dist"))).not.toContain(".tsbuildinfo");
    const fonts = "charts/drawing/fonts";
    expect(readdirSync(join(installed, "dist", fonts)).sort()).toEqual(["LICENSE", "faces.js"]);
    const made = readFileSync(join(installed, "dist", fonts, "faces.js"), "utf8");
    for (const name of ["regular", "bold"])
      expect(made).toContain(readFileSync(join(root, "src", fonts, `${name}.woff2`), "base64"));
  });
});

/** A study in TypeScript that must compile, with lines that must not. */
const study = readFileSync(join(root, "test/types/study.ts"), "utf8").replace("../../src/index.js", "rewardlab");

/** The shipped scenarios as they would be written in TypeScript. */
const shipped = [
  'import type { ScenarioFile } from "rewardlab";',
  ...readdirSync(join(root, "scenarios"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => parse(readFileSync(join(root, "scenarios", name), "utf8")))
    .map((data, k) => `export const file${k}: ScenarioFile = ${JSON.stringify(data)};`),
].join("\n");

describe("its types", () => {
  const core =
    'import { simulate, type SimulationOptions } from "rewardlab/core"; export const f: typeof simulate = simulate; export type O = SimulationOptions;';
  const subpaths = `
    import { decodeRun, encodeRun, resultJson } from "rewardlab/bytes";
    import { type Curve, curves, numberField, quantityField, rangeField, type RewardPlan, rewards } from "rewardlab/model";
    import { type BacktestChartOptions, defaultTheme, type DifferencesOptions, svgOf } from "rewardlab/paint";
    import { estimate, totalOrder } from "rewardlab/statistics";
    import type { BacktestHistory, Comparison, Estimate, Run } from "rewardlab";
    export const again = (run: Run) => decodeRun(encodeRun(run));
    export const said = (one: Comparison): string => resultJson(one);
    export const mean: Estimate = estimate([1, 2]);
    export const fields = { numberField, quantityField, rangeField };
    export const all = { curves, rewards, defaultTheme, svgOf, totalOrder };
    export type Of = [Curve, RewardPlan, DifferencesOptions, BacktestChartOptions, BacktestHistory];`;
  const strict = ["--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes"];

  test.each([
    ["node16", "node16", []],
    ["bundler", "esnext", []],
    ["node10", "commonjs", ["--esModuleInterop"]],
  ])(
    "compile with %s (%s) in a strict project that checks the types of its libraries too",
    async (moduleResolution, module, more) => {
      for (const [name, text] of Object.entries({
        "study.ts": study,
        "shipped.ts": shipped,
        "core.ts": core,
        "subpaths.ts": subpaths,
      }))
        writeFileSync(join(project, name), text);
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      const options = ["--noEmit", "--declaration", ...strict, "--target", "es2022", ...more];
      const args = [tsc, ...options, "--module", module, "--moduleResolution", moduleResolution];
      const ended = await execute(process.execPath, [...args, "study.ts", "shipped.ts", "core.ts", "subpaths.ts"], {
        cwd: project,
      });
      expect(ended).toMatchObject({ code: 0, out: "" });
    },
  );

  test("compile with the compiler of notebooks, which is older and not strict", () => {
    writeFileSync(join(project, "study.ts"), study);
    const older: typeof ts = createRequire(import.meta.url)("@tslab/typescript-for-tslab");
    expect(older.version).toMatch(/^5\.0\./);
    const options = { skipLibCheck: true, noEmit: true, declaration: true, target: 9, module: 1, moduleResolution: 2 };
    const program = older.createProgram([join(project, "study.ts")], { ...options, lib: ["lib.es2022.d.ts"] });
    const faults = older.getPreEmitDiagnostics(program);
    expect(faults.map(({ messageText }) => older.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
  });

  test("name typed arrays as compilers before TypeScript 5.7 do", () => {
    const dist = join(root, "dist");
    const declarations = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".d.ts"),
    );
    expect(declarations.length).toBeGreaterThan(100);
    const generic = declarations.filter((name) =>
      /(?:Array|Buffer)<ArrayBuffer/.test(readFileSync(join(dist, name), "utf8")),
    );
    expect(generic).toEqual([]);
  });
});
