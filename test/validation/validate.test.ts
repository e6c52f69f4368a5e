import { describe, expect, test } from "vitest";
import { effortForReaching, fitEffort } from "../../src/validation/people.js";
import { isWithinTolerance } from "../../src/validation/row.js";
import { checks, validate } from "../../src/validation/validate.js";
import { shipped } from "./inputs.js";

/** Laboratory files some result has asked for. */
const asked = new Set<string>();
const laboratory = new Proxy(shipped.laboratory, {
  get: (texts, name: string) => {
    asked.add(name);
    return texts[name];
  },
});
const rows = validate({ ...shipped, laboratory });

describe("what is known", () => {
  test("is asked of every result, and no two rows have one name", () => {
    expect([...new Set(rows.map(({ id }) => id.split(".")[0]))]).toEqual(checks.map(({ id }) => id));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ isShown }) => !isShown).length).toBeGreaterThan(105);
  });

  test.each(rows)("$id: $claim", ({ exact, ours, tolerance }) => {
    expect(Math.abs(ours - exact)).toBeLessThanOrEqual(tolerance);
  });

  test("is missed by any row once it is moved by twice what is allowed", () => {
    for (const one of rows.filter(({ isShown }) => !isShown)) {
      for (const side of [-1, 1]) {
        const exact = one.exact + side * 2.001 * one.tolerance;
        expect(isWithinTolerance({ ...one, exact }), one.id).toBe(false);
      }
    }
  });

  test("is played on every laboratory file", () => {
    expect([...asked].sort()).toEqual(Object.keys(shipped.laboratory).sort());
  });

  test("is never reached by no number", () => {
    expect(isWithinTolerance({ exact: 1, ours: Number.NaN, tolerance: 10 })).toBe(false);
  });

  test("has a reason for every tolerance, and mostly comes out of the general engine", () => {
    for (const { id, reason, source } of rows) expect(`${reason}${source}`.length, id).toBeGreaterThan(12);
    expect(rows.filter(({ by }) => by === "engine").length).toBeGreaterThan(60);
  });
});

describe("a model that is off is found out", () => {
  /** Results that fail when one setting of one laboratory file is another. */
  const failing = (file: string, from: string, to: string, ids: readonly string[]): readonly string[] => {
    const text = shipped.laboratory[file];
    expect(text).toContain(from);
    const laboratory = { ...shipped.laboratory, [file]: text.replace(from, to) };
    return validate({ ...shipped, laboratory, ids })
      .filter(({ passed }) => !passed)
      .map(({ id }) => id);
  };

  test.each([
    ["linear-contract", "substitution: 0", "substitution: 0.05", "E1"],
    ["linear-contract", "present bias: 1", "present bias: 0.99", "E1"],
    ["two-tasks", "risk aversion: 12", "risk aversion: 12.2", "E2"],
    ["input-output", "margin: 100 %", "margin: 99 %", "E3"],
    ["curve", "reading noise: 0.2", "reading noise: 0.25", "E4"],
    ["curve", "accelerator: 4", "accelerator: 5", "E4"],
    ["raise", "pay growth: 2.5 %/year", "pay growth: 2.6 %/year", "E5"],
    ["quota", "reading noise: 2", "reading noise: 2.02", "E6"],
    ["quota-year", "effort cost: 1", "effort cost: 1.01", "E7"],
    ["lifetime", "replaced: 1 %", "replaced: 50 %", "E10"],
    ["lifetime", "churn: 10.536051565782628 %/year", "churn: 10.6 %/year", "E10"],
    ["ratchet", "impatience: 11.11111111111111 %/year", "impatience: 11 %/year", "E8"],
    ["three-years", "reading noise: 3.4641016151377544", "reading noise: 2", "E9"],
    ["team-share", "present bias: 1", "present bias: 0.99", "E12"],
    ["tournament", "reading noise: 2", "reading noise: 2.01", "A8"],
  ])("%s: %s against %s", (file, from, to, id) => {
    expect(failing(file, from, to, [id])).not.toEqual([]);
  });

  test("data with one number changed", () => {
    const text = shipped.evidence["turnover-by-rating"];
    const evidence = { ...shipped.evidence, "turnover-by-rating": text.replace("3,1667,0.21", "3,1667,0.22") };
    expect(validate({ ...shipped, evidence, ids: ["R2"] }).filter(({ passed }) => !passed)).not.toEqual([]);
  });
});

describe("what may be asked", () => {
  test("is one result, or several in the order of the report", () => {
    const ids = validate({ ...shipped, ids: ["R3", "E12"] }).map(({ id }) => id);
    expect(ids).toEqual(["E12.effort n=1", "E12.effort n=2", "E12.effort n=4", "E12.effort n=8", "R3.difference"]);
  });

  test("is refused by name when nobody knows it", () => {
    expect(() => validate({ ...shipped, ids: ["E33"] })).toThrow('validate: unknown result "E33"; did you mean E3?');
  });

  test("needs its texts", () => {
    expect(() => validate({ ...shipped, laboratory: {}, ids: ["E1"] })).toThrow('"linear-contract" was not given');
  });
});

test("the law of effort goes through the arms it is fitted on", () => {
  const { gamma, s, k } = fitEffort(1500, 2000, 2150);
  const at = (pay: number) => (Math.log(s + pay) - Math.log(k)) / gamma;
  expect(at(0)).toBeCloseTo(1500, 8);
  expect(at(0.01)).toBeCloseTo(2000, 8);
  expect(at(0.1)).toBeCloseTo(2150, 8);
});

test("a bonus for reaching a goal is worth the effort while it pays for its cost", () => {
  // One press more costs exp(effort): from 0 (no pay) to 2 it costs e² − 1 = 6.389 and is worth 2·s = 2 in itself.
  const law = { gamma: 1, s: 1, k: 1 };
  expect(effortForReaching(law, 4.4, 2)).toBe(2);
  expect(effortForReaching(law, 4.3, 2)).toBe(0);
  expect(effortForReaching(law, 4.3, -1)).toBe(0);
});

test("every arm of the experiment is fitted, predicted or shown", () => {
  const arms = shipped.evidence["real-effort-experiment-2018"].trim().split("\n").length - 1;
  expect(rows.filter(({ id, isShown }) => id.startsWith("R1.") && isShown)).toHaveLength(arms - 5);
});
