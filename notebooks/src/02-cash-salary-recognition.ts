// %% [markdown]
// # Cash, salary or recognition: which form is worth its money?
//
// Three forms of reward, the same expected cost, the same managers, the same luck. If a form wins here, it wins because of what it does
// to people and not because more was spent on it.

// %%
import { bridge, chart, compare, drivers, edit, headline, readScenario, show, simulate } from "rewardlab";

// %% [markdown]
// The flagship scenario holds twelve designs. We keep three: cash, a salary increase, and recognition with development, each judged
// once a year on results. What they are held to stands in the file: 19,000 EUR per KAM and year, with 65 % of closes at target.

// %%
const flagship = await readScenario("../scenarios/kam-flagship.yaml");
const forms = edit(flagship, (file) => {
  const kept = ["today", "cash-1y-output", "raise-1y-output", "recognition-1y-output"];
  file.designs = Object.fromEntries(kept.map((name) => [name, file.designs[name]]));
  file.hypotheses = {};
});
forms.checked.title;

// %%
const run = await simulate(forms, { replications: 300 });
const better = compare(run);
await show(chart.differences(better));

// %% [markdown]
// Equal cost does not mean equal money in the bank. Cash is paid when it is earned; a raise is paid for as long as people stay, and what was
// promised but not yet paid is owed all the same.

// %%
await show(chart.costs(better, { outcome: "cash cost" }));

// %% [markdown]
// ## Why the winner wins
//
// The bridge splits what a form is worth in two: *mechanics*, what it does though nobody works differently (it costs, it keeps people, it
// attracts others), and *behaviour*, what people's reaction adds.

// %%
const answer = headline(run);
chart.bridge(bridge(run, { design: answer.best.design }));

// %%
chart.effortMix(run);

// %% [markdown]
// ## What would change the answer
//
// Recognition of this size is far beyond what companies do, and what is assumed about training and about how fast novelty wears off decides
// much of its worth. The table asks every assumption of the scenario: would another form lead if it were at its low or its high end?

// %%
drivers(run);
