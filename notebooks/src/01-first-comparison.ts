// %% [markdown]
// # A first comparison
//
// You have a team of key account managers, an idea how to pay them better, and ten minutes. Three ways of rewarding one small team, on the
// same accounts, in the same simulated worlds: which is worth its money, and how sure is that?

// %%
import { chart, compare, edit, headline, readScenario, show, simulate, tornado } from "rewardlab";

// %% [markdown]
// ## One file
//
// A scenario is one readable file: the team, its accounts and the designs to compare. Every number has a unit. It prints itself, with what is
// still missing.

// %%
const team = await readScenario("../scenarios/first-steps.yaml");
team;

// %% [markdown]
// What the designs pay, read off their curves; nothing is simulated yet.

// %%
chart.payoutCurves(team);

// %% [markdown]
// ## One run
//
// Every design runs in the same worlds, made equal in expected cost. 300 worlds take a few seconds.

// %%
const run = await simulate(team, { replications: 300 });
const better = compare(run, { outcomes: ["net value", "reward cost", "leavers"] });
await show(chart.differences(better));

// %%
better;

// %% [markdown]
// ## The answer
//
// In words, with what qualifies it: how sure, under which reaction of the managers, and what would change it.

// %%
headline(run);

// %% [markdown]
// ## Your own question
//
// Copy a design, change what you like and run again. Units are written as in the file, and a slip is answered with the place and the remedy.

// %%
const patient = edit(team, (file) => {
  file.designs["patient-bonus"] = { like: "balanced-bonus", title: "Balanced bonus, three years", period: "3 years" };
});
const again = await simulate(patient, { replications: 300 });
chart.differences(compare(again));

// %% [markdown]
// ## What would change the answer
//
// The assumptions that move the lead most, each at its low and at its high end. Those at the top are worth finding out about before anybody
// signs a plan.

// %%
chart.tornado(tornado(again));
