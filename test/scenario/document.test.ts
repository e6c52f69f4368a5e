import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Problem } from "../../src/foundation/text/problem.js";
import {
  documentFromData,
  faultsOf,
  keysOfSchema,
  readDocument,
  type ScenarioDocument,
} from "../../src/scenario/document/document.js";

const problemOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return "no problem";
};
const read = (text: string): ScenarioDocument => readDocument(text, "kam.yaml");
const problemIn = (text: string): string => problemOf(() => read(text));
const dataOf = (text: string): unknown => read(text).data;

describe("what a file may hold", () => {
  it("numbers and dates mean what YAML 1.2 says", () => {
    const text = "a: 72_000\nb: 0x10\nc: 1e3\nd: 2026-01-01\ne: 0o14\nf: yes\ng: 20 %\nh: -0.5\ni: true\nj: ~\nk:";
    const expected = { a: "72_000", b: 16, c: 1000, d: "2026-01-01", e: 12, f: "yes", g: "20 %", h: -0.5, i: true };
    expect(dataOf(text)).toEqual({ ...expected, j: null, k: null });
  });
  it("JSON is read as JSON reads it, tabs and escapes included", () => {
    const text = '{\n\t"name": "K\\u00e4m \\/ \\uD83D\\uDE00",\n\t\t"list": [1, 2.5e1, null, {"a": false}]\n}';
    expect(dataOf(text)).toEqual(JSON.parse(text));
  });
  it("any plain data comes back from its JSON text, and as a copy from code", () => {
    const key = fc
      .string({ minLength: 1, unit: "grapheme-ascii" })
      .filter((text) => !/^(__proto__|constructor|prototype|<<)$/.test(text));
    const scalar = fc.oneof(fc.string({ unit: "grapheme-ascii" }), fc.integer(), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        scalar,
        fc.array(tie("value")),
        fc.dictionary(key, tie("value"), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (data) => {
        expect(dataOf(JSON.stringify(data, null, "\t"))).toEqual(data);
        expect(documentFromData(data, "plan").data).toEqual(data);
      }),
    );
  });
  it("a byte order mark and Windows line ends move no place", () => {
    expect(read("\uFEFFa: 1\r\nb:\r\n  c: 2\r\n").placeOf(["b", "c"])).toBe("kam.yaml:3:6 b.c");
    expect(read("\uFEFFa: 1").placeOf(["a"])).toBe("kam.yaml:1:4 a");
  });
  it("numbers as keys are kept as written", () => {
    expect(dataOf("rates: {1: a, 0x10: b, 2.50: c}")).toEqual({ rates: { "1": "a", "0x10": "b", "2.50": "c" } });
  });
  it("aliases are written out, each a copy of the anchor that stood when it was read", () => {
    const data = dataOf("a: &y [1]\nb: &x [*y]\nc: &y 2\nd: *x\ne: *y") as Record<string, unknown>;
    expect(data).toEqual({ a: [1], b: [[1]], c: 2, d: [[1]], e: 2 });
    expect(data.d).not.toBe(data.b);
  });
  it("forty levels are read, forty-one are not", () => {
    expect(JSON.stringify(dataOf(`a: ${"[".repeat(39)}1${"]".repeat(39)}`))).toContain("[1]");
    expect(problemIn(`a: ${"[".repeat(40)}1${"]".repeat(40)}`)).toMatch(
      /^kam\.yaml:1:44 .*nested deeper than 40 levels/,
    );
  });
});

const name = "name: KAM pay";
const bomb = "bcdefgh".split("").map((letter, i) => `${letter}: &${letter} [${Array(9).fill(`*${"abcdefg"[i]}`)}]`);
const broken: readonly (readonly [why: string, text: string, message: string])[] = [
  ["an empty file", "", "kam.yaml:1:1: the file is empty; start with the setting name:"],
  ["only comments", "# KAM pay\n\n# later", "kam.yaml:1:1: the file is empty"],
  ["only a document mark", "---\n", "kam.yaml:1:1: the file is empty"],
  ["a list at the top", "# pay\n- a\n- b", "kam.yaml:2:1: expected settings, got a list; write lines such as"],
  ["one value at the top", "name:KAM", "kam.yaml:1:1: expected settings, got a single value"],
  ["binary content", `${name}\nb: a\0b`, "kam.yaml:2:5: not a text file: binary content (U+0000); save it as UTF-8"],
  ["bad UTF-8", `${name}\nteam: M\uFFFDller`, "kam.yaml:2:8: not UTF-8: unreadable character (U+FFFD)"],
  ["a control character", "a: \u001f[", "kam.yaml:1:4: control character U+001F; delete it"],
  ["too many characters", `a: ${"x".repeat(1e6)}`, "kam.yaml: too large: 1000003 characters, at most 1000000"],
  ["too many settings", "- 1\n".repeat(150_000), "too large: more than 400000 words and marks"],
  ["a tab as indent", "a:\n\tb: 1", "kam.yaml:2:1: not valid YAML: tabs are not allowed as indentation; use spaces"],
  ["an open list", `${name}\na: [1, 2`, "kam.yaml:2:9: not valid YAML: flow sequence"],
  ["an open quote", "a: 'x", "kam.yaml:1:6: not valid YAML: missing closing 'quote; add the missing mark"],
  ["two settings on a line", "a: b: c", "kam.yaml:1:4: not valid YAML: nested mappings are not allowed"],
  ["an unquoted @", `${name}\nteam: @x`, "kam.yaml:2:7: not valid YAML: plain value cannot start with reserved"],
  [
    "a bad escape",
    'a: "x\\q"',
    "kam.yaml:1:6: not valid YAML: invalid escape sequence \\q; write \\\\ for a backslash",
  ],
  ["a ragged mapping", "a:\n  b: 1\n c: 2", "kam.yaml:3:1: not valid YAML: all mapping items must start at the same"],
  [
    "text after JSON",
    '{"a": 1} x',
    "kam.yaml:1:10: not valid YAML: unexpected scalar at node end; correct the YAML there",
  ],
  [
    "a key twice",
    `${name}\na: {b: 1}\nname: x`,
    'kam.yaml:3:1 name: the setting "name" appears twice; keep one; the first is on line 1',
  ],
  ["a key twice, once quoted", 'a: {1: x, "1": y}', 'kam.yaml:1:11 a.1: the setting "1" appears twice'],
  ["an alias without anchor", "a:\n  - *x", "kam.yaml:2:5 a[0]: alias *x has no anchor; write &x before"],
  ["an anchor within itself", "a: &x [1, *x]", "kam.yaml:1:11 a[1]: alias *x stands inside its own anchor"],
  ["an alias bomb", ["a: &a [1,1,1,1,1,1,1,1,1]", ...bomb].join("\n"), "more than 100000 values, aliases written out"],
  ["a deep alias", `a: &x ${"[".repeat(38)}${"]".repeat(38)}\nb: [[[[*x]]]]`, "kam.yaml:2:8 b[0][0][0][0]"],
  ["deep brackets", "[".repeat(100_000), "kam.yaml:1:201: nested too deep; flatten the settings"],
  ["deep dashes", "- ".repeat(100_000), "kam.yaml:1:400: nested too deep"],
  ["deep indents", Array.from({ length: 1300 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), "nested too deep"],
  [
    "__proto__",
    "a:\n  __proto__: {b: 1}",
    'kam.yaml:2:3 a.__proto__: the name "__proto__" is reserved; choose another',
  ],
  ["constructor in JSON", '{"constructor": 1}', 'kam.yaml:1:2 constructor: the name "constructor" is reserved'],
  ["prototype", "prototype: 1", 'kam.yaml:1:1 prototype: the name "prototype" is reserved'],
  ["a merge key", "a: &a {b: 1}\nc:\n  <<: *a", "kam.yaml:3:3 c.<<: merge keys are not read; write the settings out"],
  ["true as key", "a:\n  true: 1", "kam.yaml:2:3 a: the key true is not text; put it in quotes"],
  ["no key", ": x", "kam.yaml:1:1: the key (empty) is not text"],
  ["a list as key", "? [a]\n: 1", "kam.yaml:1:3: a key that is not text; write a plain name before the colon"],
  ["an alias as key", "a: &x b\n*x : 1", "kam.yaml:2:1: a key that is not text"],
  ["a code tag", "a: !!js/function 'x'", "kam.yaml:1:18 a: tag !!js/function is not allowed; remove the tag"],
  ["a binary tag", "a: !!binary aGk=", "kam.yaml:1:13 a: tag !!binary is not allowed"],
  ["an unknown tag", "a: !share 20", "kam.yaml:1:11 a: tag !share is not allowed"],
  ["a tag at the top", "!!set {a}", "kam.yaml:1:7: tag !!set is not allowed"],
  ["a tag on a key", "!!str a: 1", "kam.yaml:1:7: tag !!str is not allowed"],
  [
    "several documents",
    `${name}\n---\nname: x`,
    "kam.yaml:2:1: several documents in one file; keep one scenario a file",
  ],
  [
    "a directive",
    "%YAML 1.1\n---\na: yes",
    "kam.yaml:1:1: directives are not read; remove the line that starts with %",
  ],
  ["NaN", "a: .nan", "kam.yaml:1:4 a: not a number (NaN); write a finite number"],
  ["infinity", "a: [1, -.inf]", "kam.yaml:1:8 a[1]: an infinite number"],
  ["a number beyond doubles", "a: 1e999", "kam.yaml:1:4 a: an infinite number"],
  [
    "a seed that would lose digits",
    "seed: 12345678901234567890",
    "kam.yaml:1:7 seed: 12345678901234567890 is too long",
  ],
];

describe("what a file may not hold", () => {
  it.each(broken)("%s", (_why, text, message) => {
    expect(problemIn(text)).toContain(message);
    expect(problemIn(text)).toMatch(/^kam\.yaml.*: .+; .+$/);
  });
  it("any text is either read or refused with a place, never another error", () => {
    const mark = fc.constantFrom(
      ..."abn01 \n\t:-?[]{},&*!|>'\"%@#~<.\r\\\u0000\uFEFF",
      "a: ",
      "- ",
      "\n  ",
      "&a ",
      "*a",
      "!!set ",
      "---\n",
      "...\n",
      ".inf",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(mark, { maxLength: 40 }).map((marks) => marks.join("")),
    );
    fc.assert(
      fc.property(text, (source) => {
        const message = problemIn(source);
        if (message === "no problem") JSON.stringify(dataOf(source));
        else expect(message).toMatch(/^kam\.yaml:\d+:\d+( [^\n]+)?: [^\n]+$/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("places", () => {
  const document = read(
    "name: KAM pay\ndesigns:\n  cash 1y:\n    rewards:\n      - at target: 20 %\n        curve: {cap: 2}\n  0.5:\n    rewards: []\n",
  );
  it("values and keys have their own line and column", () => {
    const path = ["designs", "cash 1y", "rewards", 0, "at target"];
    expect(document.placeOf(path)).toBe("kam.yaml:5:20 designs.cash 1y.rewards[0].at target");
    expect(document.placeOf(path, "key")).toBe("kam.yaml:5:9 designs.cash 1y.rewards[0].at target");
    expect(document.placeOf(["designs", "cash 1y", "rewards", 0], "key")).toMatch(/^kam\.yaml:5:9 /);
    expect(document.placeOf([])).toBe("kam.yaml:1:1");
  });
  it("what is not there stands at the key above it", () => {
    const path = ["designs", "cash 1y", "rewards", 0, "curve", "at", "from"];
    expect(document.placeOf(path)).toBe("kam.yaml:6:9 designs.cash 1y.rewards[0].curve.at.from");
  });
  it("keys that hold marks of a path are quoted", () => {
    expect(document.placeOf(["designs", "0.5", "rewards"])).toBe('kam.yaml:8:14 designs["0.5"].rewards');
    expect(document.placeOf(["x".repeat(100)])).toBe(`kam.yaml:1:1 ${"x".repeat(59)}…`);
  });
});

describe("documents made in code", () => {
  class Plan {
    readonly cap = 2;
  }
  const cycle: { a: { b?: unknown } } = { a: {} };
  cycle.a.b = cycle;
  it.each<readonly [string, unknown, string]>([
    ["a function", { a: [() => 1] }, "plan a[0]: a value of type function; use plain data"],
    ["a class instance", { a: new Plan() }, "plan a: not a plain object (class Plan)"],
    ["a date", { a: new Date(0) }, "plan a: not a plain object (class Date)"],
    ["a cycle", cycle, "plan a.b: the data contains itself"],
    ["NaN", { a: { b: Number.NaN } }, "plan a.b: not a number (NaN)"],
    ["infinity", { a: -1 / 0 }, "plan a: an infinite number"],
    ["a hole in a list", { a: [1, undefined] }, "plan a[1]: a value of type undefined"],
    ["a bigint", { a: 1n }, "plan a: a value of type bigint"],
    ["__proto__", JSON.parse('{"a":{"__proto__":{}}}'), 'plan a.__proto__: the name "__proto__" is reserved'],
    ["a getter", Object.defineProperty({}, "a", { get: () => 1, enumerable: true }), "plan a: a computed property"],
    ["a list", [1], "plan: expected settings, got a list; pass an object"],
  ])("%s is refused", (_why, data, message) => {
    expect(problemOf(() => documentFromData(data, "plan"))).toContain(message);
  });
  it("the data is a copy, without properties that are undefined, and places are paths", () => {
    const shared = { cap: 2, floor: undefined };
    const document = documentFromData({ a: shared, b: shared }, "plan");
    shared.cap = 3;
    expect(document.data).toStrictEqual({ a: { cap: 2 }, b: { cap: 2 } });
    expect(document.placeOf(["a", "cap"], "key")).toBe("plan a.cap");
    expect(documentFromData({}, "").placeOf(["a", 0])).toBe("a[0]");
  });
});

const Curve = z.strictObject({ cap: z.number().max(3), floor: z.number().gt(0).optional() });
const Cash = z.strictObject({
  kind: z.literal("cash"),
  "at target": z.union([z.number(), z.string().regex(/%$/, "not a share; write 20 %")]).meta({ examples: ["20 %"] }),
  accelerator: z.number().optional(),
  curve: z.lazy(() => Curve).optional(),
});
const Merit = z.strictObject({
  kind: z.literal("merit"),
  grades: z.tuple([z.int(), z.int()]),
  pace: z.number().optional(),
});
const Reward = z.discriminatedUnion("kind", [Cash, Merit]);
const Scenario = z.strictObject({
  name: z.string().min(3),
  rewards: z
    .array(Reward)
    .min(1)
    .prefault([{ kind: "cash", "at target": 1 }]),
  period: z.enum(["year", "quarter"]).default("year"),
  pace: z.union([z.number(), z.literal("none")], "not a pace; write 5 or none").optional(),
  start: z.union([z.number(), z.string(), z.strictObject({ month: z.number() })]).optional(),
  either: z.union([Cash, Merit]).optional(),
  step: z.number().multipleOf(0.5).optional(),
  notes: z.record(z.string().regex(/^[a-z ]+$/, "a note needs a plain name; use small letters"), z.string()).optional(),
  shares: z.partialRecord(z.enum(["input", "output"]), z.number()).optional(),
  hold: z
    .string()
    .transform((text, context) => {
      if (text !== "cost")
        context.issues.push({ code: "custom", message: "unknown thing to hold; write cost", input: text });
      return text;
    })
    .optional(),
  on: z.boolean().optional(),
});

const faultLines = (text: string, withSchema = true): string[] => {
  const document = read(text);
  const result = Scenario.safeParse(document.data);
  const faults = result.success ? [] : faultsOf(result.error, document, withSchema ? Scenario : undefined);
  return new Problem(faults).message.split("\n").filter((line) => line !== "");
};

describe("faults from the schema", () => {
  it.each<readonly [string, string, string[]]>([
    ["right", `${name}\nrewards: [{kind: cash, at target: 20 %}]`, []],
    [
      "unknown setting",
      `${name}\nrewards:\n  - kind: cash\n    at target: 1\n    acelerator: 2`,
      ['kam.yaml:5:5 rewards[0].acelerator: unknown setting "acelerator"; did you mean accelerator?'],
    ],
    [
      "two unknown settings",
      `${name}\nzzz: 1\nperoid: year`,
      [
        'kam.yaml:2:1 zzz: unknown setting "zzz"; expected one of rewards, period, pace, start, either, step, notes, shares, hold, on',
        'kam.yaml:3:1 peroid: unknown setting "peroid"; did you mean period?',
      ],
    ],
    [
      "unknown kind",
      `${name}\nrewards: [{kind: csh}]`,
      ['kam.yaml:2:18 rewards[0].kind: unknown value "csh"; did you mean cash?'],
    ],
    [
      "no kind",
      `${name}\nrewards:\n  - curve: {}`,
      ['kam.yaml:3:5 rewards[0].kind: missing; add kind, one of "cash", "merit"'],
    ],
    ["missing", "period: year", ["kam.yaml:1:1 name: missing; add name, text"]],
    [
      "missing with example",
      `${name}\nrewards: [{kind: cash}]`,
      ['kam.yaml:2:11 rewards[0].at target: missing; add at target, a number or text such as "20 %"'],
    ],
    [
      "wrong sort",
      `${name}\nrewards: [{kind: merit, grades: [x, 1.5]}]`,
      [
        'kam.yaml:2:34 rewards[0].grades[0]: expected a number, got "x"; write one such as 12',
        "kam.yaml:2:37 rewards[0].grades[1]: expected a whole number, got 1.5; write one such as 12",
      ],
    ],
    ["no value", "name:", ['kam.yaml:1:6 name: expected text, got nothing; write one such as "annual"']],
    ["not in the list", `${name}\nperiod: yearly`, ['kam.yaml:2:9 period: unknown value "yearly"; did you mean year?']],
    [
      "too much",
      `${name}\nrewards: [{kind: cash, at target: 1, curve: {cap: 4, floor: 0}}]`,
      [
        "kam.yaml:2:51 rewards[0].curve.cap: expected at most 3, got 4; use 3 or less",
        "kam.yaml:2:61 rewards[0].curve.floor: expected more than 0, got 0; use more",
      ],
    ],
    [
      "too short",
      "name: K\nrewards: []",
      [
        'kam.yaml:1:7 name: expected at least 3 characters, got "K"; add more',
        "kam.yaml:2:10 rewards: expected at least 1 entry, got 0; add more",
      ],
    ],
    ["off the grid", `${name}\nstep: 0.3`, ["kam.yaml:2:7 step: expected a multiple of 0.5, got 0.3; round it"]],
    [
      "the author's words",
      `${name}\nrewards: [{kind: cash, at target: "20"}]`,
      ['kam.yaml:2:35 rewards[0].at target: not a share, got "20"; write 20 %'],
    ],
    ["a transform's words", `${name}\nhold: pay`, ['kam.yaml:2:7 hold: unknown thing to hold, got "pay"; write cost']],
    [
      "union: no branch begun",
      `${name}\nstart: true`,
      ["kam.yaml:2:8 start: expected a number or text or settings, got true; write one"],
    ],
    ["union: the author's words", `${name}\npace: true`, ["kam.yaml:2:7 pace: not a pace, got true; write 5 or none"]],
    [
      "union: the deepest branch",
      `${name}\nstart: {month: may}`,
      ['kam.yaml:2:16 start.month: expected a number, got "may"; write one such as 12'],
    ],
    [
      "plain union: kind chooses",
      `${name}\neither: {kind: merit, pase: 1, grades: [1, 2]}`,
      ['kam.yaml:2:23 either.pase: unknown setting "pase"; did you mean pace?'],
    ],
    [
      "plain union: unknown kind",
      `${name}\neither: {kind: meritt}`,
      ['kam.yaml:2:16 either.kind: unknown value "meritt"; did you mean merit?'],
    ],
    ["a bad name", `${name}\nnotes:\n  A1: x`, ["kam.yaml:3:3 notes.A1: a note needs a plain name; use small letters"]],
    [
      "a name off the list",
      `${name}\nshares: {inptu: 1}`,
      ['kam.yaml:2:10 shares.inptu: unknown setting "inptu"; did you mean input?'],
    ],
    [
      "a long value",
      `${name}\non: ${"x".repeat(99)}`,
      [`kam.yaml:2:5 on: expected true or false, got "${"x".repeat(58)}…; write one such as true`],
    ],
  ])("%s", (_why, text, lines) => {
    expect(faultLines(text)).toEqual(lines);
  });
  it("without a schema there are no near names", () => {
    expect(faultLines(`${name}\nperoid: year`, false)).toEqual([
      'kam.yaml:2:1 peroid: unknown setting "peroid"; remove it',
    ]);
  });
  it("an alias reports the line where it is used", () => {
    expect(faultLines(`${name}\nstart: &s {month: 1, day: 2}\neither: *s`)[0]).toMatch(
      /^kam\.yaml:2:22 start\.day: unknown/,
    );
    expect(faultLines(`${name}\neither: &s {kind: cash, at target: x}\nrewards: [*s]`)[0]).toMatch(
      /^kam\.yaml:3:11 rewards\[0\]/,
    );
  });
});

describe("known keys", () => {
  it("are found through lists, wrappers, lazies and unions", () => {
    expect(keysOfSchema(Scenario, [])).toEqual(Object.keys(Scenario.shape));
    expect(keysOfSchema(Scenario, ["rewards", 3])).toEqual([
      "kind",
      "at target",
      "accelerator",
      "curve",
      "grades",
      "pace",
    ]);
    expect(keysOfSchema(Scenario, ["rewards", 3, "curve"])).toEqual(["cap", "floor"]);
    expect(keysOfSchema(Scenario, ["shares"])).toEqual(["input", "output"]);
    expect(keysOfSchema(Scenario, ["name"])).toEqual([]);
    expect(keysOfSchema(Scenario, ["nowhere", "at", "all"])).toEqual([]);
  });
  it("are those of the kind that the data names", () => {
    const data = { rewards: [{ kind: "merit" }, { kind: "none of them" }] };
    expect(keysOfSchema(Scenario, ["rewards", 0], data)).toEqual(["kind", "grades", "pace"]);
    expect(keysOfSchema(Scenario, ["rewards", 1], data)).toHaveLength(6);
  });
  it("survive schemas that contain themselves", () => {
    const Tree: z.ZodType = z.lazy(() =>
      z.union([z.strictObject({ leaf: z.number() }), Tree, z.preprocess((x) => x, z.record(z.string(), Tree))]),
    );
    expect(keysOfSchema(Tree, ["a", "b"])).toEqual(["leaf"]);
  });
});
