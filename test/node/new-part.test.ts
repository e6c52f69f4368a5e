import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recipes } from "../../scripts/new/recipes.mjs";
import { root } from "./command.js";

/** A copy of the project in which parts are started; what is only read is linked. */
const copy = mkdtempSync(join(tmpdir(), "new-part-"));
const copied = ["src", "test", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json", "biome.json"];
const linked = [
  "node_modules",
  "dist",
  "docs",
  "data",
  "scenarios",
  "bench",
  "README.md",
  "CONTRIBUTING.md",
  "vitest.config.ts",
];

const run = (folder: string, args: readonly string[]) =>
  spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
const start = (folder: string, words: readonly string[]) => run(folder, ["scripts/new.mjs", ...words]);

/** One part of every kind, and one in every folder that changes how a file is written. */
const asked: readonly (readonly [kind: string, ...words: string[]])[] = [
  ...Object.entries(recipes).map(([kind, { example }]) => [kind, ...example.split(" ")] as const),
  ["measure", "work/tender-quality"],
];

interface Started {
  readonly kind: string;
  /** Words, identifier or id: how lines may name it. */
  readonly names: readonly string[];
  /** Files that have to be edited, and all of its files. */
  readonly held: readonly string[];
  readonly files: readonly string[];
}

/** The files of a part, as the command lists them. */
function startedOf([kind, word = ""]: readonly string[], printed: string): Started {
  const files = [...printed.matchAll(/^\d+\. ([^:]+): /gm)].map(([, path = ""]) => path);
  const held = files.filter((_, k) => recipes[kind]?.files[k]?.isHeld);
  const base = word.split("/").pop() ?? "";
  const identifier = base.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const [first = ""] = files;
  const id =
    kind === "validation row" ? [...(/ id: "(E\d+)"/.exec(readFileSync(join(copy, first), "utf8")) ?? [])] : [];
  return { kind, names: [base, base.replaceAll("-", " "), identifier, ...id], held, files };
}

let started: readonly Started[] = [];

beforeAll(() => {
  for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true });
  for (const path of linked) symlinkSync(join(root, path), join(copy, path));
  mkdirSync(join(copy, "notebooks"));
  symlinkSync(join(root, "notebooks/tools"), join(copy, "notebooks/tools"));
  cpSync(join(root, "notebooks/src"), join(copy, "notebooks/src"), { recursive: true });
  // only their names are looked at
  for (const name of readdirSync(join(root, "notebooks")).filter((one) => one.endsWith(".ipynb")))
    writeFileSync(join(copy, "notebooks", name), "");
  started = asked.map((words) => {
    const { status, stdout, stderr } = start(copy, words);
    expect(stderr, words.join(" ")).toBe("");
    expect(status, words.join(" ")).toBe(0);
    return startedOf(words, stdout);
  });
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Whom a line is about: the part it names, or else the one its file belongs to. */
function ownersOf(line: string): readonly Started[] {
  const file = /^([\w./-]+): /.exec(line)?.[1] ?? "";
  const having = started.filter(({ files }) => files.includes(file));
  const named = having.filter(({ kind, names }) => names.some((name) => line.includes(`${kind} "${name}"`)));
  return named.length > 0 ? named : having;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** What fails in the copy, line by line. */
function failures(): readonly { readonly check: string; readonly lines: readonly string[] }[] {
  const tests = started
    .flatMap(({ kind, files }) => files.filter((_, k) => recipes[kind]?.files[k]?.by === "new"))
    .filter((path) => path.endsWith(".test.ts") && !path.startsWith("test/node/"));
  const holding = ["parts/complete", "parts/registries", "parts/method", "docs-pages/pages", "docs-pages/surface"];
  const paths = [...holding.map((name) => `test/${name}.test.ts`), ...tests];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const out = join(copy, "report.json");
  run(copy, [vitest, "run", "--project=fast", "--reporter=json", `--outputFile=${out}`, ...paths]);
  const { testResults } = JSON.parse(readFileSync(out, "utf8")) as Report;
  expect(testResults.map(({ name }) => name.slice(name.lastIndexOf("test/"))).sort()).toEqual([...paths].sort());
  // a file that cannot even be loaded would have no failing test
  for (const { name, message, assertionResults } of testResults)
    expect(assertionResults.length, `${name}: ${message}`).toBeGreaterThan(0);
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => ({
        check: fullName,
        lines: failureMessages.flatMap((text) =>
          text
            .replace(/^AssertionError: /, "")
            .split("\n")
            .filter((line) => line.trim() !== "" && !/^\s+at /.test(line)),
        ),
      })),
  );
}

describe("a part of every kind, as npm run new starts it", () => {
  test("passes the type check, and is formatted", () => {
    const tsc = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--noEmit", "--incremental", "false"];
    expect(run(copy, [...tsc, "--tsBuildInfoFile", "null"]).stdout).toBe("");
    const written = started.flatMap(({ files }, k) =>
      files.filter((_, at) => recipes[asked[k]![0]]?.files[at]?.by === "new"),
    );
    const biome = run(copy, [join(root, "node_modules/@biomejs/biome/bin/biome"), "check", ...new Set(written)]);
    expect(biome.status, biome.stdout + biome.stderr).toBe(0);
  });

  test("fails only the checks that name a file of its recipe, and each file of the recipe is named", () => {
    const found = failures();
    expect(found.length).toBeGreaterThan(15);
    for (const { check, lines } of found) {
      expect(lines.length, check).toBeGreaterThan(0);
      for (const line of lines) expect(ownersOf(line), `${check}: ${line}`).not.toEqual([]);
    }
    const lines = found.flatMap((one) => one.lines);
    for (const part of started) {
      const named = lines
        .filter((line) => ownersOf(line).includes(part))
        .map((line) => line.slice(0, line.indexOf(": ")));
      expect([...new Set(named)].sort(), part.kind).toEqual([...part.held].sort());
    }
  });
});

describe("what cannot be started is refused in one line", () => {
  test.each([
    [[], /^npm run new: no kind; write one of reward, curve, .*, and a name$/],
    [["rewrad", "x"], /^npm run new: unknown kind "rewrad"; did you mean reward\?$/],
    [["reward"], /^reward: no name; write npm run new -- reward sabbatical$/],
    [
      ["reward", "Sabbatical Leave"],
      /^reward Sabbatical Leave: not in kebab-case; write npm run new -- reward sabbatical-leave$/,
    ],
    [
      ["reward", "cash-bonus"],
      /^reward cash-bonus: the name is taken by src\/model\/rewards\/cash-bonus\.ts; choose another$/,
    ],
    [["measure", "work/account-revenue"], /taken by src\/model\/measures\/account-revenue\.ts/],
    [["reward", "cash/bonus-two"], /this kind has no folders; write npm run new -- reward bonus-two$/],
    [
      ["outcome", "late"],
      /^outcome late: no folder, one of accounts, pay, people; write npm run new -- outcome accounts\/late$/,
    ],
    [["outcome", "poeple/late"], /^outcome poeple\/late: no folder "poeple"; did you mean people\?$/],
    [["command", "payout"], /taken by src\/cli\/commands\/payout\.ts/],
    [["validation-row", "curve"], /taken by src\/validation\/curve\.ts/],
    [["assumption", "training", "src/model/people/learning.ts"], /taken by src\/model\/people\/learning\.ts/],
    [
      ["assumption", "coaching"],
      /^assumption coaching: no file of the part that uses it; write npm run new -- assumption coaching src\//,
    ],
    [
      ["assumption", "coaching", "src/model/people/lerning.ts"],
      /no part at .*; did you mean src\/model\/people\/learning\.ts\?$/,
    ],
  ] as const)("%j", (words, message) => {
    const { status, stdout, stderr } = start(root, words);
    expect(stderr.trim()).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect([status, stdout]).toEqual([2, ""]);
  });
});
