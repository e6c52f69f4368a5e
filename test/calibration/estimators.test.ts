import { describe, expect, test } from "vitest";
import { jeffreysShare, leavingOut, rateOf, varianceOf } from "../../src/calibration/interval.js";
import { type Panel, panelOf } from "../../src/calibration/panel.js";
import { settingRangeText } from "../../src/calibration/setting.js";
import * as statistics from "../../src/calibration/statistics.js";
import { dataOf, person, row, yearOf } from "./made.js";

const scored = [{ measure: "account revenue", name: "revenue", weight: 1 }];
const panel = (more: Parameters<typeof dataOf>[0]): Panel => panelOf(dataOf(more), scored);

describe("what tables say, worked by hand", () => {
  const accounts = [
    // held: ln 1.1 and ln 1.21 in 2022, ln 1.1 in 2023
    ...[row("A1", 2021, 100), row("A1", 2022, 110), row("A1", 2023, 121)],
    // lost in 2022, so that its part of a year is no growth
    ...[row("A2", 2021, 100), row("A2", 2022, 40, { isLost: true })],
    // new in 2022: part of a year, no growth from it, and not at risk in it
    ...[row("B1", 2022, 30), row("B1", 2023, 100)],
    ...[row("B2", 2021, 200), row("B2", 2022, 242), row("B2", 2023, 242 * 1.21)],
  ];

  test("growth is that of accounts held in both years, each year alike", () => {
    const p = panel({ accounts });
    // 2022: (ln 1.1 + ln 1.21)/2, and the same in 2023
    expect(statistics.growthMean(p)).toBeCloseTo(1.5 * Math.log(1.1), 12);
    // within each year ± ½ ln 1.1, four values, two degrees gone: √(4·(½ ln 1.1)²/2)
    expect(statistics.growthSpread(p)).toBeCloseTo(Math.log(1.1) / Math.SQRT2, 12);
    expect(statistics.growthCounts(p)).toEqual({ growths: 4, years: 2 });
  });

  test("one account of nine at risk was lost; one that just came is not at risk", () => {
    expect(statistics.losses(panel({ accounts }))).toEqual({ lost: 1, held: 9 });
  });

  test("accounts of the last year count where they were held through it", () => {
    const held = statistics.heldLast(panel({ accounts })).map(({ account }) => account);
    expect(held).toEqual(["A1", "B1", "B2"]);
  });

  test("leavers and person-years lie within the years of the tables", () => {
    const people = [
      person("A", { joined: "2015-01-01" }),
      person("B", { left: "2022-06-30" }),
      person("C", { joined: "2023-01-01" }),
      person("D", { left: "2019-12-31" }),
    ];
    const found = panel({ people, accounts });
    expect(found.leavers).toBe(1);
    // 1095 + 546 + 365 days
    expect(found.personYears).toBeCloseTo(2006 / 365.25, 12);
  });

  test("attainment, its spread and its correlation from year to year", () => {
    const results = [
      ...[yearOf("A", 2021, 100, 120), yearOf("A", 2022, 100, 110)],
      ...[yearOf("B", 2021, 100, 80), yearOf("B", 2022, 200, 180)],
    ];
    const found = panel({ results });
    expect(statistics.attainmentMean(found)).toBeCloseTo(1, 12);
    // ± .2 and ± .1: √((.08 + .02)/2)
    expect(statistics.attainmentSpread(found)).toBeCloseTo(Math.sqrt(0.05), 12);
    expect(statistics.shareAtTarget(found)).toBe(0.5);
    expect(statistics.yearToYear(found)).toBeUndefined();
    const more = ["C", "D"].flatMap((id, k) => [
      yearOf(id, 2021, 100, 110 - 20 * k),
      yearOf(id, 2022, 100, 105 - 10 * k),
    ]);
    // halves of the deviations of the year before: perfectly correlated, covariance ½·(2·.04 + 2·.01)/4
    const four = panel({ results: [...results, ...more] });
    expect(statistics.yearToYear(four)).toBeCloseTo(1, 12);
    expect(statistics.lasting(four)).toBeCloseTo(0.0125, 12);
  });

  test("a year of quarters is averaged by days; a year with a quarter missing is none", () => {
    const quarter = (from: string, to: string, result: number) => ({ ...yearOf("A", 2021, 100, result), from, to });
    const first = [quarter("2021-01-01", "2021-03-31", 90), quarter("2021-04-01", "2021-06-30", 100)];
    const second = [quarter("2021-07-01", "2021-09-30", 110), quarter("2021-10-01", "2021-12-31", 120)];
    expect(panel({ results: first }).scores).toEqual([]);
    const [whole] = panel({ results: [...first, ...second] }).scores;
    expect(whole?.attainment).toBeCloseTo((90 * 0.9 + 91 * 1 + 92 * 1.1 + 92 * 1.2) / 365, 12);
  });

  test("what was paid is relative to the incentive at target", () => {
    const people = [person("A", { targetIncentive: 10_000 })];
    const found = panel({ people, results: [{ ...yearOf("A", 2021, 100, 100), paid: 12_500 }] });
    expect(found.scores[0].payout).toBe(1.25);
  });
});

describe("intervals", () => {
  test("a share: Jeffreys for 1 of 10 is .0179 to .3306 (quantiles of Beta(1.5, 9.5), by scipy)", () => {
    const { low, high } = jeffreysShare(1, 10);
    expect(low).toBeCloseTo(0.01789199, 7);
    expect(high).toBeCloseTo(0.3305628, 7);
    expect(jeffreysShare(0, 10)).toMatchObject({ estimate: 0, low: 0 });
    // none of 10: the upper end solves P(Beta(.5, 10.5) ≤ x) = .95
    expect(jeffreysShare(0, 10).high).toBeCloseTo(0.1706, 3);
  });

  test("a rate: the exact Poisson interval of 6 cases is 2.613 to 11.842", () => {
    const { estimate, low, high } = rateOf(6, 72);
    expect(estimate).toBeCloseTo(6 / 72, 12);
    expect(low * 72).toBeCloseTo(2.613, 3);
    expect(high * 72).toBeCloseTo(11.842, 3);
    expect(rateOf(0, 1).high).toBeCloseTo(-Math.log(0.05), 9);
  });

  test("a variance with 4 degrees of freedom: χ² of .711 and 9.488", () => {
    const { low, high } = varianceOf(1, 4);
    expect(low).toBeCloseTo(4 / 9.4877, 4);
    expect(high).toBeCloseTo(4 / 0.7107, 3);
  });

  test("leaving people out one by one gives the mean's own standard error", () => {
    const results = [90, 100, 110, 140].map((value, k) => yearOf("ABCD"[k], 2021, 100, value));
    const found = leavingOut(panel({ results }), statistics.attainmentMean);
    // SD .2160 over √4; t with 3 degrees 2.3534
    expect(found?.error).toBeCloseTo(0.21602468994692867 / 2, 12);
    expect(found?.high).toBeCloseTo(1.1 + (2.353363434801827 * 0.21602468994692867) / 2, 8);
    expect(leavingOut(panel({ results: results.slice(0, 2) }), statistics.attainmentMean)).toBeUndefined();
  });
});

describe("ranges as a scenario writes them", () => {
  const yearly = { dimension: "share/year", max: 1 } as const;

  test("three digits, within the bounds of the unit", () => {
    expect(settingRangeText({ estimate: 0.1, low: 0.081234, high: 0.12345 }, yearly, "EUR")).toBe(
      "8.12 %/year to 12.3 %/year",
    );
    expect(settingRangeText({ estimate: 0.9, low: 0.8, high: 1.4 }, yearly, "EUR")).toBe("80 %/year to 100 %/year");
    expect(
      settingRangeText({ estimate: 71_562.5, low: 71_562.5, high: 71_562.5 }, { dimension: "money/year" }, "EUR"),
    ).toBe("71 562.5 EUR/year");
  });
});
