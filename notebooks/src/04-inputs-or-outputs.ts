// %% [markdown]
// # Pay for the work or for what comes of it?
//
// *Outputs*, such as account revenue, are what the firm wants, and luck is mixed into them. *Inputs*, such as access to executives or plans
// kept current, are what people control, and boxes can be ticked. Agency theory has a formula for the best mixture; the simulation has what
// the formula leaves out. We ask both, and then ask why they differ.

// %%
import {
  chart,
  compare,
  edit,
  idealWeights,
  readScenario,
  show,
  simulate,
  theoryBesideSimulation,
  tornado,
  weightSweep,
} from "rewardlab";

// %%
const flagship = await readScenario("../scenarios/kam-flagship.yaml");

// %% [markdown]
// ## What theory asks for
//
// `idealWeights` takes the measures, their noise, what work is worth and what it costs from the scenario, and solves for the weights that
// leave most value (Feltham & Xie 1994; Banker & Datar 1989). Nothing is simulated. Square brackets hold eight plausible worlds in ten:
// ignorance, not Monte Carlo error.

// %%
const ideal = idealWeights(flagship);
ideal;

// %% [markdown]
// **Do not take this to a board.** Theory puts most of the weight on customer satisfaction because in this model the survey cannot be gamed:
// look at *for show* in the first table. Nobody here begs for a good mark, picks whom to ask or neglects customers who are not asked. That is
// a limit of the model and not a finding about surveys. So ask again as if there were no survey one could pay on:

// %%
const safe = ideal.measures.map(({ name }) => name).filter((name) => name !== "customer satisfaction");
idealWeights(flagship, { measures: safe });

// %% [markdown]
// One assumption about one measure has turned the advice. Does the simulation see the same?
//
// ## The same bonus at six weights
//
// `weightSweep` simulates one plan again and again, moving weight from outputs to inputs and leaving all else equal, expected cost included.
// First with account revenue as the only output:

// %%
const sweep = await weightSweep(flagship, {
  design: "cash-1y-input",
  outputs: { "account revenue": 1 },
  replications: 100,
});
sweep;

// %%
chart.differences(compare(sweep.run));

// %% [markdown]
// Then with the survey among the outputs, as in the flagship's own cards. Now weight that goes to inputs is also taken off the survey:

// %%
await weightSweep(flagship, { design: "cash-1y-input", replications: 100 });

// %% [markdown]
// The question "how much on inputs?" has no answer before another one: which outputs would the weight come from? Mind the two kinds of
// uncertainty as well. Theory's brackets are ignorance about the world; the simulation's ± only says how well 100 worlds measure their own
// average.
//
// ## What people do with each card
//
// The flagship's two cards differ in inputs against revenue only: both keep the survey at a tenth. One weighs inputs at 20 %, the other at 70 %.

// %%
const cards = edit(flagship, (file) => {
  const kept = ["today", "cash-1y-output", "cash-1y-input", "cash-3y-output", "cash-3y-input"];
  file.designs = Object.fromEntries(kept.map((name) => [name, file.designs[name]]));
  file.hypotheses = {};
});
const run = await simulate(cards, { replications: 300 });
await show(chart.differences(compare(run)));

// %% [markdown]
// Where the hours go. The diamond is the *first best*, what somebody who could order every hour would choose; *activity reporting* is writing
// up work so that it shows.

// %%
chart.effortMix(run, { designs: ["cash-1y-output", "cash-1y-input"] });

// %% [markdown]
// ## Why theory and simulation differ
//
// The same two cards, in theory and simulated, and the way from one to the other in steps. The list names what the formula leaves out, as
// numbers: how often the payout curve is flat, how much of the added effort is for show, what comes from later periods. The last table
// takes these things out of the simulation one after another: what is left should be close to theory.

// %%
theoryBesideSimulation(run);

// %% [markdown]
// ## What would change the answer
//
// The input card against the output card, one assumption at a time.

// %%
const swings = tornado(run, { design: "cash-1y-input", baseline: "cash-1y-output" });
await show(chart.tornado(swings));
console.log(
  swings.bars
    .slice(0, 6)
    .map(({ name, meaning }) => `${name}: ${meaning}`)
    .join("\n"),
);

// %% [markdown]
// The first thing to find out is how much of what your inputs show would be hollow. Where somebody can verify that the meeting with the
// executive took place and mattered, inputs deserve more weight; where a form is filled in, less.
