import { exp } from "../../foundation/maths/exponential.js";
import { defineLaw } from "../frame/step.js";

/** Growth of each account's own demand: a common trend, the market's luck and the account's. */
export const growth = defineLaw({
  title: "growth of demand",
  summary:
    "Each account's own demand grows with a trend and moves with the luck of the market and of the account, whatever the manager does; a part of each shock is permanent, the rest fades.",
  references: [
    "luck has mean one: minus half its variance is part of the drift",
    "permanent and transitory shocks: MaCurdy 1982; of firms: Guiso, Pistaferri & Schivardi 2005",
  ],
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
    permanentShare: {
      section: "accounts",
      unit: { dimension: "share", max: 1 },
      value: "100 %",
      meaning:
        "share of a shock to demand, of the market or an account, that is permanent (π); the rest fades. At 100 % order luck alone is transitory",
      source: "assumption",
    },
    shockHalfLife: {
      section: "accounts",
      unit: { dimension: "duration", max: 120 },
      value: "6 months",
      meaning: "time in which half of what is not permanent in a shock to demand fades; at 0 it lasts one month",
      source: "assumption",
    },
  },
  kernel(lanes, _world, draws, month) {
    const { lanes: count, accounts, lnSize, transitory } = lanes;
    const growth = draws.growth;
    const end = accounts * count;
    const start = month * end;
    for (let at = 0; at < end; at++) lnSize[at] += growth[start + at];
    if (draws.transitory.length > 0) transitory.set(draws.transitory.subarray(start, start + end));
  },
  formula: ({ accounts, luck }) => ({
    accounts: accounts.map((account, k) => ({
      lnSize: account.lnSize + luck.accounts[k].growth,
      transitory: luck.accounts[k].transitory,
    })),
  }),
  examples: [
    {
      why: "growth adds up in logs",
      account: { lnSize: 0.2 },
      luck: { growth: 0.125 },
      gives: { account: { lnSize: 0.325 } },
    },
    {
      why: "what will fade is part of the growth, noted beside it",
      account: { lnSize: 0.2, transitory: 0.1 },
      luck: { growth: 0.125, transitory: 0.0625 },
      gives: { account: { lnSize: 0.325, transitory: 0.0625 } },
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

/** share. What is left after a month of the transitory part of a shock, given its half-life in months. */
export const transitoryMonth = (halfLife: number): number => (halfLife > 0 ? exp(-Math.LN2 / halfLife) : 0);

/** share. What is left of a shock so many months after the first it is seen in: kept is `transitoryMonth` to that power. */
export const leftOfShock = (permanent: number, kept: number): number => permanent + (1 - permanent) * kept;
