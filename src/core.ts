/** Everything but files and threads: runs in Node, in worker threads and in browsers alike. */

export * from "./agency-theory/index.js";
export * from "./backtest/index.js";
export * from "./calibration/index.js";
export * from "./charts/index.js";
export * from "./employee-data/index.js";
export * from "./foundation/index.js";
export * from "./model/index.js";
export * from "./payout/index.js";
export * from "./plan-checks/index.js";
export * from "./report/index.js";
export * from "./results/index.js";
export * from "./scenario/index.js";
export * from "./simulation/index.js";
export * from "./validation/index.js";
export * from "./wording/index.js";
