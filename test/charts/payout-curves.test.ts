import { describe, expect, test } from "vitest";
import { payoutCurves } from "../../src/charts/plans/payout-curves.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { expectClean, hostileNames, textsOf } from "./painted.js";

type Curve = Readonly<Record<string, unknown>>;

const bonus = (curve: Curve): object => ({ kind: "cash bonus", "at target": "9000 EUR/year", curve });

function scenarioOf(
  designs: Readonly<Record<string, { readonly title?: string; readonly rewards: readonly object[] }>>,
) {
  const entries = Object.entries(designs).map(([name, design]) => [
    name,
    { period: "1 year", weights: { "account revenue": "100 %" }, ...design },
  ]);
  return makeScenario({ rewardlab: 2, title: "Plans", horizon: "2 years", designs: Object.fromEntries(entries) });
}

const target: Curve = {
  kind: "target",
  threshold: "80 %",
  "pays at threshold": "0 %",
  accelerator: 4,
  "up to attainment": "125 %",
};

describe("payout curves", () => {
  const one = payoutCurves(scenarioOf({ plan: { rewards: [bonus(target)] } }));

  test("the title tells start, double and end: 100 % and 4 points for each of 25 above target is 200 %", () => {
    expect(one.title).toBe("Pay starts at 80 % of target, doubles at 125 %; a cap ends it there");
  });

  test("the corners are those of the plan, each with its mark", () => {
    expect(one.rows.map(({ attainment, payout, mark }) => [attainment, payout, mark])).toEqual([
      [70, 0, ""],
      [80, 0, "threshold"],
      [100, 100, "target"],
      [125, 200, "cap"],
      [140, 200, ""],
    ]);
  });

  test("a jump has two corners and the title its height; excellence is where the slope falls above target", () => {
    const curve = { kind: "target", excellence: "110 %", accelerator: 6, decelerator: 2, "up to attainment": "none" };
    const view = payoutCurves(scenarioOf({ plan: { rewards: [bonus(curve)] } }));
    expect(view.title).toBe("Pay starts at 90 % of target with 50 % of the amount, doubles at 130 % and has no cap");
    expect(view.rows.filter(({ attainment }) => attainment === 90).map(({ payout }) => payout)).toEqual([0, 50]);
    expect(view.rows.find(({ mark }) => mark === "excellence")).toMatchObject({ attainment: 110, payout: 160 });
  });

  test("the title follows the plan: steps, lines, and a cap that ends before the double", () => {
    const titleOf = (curve: Curve): string => payoutCurves(scenarioOf({ plan: { rewards: [bonus(curve)] } })).title;
    expect(titleOf({ kind: "steps", steps: [{ at: "100 %", pays: "100 %" }] })).toBe(
      "Pay is all or nothing: the full amount from target",
    );
    expect(titleOf({ kind: "linear" })).toBe("Pay is in proportion to the score, without threshold or cap");
    expect(titleOf({ ...target, "up to attainment": "110 %" })).toBe(
      "Pay starts at 80 % of target; a cap ends it at 110 % with 140 %",
    );
  });

  test("designs of one curve share a line; others lie apart by so much below and above target", () => {
    const designs = {
      a: { title: "A", rewards: [bonus(target)] },
      b: { title: "B", rewards: [bonus(target)] },
      c: { title: "C", rewards: [bonus({ kind: "linear" })] },
    };
    const view = payoutCurves(scenarioOf(designs));
    expect([...new Set(view.rows.map(({ curve }) => curve))]).toEqual(["A and B", "C"]);
    expect(view.title).toBe("At 90 % of target designs pay 50 % to 90 % of the amount, 110 % to 140 % at 110 %");
    const same = payoutCurves(scenarioOf(designs), { designs: ["a", "b"] });
    expect(same.title).toBe(
      "One curve for all 2 designs: pay starts at 80 % of target, doubles at 125 %; a cap ends it there",
    );
  });

  test("what is paid whatever the score is level; what goes by rank has no line and is named", () => {
    const view = payoutCurves(
      scenarioOf({
        mixed: { title: "Mixed", rewards: [bonus(target), { kind: "salary top-up", amount: "5000 EUR/year" }] },
        contest: { title: "Contest", rewards: [bonus({ kind: "rank", winners: 1 })] },
      }),
    );
    const level = view.rows.filter(({ curve }) => String(curve).startsWith("Mixed: flat"));
    expect(level.map(({ payout }) => payout)).toEqual([100, 100]);
    expect(view.subtitle).toContain("without a line: Contest: cash bonus");
    expect(view.subtitle).toContain("9000 EUR a year and 5000 EUR a year");
  });

  test("unknown designs and plans without a curve are refused", () => {
    const scenario = scenarioOf({ plan: { rewards: [bonus(target)] }, none: { rewards: [] } });
    expect(() => payoutCurves(scenario, { designs: ["plam"] })).toThrow(
      'designs: "plam" is not in this scenario; did you mean plan?',
    );
    expect(() => payoutCurves(scenario, { designs: ["none"] })).toThrow("designs: none of them pays by attainment");
  });

  test("the numbers at the marks are written beside them", async () => {
    expect(await textsOf(one)).toContain("200 % at 125 %");
  });

  test("sixteen curves with hostile names are painted clean", async () => {
    const designs = Array.from({ length: 16 }, (_, k) => [
      `d${k}`,
      { title: hostileNames[k] ?? `Design ${k}`, rewards: [bonus({ ...target, "up to attainment": `${121 + k} %` })] },
    ]);
    const scenario = scenarioOf(Object.fromEntries(designs));
    await expectClean((width) => payoutCurves(scenario, { width }));
    await expectClean((width) => payoutCurves(scenario, { width, designs: ["d3"] }));
  });
});
