import { describe, expect, test } from "vitest";
import type { Agreement, Fit, FitCheck } from "../../src/calibration/data.js";
import { chart } from "../../src/charts/registry.js";

const check = (name: string, observed: number | undefined, agreement: Agreement): FitCheck => ({
  name,
  unit: { dimension: "share" },
  observed: observed === undefined ? undefined : { estimate: observed, low: observed - 0.1, high: observed + 0.1 },
  fitted: { estimate: 0.55, low: 0.4, high: 0.8, error: 0.01 },
  agreement,
  why: "",
});

const fitOf = (checks: readonly FitCheck[]): Fit => ({
  about: { scenario: "a/plan.yaml", version: "1.2.3", status: "illustrative" } as Fit["about"],
  ...{ design: "today", years: [2023, 2025], settings: [], refused: [], measures: [], worlds: 100, checks },
  untouched: { count: 0, examples: [] },
  ...{ isCalibrated: false, reason: "", source: { id: "", title: "" }, leftOut: [], notUsed: [] },
});

describe("fitted and observed", () => {
  test("a quantity stands by half ranges from the middle of simulated teams, and at the edge beyond them", () => {
    const view = chart.fittedObserved(fitOf([check("a", 0.7, "agrees"), check("b", 2, "differs")]));
    // middle .6, half range .2: .7 is half of it; 2 would be seven
    expect(view.rows.map(({ place }) => place)).toEqual([expect.closeTo(0.5, 12), 2.5]);
    expect(view.rows[0].placeLow).toBeCloseTo(0, 12);
    expect(view.rows[0].label).toBe("70.0 %, 55.0 %");
  });

  test("the title names what is missed, and counts what the team is too small for", () => {
    const agreeing = [check("a", 0.7, "agrees"), check("b", 0.7, "cannot tell")];
    expect(chart.fittedObserved(fitOf(agreeing)).title).toBe(
      "The fitted scenario gives 1 of 2 quantities as observed; for 1 this team is too small to tell",
    );
    const missed = [...agreeing, check("turnover", 0.9, "differs")];
    expect(chart.fittedObserved(fitOf(missed)).title).toMatch(
      /^The fitted scenario misses turnover; 1 of 3 quantities/,
    );
  });

  test("what was not observed is left out; with nothing left it is refused", () => {
    const unseen = check("c", undefined, "cannot tell");
    expect(chart.fittedObserved(fitOf([check("a", 0.7, "agrees"), unseen])).rows).toHaveLength(1);
    expect(() => chart.fittedObserved(fitOf([unseen]))).toThrow(/nothing was observed/);
  });
});
