import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { backtest } from "../../src/backtest/backtest.js";
import { fit as fitScenario } from "../../src/calibration/fit.js";
import { chart } from "../../src/charts/registry.js";
import { bridge, compare, factorial, health, lint, testHypotheses, tornado, validate } from "../../src/core.js";
import { type Exhibits, gallery } from "../../src/docs-pages/gallery.js";
import { readPeople } from "../../src/node/spreadsheets/tables.js";
import { cross } from "../../src/scenario/designs/cross.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { observe } from "../../src/simulation/observation/observe.js";
import { simulate } from "../../src/simulation/simulate.js";
import { expectClean } from "../charts/painted.js";
import { shipped } from "../validation/inputs.js";

const teamFile = (name: string) => join(import.meta.dirname, "..", "..", "data", "synthetic-team", `${name}.csv`);
const team = { roster: teamFile("roster"), accounts: teamFile("accounts"), history: teamFile("history") };

/** Few worlds: enough for every chart to have something to say. */
const worlds = 56;
let from: Exhibits;

beforeAll(async () => {
  const scenario = parseScenario(shipped.scenarios["kam-flagship"], { name: "kam-flagship.yaml" });
  const run = await simulate(scenario, { replications: worlds });
  const factors = { reward: ["cash-1y-output", "recognition-1y-output"], period: ["1 year", "3 years"] };
  const presses = validate({ ...shipped, ids: ["R1"] }).filter(({ exact }) => exact > 1);
  from = {
    scenario,
    run,
    seen: await observe(run, { worlds: 24 }),
    grid: await simulate(cross(scenario, factors, { base: "cash-1y-output" }), { replications: worlds }),
    fitted: fitScenario(scenario, (await readPeople(team)).data, { leavers: 6, pairs: 8 }),
    presses,
    past: backtest(
      [
        { scenario, design: "today" },
        { scenario, design: "cash-1y-output" },
      ],
      (await readPeople(team)).data,
      { terms: { measures: { "account revenue": "revenue", "co-creation work": "co creation work" } } },
    ),
  };
});

/** What a line of the gallery may use besides the exhibits. */
const verbs = { chart, bridge, compare, factorial, health, lint, testHypotheses, tornado };

/** A specification without its numbers: what is drawn, from which columns, how many rows. */
const structure = (spec: unknown): unknown =>
  JSON.parse(
    JSON.stringify(spec, (key, value: unknown) => {
      if (key === "values" && Array.isArray(value) && typeof value[0] === "object")
        return [...new Set(value.flatMap((one) => Object.keys(one as object)))].sort();
      if (key === "labelExpr" || key === "description" || key === "text" || key === "subtitle")
        return typeof value === "string" || Array.isArray(value) ? "…" : value;
      return typeof value === "number" && !Number.isInteger(value) ? "number" : value;
    }),
  );

describe("the gallery", () => {
  test("shows every chart there is", () => {
    const shown = gallery.map(({ code }) => /^chart\.(\w+)\(/.exec(code)?.[1]);
    expect(shown.sort()).toEqual(Object.keys(chart).sort());
  });

  test.each(gallery.map((one) => [one.code, one] as const))("%s is what its line says", (code, { draw }) => {
    const words = { ...verbs, ...from };
    const view = new Function(...Object.keys(words), `return ${code}`)(...Object.values(words));
    expect(view).toEqual(draw(from));
  });

  test.each(gallery.map((one) => [one.code, one] as const))(
    "%s is painted clean at three widths",
    async (_, { draw }) => {
      await expectClean((width) => draw(from, { width }));
    },
  );

  test.each(gallery.map((one) => [one.code, one] as const))(
    "%s: finding, units, uncertainty, source",
    (_, { draw, summary }) => {
      const { title, subtitle, footer, columns, rows } = draw(from);
      expect(title.length).toBeGreaterThan(20);
      expect(title).not.toMatch(/\.$|undefined|NaN|infinity/);
      expect(subtitle).not.toMatch(/undefined|NaN/);
      expect(footer).toMatch(/RewardLab \d+\.\d+\.\d+/);
      expect(summary).toMatch(/\.$/);
      for (const row of rows) for (const { name } of columns) expect(row, name).toHaveProperty(name);
    },
  );

  test.each(gallery.map((one) => [one.code, one] as const))("%s is drawn as agreed", async (code, { draw }) => {
    const name = /^chart\.(\w+)/.exec(code)?.[1];
    const text = `${JSON.stringify(structure(draw(from).spec), null, 1)}\n`;
    await expect(text).toMatchFileSnapshot(`../charts/goldens/${name}.json`);
  });
});
