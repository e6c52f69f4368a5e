// %% [markdown]
// # Should a key account manager be paid like a salesperson?
//
// Fewer than half of companies, 46 %, reward KAMs differently from salespeople. Everybody else pays commission or an annual bonus on revenue
// to people whose work pays off over years. What does that choice cost?

// %%
import { bridge, chart, compare, headline, readScenario, show, simulate } from "rewardlab";

// %%
const scenario = await readScenario("../scenarios/kam-versus-salesperson.yaml");
scenario;

// %%
const run = await simulate(scenario, { replications: 300 });
const better = compare(run);
await show(chart.differences(better));

// %% [markdown]
// In one paragraph, with its uncertainty and with what other reactions of managers would make of it:

// %%
const answer = headline(run);
answer;

// %% [markdown]
// ## Where the difference comes from

// %%
chart.bridge(bridge(run, { design: answer.best.design }));

// %%
chart.payoutCurves(scenario);

// %% [markdown]
// ## What would change the answer
//
// The page above lists the assumptions at whose ends another scheme leads. Two questions to ask at home before believing it: how much of next
// year's revenue can your people really pull into this one, and how long do your customers remember it?

// %%
import { tornado } from "rewardlab";

chart.tornado(tornado(run));
