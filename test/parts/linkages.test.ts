import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyForm, payoutAt } from "../../src/model/curves/curve.js";
import { curveAtTarget, linkages, linkagesIn, linkageTerms, paysAtTarget } from "../../src/model/linkages/index.js";
import type { LinkagePlan, Linked } from "../../src/model/linkages/linkage.js";
import { cashBonus } from "../../src/model/rewards/cash-bonus.js";
import { rewardField } from "../../src/model/rewards/index.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { anyCurve, type Chosen } from "./curve-settings.js";

const identity = { ...emptyForm, rate: 1 };

/** A bonus with these settings, as a file gives it. */
const bonus = (settings: object) =>
  rewardField([cashBonus]).parse({ kind: "cash bonus", "at target": "1000 EUR/year", ...settings });

/** The linkages of a bonus, compiled. */
const plansOf = (settings: object): readonly LinkagePlan[] => bonus(settings).linkages ?? [];

/** What a linked reward pays by its sum of products, every linked measure at one score. */
const paid = (plans: readonly LinkagePlan[], own: typeof identity, score: number, linked: number): number =>
  linkageTerms(plans, own).reduce(
    (sum, { curve, factors }) =>
      sum + factors.reduce((all, factor) => all * payoutAt(factor, linked), payoutAt(curve, score)),
    0,
  );

describe.each(linkages.map((one) => [one.kind, one] as const))("linkage: %s", (kind, linkage) => {
  test.each(linkage.examples.map((example) => [example.why, example] as const))("%s", (_why, example) => {
    const { linked, score = 1, pays = 1, gives } = example;
    const settings = linkage.settings.parse(example.settings) as Linked;
    expect(linkage.check?.(settings)).toBeUndefined();
    expect(linkage.formula(settings, linked, pays, score)).toBeCloseTo(gives, 12);
    // the same by the products the simulator adds up: a curve that pays this whatever the score stands for the reward's own
    const own = { ...emptyForm, base: pays };
    expect(paid(plansOf({ [kind]: example.settings }), own, score, linked)).toBeCloseTo(gives, 12);
  });

  test("says what it does in words that name the measure", () => {
    for (const { settings } of linkage.examples) {
      const [plan] = plansOf({ [kind]: settings });
      expect(plan.words).toContain(plan.measure);
      expect(plan.words.length).toBeGreaterThan(20);
    }
  });

  test(`${linkage.isRepeatable ? "may" : "may not"} be a list`, () => {
    const [{ settings }] = linkage.examples;
    const found = rewardField([cashBonus]).safeParse({
      kind: "cash bonus",
      "at target": "1000 EUR/year",
      [kind]: [settings, settings],
    });
    expect(found.success).toBe(linkage.isRepeatable);
    if (found.success) expect(found.data.linkages).toHaveLength(2);
  });
});

const score = fc.double({ min: -0.5, max: 2.5, noNaN: true });
const satisfaction = { measure: "customer satisfaction" };

describe("sums of products", () => {
  test("with gate, multiplier and matrix at once are the product of what each part says", () => {
    const settings = {
      gate: [
        { ...satisfaction, "at least": "90 %", otherwise: "20 %" },
        { ...satisfaction, "at least": "105 %", tie: "lower", otherwise: "50 %" },
      ],
      multiplier: { ...satisfaction, curve: { kind: "linear", base: 0.4, rate: 0.6 } },
      matrix: {
        ...satisfaction,
        rows: [
          { from: "80 %", curve: { kind: "linear", rate: 0.5 } },
          { from: "100 %", curve: { kind: "linear" } },
        ],
      },
    };
    const plans = plansOf(settings);
    expect(linkageTerms(plans, identity)).toHaveLength(2);
    fc.assert(
      fc.property(score, score, (own, linked) => {
        const gates = (linked >= 0.9 ? 1 : 0.2) * (linked > 1.05 ? 1 : 0.5);
        const row = linked >= 1 ? own : linked >= 0.8 ? own / 2 : 0;
        expect(paid(plans, identity, own, linked)).toBeCloseTo(gates * (0.4 + 0.6 * linked) * row, 12);
      }),
    );
  });

  test("a gate at 0 % and a multiplier of 100 % leave every curve as it is, to the bit", () => {
    const idle = plansOf({
      gate: { ...satisfaction, "at least": "0 %" },
      multiplier: { ...satisfaction, curve: { kind: "linear", base: 1, rate: 0 } },
    });
    fc.assert(
      fc.property(anyCurve, score, fc.double({ min: 0, max: 3, noNaN: true }), ({ form }: Chosen, own, linked) => {
        expect(paid(idle, form, own, linked)).toBe(payoutAt(form, own));
      }),
    );
  });

  test("what stands for a matrix is the row that holds on target, or the last where none does", () => {
    const rows = [
      { from: "80 %", curve: { kind: "linear", rate: 0.5 } },
      { from: "95 %", curve: { kind: "linear" } },
      { from: "110 %", curve: { kind: "linear", rate: 2 } },
    ];
    expect(bonus({ matrix: { ...satisfaction, rows } }).form?.rate).toBe(1);
    expect(bonus({ matrix: { ...satisfaction, rows: rows.slice(2) } }).form?.rate).toBe(2);
    expect(curveAtTarget([], identity)).toBe(identity);
    expect(paysAtTarget(plansOf({ matrix: { ...satisfaction, rows: rows.slice(2) } }), identity)).toBe(0);
  });

  test("a reward without linkages has none, and none are read where none are written", () => {
    expect(bonus({}).linkages).toBeUndefined();
    expect(linkagesIn({})).toEqual([]);
  });
});

describe("what contradicts itself is refused at the door, with its place", () => {
  /** What a file with one bonus on this card is told; empty where it is admitted. */
  const faults = (settings: object, weights: object = { "account revenue": "60 %", profitability: "40 %" }): string => {
    const rewards = [{ kind: "cash bonus", "at target": "1000 EUR/year", ...settings }];
    try {
      makeScenario({
        rewardlab: 2,
        title: "Plan",
        horizon: "3 years",
        designs: { plan: { period: "1 year", weights, rewards } },
      });
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  };
  const rows = (...some: readonly object[]) => ({ matrix: { ...satisfaction, rows: some } });

  test.each([
    [
      "a gate that keeps all",
      { gate: { ...satisfaction, "at least": "90 %", otherwise: "100 %" } },
      /rewards\[0\]\.gate: all is kept below the gate; leave the gate out/,
    ],
    [
      "a multiplier by rank",
      { multiplier: { ...satisfaction, curve: { kind: "rank" } } },
      /multiplier: a curve by rank has no value at a score; write a curve/,
    ],
    [
      "a multiplier below nothing",
      { multiplier: { ...satisfaction, curve: { kind: "linear", base: -0.5, rate: 1 } } },
      /-50 % at a score of zero/,
    ],
    [
      "rows out of order",
      rows({ from: "90 %", curve: { kind: "linear" } }, { from: "80 %", curve: { kind: "linear" } }),
      /rising order; sort them by from/,
    ],
    [
      "a row that pays less than the one before: at 0 % .5 against 0",
      rows(
        { from: "80 %", curve: { kind: "linear", base: 0.5, rate: 0.5 } },
        { from: "90 %", curve: { kind: "linear" } },
      ),
      /from 90 % pays less than the one before it at a score of 0 %/,
    ],
    [
      "a row that pays less only where the curve before has risen",
      rows(
        { from: "80 %", curve: { kind: "steps", steps: [{ at: "110 %", pays: "200 %" }] } },
        { from: "90 %", curve: { kind: "linear" } },
      ),
      /pays less than the one before it at a score of 110 %/,
    ],
    ["a row of debts", rows({ from: "80 %", curve: { kind: "linear", base: -1, rate: 2 } }), /row 1: .*a debt/],
  ])("%s", (_why, settings, message) => {
    expect(faults(settings)).toMatch(message);
  });

  const gate = { ...satisfaction, "at least": "90 %" };

  test.each([
    [
      "a matrix beside a curve",
      { curve: { kind: "target" }, ...rows({ from: "80 %", curve: { kind: "linear" } }) },
      undefined,
      /rewards\[0\]\.curve: the matrix brings the curves of this cash bonus.*; leave curve out, or the matrix/,
    ],
    [
      "a gate on the only measure of the card",
      { gate },
      { "customer satisfaction": "100 %" },
      /rewards\[0\]\.gate: the cash bonus is paid on customer satisfaction alone.*; write it into the curve/,
    ],
    ["a gate on a prize by rank", { gate, curve: { kind: "rank" } }, undefined, /gate: a gate on a prize by rank/],
    [
      "a measure nobody knows",
      { gate: { ...gate, measure: "customer satisfction" } },
      undefined,
      /gate\.measure: unknown value "customer satisfction"; did you mean customer satisfaction\?/,
    ],
    [
      "a measure of work nobody does",
      { gate: { ...gate, measure: "customer education" } },
      undefined,
      /gate: "customer education" reads customer education, which is not among the activities/,
    ],
    ["a bare number", { gate: { ...gate, "at least": 90 } }, undefined, /gate\.at least: expected a share, got 90/],
  ])("%s", (_why, settings, weights, message) => {
    expect(faults(settings, weights)).toMatch(message);
  });

  test("the team's result may decide over one's own on the same measure", () => {
    expect(faults({ gate: { ...gate, for: "team" } }, { "customer satisfaction": "100 %" })).toBe("");
  });

  test("rows that rise are admitted", () => {
    expect(
      faults(rows({ from: "80 %", curve: { kind: "linear", rate: 0.5 } }, { from: "90 %", curve: { kind: "linear" } })),
    ).toBe("");
  });
});
