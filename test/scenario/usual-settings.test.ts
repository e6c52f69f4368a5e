import { expect, test } from "vitest";
import { measures } from "../../src/model/measures/index.js";
import { usualSettings } from "../../src/model/measures/usual-settings.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { slotPlan } from "../../src/simulation/compile.js";

const scenario = (settings: string) =>
  parseScenario(
    `rewardlab: 2
title: Usual
horizon: 1 year
${settings}
designs:
  a: { period: 1 year, weights: { customer satisfaction: 100 % }, rewards: [{ kind: cash bonus, at target: 1000 EUR/year }] }
`,
    { name: "usual.yaml" },
  );

test("surveys are half a year apart, noise is a measure's own and the first target is the plan", () => {
  expect(usualSettings).toEqual({ cadence: 6, noise: 1, target: 1 });
});

test.each(measures.map(({ name }) => name))(
  "%s: not written, written as nothing, and written out are the same",
  (name) => {
    const of = (settings: string) => slotPlan(name, 1, scenario(settings).checked);
    const { cadence, noise, stretch } = of("");
    expect({ cadence, noise, target: stretch }).toEqual(usualSettings);
    expect(of(`measures: { ${name}: {} }`)).toEqual(of(""));
    expect(of(`measures: { ${name}: { cadence: 6 months, noise: 1, target: 100 % } }`)).toEqual(of(""));
  },
);
