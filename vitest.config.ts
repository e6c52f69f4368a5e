import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "architecture", include: ["test/architecture/**/*.test.ts"], environment: "node" } },
      {
        test: { name: "rewardlab", include: ["test/**/*.test.ts"], exclude: ["test/architecture/**"], testTimeout: 120_000 },
      },
    ],
  },
});
