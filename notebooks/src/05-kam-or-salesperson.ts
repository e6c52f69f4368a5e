// %% [markdown]
// # Should a key account manager be paid like a salesperson?
//
// Fewer than half of companies reward KAMs differently from salespeople. Everybody else pays commission, or a bonus on this period's revenue,
// to people whose work pays off over years. What does that choice cost?

// %%
import { bridge, chart, compare, headline, readScenario, show, simulate, testHypotheses, tornado } from "rewardlab";
import { evidenceBase } from "rewardlab/model";

// %% [markdown]
// Where the "fewer than half" comes from, as every source is kept: one survey, known to us at second hand. It says what companies do, not
// what it does to them; that is what has to be modelled.

// %%
const { study, sample, effect, value, interval, read } = evidenceBase.find(({ id }) => id === "kam-different-reward")!;
console.log(`${study}: ${effect}: ${value} (interval ${interval}); ${sample}; read: ${read}`);

// %%
const scenario = await readScenario("../scenarios/kam-versus-salesperson.yaml");
scenario;

// %% [markdown]
// The schemes, as the people paid by them see them. The salesperson's bonus is all or nothing, every quarter.

// %%
chart.payoutCurves(scenario);

// %% [markdown]
// ## What it costs
//
// Every scheme is held to the same expected cost, so the differences are not bought.

// %%
const run = await simulate(scenario, { replications: 300 });
await show(chart.differences(compare(run)));

// %% [markdown]
// The page for the client: the answer with its uncertainty, and what other reactions of the managers would make of it. Look at *none*:
// a scheme is worth what people make of it, and if nobody reacts there is little to choose.

// %%
const answer = headline(run);
answer;

// %% [markdown]
// ## Where the difference comes from
//
// *Mechanics* is what the plan does though nobody works differently; *behaviour* is the rest.

// %%
chart.bridge(bridge(run, { design: answer.best.design }));

// %%
chart.effortMix(run);

// %% [markdown]
// *Demand pulled forward* is revenue of later months booked now, for the bonus. Pressing is paid back in those months, and the time it takes
// is missing where the relationship is made.

// %%
compare(run, { outcomes: ["demand pulled forward", "account retention", "leavers"] });

// %% [markdown]
// The claims were written into the scenario before anything was run. *Together* is the wider interval that allows for testing three claims
// at once; *holds* is the share of the draws of the assumptions in which it is so in expectation.

// %%
testHypotheses(run);

// %% [markdown]
// ## What would change the answer
//
// How managers react moves the answer most: the whole case rests on people working differently under another scheme. The assumptions below it
// make the case larger or smaller; see whether any of their bars crosses zero.

// %%
const swings = tornado(run);
await show(chart.tornado(swings));
console.log(
  swings.bars
    .slice(0, 8)
    .map(({ name, meaning }) => `${name}: ${meaning}`)
    .join("\n"),
);

// %% [markdown]
// Two questions to ask at home before believing any of it: do your people change what they do when their plan changes, and when a customer is
// unhappy, how soon do you lose the account? The first is *response*, the second *churn slope*.
