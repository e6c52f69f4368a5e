// %% [markdown]
// # Cash, salary or recognition: which form is worth its money?
//
// Three forms of reward, the same expected cost, the same managers, the same luck. If a form wins here, it wins because of what it does
// to people and not because more was spent on it.

// %%
import { bridge, chart, compare, edit, headline, observe, readScenario, show, simulate, tornado } from "rewardlab";

// %% [markdown]
// The flagship scenario holds twelve designs. We keep three: a cash bonus, a salary increase, and recognition with development, each judged
// once a year, mostly on results. All are held to 19,000 EUR per KAM and year, with 65 % of closes at target; both stand in the file.

// %%
const flagship = await readScenario("../scenarios/kam-flagship.yaml");
const forms = edit(flagship, (file) => {
  const kept = ["today", "cash-1y-output", "raise-1y-output", "recognition-1y-output"];
  file.designs = Object.fromEntries(kept.map((name) => [name, file.designs[name]]));
  file.hypotheses = {};
});
forms.file.hold;

// %%
const run = await simulate(forms, { replications: 300 });
await show(chart.differences(compare(run)));

// %% [markdown]
// Before anybody celebrates the leader, read the columns *none* and *evidence*: the same designs if managers do not react at all, and
// if they react as published studies found. Where these columns name another leader, the form of reward is not a fact to look up but a
// question about your people.

// %%
compare(run, { outcomes: ["net value"] });

// %% [markdown]
// ## Equal cost is not equal cash
//
// *Reward cost* is what a design costs when it arises (accrual); *cash cost* is what leaves the bank within the six years. For a bonus and
// for recognition they agree. A raise is granted once and paid for as long as the person stays: all of that is its cost on the day it is
// granted, and much of the cash is still to come when the simulation ends. A budget drawn up in cash flatters raises.

// %%
compare(run, { outcomes: ["reward cost", "cash cost"] });

// %% [markdown]
// The gap between the two blue lines is what the firm still owes:

// %%
const seen = await observe(run, { worlds: 100, otherLuck: false });
await show(chart.payoutTimeline(seen, { designs: ["cash-1y-output", "raise-1y-output"] }));

// %% [markdown]
// ## Why the winner wins
//
// The bridge splits what a form is worth in two: *mechanics*, what it does though nobody works differently (it costs, it keeps people, it
// attracts others), and *behaviour*, what people's reaction adds. First the form that leads, then the one behind it. The mechanics of
// recognition include training: people become better at their work, however they feel about it.

// %%
const { best, runnerUp } = headline(run);
await show(chart.bridge(bridge(run, { design: best.design })));
if (runnerUp) await show(chart.bridge(bridge(run, { design: runnerUp.design })));

// %% [markdown]
// Where the effort goes. The diamond is the *first best*: what somebody who could see and order every hour would have people do. The three
// forms pay on the same measures and so pull the same way; the form decides how hard. None comes near the diamond, and some of what they add
// is activity reporting, which is worth nothing to anybody.

// %%
chart.effortMix(run);

// %% [markdown]
// ## What would change the answer
//
// The leader against the form behind it, one assumption at a time. A bar whose ends lie certainly on either side of zero turns the answer.

// %%
const swings = tornado(run, { design: best.design, baseline: runnerUp?.design });
await show(chart.tornado(swings));
const said = swings.bars
  .slice(0, 8)
  .map((bar) => `${bar.name}${bar.flips ? " (turns the answer)" : ""}: ${bar.meaning}`);
console.log(said.join("\n"));

// %% [markdown]
// One more thing the model cannot know: at equal cost, recognition here is a development programme as expensive as a bonus. Few companies have
// run one of that size, so what it is worth is extrapolated further than anything else on this page.
