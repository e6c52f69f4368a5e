// %% [markdown]
// # Hypotheses stated first, tested after
//
// A researcher's order of work: write the claims down with the least effect that would matter, cross the factors, run once, read the
// verdicts. More worlds make estimates sharper; they cannot buy support.

// %%
import { chart, cross, factorial, readScenario, show, simulate, testHypotheses, tornado } from "rewardlab";

// %% [markdown]
// ## Before the run
//
// Four claims about factors, each with a direction, an outcome and a smallest effect.

// %%
const claims = {
  "a longer window helps relationships": {
    claim: "A performance period of three years instead of one raises the relationship with accounts",
    contrast: { factor: "period", from: "1 year", to: "3 years" },
    outcome: "relationship",
    direction: "higher",
    "smallest effect": 0.02,
  },
  "inputs pay": {
    claim: "Weighing inputs at 70 % instead of 20 % adds net value",
    contrast: { factor: "inputWeight", from: "20 %", to: "70 %" },
    outcome: "net value",
    direction: "higher",
    "smallest effect": "72 000 EUR",
  },
  "recognition matches cash": {
    claim: "Recognition and development of the same cost are worth as much as cash",
    contrast: { factor: "reward", from: "cash-1y-output", to: "recognition-1y-output" },
    outcome: "net value",
    direction: "equivalent",
    "smallest effect": "72 000 EUR",
  },
  "raises keep people": {
    claim: "Raises keep more managers than cash, where pay is judged over three years",
    contrast: { factor: "reward", from: "cash-1y-output", to: "raise-1y-output" },
    where: { period: "3 years" },
    outcome: "leavers",
    direction: "lower",
    "smallest effect": "0.5 %/year",
  },
} as const;

// %% [markdown]
// ## The experiment
//
// Three forms × two windows × two input weights: twelve designs in the same worlds, held at equal cost.

// %%
const kam = await readScenario("../scenarios/kam-flagship.yaml");
const grid = cross(kam, {
  reward: ["cash-1y-output", "raise-1y-output", "recognition-1y-output"],
  period: ["1 year", "3 years"],
  inputWeight: ["20 %", "70 %"],
});
Object.keys(grid.checked.designs);

// %%
const run = await simulate(grid, { replications: 300 });

// %% [markdown]
// ## Verdicts

// %%
const verdicts = testHypotheses(run, claims);
await show(chart.hypotheses(verdicts));

// %%
verdicts;

// %% [markdown]
// ## The whole table behind them

// %%
const effects = factorial(run);
await show(chart.heatMap(effects));

// %%
effects;

// %% [markdown]
// ## What would change the answer
//
// Assumptions, one at a time, from the same worlds; how managers react is one of them.

// %%
chart.tornado(tornado(run));
