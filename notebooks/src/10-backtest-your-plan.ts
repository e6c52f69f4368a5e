// %% [markdown]
// # A new bonus plan: who wins, who loses, and what then?
//
// A new bonus plan is proposed. Who wins and who loses by it, what does it cost, and what would people do differently? The first two questions
// are answered from what people really reached and were really paid. The third is not in any table: it takes a simulation, fitted to the
// same tables.
//
// The team is invented: 24 key account managers over three years, every name begins with `SYN-`. Put your own files in its place.

// %%
import { readFileSync } from "node:fs";
import {
  applyFit,
  type Backtest,
  backtest,
  bridge,
  chart,
  column,
  compare,
  edit,
  explain,
  fit,
  health,
  lint,
  observe,
  parseScenario,
  payout,
  type Run,
  readPeople,
  readScenario,
  show,
  simulate,
  tornado,
} from "rewardlab";
import { estimate } from "rewardlab/statistics";

// %% [markdown]
// ## The two plans
//
// Both stand in one file, as two *designs*. Here is what they pay. The proposal also has a *gate*, which a curve cannot show: only half of the
// bonus is paid to those whose customers' satisfaction stays below 95 % of normal.

// %%
const plans = await readScenario("../scenarios/plan-change.yaml");
chart.payoutCurves(plans);

// %% [markdown]
// ## The tables
//
// `readPeople` says what it took each column for and what became of every row. Read the reconciliation before anything else: the sums
// should be ones you know from elsewhere. Columns that are not used are named as well.

// %%
const folder = "../data/synthetic-team";
const read = await readPeople({
  roster: `${folder}/roster.csv`,
  history: `${folder}/history.csv`,
  accounts: `${folder}/accounts.csv`,
});
read;

// %% [markdown]
// ## Is today's plan described as it was paid?
//
// The history records what was paid. If the plan in the file does not come to the same, nothing that follows is worth reading. A backtest of
// today's plan alone checks it.

// %%
const people = read.data;
const check = backtest({ scenario: plans, design: "today" }, people);
for (const { periods, recorded, recomputed, agree } of check.recorded) {
  console.log(`recorded ${euros(recorded)}, recomputed ${euros(recomputed)}; ${agree} of ${periods} agree to one euro`);
}

/** Whole euros, from cents. */
function euros(cents: number): string {
  const digits = String(Math.round(Math.abs(cents) / 100));
  return `${cents < 0 ? "−" : ""}${digits.replace(/\B(?=(\d{3})+$)/g, ",")} EUR`;
}

// %% [markdown]
// What is left is rounding: the history has whole euros. And here is one bonus with every line of it, as somebody with a pocket calculator
// would check it:

// %%
explain(payout(plans, "today", people, { from: "2024-01-01", to: "2024-12-31" }), "SYN-M02");

// %% [markdown]
// ## The proposal on the same results
//
// `backtest` pays everybody once more, under the proposal, for what they reached then. Nobody works differently: this is the mechanics of the
// plan and nothing else.

// %%
const found: Backtest = backtest(
  [
    { scenario: plans, design: "today" },
    { scenario: plans, design: "proposal" },
  ],
  people,
);
const [change] = found.changes;
await show(chart.winnersLosers(found));

// %% [markdown]
// What would each year have cost? The ranges are 95 % intervals: how different the bill could have been with other people like these. They know
// nothing of good and bad years.

// %%
const { low = 0, high = 0 } = change.interval ?? {};
const bills = change.years.map(({ name, old, new: proposed, change: more, interval }) => {
  const range = interval ? `${euros(interval.low)} to ${euros(interval.high)}` : "too few people";
  return `${name}: today ${euros(old)}, proposal ${euros(proposed)}, difference ${euros(more)} (${range})`;
});
bills.push(`all years: difference ${euros(change.change)} (${euros(low)} to ${euros(high)})`);
const isSure = low > 0 || high < 0;
bills.push(`With other people like these the sign could ${isSure ? "hardly" : "well"} be the other one.`);
console.log(bills.join("\n"));

// %% [markdown]
// A total hides who pays for it. In quarters of the team, from those who performed least under today's plan to those who performed best:

// %%
chart.quartiles(found);

// %% [markdown]
// That is the conversation to prepare for: what the quarters at the two ends gain and lose. Some of it is meant, since the proposal
// pays for other things than revenue. Some of it may not be. Look at the largest loss, in its worst year:

// %%
const loser = change.losers.person ?? "";
const worst = change.breakEven
  .filter((one) => one.person === loser)
  .reduce((one, other) => (other.new - other.old < one.new - one.old ? other : one));
explain(payout(plans, "proposal", people, { from: worst.from, to: worst.to }), loser);

// %% [markdown]
// Read the line of the gate. A survey has noise, and a gate does not forgive it. How often does the gate bite, how often is it missed by little,
// and what would the proposal have paid without it?

// %%
const surveys = people.results.filter(({ measure }) => measure === "customer satisfaction").map(({ result }) => result);
const missed = surveys.filter((index) => index < 0.95);
const narrowly = missed.filter((index) => index >= 0.92);
const open = edit(plans, (draft) => {
  const rewards = draft.designs.proposal.rewards?.map((reward) => ({ ...reward, gate: undefined }));
  draft.designs["no-gate"] = { like: "proposal", title: "The same without the gate", rewards: rewards ?? [] };
});
const named = ["today", "proposal", "no-gate"].map((design) => ({ scenario: open, design }));
const without = backtest(named, people, { breakEven: false });
console.log(
  [
    `gate missed: ${missed.length} of ${surveys.length} person-years; by 3 points at most: ${narrowly.length}`,
    ...without.changes.map(
      (one) => `${one.plan}: ${euros(one.change)} against today; ${one.winners.people} win, ${one.losers.people} lose`,
    ),
  ].join("\n"),
);

// %% [markdown]
// ## What would people have to reach?
//
// For each person and year, the attainment that would earn the old pay under the proposal. Above the diagonal, more than what was
// reached.

// %%
await show(chart.breakEven(found));
const answers = change.breakEven.map(({ answer }) => answer);
console.log(
  [...new Set(answers)]
    .map((one) => `${one}: ${answers.filter((answer) => answer === one).length} of ${answers.length} person-years`)
    .join("\n"),
);

// %% [markdown]
// *Not within reach* means that the proposal's cap, or its gate, pays less than the old pay whatever is reached. *Any attainment does* means
// that nothing was paid before. Everything else a backtest has, by team and by person, is in the whole result:

// %%
found;

// %% [markdown]
// ## Does the proposal keep the trade's rules?
//
// Rules of thumb first: number of measures, weights, pay mix, leverage. Then the curve, and the gate as a curve of its own, are searched for
// places that invite trouble.

// %%
await show(health(plans));
const linted = lint(plans);
await show(linted);
chart.curveLint(linted, { design: "proposal" });

// %% [markdown]
// A *cliff* is a place where just above pays much more than just below, so that luck decides, and moving an order from one year into the next
// pays. Today's plan has one; the proposal has two, its threshold and its gate.
//
// ## A backtest holds behaviour still
//
// That is its strength, since it assumes nothing, and its limit: a plan is changed in order to change what people do. For that we need a
// model, and a model of *this* team. `fit` estimates what the tables can tell, each with an interval, and refuses the rest with a reason.
// That six people left is told to it: the history has a column for that, which the tables' reader does not use.

// %%
const fitted = fit(plans, people, { today: "today", leavers: 6 });
fitted;

// %% [markdown]
// Does the fitted scenario, under today's plan, produce teams like the one observed?

// %%
chart.fittedObserved(fitted);

// %% [markdown]
// Where a point lies outside its range, do not believe what follows about it; where it says *cannot tell*, the team is too small. How people
// react to pay is in no table, and stays an assumption.
//
// ## What would people do differently?
//
// The fitted scenario, both plans, in the same 150 worlds. Six managers instead of 24 are quicker to simulate, and differences per manager are
// what we are after.

// %%
const file = "../scenarios/plan-change.yaml";
const calibrated = edit(parseScenario(applyFit(readFileSync(file, "utf8"), fitted), { name: file }), (draft) => {
  draft.team = { ...draft.team, managers: 6 };
});
const run = await simulate(calibrated, { replications: 150 });
const better = compare(run, { outcomes: ["net value", "reward pay", "customer satisfaction", "leavers"] });
await show(chart.differences(better));

// %% [markdown]
// First the bill. The backtest and *none*, in which nobody reacts, ask the same: one of the years that were, the other of years that could have
// been. The other two let people react: *look-ahead* foresees what a point will be worth at the close, *evidence* reacts as published
// studies found.

// %%
const extras = run.responses.map((response) => ({ response, ...extra(run, response) }));
const signs = new Set(extras.map(({ low, high }) => (low > 0 ? "costs" : high < 0 ? "saves" : "unclear")));
console.log(
  [
    "Pay under the proposal less pay under today's plan, per manager and year:",
    `in the backtest ${euros(change.change / change.breakEven.length)}`,
    ...extras.map(
      (one) => `${one.response}: ${euros(100 * one.mean)} (${euros(100 * one.low)} to ${euros(100 * one.high)})`,
    ),
    signs.size > 1 ? "Whether it saves money depends on how people react." : "However they react, the sign stays.",
  ].join("\n"),
);

/** What the proposal pays more than today's plan: EUR per manager and year, in the same worlds. */
function extra(from: Run, response: Run["response"]) {
  const old = column(from, "today", "reward pay", response);
  return estimate(column(from, "proposal", "reward pay", response).map((pay, world) => pay - old[world]));
}

// %% [markdown]
// The backtest and *none* need not agree. The gate decides much, and it hangs on satisfaction, which the fit checks, with a remark, and has
// no setting for: the model starts every account at normal, and what becomes of it follows from the model. Check what the gate would meet:

// %%
const mean = (values: Iterable<number>) => estimate([...values]).mean.toFixed(3);
const simulated = column(run, "today", "customer satisfaction", "look-ahead");
console.log(`customer satisfaction under today's plan: observed ${mean(surveys)}, simulated ${mean(simulated)}`);

// %% [markdown]
// Then what it buys, under every response:

// %%
better;

// %% [markdown]
// Where that comes from. Both plans against no bonus at all, in two steps: what a plan does if nobody reacts (mechanics), and what reacting
// adds (behaviour). Then where the hours go:

// %%
await show(chart.bridge(bridge(run, { design: "today" })));
await show(chart.bridge(bridge(run, { design: "proposal" })));
chart.effortMix(run, { designs: ["today", "proposal"] });

// %% [markdown]
// In the history nobody was paid for access or for plans. Once they are on the card they move, and so does *activity reporting*: writing work
// up so that it shows. A backtest cannot know that; it takes the old readings at face value.
//
// ## How sure is it?
//
// Each bar is one assumption, from where it is lowest to where it is highest. Those that cross zero could turn the answer.

// %%
const swings = tornado(run, { design: "proposal" });
await show(chart.tornado(swings));
console.log(
  swings.bars
    .slice(0, 6)
    .map(({ name, meaning }) => `${name}: ${meaning}`)
    .join("\n"),
);

// %% [markdown]
// And once more the trade's rules, now with people: how many reach threshold, target and cap when they react to the plan.

// %%
const checked = health(await observe(run, { designs: ["today", "proposal"] }));
await show(checked);
chart.health(checked);

// %% [markdown]
// ## What to take away
//
// - **A backtest is the floor to stand on.** Once today's plan is seen to pay what was paid, winners, losers and the past bill are arithmetic.
// - **What a backtest saves or costs is not what the plan will.** It pays people for years in which they did not know of it.
// - **A gate is a cliff**, and a survey is a noisy thing to hang one on. A *multiplier* in its place is a slope: change it in the file and run the
//   notebook again.
// - **What reacting adds rests on the model.** Foresight and published effects need not agree, and the tables cannot choose between them. Look-ahead
//   people weigh a step by their chance of passing it, month by month; real ones may be cruder, or may move orders across a close.
// - **Readings that nobody was paid for are not those you get once you pay for them.** Do not budget from them.
// - **Three years of one team are little.** Intervals in the backtest draw people again, never years.
// - **The team is invented**, and so are both plans: with your tables every answer may be another.
//
// In a terminal: `rewardlab tables`, `payout`, `backtest`, `fit` and `health` do the same from files. More in
// [backtest](../docs/backtest.md), [fit](../docs/fit.md) and [payout](../docs/payout.md).
