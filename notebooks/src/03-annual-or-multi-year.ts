// %% [markdown]
// # One year or three?
//
// Value with a strategic customer is made over years; bonuses are paid over twelve months. Does a longer performance period pay for what it
// costs in patience?

// %%
import { chart, compare, edit, observe, readScenario, show, simulate, testHypotheses } from "rewardlab";

// %%
const flagship = await readScenario("../scenarios/kam-flagship.yaml");
const windows = edit(flagship, (file) => {
  const kept = ["today", "cash-1y-output", "cash-3y-output", "raise-1y-output", "raise-3y-output"];
  file.designs = Object.fromEntries(kept.map((name) => [name, file.designs[name]]));
  file.hypotheses = { "longer window": file.hypotheses?.["longer window"] as never };
});
const run = await simulate(windows, { replications: 300 });

// %% [markdown]
// The same curve, the same measures, the same expected cost; only the window differs.

// %%
chart.differences(compare(run));

// %% [markdown]
// ## When is money earned, accrued and paid?
//
// A three-year bonus is earned in many small steps and paid in one. In between the firm owes it, and the manager who leaves loses it.

// %%
const seen = await observe(run, { worlds: 100, otherLuck: false });
await show(chart.payoutTimeline(seen, { designs: ["cash-1y-output", "cash-3y-output"] }));

// %% [markdown]
// ## What the window does to the work
//
// Relationships are slow: effort spent on them this year shows in revenue and churn in later ones. The fan shows the middle half and the middle
// four fifths of the worlds.

// %%
await show(chart.paths(seen, { designs: ["cash-1y-output", "cash-3y-output"], quantity: "relationship" }));

// %% [markdown]
// A claim worth testing was stated in the scenario before anything was run, with the least effect that matters:

// %%
testHypotheses(run);

// %% [markdown]
// ## What would change the answer
//
// Impatience. A manager who discounts next year steeply hardly hears a bonus that is three years away. Here is the three-year cash bonus
// against the one-year bonus, where each assumption is low and where it is high.

// %%
import { tornado } from "rewardlab";

chart.tornado(tornado(run, { design: "cash-3y-output", baseline: "cash-1y-output" }));
