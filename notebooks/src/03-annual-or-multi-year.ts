// %% [markdown]
// # One year or three?
//
// Value with a strategic customer is made over years; bonuses are paid over twelve months. A longer performance period lets slow work count,
// but makes people wait and puts more of their pay on one day. Is it worth that?

// %%
import { chart, compare, edit, observe, readScenario, show, simulate, testHypotheses, tornado } from "rewardlab";

// %%
const flagship = await readScenario("../scenarios/kam-flagship.yaml");
const windows = edit(flagship, (file) => {
  const kept = ["today", "cash-1y-output", "cash-3y-output", "raise-1y-output", "raise-3y-output"];
  file.designs = Object.fromEntries(kept.map((name) => [name, file.designs[name]]));
  file.hypotheses = { "longer window": file.hypotheses?.["longer window"] as never };
});
const run = await simulate(windows, { replications: 300 });

// %% [markdown]
// The same curve, the same measures, the same expected cost; only the period differs. Compare the pairs: cash with cash, raise with raise.

// %%
chart.differences(compare(run));

// %% [markdown]
// The same question asked directly, with the annual cash bonus as the baseline: the row *cash-3y-output* is three years less one. Net value is
// what counts; the tables below it say what the longer period does to people and accounts. The shaded band of the chart above, 72,000 EUR, is the smallest difference worth acting on.

// %%
compare(run, { baseline: "cash-1y-output", outcomes: ["net value", "leavers", "account retention", "relationship"] });

// %% [markdown]
// ## When is money earned, and when paid?
//
// A three-year bonus is earned in many small steps and paid in one. Who leaves before the close loses the period; the firm books and pays at
// the close. The step between the lines is what managers have to wait for, and what holds them meanwhile.

// %%
const seen = await observe(run, { worlds: 100, otherLuck: false });
await show(chart.payoutTimeline(seen, { designs: ["cash-1y-output", "cash-3y-output"] }));

// %% [markdown]
// ## What the period does to the work
//
// *Relationship* is an index of how well the accounts are looked after: 1 is normal. The dark band is Monte Carlo error of the mean: how
// precisely 100 worlds know it. The light band holds eight worlds in ten: luck of a team of this size and assumptions, which no number of worlds removes. The two
// periods differ by little of that spread.

// %%
await show(chart.paths(seen, { designs: ["cash-1y-output", "cash-3y-output"], quantity: "relationship" }));

// %% [markdown]
// A claim about this was stated in the scenario before anything was run, with the least effect that matters. The verdict looks at the whole
// interval and at the share of the draws of the assumptions in which the claim holds; "undecided" is an answer.

// %%
testHypotheses(run);

// %% [markdown]
// ## What would change the answer
//
// Impatience is the usual objection: somebody who discounts next year steeply hardly hears a bonus that is three years away. It has its bar,
// like every other assumption. See how long it is beside the others, and whether it crosses zero. Where the title says that luck alone can
// look like this, 300 worlds cannot name the assumption that matters most.

// %%
const swings = tornado(run, { design: "cash-3y-output", baseline: "cash-1y-output" });
await show(chart.tornado(swings));
console.log(
  swings.bars
    .slice(0, 8)
    .map(({ name, meaning }) => `${name}: ${meaning}`)
    .join("\n"),
);

// %% [markdown]
// Two limits to keep in mind: six years hold only two closes of three years, and managers are taken to foresee the close as if their work
// went on unchanged until then.
