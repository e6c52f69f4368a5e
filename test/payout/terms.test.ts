import { describe, expect, test } from "vitest";
import { payout } from "../../src/payout/payout.js";
import { makeScenario } from "../../src/scenario/scenario.js";

const scenario = makeScenario({
  rewardlab: 2,
  title: "Plan",
  currency: "GBP",
  horizon: "1 year",
  designs: {
    a: {
      period: "1 year",
      weights: { "account revenue": "100 %" },
      rewards: [{ kind: "cash bonus", "at target": "10000 GBP/year", "paid after": "1 month" }],
    },
  },
});

const row = { person: "A", measure: "account revenue", from: "2024-01-01", to: "2024-12-31", result: 1, target: 1 };

const data = { people: [{ id: "A", salary: 50_000 }], results: [row], accounts: [], transactions: [] };
const paying = (terms: object) => () => payout(scenario, "a", data as never, { terms: terms as never });

describe("terms given beside the file", () => {
  test("are held to the scenario's currency, like those in it", () => {
    expect(paying({ "payout cap": "12000 USD/year" })).toThrow(
      'payout payout cap: USD in a scenario whose currency is GBP, got "12000 USD/year"; write the amount in GBP',
    );
  });

  test("are all answered at once, with examples in that currency", () => {
    expect(paying({ cap: "1 GBP/year", draw: { amount: "some", recoverable: true }, leavers: "prorata" })).toThrow(
      /payout cap\?[\s\S]*write it like 72 000 GBP\/year|write it like 72 000 GBP\/year[\s\S]*payout cap\?/,
    );
  });

  test("that go with no reward are all named at once", () => {
    const bank = { "pays out": "50 %" };
    const both = paying({
      bank,
      "transaction rates": { by: "size", apply: "flat", tiers: [{ from: "0 GBP", rate: 1 }] },
      "team pool": { "split by": "equal parts" },
    });
    expect(both).toThrow(/payout\.bank: [\s\S]*\npayout\.transaction rates: [\s\S]*\npayout\.team pool: /);
  });
});
