import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { budgetOf, named } from "./budgets.js";
import { overBudget } from "./over-budget.js";

test("every file with a budget of its own is there, and has one budget", () => {
  const root = join(import.meta.dirname, "..");
  expect(named.filter((name) => !existsSync(join(root, `${name}.test.ts`)))).toEqual([]);
  expect(named.filter((name, k) => named.indexOf(name) !== k)).toEqual([]);
});

test("a file has its own budget, else that of its project, wherever the project lies", () => {
  expect(budgetOf("test/coverage/precision.test.ts", "slow")).toBe(90);
  expect(budgetOf("/anywhere/test/of/mine/test/parts/curves.test.ts", "fast")).toBe(8);
  expect(budgetOf("/home/me/rewardlab/test/node/cli.test.ts", "node")).toBe(70);
  expect(budgetOf("test/parts/curves.test.ts", "fast")).toBe(8);
});

test("what took longer is a table, worst first; else one line", () => {
  const [fine, bad, worse] = [
    { file: "test/a.test.ts", took: 3, budget: 8 },
    { file: "test/parts/b.test.ts", took: 9.4, budget: 8 },
    { file: "test/c.test.ts", took: 40, budget: 15 },
  ];
  expect(overBudget([fine])).toBe("all 1 test files within their time\n");
  expect(overBudget([fine, bad, worse]).split("\n").slice(1)).toEqual([
    "  test/c.test.ts           40 s of 15 s",
    "  test/parts/b.test.ts      9 s of 8 s",
    "",
  ]);
});
