import { expect, test } from "vitest";
import { validate } from "../../src/validation/validate.js";
import { shipped } from "./inputs.js";

const rows = validate({ ...shipped, ids: ["E13"] });
const exact = (id: string): number[] => rows.filter((one) => one.id.startsWith(`E13.${id} c=`)).map((one) => one.exact);

test("theory says the gain falls with risk aversion at equal certainty equivalent, and does not move at equal cost", () => {
  expect(rows.every(({ passed }) => passed)).toBe(true);
  for (const change of exact("gain fixed")) expect(change).toBeLessThan(-0.02);
  expect(exact("gain cost")).toEqual([0, 0, 0]);
  // by a factor on all amounts it falls where larger amounts cost more than they bring: not in the last case, which has little fixed pay
  const [first, second, last] = exact("gain");
  expect(Math.max(first, second)).toBeLessThan(-0.02);
  expect(last).toBeGreaterThan(0);
});
