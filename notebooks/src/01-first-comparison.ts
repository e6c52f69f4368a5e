// %% [markdown]
// # A first comparison
//
// You have a team of key account managers (KAMs), an idea how to pay them better, and ten minutes. Three ways of rewarding one small team, on
// the same accounts, in the same simulated worlds: which is worth most, and how sure is that?
//
// You need no programming for this. Run a cell with Shift+Enter, from the top; to ask something else, change what stands between quotation
// marks and run it again.

// %%
import { chart, compare, edit, headline, readScenario, show, simulate, tornado } from "rewardlab";

// %% [markdown]
// ## One file
//
// A scenario is one readable file: the team, its accounts and the *designs*, the ways of rewarding to compare. Every number has a unit. It
// prints itself in plain language, ending with what its numbers rest on.

// %%
const team = await readScenario("../scenarios/first-steps.yaml");
team;

// %% [markdown]
// What the designs pay, read off their curves. *Attainment* is the result divided by its target. Nothing is simulated yet.

// %%
chart.payoutCurves(team);

// %% [markdown]
// ## One run
//
// A *world* is one possible future: a draw of everything nobody knows for certain, with luck of its own. Every draw is played twice, with
// other luck, so that what luck does can be told from what is not known. Every design runs in the same 300 worlds,
// so that none can win by better luck. *Net value* is what the accounts bring and will bring, less what the reward costs and less hiring.

// %%
const run = await simulate(team, { replications: 300 });
const better = compare(run, { outcomes: ["net value", "reward cost", "leavers"] });
await show(chart.differences(better));

// %% [markdown]
// The same in numbers. Two kinds of uncertainty stand side by side, and they must not be confused. **±** says how precisely 300 worlds
// measure the average; with more worlds it shrinks. **Better in** says under how many draws a design is expected to do better than the first; that is
// what you do not know about your market and your people, and no computer shrinks it. The last two columns are the same difference if
// managers do not react to pay at all (*none*), and if they react as published studies found (*evidence*).

// %%
better;

// %% [markdown]
// ## The answer
//
// A page to hand on: the answer in words, what qualifies it, what it costs, and how far to trust it.

// %%
headline(run);

// %% [markdown]
// ## Your own question
//
// Look at the costs above: these designs do not cost the same, so part of what the winner adds was simply bought. Is it the better *design*,
// or only the bigger one? `edit` copies the scenario and changes what you like. Here every design is scaled to the same expected cost and to
// the same share of closes at target, the award of 2,000 EUR is left out (a tenfold award would be something else), and one idea is added: the
// balanced card with one close after three years.

// %%
const mine = edit(team, (file) => {
  file.hold = { "reward cost": "16 000 EUR/year", "at target": "60 %", note: "the same money, as hard to reach" };
  file.designs["patient-bonus"] = { like: "balanced-bonus", title: "Balanced bonus, three years", period: "3 years" };
  delete file.designs.recognition;
});
const again = await simulate(mine, { replications: 300 });
chart.differences(compare(again));

// %% [markdown]
// A slip is answered with the place and the remedy, before anything runs:

// %%
try {
  edit(team, (file) => {
    file.designs["patient-bonus"] = { like: "balanced-bonuss", period: "3 years" };
  });
} catch (error) {
  console.log((error as Error).message);
}

// %% [markdown]
// ## What would change the answer
//
// Each bar is one assumption: the orange dot is the lead in the worlds where it is lowest, the blue dot where it is highest. A bar that
// crosses zero can change the answer; the widest are worth finding out about before anybody signs a plan. What the names mean stands below;
// the letters in brackets are the symbols of [the method](../docs/method.md).

// %%
const swings = tornado(again);
await show(chart.tornado(swings));
console.log(
  swings.bars
    .slice(0, 6)
    .map(({ name, meaning }) => `${name}: ${meaning}`)
    .join("\n"),
);

// %% [markdown]
// One thing no bar shows: a period of three years within three simulated years is a single close. Ask again with
// `file.horizon = "6 years"`. Next: [cash, salary or recognition](02-cash-salary-recognition.ipynb), and
// [one year or three](03-annual-or-multi-year.ipynb).
