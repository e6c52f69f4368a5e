/**
 * s. What test files that take long may take, on two processors that do nothing else. They are reported at the end of a run when they take
 * longer (over-budget.ts), never failed for it: a machine that is busy says nothing about a test.
 */
const slow: Readonly<Record<string, number>> = {
  "coverage/precision": 90,
  "coverage/hold": 70,
  "simulation/currency": 70,
  "docs-pages/gallery": 50,
  "scenario/goldens": 40,
  "coverage/coverage": 35,
  "tables/fuzz": 15,
  "oracle/oracle": 30,
  "facts/sales-plans": 25,
  "calibration/recover": 25,
  "simulation/observe": 20,
  "payout/no-inert-setting": 20,
  "payout/simulation-apart": 20,
  "simulation/equal-to-whom": 20,
  "validation/validate": 20,
  "facts/facts": 15,
  "facts/people": 15,
  "simulation/plausible": 15,
  "simulation/merge": 15,
  "simulation/latin-hypercube": 15,
  "simulation/engine": 15,
  "simulation/ends": 15,
  "validation/rational-play": 15,
  "results/hypotheses": 15,
  "results/by-draw": 10,
  "results/best": 10,
  "report/data-tables": 15,
  "report/html": 15,
  "calibration/fit": 15,
  "calibration/synthetic-team": 15,
  "agency-theory/theory-beside-simulation": 15,
};

/** s. The same of files whose project says where they belong: what is built, and notebooks. */
const others: Readonly<Record<string, number>> = {
  "notebooks/notebooks": 150,
  "jupyter/jupyter": 200,
  "node/cli": 70,
  "package/package": 45,
  "node/readme": 45,
  "node/pool": 45,
  "node/new-part": 45,
  "node/hostile-tables": 45,
  "node/latin-hypercube": 40,
  "parts/measures": 15,
  "parts/steps": 12,
  "payout/no-inert-part": 15,
};

/** s. Every other file, by project. */
const usual: Readonly<Record<string, number>> = {
  fast: 8,
  architecture: 10,
  slow: 15,
  node: 30,
  notebooks: 30,
  jupyter: 100,
};

/** `test/parts/measures.test.ts` → `parts/measures`. */
const shortOf = (path: string): string => path.replace(/^.*\btest\//, "").replace(/\.test\.ts$/, "");

/** Paths of the test files of the source that are not run while one works. */
export const slowFiles: readonly string[] = Object.keys(slow).map((name) => `test/${name}.test.ts`);

/** Every file with a budget of its own. */
export const named: readonly string[] = [...Object.keys(slow), ...Object.keys(others)];

/** s. Budget of a test file, by its path below the root and the name of its project. */
export const budgetOf = (path: string, project: string): number =>
  slow[shortOf(path)] ?? others[shortOf(path)] ?? usual[project] ?? 30;
