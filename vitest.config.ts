import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "architecture", include: ["test/architecture/**/*.test.ts"], environment: "node" } },
      {
        test: {
          name: "rewardlab",
          include: ["test/**/*.test.ts"],
          exclude: ["test/architecture/**", "test/node/**", "test/package/**"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "node",
          include: ["test/node/**/*.test.ts", "test/package/**/*.test.ts"],
          globalSetup: "test/node/build.ts",
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
