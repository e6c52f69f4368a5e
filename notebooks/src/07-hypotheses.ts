// %% [markdown]
// # Hypotheses stated first, tested after
//
// A researcher's order of work: write the claims down with the least effect that would matter, cross the factors, run once, read the
// verdicts. More worlds make estimates sharper; they cannot buy support.

// %%
import { chart, column, cross, factorial, readScenario, show, simulate, testHypotheses, tornado } from "rewardlab";
import { toFrame } from "rewardlab-notebooks/frames";
import { probit, sampleRankCorrelation } from "simple-statistics";

// %% [markdown]
// ## Before the run
//
// Four claims about factors, each with a direction, an outcome and a smallest effect. 72,000 EUR is one base salary over six years. An
// *equivalent* claim says that a difference is smaller than that; a `where` limits a claim to part of the experiment.

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
    contrast: { factor: "reward", from: "cash", to: "recognition" },
    outcome: "net value",
    direction: "equivalent",
    "smallest effect": "72 000 EUR",
  },
  "raises keep people": {
    claim: "Raises keep more managers than cash, where pay is judged over three years",
    contrast: { factor: "reward", from: "cash", to: "raise" },
    where: { period: "3 years" },
    outcome: "leavers",
    direction: "lower",
    "smallest effect": "0.5 %/year",
  },
} as const;

// %% [markdown]
// ## The experiment
//
// Three forms × two periods × two input weights: twelve designs in the same worlds, held at equal expected cost. Each cell of the experiment
// is a design, named after its levels.

// %%
const kam = await readScenario("../scenarios/kam-flagship.yaml");
const grid = cross(kam, {
  reward: { cash: "cash-1y-output", raise: "raise-1y-output", recognition: "recognition-1y-output" },
  period: ["1 year", "3 years"],
  inputWeight: ["20 %", "70 %"],
});
const run = await simulate(grid, { replications: 300 });

// %% [markdown]
// ## Verdicts
//
// Three are possible, and none is a p-value:
//
// - **supported**: the whole interval lies beyond the smallest effect, and the claim holds under at least 75 % of the
//   draws of the assumptions, certainly more than half;
// - **not supported**: the whole interval lies where the claim is false, and the claim holds under at most half of the draws;
// - **undecided**: neither. The line under each table says which kind: an interval that more worlds would narrow, or a difference that is real
//   on average but absent under too many draws, which no computer can mend.
//
// Four claims give chance four tries. The thin line, *together* in the tables, is the wider interval that covers all four at once in 95 % of
// runs (Bonferroni).

// %%
const verdicts = testHypotheses(run, claims);
await show(chart.hypotheses(verdicts));

// %% [markdown]
// In full, under every reaction of the managers. *Holds* and *contrary* are shares of the draws of the assumptions: ignorance. Luck
// is no part of them. ± is Monte Carlo error.

// %%
verdicts;

// %% [markdown]
// One caution about the second claim: weight that goes to inputs is taken from revenue and from the customer survey alike. What that
// mixes up is told apart in [inputs or outputs](04-inputs-or-outputs.ipynb). State a claim as narrowly as you can.
//
// ## The whole table behind them

// %%
const effects = factorial(run);
await show(chart.heatMap(effects));

// %% [markdown]
// Effects of one factor, averaged over the others; then *interactions*: by how much one effect changes with the level of another factor. An
// interaction as large as the effect says that the average is nobody's case.

// %%
effects;

// %% [markdown]
// ## What would change the answer
//
// Every world has its own draw of each uncertain assumption, so the run can be asked which of them the difference follows. Recognition less
// cash, world by world, ranked against each assumption, with a statistics package of your choice:

// %%
const [recognition, cash] = ["recognition, 1 year, 20 %", "cash, 1 year, 20 %"];
const ahead = Array.from(
  column(run, recognition, "net value"),
  (value, w) => value - column(run, cash, "net value")[w],
);
const varied = [...run.draws].filter(([, values]) => values.some((value) => value !== values[0]));
const follows = varied.map(([name, values]) => ({
  assumption: name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
  "rank correlation": Number(sampleRankCorrelation(Array.from(values), ahead).toFixed(2)),
}));
follows.sort((a, b) => Math.abs(b["rank correlation"]) - Math.abs(a["rank correlation"]));
toFrame(follows.slice(0, 8));

// %% [markdown]
// So many assumptions give chance as many tries. The largest correlation that luck alone would show, once in twenty runs (Bonferroni):

// %%
const draws = run.worlds / (run.lucksPerDraw ?? 1);
const byLuck = probit(1 - 0.025 / varied.length) / Math.sqrt(draws - 1);
console.log(`${byLuck.toFixed(2)} among ${varied.length} assumptions in ${draws} draws`);

// %% [markdown]
// The same difference in money, at both ends of each assumption, and with how managers react as one more thing nobody knows:

// %%
chart.tornado(tornado(run, { design: recognition, baseline: cash }));
