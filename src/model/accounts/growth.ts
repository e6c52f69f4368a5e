import { defineStep } from "../step.js";

/** Growth of each account's own demand: a common trend, the market's luck and the account's. */
export const growth = defineStep<never>({
  title: "growth of demand",
  summary:
    "Each account's own demand grows with a trend and moves with the luck of the market and of the account, whatever the manager does.",
  references: ["luck has mean one: minus half its variance is part of the drift"],
  assumptions: {
    drift: {
      section: "accounts",
      unit: { dimension: "share/year", min: -0.5, max: 1 },
      value: "7 %/year",
      meaning: "growth of account demand before losses (γ)",
      source: "assumption",
    },
    marketLuck: {
      section: "accounts",
      unit: { dimension: "number", min: 0, max: 2 },
      value: "0.03 to 0.10, most likely 0.06",
      meaning: "log-SD per square root of a year of the market all accounts share (σ_M)",
      source: "assumption",
    },
    accountLuck: {
      section: "accounts",
      unit: { dimension: "number", min: 0, max: 2 },
      value: "0.12 to 0.35, most likely 0.22",
      meaning: "log-SD per square root of a year of one account's demand (σ_A)",
      source: "assumption",
    },
  },
  kernel(lanes, _world, tape, month) {
    const { lanes: count, accounts, lnSize } = lanes;
    const growth = tape.growth;
    const start = month * accounts * count;
    for (let at = 0; at < accounts * count; at++) lnSize[at] += growth[start + at];
  },
  formula: ({ accounts, luck }) => ({
    accounts: accounts.map((account, k) => ({ lnSize: account.lnSize + luck.accounts[k].growth })),
  }),
  examples: [
    {
      why: "growth adds up in logs",
      account: { lnSize: 0.2 },
      luck: { growth: 0.125 },
      gives: { account: { lnSize: 0.325 } },
    },
  ],
  laws: [
    {
      law: "growth does not depend on what the manager does",
      holds: (before, after) =>
        before.accounts.every(
          (account, k) => Math.abs(after.accounts[k].lnSize - account.lnSize - before.luck.accounts[k].growth) < 1e-9,
        ),
    },
  ],
});
