import { defineConfig } from "vitest/config";
import { slowFiles } from "./test/runner/budgets.js";
import { LongestFirst } from "./test/runner/order.js";
import OverBudget from "./test/runner/over-budget.js";

/** The module of fonts, which is made when the package is built: tests of the source read the font files themselves. */
const { fontModule } = (await import(new URL("./scripts/font-module.mjs", import.meta.url).href)) as {
  readonly fontModule: () => string;
};
const fonts = {
  name: "fonts",
  enforce: "pre",
  resolveId: (id: string, from?: string) =>
    from?.includes("/src/") && id.endsWith("/fonts/faces.js") ? "\0fonts/faces.js" : undefined,
  load: (id: string) => (id === "\0fonts/faces.js" ? fontModule() : undefined),
} as const;

/** Properties that fail print less than 2 kB; columns are compared byte by byte. */
const setupFiles = ["test/runner/set-up.ts"];

/** Tests that read the source as it stands: nothing is built, and modules are loaded once a processor. No test may change what another one reads. */
const ofSource = { setupFiles, isolate: false, testTimeout: 120_000, hookTimeout: 120_000 } as const;

/** Folders of tests that need what is built, or have a project of their own. */
const apart = ["architecture", "node", "package", "bench", "notebooks", "jupyter"].map((folder) => `test/${folder}/**`);

export default defineConfig({
  test: {
    // one file a processor: Vitest alone would leave one idle, of two
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    reporters: ["default", new OverBudget()],
    projects: [
      { plugins: [fonts], test: { name: "architecture", include: ["test/architecture/**/*.test.ts"] } },
      {
        plugins: [fonts],
        test: { ...ofSource, name: "fast", include: ["test/**/*.test.ts"], exclude: [...apart, ...slowFiles] },
      },
      { plugins: [fonts], test: { ...ofSource, name: "slow", include: [...slowFiles] } },
      {
        plugins: [fonts],
        test: {
          name: "node",
          setupFiles,
          include: ["test/node/**/*.test.ts", "test/package/**/*.test.ts", "test/bench/**/*.test.ts"],
          globalSetup: "test/node/build.ts",
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: [fonts],
        test: {
          name: "notebooks",
          setupFiles,
          include: ["test/notebooks/**/*.test.ts"],
          globalSetup: "test/notebooks/build.ts",
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        plugins: [fonts],
        // Needs Python and Chromium: npm run test:jupyter
        test: {
          name: "jupyter",
          include: ["test/jupyter/**/*.test.ts"],
          globalSetup: ["test/notebooks/build.ts", "test/jupyter/set-up.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
