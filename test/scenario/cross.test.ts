import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cell, cross } from "../../src/scenario/designs/cross.js";
import { edit, makeScenario, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import { column } from "../../src/simulation/run.js";
import { simulate } from "../../src/simulation/simulate.js";
import { decodeRun, encodeRun } from "../../src/simulation/storage/run-bytes.js";

const small = parseScenario(
  `rewardlab: 2
title: Small
horizon: 2 years
team: { managers: 2 }
accounts: { per manager: 2 }
sources: { pay study: A study of pay }
weights:
  both: { account revenue: 50 %, customer satisfaction: 10 %, executive access: 40 % }
designs:
  today:
    period: 1 year
    weights: { account revenue: 100 % }
    rewards: [{ kind: cash bonus, at target: 15 000 EUR/year }]
  cash:
    title: Cash
    like: today
    weights: both
    rewards: [{ kind: cash bonus, at target: 20 000 EUR/year, source: pay study }]
  raise: { like: cash, rewards: [{ kind: salary increase, at target: 4000 EUR/year }] }
baseline: today
hypotheses:
  dropped: { claim: Gone, design: raise, against: today, outcome: net value, direction: higher }
  inputs:
    claim: Inputs pay
    contrast: { factor: inputWeight, from: 20 %, to: 70 % }
    where: { period: 2 years, impatience: above 20 %/year }
    outcome: net value
    direction: higher
    smallest effect: 5000 EUR
run: { worlds: 8 }
`,
  { name: "small.yaml" },
);

const flagship = parseScenario(readFileSync(new URL("../../scenarios/kam-flagship.yaml", import.meta.url), "utf8"), {
  name: "kam-flagship.yaml",
});

type Designs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const designsOf = (scenario: Scenario): Designs => scenario.file.designs as Designs;
const cellsOf = (scenario: Scenario) =>
  Object.values(scenario.checked.designs).flatMap(({ cell }) => (cell ? [cell] : []));

const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return "no problem";
};

describe("a crossed scenario", () => {
  test("the flagship by reward, period and weight of inputs: 12 designs beside today", () => {
    const grid = cross(flagship, {
      reward: ["bonus", "merit", "recognition"],
      period: ["1 year", "3 years"],
      inputWeight: ["20 %", "70 %"],
    });
    expect(Object.keys(grid.checked.designs)).toHaveLength(13);
    expect(Object.keys(grid.checked.designs)[0]).toBe("today");
    expect(cellsOf(grid)).toHaveLength(12);
    const own = grid.checked.designs["merit, 3 years, 70 %"];
    expect(own.cell).toEqual({ reward: "merit", period: "3 years", inputWeight: "70 %" });
    expect(own.period).toBe(36);
    expect(own.rewards[0].amount.money).toBe(3600);
    const kept = grid.checked.designs["bonus, 1 year, 20 %"];
    expect(kept.weights).toEqual(flagship.checked.designs["cash-1y-output"].weights);
  });

  test("hand-worked: 50 and 10 of output and 40 of input at 25 % input are 62.5, 12.5 and 25", () => {
    const { weights } = designsOf(cross(small, { inputWeight: ["25 %"] }))["25 %"];
    expect(weights).toEqual({
      "account revenue": "62.5 %",
      "customer satisfaction": "12.5 %",
      "executive access": "25 %",
    });
    const { weights: all } = designsOf(cross(small, { inputWeight: ["100 %"] }))["100 %"];
    expect(all).toEqual({ "executive access": "100 %" });
  });

  test("law: whatever inputs weigh, each side keeps its proportions and all weights add up to 100 %", () => {
    const percent = fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(percent, (inputs) => {
        const level = `${inputs} %`;
        const { weights } = cross(small, { inputWeight: [level] }).checked.designs[level];
        const total = Object.values(weights).reduce((sum, one) => sum + one, 0);
        expect(Math.abs(total - 1)).toBeLessThan(1e-9);
        expect(Math.abs(weights["executive access"] - inputs / 100)).toBeLessThan(1e-9);
        expect(Math.abs(weights["account revenue"] - 5 * weights["customer satisfaction"])).toBeLessThan(1e-9);
      }),
      { numRuns: 30 },
    );
  });

  test("the first factor changes slowest, and names are the levels or what one says", () => {
    const factors = { reward: ["cash", "raise"], period: ["1 year", "2 years"] };
    expect(Object.keys(designsOf(cross(small, factors)))).toEqual([
      "today",
      ...["cash, 1 year", "cash, 2 years", "raise, 1 year", "raise, 2 years"],
    ]);
    const named = cross(small, factors, { name: ({ reward, period }) => `${reward}/${period[0]}`, keep: ["raise"] });
    expect(Object.keys(designsOf(named))).toEqual(["today", "raise", "cash/1", "cash/2", "raise/1", "raise/2"]);
    expect(designsOf(named).raise.like).toBeUndefined();
    expect(named.checked.designs.raise.weights).toEqual(small.checked.designs.raise.weights);
  });

  test("rewards are those of a design, of a kind, or a list; weightings, curves and levers of one's own likewise", () => {
    const list = [{ kind: "recognition", "at target": "900 EUR/year" }];
    const grid = cross(
      small,
      {
        reward: { plain: "cash", merit: "merit", thanks: list },
        weights: { both: "both", revenue: { "account revenue": "100 %" } },
        curve: { straight: { kind: "linear" } },
        length: {
          short: (design) => {
            design.period = "6 months";
          },
        },
      },
      { base: "cash" },
    );
    expect(cellsOf(grid)).toHaveLength(6);
    const own = designsOf(grid)["thanks, revenue, straight, short"];
    expect(own.rewards).toEqual([{ ...list[0], curve: { kind: "linear" } }]);
    expect(grid.checked.designs["thanks, revenue, straight, short"].period).toBe(6);
    expect(grid.checked.designs["merit, both, straight, short"].rewards[0].amount.money).toBe(4000);
    expect(list[0]).not.toHaveProperty("curve");
  });

  test("cells may be listed one by one", () => {
    const cells: Cell[] = [
      { reward: "cash", length: "short" },
      { reward: "raise", length: "long" },
    ];
    const levels = {
      length: {
        short: (design: { period?: unknown }) => {
          design.period = "6 months";
        },
        long: () => {},
      },
    };
    const grid = cross(small, cells, { levels });
    expect(cellsOf(grid)).toEqual(cells);
    expect(grid.checked.designs["cash, short"].period).toBe(6);
    expect(grid.checked.designs["raise, long"].period).toBe(12);
  });

  test("hypotheses about designs that went go with them, those about factors stay; sources nobody cites go", () => {
    const factors = { inputWeight: ["20 %", "70 %"], period: ["1 year", "2 years"] };
    const grid = cross(small, { ...factors, reward: ["raise"] });
    expect(Object.keys(grid.checked.hypotheses)).toEqual(["inputs"]);
    expect(cross(small, { inputWeight: ["20 %", "70 %"] }).checked.hypotheses).toEqual({});
    expect(grid.file.sources).toEqual({});
    const whole = cross(small, factors, { keep: ["raise", "cash"] });
    expect(Object.keys(whole.checked.hypotheses)).toEqual(["dropped", "inputs"]);
    expect(whole.file.sources).toEqual({ "pay study": "A study of pay" });
    expect(messageOf(() => cross(small, { ...factors, period: ["1 year"] }))).toContain(
      'hypotheses.inputs.where.period: unknown level "2 years"; did you mean 1 year?',
    );
  });

  test("it says of a claim about factors that it waits for the crossing, until it is crossed", () => {
    const of = (one: Scenario) => one.findings.map(({ finding }) => finding).join();
    expect(of(small)).toContain("it is about the factor inputWeight: cross the scenario to test it");
    const grid = cross(small, { inputWeight: ["20 %", "70 %"], period: ["1 year", "2 years"] });
    expect(of(grid)).not.toContain("cross the scenario");
    expect(String(grid).replace(/\s+/g, " ")).toContain(
      "net value of inputWeight 70 % higher than of inputWeight 20 % by at least 5000 EUR, where period is 2 years and impatience above 20 %/year",
    );
  });

  test("as a file it comes back the same, hash and all, and levels are no numbers without a source", () => {
    const grid = cross(small, { inputWeight: ["20 %", "70 %"], period: ["1 year", "2 years"] });
    const back = parseScenario(JSON.stringify(grid), { name: "small.yaml" });
    expect(back.hash).toBe(grid.hash);
    expect(back.checked).toEqual(grid.checked);
    const bare = edit(grid, (file) => {
      for (const design of Object.values(file.designs)) delete design.cell;
      delete file.hypotheses?.inputs.contrast;
      delete file.hypotheses?.inputs.where;
      Object.assign(file.hypotheses?.inputs ?? {}, { design: "today", against: "no reward" });
    });
    const counted = (one: Scenario) => /Of (\d+) numbers/.exec(String(one))?.[1];
    expect(Number(counted(grid))).toBeGreaterThan(10);
    expect(counted(grid)).toBe(counted(bare));
    // amounts in other currencies are refused, names that look like them are not
    const named = cross(small, { pay: { "900 USD": () => {} } }, { base: "cash" });
    expect(cellsOf(named)[0].pay).toBe("900 USD");
  });
});

describe("a crossed run", () => {
  const grid = cross(
    edit(small, (file) => {
      file.hypotheses = {};
    }),
    {
      reward: ["cash", "raise"],
      inputWeight: ["20 %", "70 %"],
    },
  );

  test("remembers cells, in memory and in bytes, and only of cells", async () => {
    const run = await simulate(grid);
    expect(run.designs.map(({ cell }) => cell)).toEqual([
      undefined,
      { reward: "cash", inputWeight: "20 %" },
      { reward: "cash", inputWeight: "70 %" },
      { reward: "raise", inputWeight: "20 %" },
      { reward: "raise", inputWeight: "70 %" },
      ...[undefined, undefined, undefined],
    ]);
    expect(run.designs[0]).not.toHaveProperty("cell");
    const bytes = encodeRun(run);
    expect(decodeRun(bytes)).toEqual(run);
    expect(encodeRun(decodeRun(bytes))).toEqual(bytes);
  });

  test("a cell gives the numbers of the same design written by hand, to the bit", async () => {
    const byHand = edit(small, (file) => {
      const { today } = file.designs;
      file.hypotheses = {};
      file.sources = {};
      file.designs = {
        today,
        own: {
          period: "1 year",
          weights: {
            "account revenue": "25 %",
            "customer satisfaction": "5 %",
            "executive access": "70 %",
          },
          rewards: [{ kind: "salary increase", "at target": "4000 EUR/year" }],
        },
      } as unknown as typeof file.designs;
    });
    const [crossed, written] = [await simulate(grid), await simulate(byHand)];
    for (const outcome of ["net value", "reward cost", "leavers"]) {
      expect(column(crossed, "raise, 70 %", outcome)).toEqual(column(written, "own", outcome));
    }
  });
});

const wrong: readonly (readonly [why: string, act: () => unknown, message: string])[] = [
  [
    "no factors",
    () => cross(small, {}),
    'cross: no factors; name at least one, as in { period: ["1 year", "3 years"] }',
  ],
  ["an empty factor", () => cross(small, { period: [] }), "cross: period: no levels; name at least one"],
  [
    "an unknown factor",
    () => cross(small, { perid: ["1 year"] }),
    'cross: perid: 1 year: "perid" is no lever every scenario has; did you mean period? A lever of your own has a function for each level: { level: (design) => … }',
  ],
  [
    "an unknown reward",
    () => cross(small, { reward: ["cahs"] }),
    'cross: reward: cahs: no design and no reward is called "cahs"; did you mean cash?',
  ],
  [
    "rewards of one kind that differ",
    () =>
      cross(
        edit(small, (file) => {
          file.designs.more = { like: "cash", rewards: [{ kind: "cash bonus", "at target": "1 EUR/year" }] };
        }),
        { reward: ["bonus"] },
      ),
    'cross: reward: bonus: "cash" and "more" pay bonus differently; name the design whose rewards are meant',
  ],
  [
    "a level twice",
    () => cross(small, { period: ["1 year", "1 year"] }),
    'cross: period: the level "1 year" appears twice; leave one out',
  ],
  [
    "a level in the wrong unit",
    () => cross(small, { inputWeight: ["20"] }),
    'cross: inputWeight: 20: expected a share, got "20", which has no unit; write 20 % or 2000 %, whichever is meant',
  ],
  [
    "a weight of inputs where there are none",
    () => cross(small, { inputWeight: ["20 %"] }, { base: "today" }),
    "cross: inputWeight: 20 %: the design has no inputs to weigh; start from a design that weighs both, as in base: its name",
  ],
  [
    "a reward the factor does not reach",
    () =>
      cross(small, {
        reward: [[{ kind: "cash bonus", "at target": "1 EUR/year", period: "1 year" }]],
        period: ["2 years"],
      }),
    "cross: period: 2 years: the cash bonus has period of its own, which the factor does not reach; leave period out of the reward",
  ],
  [
    "a curve where nothing is paid on a score",
    () => cross(small, { reward: [[{ kind: "development", amount: "900 EUR/year" }]], curve: ["linear"] }),
    "cross: curve: linear: no reward of this design has a curve; cross rewards that are paid on a score",
  ],
  [
    "an unknown curve",
    () => cross(small, { curve: ["linaer"] }),
    'cross: curve: linaer: unknown curve "linaer"; did you mean linear?',
  ],
  [
    "an unknown weighting",
    () => cross(small, { weights: ["bothh"] }),
    'cross: weights: bothh: unknown weighting "bothh"; did you mean both?',
  ],
  [
    "an unknown base",
    () => cross(small, { period: ["1 year"] }, { base: "tody" }),
    'cross: base: unknown design "tody"; did you mean today?',
  ],
  [
    "an unknown design to keep",
    () => cross(small, { period: ["1 year"] }, { keep: ["rais"] }),
    'cross: keep: unknown design "rais"; did you mean raise?',
  ],
  [
    "two designs of one name",
    () => cross(small, { period: ["1 year", "2 years"] }, { name: () => "one" }),
    'cross: two designs would be called "one"; tell them apart by the option name',
  ],
  [
    "a cell without a level",
    () => cross(small, [{ period: "1 year", reward: "cash" }, { period: "2 years" }] as unknown as Cell[]),
    "cross: cell 2: no level of reward; give every cell a level of every factor",
  ],
  [
    "a cell twice",
    () => cross(small, [{ period: "1 year" }, { period: "1 year" }]),
    "cross: cell 2: 1 year is listed twice; leave one out",
  ],
  [
    "more designs than anybody reads",
    () => {
      const levels = Object.fromEntries(Array.from({ length: 15 }, (_, k) => [`level ${k}`, () => {}]));
      return cross(small, { a: levels, b: levels, c: levels });
    },
    "cross: 3,375 designs; cross fewer levels, at most 2,000 together",
  ],
  [
    "no levels at all",
    () => cross(small, "period" as never),
    'cross: expected factors, got string; write { period: ["1 year"] }',
  ],
  [
    "a lever that writes what no design has",
    () => cross(small, { mine: { a: (design) => Object.assign(design, { perid: "1 year" }) } }),
    'small.yaml designs.a.perid: unknown setting "perid"; expected one of title, like, targets every, source',
  ],
];

describe("bad input says what to do", () => {
  test.each(wrong)("%s", (_, act, message) => {
    const plain = messageOf(act);
    expect(plain).toBe(message);
  });

  test("cells in a file agree in their factors, differ in their levels, and are named rightly by claims", () => {
    const withCells = (first: Cell, second: Cell, hypothesis = {}) =>
      messageOf(() =>
        makeScenario({
          rewardlab: 2,
          title: "Cells",
          horizon: "2 years",
          designs: { one: { rewards: [], cell: first }, two: { rewards: [], cell: second } },
          hypotheses: { h: { claim: "C", outcome: "net value", direction: "higher", ...hypothesis } },
        }),
      );
    const [own, other] = [{ a: "x" }, { a: "y" }];
    const sides = { design: "one", against: "two" };
    expect(withCells(own, { b: "x" }, sides)).toContain('its factors are b, those of "one" a; name the same');
    expect(withCells(own, own, sides)).toContain('the same cell as "one"; change a level or leave one out');
    expect(withCells(own, other)).toContain("design is missing; add design and against, or contrast");
    const contrast = { factor: "a", from: "x", to: "y" };
    expect(withCells(own, other, { contrast })).toBe("no problem");
    expect(withCells(own, other, { ...sides, contrast })).toContain("a contrast of levels compares no two designs");
    expect(withCells(own, other, { contrast: { ...contrast, factor: "aa" } })).toContain('unknown factor "aa"');
    expect(withCells(own, other, { contrast: { ...contrast, to: "z" } })).toContain('unknown level "z" of a');
    expect(withCells(own, other, { contrast: { ...contrast, to: "x" } })).toContain('"x" is compared with itself');
    expect(withCells(own, other, { ...sides, where: { a: "x" } })).toContain("two designs are compared");
    expect(withCells(own, other, { ...sides, where: { impatiense: "above 20 %/year" } })).toContain(
      'hypotheses.h.where.impatiense: unknown factor or assumption "impatiense"; did you mean impatience?',
    );
    expect(withCells(own, other, { ...sides, where: { impatience: "20 %" } })).toContain(
      'expected a range, got "20 %"; write it like above 20 %, below 20 % or 10 % to 20 %',
    );
    expect(withCells(own, other, { ...sides, where: { impatience: "above 20 months" } })).toContain("expected a share");
  });
});
