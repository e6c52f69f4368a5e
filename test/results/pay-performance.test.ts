import { describe, expect, test } from "vitest";
import { payPerformance } from "../../src/results/people/pay-performance.js";
import { skillAndLuck, type Twice } from "../../src/results/people/skill-and-luck.js";
import { tinyObservations } from "./tiny-observations.js";

const signs = [-1, 1] as const;

/**
 * Every combination of one circumstance ±c, two managers' skills ±s and their luck ±l in both plays, once: a population in which every
 * part varies and none moves with another, so that its moments are exactly c², s² and l².
 */
function population(c: number, s: number, l: number, managers = 2): Twice {
  const draws = 1 + 3 * managers;
  const rows: number[][] = [];
  for (let world = 0; world < 2 ** draws; world++) {
    const sign = (k: number): number => signs[(world >> k) & 1];
    for (let i = 0; i < managers; i++) {
      const common = c * sign(0) + s * sign(1 + i);
      rows.push([world, common + l * sign(1 + managers + i), common + l * sign(1 + 2 * managers + i)]);
    }
  }
  const column = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]);
  return { first: column(1), second: column(2), world: column(0), year: column(0).fill(0), worlds: 2 ** draws };
}

describe("skill and luck", () => {
  test("the parts of a population made of them are found exactly", () => {
    // Variances 4, 1 and 9 of 14.
    const found = skillAndLuck(population(2, 1, 3), 1);
    expect(found?.pairs).toBe(256);
    expect(found?.standardDeviation).toBeCloseTo(Math.sqrt(14), 12);
    expect(found?.circumstances?.value).toBeCloseTo(4 / 14, 12);
    expect(found?.skill?.value).toBeCloseTo(1 / 14, 12);
    expect(found?.luck.value).toBeCloseTo(9 / 14, 12);
  });

  test("intervals hold the value and tighten with luck's absence", () => {
    const found = skillAndLuck(population(2, 1, 3), 1);
    expect(found?.luck.low).toBeLessThan(9 / 14);
    expect(found?.luck.high).toBeGreaterThan(9 / 14);
    const sure = skillAndLuck(population(2, 1, 0), 1);
    expect([sure?.luck.value, sure?.luck.low, sure?.luck.high]).toEqual([0, 0, 0]);
  });

  test("years of different level are compared within themselves", () => {
    const one = population(2, 1, 3);
    const both = (column: ArrayLike<number>, plus: number): Float64Array =>
      Float64Array.from([...Array.from(column), ...Array.from(column, (value) => value + plus)]);
    const found = skillAndLuck(
      {
        ...one,
        first: both(one.first, 50),
        second: both(one.second, 50),
        world: both(one.world, 0),
        year: both(one.year, 1),
      },
      1,
    );
    expect(found?.standardDeviation).toBeCloseTo(Math.sqrt(14), 10);
    expect(found?.luck.value).toBeCloseTo(9 / 14, 10);
  });

  test("a team of one cannot tell skill from circumstances", () => {
    const found = skillAndLuck(population(2, 1, 3, 1), 1);
    expect(found?.luck.value).toBeCloseTo(9 / 14, 12);
    expect([found?.skill, found?.circumstances]).toEqual([undefined, undefined]);
  });

  test("what never varies has no parts", () => {
    expect(skillAndLuck(population(0, 0, 0), 1)).toBeUndefined();
  });
});

describe("pay against performance", () => {
  const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
  /** Four worlds of one manager; pay is 10 000 times attainment; the last seat changed hands. */
  const years = {
    world: Int32Array.of(0, 1, 2, 3),
    manager: Int32Array.of(0, 0, 0, 0),
    year: Int32Array.of(1, 1, 1, 1),
    length: Int32Array.of(6, 6, 6, 6),
    isWhole: Uint8Array.of(1, 1, 1, 0),
    variable: numbers(4_000, 5_000, 6_000, 9_999),
    attainment: numbers(0.8, 1, 1.2, 5),
    foreseen: numbers(1, 1, 1, 1),
    luck: numbers(-0.2, 0, 0.2, 4),
    ability: numbers(1, 1.3, 1, 7),
    effort: numbers(1, 1, 1, 1),
  };

  test("points are the years one person worked, pay scaled to twelve months", () => {
    const { points } = payPerformance(tinyObservations({ worlds: 4, months: 6, years }), { design: "a" });
    expect([...points.pay]).toEqual([8_000, 10_000, 12_000]);
    expect([...points.attainment]).toEqual([0.8, 1, 1.2]);
    expect([...points.world]).toEqual([0, 1, 2]);
  });

  test("correlations are of these points", () => {
    const found = payPerformance(tinyObservations({ worlds: 4, months: 6, years }));
    expect(found.payWithAttainment.value).toBeCloseTo(1, 12);
    expect(found.payWithLuck.value).toBeCloseTo(1, 12);
    // Ability is highest in the middle.
    expect(found.payWithAbility.value).toBeCloseTo(0, 12);
    expect(found.payWithAbility.low).toBeLessThan(0);
    expect(found.payWithAbility.high).toBeGreaterThan(0);
    expect(found.pay).toBeUndefined();
  });

  test("rows with other luck count where the same person worked both times", () => {
    const otherLuck = {
      isSame: Uint8Array.of(1, 1, 1, 0),
      attainment: numbers(0.8, 1, 1.2, 0),
      variable: numbers(6_000, 5_000, 4_000, 0),
    };
    const found = payPerformance(tinyObservations({ worlds: 4, months: 6, years: { ...years, otherLuck } }));
    expect(found.attainment?.pairs).toBe(3);
    expect(found.attainment?.luck.value).toBeCloseTo(0, 12);
    // Pay turned round: covariance is minus the variance.
    expect(found.pay?.luck.value).toBeCloseTo(2, 12);
  });

  test("a design that pays on no score is refused", () => {
    expect(() => payPerformance(tinyObservations({}))).toThrow("ask for a design with a scorecard");
  });
});
