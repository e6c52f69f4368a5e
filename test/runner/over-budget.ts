import type { Reporter, TestModule } from "vitest/node";
import { budgetOf } from "./budgets.js";

/** A test file, how long its tests took and how long they may take, in seconds. */
interface Timed {
  readonly file: string;
  readonly took: number;
  readonly budget: number;
}

/** The table of the files over their budgets, worst first; one line where there is none. */
export function overBudget(all: readonly Timed[]): string {
  const over = all.filter(({ took, budget }) => took > budget).sort((a, b) => b.took - b.budget - (a.took - a.budget));
  if (over.length === 0) return `all ${all.length} test files within their time\n`;
  const width = Math.max(...over.map(({ file }) => file.length));
  const rows = over.map(
    ({ file, took, budget }) => `  ${file.padEnd(width)}  ${took.toFixed(0).padStart(5)} s of ${budget} s`,
  );
  return `${over.length} of ${all.length} test files over their time (test/runner/budgets.ts; a busy machine is a reason):\n${rows.join("\n")}\n`;
}

/** Says at the end of a run which test files took longer than they may; fails none. */
export default class OverBudget implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const all = modules.map((one) => ({
      file: one.relativeModuleId,
      took: one.diagnostic().duration / 1000,
      budget: budgetOf(one.relativeModuleId, one.project.name),
    }));
    process.stdout.write(`\n${overBudget(all)}`);
  }
}
