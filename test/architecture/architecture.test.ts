import { describe, expect, test } from "vitest";
import { curves } from "../../src/model/curves/index.js";
import { linkages } from "../../src/model/linkages/index.js";
import { measures } from "../../src/model/measures/index.js";
import { rewards } from "../../src/model/rewards/index.js";
import { mayImport } from "./rooms.js";
import {
  allocations,
  blindCasts,
  closures,
  cycle,
  engineMaths,
  foreign,
  impure,
  literals,
  pastTheGate,
  settableClocks,
  state,
  trespassing,
} from "./rules.js";
import { isPortable, parse, roomOf, type Source, sources } from "./sources.js";

const everywhere = (rule: (source: Source) => string[]): string[] => sources.flatMap(rule);

describe("rooms", () => {
  const rooms = Object.keys(mayImport);

  test("every file lies in a room", () => {
    expect(sources.length).toBeGreaterThan(100);
    for (const { path } of sources) expect(rooms, path).toContain(roomOf(path));
  });

  test("a room imports from the rooms its row names and from no other", () => {
    expect(everywhere(trespassing)).toEqual([]);
  });

  test("the table goes down only, and every arrow in it is used", () => {
    for (const [room, others] of Object.entries(mayImport)) {
      const used = sources
        .filter(({ path }) => roomOf(path) === room)
        .flatMap(({ imports }) => imports.filter(({ isOwn }) => isOwn).map(({ target }) => roomOf(target)));
      for (const other of others) {
        expect(rooms.indexOf(other), `${room} imports ${other}`).toBeLessThan(rooms.indexOf(room));
        expect(used, room).toContain(other);
      }
    }
  });

  test("no room holds more than a fifth of the source, no folder more than 20 files", () => {
    const total = sources.reduce((sum, { lines }) => sum + lines, 0);
    for (const room of rooms) {
      const own = sources.filter(({ path }) => roomOf(path) === room);
      expect(own.reduce((sum, { lines }) => sum + lines, 0) / total, room).toBeLessThan(0.2);
    }
    const folders = sources.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
    for (const folder of new Set(folders))
      expect(folders.filter((one) => one === folder).length, folder).toBeLessThanOrEqual(20);
  });

  test("a file name stands once in a room; index and data are the entries of rooms and folders", () => {
    const named = sources.filter(({ path }) => !/(^|\/)(index|data)\.ts$/.test(path));
    const names = named.map(({ path }) => `${roomOf(path)}: ${path.slice(path.lastIndexOf("/") + 1)}`);
    expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
  });

  test("there are no circles of imports, not even of types", () => {
    expect(cycle(sources, () => true)).toBeUndefined();
  });

  test("outside the rooms of Node nothing needs Node or a package that does", () => {
    expect(everywhere(foreign)).toEqual([]);
  });
});

describe("the same bits everywhere", () => {
  test("outside the rooms of Node there is no luck of the machine, no clock, no locale", () => {
    expect(everywhere(impure)).toEqual([]);
  });

  test("exponentials, logarithms and powers of a run are our own", () => {
    expect(everywhere(engineMaths)).toEqual([]);
  });

  test("times are measured by a clock that nobody sets", () => {
    expect(everywhere(settableClocks)).toEqual([]);
    expect(settableClocks(parse("node/x.ts", "let last = Date.now();"))).toHaveLength(1);
  });

  test("no module keeps state", () => {
    expect(sources.filter(isPortable).flatMap(state)).toEqual([]);
  });
});

test("text for a terminal goes out by one gate, which shows what would command it", () => {
  expect(everywhere(pastTheGate)).toEqual([]);
});

test("no type is waved through", () => {
  expect(everywhere(blindCasts)).toEqual([]);
});

describe("kernels", () => {
  test("loops over lanes allocate nothing", () => {
    expect(everywhere(allocations)).toEqual([]);
  });

  test("kernels hold no closures", () => {
    expect(everywhere(closures)).toEqual([]);
  });
});

/** Made from data or from the schema: as long as that is, and it names every part. */
const made = ["model/evidence-base.ts", "scenario/schema/file-types.ts"];

describe("files", () => {
  test("names are kebab-case", () => {
    for (const { path } of sources)
      expect(path).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/);
  });

  test("none is longer than 250 lines, tables made from data aside", () => {
    const written = sources.filter(({ path }) => !made.includes(path));
    expect(written.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });
});

/** Code that serves every part and must not know any of them by name. What older versions of the file said stands apart. */
const shared =
  /^(?!foundation\/|model\/|scenario\/migrate\/|node\/|cli\/|docs-pages\/make-)[\w-]+\/|^model\/scorecard\//;

/** Words that are a kind and also something else; each stands for the other thing in these places. */
const otherMeanings: Readonly<Record<string, RegExp>> = {
  // a scale or interpolation of Vega-Lite, and its mark and sort vocabulary
  linear: /^(charts|report|wording|docs-pages)\//,
  points: /^(charts|report|wording|docs-pages)\//,
  rank: /^(charts|report|wording|docs-pages)\//,
  // the word for 100 % of the score, which charts, tables and sentences use
  target: /^(?!model\/|scenario\/(?!describe\/)|simulation\/)/,
  // an assumption, as files write it
  "account revenue": /^scenario\/describe\/describe\.ts$/,
};

test("shared code names no reward, curve or measure", () => {
  const kinds = [...rewards, ...curves, ...linkages].map(({ kind }) => kind);
  const words = new Set([...kinds, ...measures.map(({ name }) => name)]);
  const found = sources
    .filter(({ path }) => shared.test(path) && !made.includes(path))
    .flatMap((source) =>
      literals(source, new Set([...words].filter((word) => !otherMeanings[word]?.test(source.path)))),
    );
  expect(words.size).toBeGreaterThan(25);
  const remedy =
    "code for all parts names one of them: ask the part instead, or, where the word means something else there, say so in otherMeanings of this file";
  expect(found, remedy).toEqual([]);
});

describe("the rules find what they look for", () => {
  const at = (path: string, text: string) => parse(path, text);

  test("imports that go up or out", () => {
    expect(trespassing(at("model/x.ts", 'import { a } from "../simulation/batch/batch.js";'))).toHaveLength(1);
    expect(trespassing(at("simulation/x.ts", 'import type { A } from "../model/frame/part.js";'))).toEqual([]);
    expect(trespassing(at("foundation/x.ts", 'export * from "../core.js";'))).toHaveLength(1);
    expect(foreign(at("simulation/x.ts", 'import { readFileSync } from "node:fs";'))).toHaveLength(1);
    expect(foreign(at("node/x.ts", 'import { readFileSync } from "node:fs";'))).toEqual([]);
    expect(foreign(at("simulation/x.ts", 'const x = await import("node:os");'))).toHaveLength(1);
  });

  test("circles, also of types alone", () => {
    const pair = [
      at("model/a.ts", 'import type { B } from "./b.js";'),
      at("model/b.ts", 'import { a } from "./a.js";'),
    ];
    expect(cycle(pair, () => true)).toEqual(["model/a.ts", "model/b.ts", "model/a.ts"]);
    expect(cycle(pair, (isTypeOnly) => !isTypeOnly)).toBeUndefined();
  });

  test("luck, clocks and locales, but not words in comments and strings", () => {
    const lines = ["Math.random();", "new Date();", "Date.now();", "x.toLocaleString();", "a.localeCompare(b);"];
    for (const line of [...lines, "new Intl.NumberFormat();", "performance.now();", "process.env;"]) {
      expect(impure(at("model/x.ts", line)), line).not.toEqual([]);
      expect(impure(at("node/x.ts", line)), line).toEqual([]);
      expect(impure(at("model/x.ts", `// ${line}\nconst text = ${JSON.stringify(line)};`)), line).toEqual([]);
    }
  });

  test("mathematics that engines round differently, outside formulas and laws", () => {
    for (const one of ["x ** 0.5", "x ** 3", "x ** n", "x ** p[w]", "Math.pow(x, y)", "Math.exp(x)", "Math.log(x)"]) {
      expect(engineMaths(at("model/x.ts", `const y = ${one};`)), one).toHaveLength(1);
      expect(engineMaths(at("model/x.ts", `const y = { formula: () => ${one} };`)), one).toEqual([]);
      expect(engineMaths(at("results/x.ts", `const y = ${one};`)), one).toEqual([]);
    }
    for (const one of ["x ** 2", "2 ** -n", "Math.sqrt(x)", "Math.min(x, y)", "d.exp(x)"]) {
      expect(engineMaths(at("model/x.ts", `const y = ${one};`)), one).toEqual([]);
    }
  });

  test("types waved through, but not types that are told", () => {
    expect(blindCasts(at("model/x.ts", "const x = f(world as never, lanes as any);"))).toHaveLength(2);
    expect(blindCasts(at("model/x.ts", "const x = world as World; type Y = never;"))).toEqual([]);
  });

  test("text that goes out past the gate", () => {
    for (const line of [
      "process.stdout.write(x);",
      "process.stderr.write(x);",
      "console.log(x);",
      "console.error(x);",
    ]) {
      expect(pastTheGate(at("node/x.ts", line)), line).toHaveLength(1);
      expect(pastTheGate(at("report/x.ts", line)), line).toHaveLength(1);
      expect(pastTheGate(at("node/terminal.ts", line)), line).toEqual([]);
    }
    expect(pastTheGate(at("node/x.ts", "const { isTTY } = process.stdout;"))).toEqual([]);
  });

  test("allocation in loops, closures in kernels, state in modules, kinds in shared code", () => {
    const kernel = (line: string) =>
      at("model/x.ts", `const x = { kernel(out) { for (let i = 0; i < 2; i++) { ${line} } } };`);
    for (const line of ["out[i] = f(() => 1);", "g([1]);", "g({ a: 1 });", "new Foo();", "out.map(f);"]) {
      expect(allocations(kernel(line)), line).not.toEqual([]);
    }
    expect(allocations(kernel("const [a, b] = pair; out[i] = Math.max(a, b);"))).toEqual([]);
    expect(closures(at("model/x.ts", "const x = { kernel(out) { const f = (i) => i; } };"))).toHaveLength(1);
    expect(closures(at("model/x.ts", "const x = { kernel: (out) => out.fill(1) };"))).toEqual([]);
    expect(state(at("model/x.ts", "let count = 0;\nconst fixed = 1;"))).toEqual(["model/x.ts:1"]);
    expect(literals(at("simulation/x.ts", 'if (kind === "commission") stop();'), new Set(["commission"]))).toHaveLength(
      1,
    );
    expect(literals(at("simulation/x.ts", 'if (form === "development") go();'), new Set(["development"]))).toEqual([]);
  });
});
