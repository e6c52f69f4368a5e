// %% [markdown]
// # Pay for the work or for what comes of it?
//
// Outputs are what the firm wants, and luck is mixed into them. Inputs are what people control, and boxes can be ticked. Agency theory has a
// formula for the best mixture; the simulation has everything the formula leaves out. We look at both.

// %%
import { chart, compare, edit, idealWeights, readScenario, show, simulate, theoryBesideSimulation } from "rewardlab";

// %%
const flagship = await readScenario("../scenarios/kam-flagship.yaml");

// %% [markdown]
// ## What theory asks for
//
// `idealWeights` takes the measures, their noise, what work is worth and what it costs from the scenario, and solves for the weights that
// leave most value (Feltham & Xie 1994; Banker & Datar 1989).

// %%
idealWeights(flagship);

// %% [markdown]
// ## What the simulation finds
//
// The same bonus on two cards: one weighs outputs, the other inputs, both at the same expected cost.

// %%
const cards = edit(flagship, (file) => {
  const kept = ["today", "cash-1y-output", "cash-1y-input", "cash-3y-output", "cash-3y-input"];
  file.designs = Object.fromEntries(kept.map((name) => [name, file.designs[name]]));
  file.hypotheses = { inputs: file.hypotheses?.inputs as never };
});
const run = await simulate(cards, { replications: 300 });
const better = compare(run);
await show(chart.differences(better));

// %% [markdown]
// ## Distortion: what people do with each card

// %%
chart.effortMix(run);

// %% [markdown]
// ## Theory beside simulation
//
// Where the two differ, the reasons are numbers: how often the curve is flat, how much of what inputs show is hollow, what falls due after
// the horizon.

// %%
theoryBesideSimulation(run);

// %% [markdown]
// ## What would change the answer
//
// Mostly how hollow work can be made without anybody noticing, and how noisy results are. A team whose activities can be verified should weigh
// them more.

// %%
import { tornado } from "rewardlab";

chart.tornado(tornado(run, { design: "cash-1y-input", baseline: "cash-1y-output" }));
