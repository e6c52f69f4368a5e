import { describe, expect, test } from "vitest";
import { decimal } from "../../src/foundation/values/decimal.js";
import { payoutAt } from "../../src/model/curves/curve.js";
import { exactCurve, exactPayout, stretchOf } from "../../src/model/curves/exact-curve.js";
import { curveField } from "../../src/model/curves/index.js";

const exact = (curve: unknown, score: string): string =>
  exactPayout(exactCurve(curveField.parse(curve)), decimal(score)).toFixed();

const faultOf = (curve: unknown): string => curveField.safeParse(curve).error?.issues[0]?.message ?? "";

const tiers = [
  { from: "50 %", rate: 1 },
  { from: "100 %", rate: 2 },
];

describe("where a curve ends", () => {
  test("a payout cap no decimal place reaches is paid exactly: 1 + 3·(s − 1) comes to 2 at a third above target", () => {
    const curve = { kind: "target", accelerator: 3, "payout cap": "200 %" };
    expect(exact(curve, "1.3")).toBe("1.9");
    expect(exact(curve, "1.333333333333")).toBe("1.999999999999");
    expect(exact(curve, "1.34")).toBe("2");
    expect(payoutAt(curveField.parse(curve), 5)).toBeCloseTo(2, 12);
    expect(curveField.parse(curve).cap).toBeCloseTo(4 / 3, 12);
  });

  test("a payout cap of 100 % pays nothing for more than target", () => {
    const curve = { kind: "target", "payout cap": "100 %" };
    expect(["0.95", "1", "1.2"].map((score) => exact(curve, score))).toEqual(["0.75", "1", "1"]);
  });

  test("none is no end, said either way", () => {
    for (const key of ["payout cap", "up to attainment"])
      expect(exact({ kind: "target", [key]: "none" }, "3")).toBe("11");
  });

  test("in a schedule that is flat a payout cap may lie inside a jump, with either tie", () => {
    const curve = { kind: "rate schedule", apply: "flat", tiers, "payout cap": "150 %" };
    expect(["0.99", "1", "3"].map((score) => exact(curve, score))).toEqual(["0.99", "1.5", "1.5"]);
    const lower = { ...curve, tie: "lower" };
    expect(["1", "1.01"].map((score) => exact(lower, score))).toEqual(["1", "1.5"]);
    expect(payoutAt(curveField.parse(curve), 3)).toBeCloseTo(1.5, 12);
  });

  test("stepped tiers come to a payout cap along the last rate: .5 + 2·(s − 1) is 1.1 at 130 %", () => {
    const curve = { kind: "rate schedule", apply: "stepped", tiers, "payout cap": "110 %" };
    expect(["1.2", "1.3", "2"].map((score) => exact(curve, score))).toEqual(["0.9", "1.1", "1.1"]);
    expect(stretchOf(exactCurve(curveField.parse(curve)), decimal(2))).toMatchObject({ shape: "level", isMost: true });
  });

  test.each([
    [{ kind: "target", "payout cap": "90 %" }, "the payout cap lies below what target pays; write 100 % or more"],
    [
      { kind: "target", "payout cap": "150 %", "up to attainment": "120 %" },
      "up to attainment and payout cap both say",
    ],
    [{ kind: "target", excellence: "110 %", "payout cap": "150 %" }, "the payout cap is reached before excellence"],
    [{ kind: "target", accelerator: 0, "payout cap": "150 %" }, "the curve never pays as much as its payout cap"],
    [{ kind: "linear", base: 1, "payout cap": "50 %" }, "the payout cap lies below what the curve begins with"],
    [
      { kind: "rate schedule", apply: "stepped", tiers, "payout cap": "50 %" },
      "the payout cap is reached before the last tier",
    ],
  ])("%j is refused", (curve, fault) => {
    expect(faultOf(curve)).toContain(fault);
  });
});
