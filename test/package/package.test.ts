import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Ended, execute, root, small, temporaryFolder } from "../node/command.js";

const project = temporaryFolder();

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
  });
});

describe("its types", () => {
  const consumer = `
    import { type Comparison, compare, headline, parseScenario, readScenario, type Run, simulate, trace } from "rewardlab";
    export const scenario = parseScenario("");
    export const read = readScenario("x.yaml");
    export const run = simulate(scenario, { replications: 10, horizon: "3 years", precision: "5000 EUR", workers: 1 });
    export const results = run.then((one) => ({ better: compare(one, { baseline: "today" }), answer: headline(one) }));
    export const steps = trace(scenario, { design: "today" });
    export const rows = (one: Comparison): number => one.rows.length;
    export const worlds: Promise<number> = run.then((one: Run) => one.worlds);
    // @ts-expect-error a misspelt option is found
    simulate(scenario, { replicatons: 10 });
    // @ts-expect-error results are typed: this fails if they are any
    export const wrong: Promise<string> = run.then((one) => one.worlds);`;
  const core =
    'import { simulate, type SimulateOptions } from "rewardlab/core"; export const f: typeof simulate = simulate; export type O = SimulateOptions;';

  test.each([
    ["node16", "node16", "index.ts", consumer],
    ["bundler", "esnext", "index.ts", consumer],
    ["node10", "commonjs", "index.ts", consumer],
    ["node10", "commonjs", "core.ts", core],
  ])("resolve with %s (%s): %s", async (moduleResolution, module, name, text) => {
    writeFileSync(join(project, name), text);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--declaration", "--strict", "--skipLibCheck", "--target", "es2022"];
    const args = [tsc, ...options, "--module", module, "--moduleResolution", moduleResolution, name];
    expect(await execute(process.execPath, args, { cwd: project })).toMatchObject({ code: 0, out: "" });
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
