import { defineConfig } from "vitest/config";

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

/** Properties that fail print less than 2 kB. */
const setupFiles = ["test/runner/property-failures.ts"];

export default defineConfig({
  test: {
    // one file a processor: Vitest alone would leave one idle, of two
    maxWorkers: "100%",
    projects: [
      {
        plugins: [fonts],
        test: { name: "architecture", include: ["test/architecture/**/*.test.ts"], environment: "node" },
      },
      {
        plugins: [fonts],
        test: {
          name: "rewardlab",
          setupFiles,
          include: ["test/**/*.test.ts"],
          exclude: ["architecture", "node", "package", "bench", "notebooks", "jupyter"].map(
            (folder) => `test/${folder}/**`,
          ),
          // modules are loaded once a processor: no test may change what another one reads
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
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
