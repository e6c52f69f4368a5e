import { describe, expect, test } from "vitest";
import { compare, headline } from "../../src/report/printed.js";
import { runText } from "../../src/report/runs/run-text.js";
import { payApart } from "../../src/scenario/payout-terms/payout-apart.js";
import { makeScenario } from "../../src/scenario/scenario.js";
import { simulate } from "../../src/simulation/simulate.js";

const scenarioWith = (payout?: object) =>
  makeScenario({
    rewardlab: 2,
    title: "Small",
    horizon: "24 months",
    team: { managers: 2 },
    accounts: { "per manager": 1 },
    designs: {
      today: {
        period: "1 year",
        weights: { "account revenue": "100 %" },
        rewards: [{ kind: "cash bonus", "at target": "12000 EUR/year" }],
      },
      none: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [] },
    },
    run: { worlds: 24, seed: 5 },
    ...(payout && { payout }),
  } as never);

const moving = {
  "payout cap": "150 % of target incentive",
  spiffs: [{ title: "L", amount: "1 EUR", "at least": "100 %" }],
};
const words =
  "simulations pay without the payout cap and SPIFFs, which only payout knows: real pay and its cost will differ";

describe("terms that simulations do not know", () => {
  test("are named, all of them, in one sentence", () => {
    expect(payApart(moving as never)).toBe(words);
    expect(payApart({ leavers: "nothing", "minimum service": "3 months", periods: "cumulative" })).toContain(
      "without cumulative periods, what leavers lose and minimum service,",
    );
  });

  test("how money is rounded and what measures are called move nothing that is expected", () => {
    const harmless = { rounding: "down", measures: { "account revenue": "revenue" }, "minimum service": "0 months" };
    expect(payApart(harmless as never)).toBeUndefined();
    expect(payApart({ "merit budget": { share: "2 % of base salary", "if over": "report" } })).toBeUndefined();
    expect(scenarioWith(harmless).findings).toEqual([]);
  });

  test("are said of the scenario, of its run, of its comparison and of the answer; once each", async () => {
    const scenario = scenarioWith(moving);
    expect(scenario.findings.map(({ finding }) => finding)).toEqual([words]);
    const count = (text: string) => text.replace(/\s+/g, " ").split(words).length - 1;
    expect(count(String(scenario))).toBe(1);
    const run = await simulate(scenario);
    for (const text of [runText(run), String(compare(run)), String(headline(run))]) expect(count(text)).toBe(1);
    const plain = await simulate(scenarioWith());
    for (const text of [runText(plain), String(compare(plain)), String(headline(plain))])
      expect(text).not.toContain("simulations pay");
  });
});
