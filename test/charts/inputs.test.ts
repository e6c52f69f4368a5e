import { describe, expect, test } from "vitest";
import { chart } from "../../src/charts/registry.js";
import { Problem } from "../../src/foundation/text/problem.js";
import { lint } from "../../src/plan-checks/lint/lint.js";
import { makeScenario } from "../../src/scenario/scenario.js";

const plan = makeScenario({
  rewardlab: 2,
  title: "Plan",
  horizon: "1 year",
  designs: {
    today: {
      title: "Today",
      period: "1 year",
      weights: { "account revenue": "100 %" },
      rewards: [{ kind: "cash bonus", "at target": "20 % of base salary" }],
    },
  },
});

type Draw = (input: unknown, options?: unknown) => unknown;
const charts = Object.entries(chart as unknown as Record<string, Draw & { chart: { name: string; takes: unknown } }>);

/** What it is refused with; undefined where it is drawn. */
function refusal(draw: Draw, input: unknown, options?: unknown): string | undefined {
  try {
    draw(input, options);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

describe.each(charts)("chart.%s", (_, draw) => {
  const place = `chart "${draw.chart.name}": expected `;

  test.each<[string, unknown, string]>([
    ["nothing", undefined, "nothing; give "],
    ["null", null, "nothing; give "],
    ["a text", "plan.yaml", '"plan.yaml"; give '],
    ["a number", 7, "7; give "],
    ["a function", () => 1, "a function; give "],
    ["a list of other things", [1, 2], "a list; give "],
    ["a group of other things", { a: 1 }, "something else; give "],
    ["what is not there yet", Promise.resolve(plan), "a promise; await it first"],
  ])("refuses %s in the words of the house", (_name, input, got) => {
    const message = refusal(draw, input);
    expect(message?.startsWith(place)).toBe(true);
    expect(message).toContain(`, got ${got}`);
  });
});

describe("what is known is named", () => {
  test("a scenario and findings of the linter where other things are wanted", () => {
    expect(refusal(chart.tornado as unknown as Draw, plan)).toBe(
      'chart "tornado": expected a tornado, got a scenario; give tornado(run)',
    );
    expect(refusal(chart.differences as unknown as Draw, lint(plan))).toBe(
      'chart "differences": expected a comparison, got findings of the linter; give compare(run)',
    );
  });

  test("what a chart takes is drawn; options that are no settings are refused", () => {
    expect(chart.payoutCurves(plan).chart).toBe("payout curves");
    expect(refusal(chart.payoutCurves as unknown as Draw, plan, "today")).toBe(
      'chart "payout curves": expected options such as { width: 600 }, got "today"; or leave them out',
    );
    expect(refusal(chart.payoutCurves as unknown as Draw, plan, null)).toMatch(/got nothing/);
  });
});
