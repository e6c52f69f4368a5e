import { everything } from "./everything.js";

const target = "at target";

/** Steps so close that some are always near the score. */
const fiftySteps = Array.from({ length: 50 }, (_, k) => ({ at: `${60 + 2 * k} %`, pays: `${20 + 4 * k} %` }));

const line = {
  kind: "points",
  points: [
    { at: "80 %", pays: "50 %" },
    { at: "120 %", pays: "150 %" },
  ],
};

const satisfied = { measure: "customer satisfaction", "at least": "97 %", otherwise: "25 %" };

/** The same unlikely team under designs in which other measures decide: every linkage, every kind of reward, both bases, lists, and cards shared. */
export const linked = {
  ...everything,
  title: "linkages at once",
  designs: {
    gated: {
      period: "12 months",
      weights: { "account revenue": "60 %", "executive access": "40 %" },
      rewards: [
        {
          kind: "cash bonus",
          [target]: "18000 EUR/year",
          deferred: "40 %",
          "vests after": "7 months",
          gate: [satisfied, { measure: "account retention", "at least": "80 %", tie: "lower", for: "team" }],
        },
        // the same gate: one card decides over both, and over a multiplier besides
        {
          kind: "recognition",
          [target]: "1500 EUR/year",
          gate: satisfied,
          multiplier: { measure: "customer satisfaction", curve: { kind: "steps", steps: fiftySteps } },
        },
        { kind: "holiday", [target]: "900 EUR/year", curve: { kind: "rank", winners: 1 } },
      ],
    },
    table: {
      period: "18 months",
      "targets every": "9 months",
      weights: { profitability: "70 %", "customer lifetime value": "30 %" },
      rewards: [
        {
          kind: "cash bonus",
          [target]: "20000 EUR/year",
          matrix: {
            measure: "relationship quality",
            rows: [
              {
                from: "80 %",
                curve: {
                  kind: "steps",
                  steps: [
                    { at: "70 %", pays: "40 %" },
                    { at: "90 %", pays: "80 %" },
                  ],
                },
              },
              { from: "95 %", curve: { kind: "linear" } },
              { from: "110 %", curve: { kind: "linear", base: 0.2, rate: 1.3 } },
            ],
          },
          gate: { measure: "account plans kept current", "at least": "90 %" },
          multiplier: [
            { measure: "shared objectives", for: "team", curve: line },
            { measure: "account revenue", curve: { kind: "linear", base: 0.5, rate: 0.5 } },
          ],
        },
        {
          kind: "salary increase",
          [target]: "6 % of base salary",
          multiplier: { measure: "customer goals reached", for: "team", curve: line },
        },
      ],
    },
    mixed: {
      period: "12 months",
      weights: { "shared objectives": "60 %", "customer education": "40 %" },
      rewards: [
        {
          kind: "commission",
          rate: "0.5 % of account revenue",
          period: "6 months",
          gate: { measure: "organic growth", "at least": "85 %", otherwise: "60 %" },
        },
        {
          kind: "cash bonus",
          [target]: "12000 EUR/year",
          for: "team",
          curve: { kind: "linear", base: -1, rate: 2 },
          gate: { measure: "time with customers", "at least": "101 %", otherwise: "50 %" },
        },
      ],
    },
  },
};
