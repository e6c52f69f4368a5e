// %% [markdown]
// # A reward of your own
//
// Suppose you think of something the package does not have: a *sabbatical*, weeks off that are granted in full once the score reaches target
// and not at all below. Is it worth what it costs? One object describes it, and it is simulated like any other reward.
//
// This is the one notebook that asks you to read a little code. To try a reward the package already has, a line in the scenario is enough; see
// [a first comparison](01-first-comparison.ipynb).

// %%
import { chart, compare, defineReward, headline, makeScenario, readScenario, show, simulate, tornado } from "rewardlab";
import { award, rewards } from "rewardlab/model";

// %% [markdown]
// ## What it is
//
// A sabbatical is an award in everything (its settings, who it is for, how its cost is booked) but one thing: what it is worth. A second trophy
// means less than the first; a second month off does not, and nobody gets used to it. So two things are said anew: `worth`, for a whole
// column of managers at once, with `worthFormula`, the same for one as one reads it; and `settle`, what happens when it is granted: the cost
// arises and is spent, and the manager enjoys what it is worth. A manager's place in these columns is called a *lane*.

// %%
const timeOff = award({
  kind: "sabbatical",
  basis: "personal",
  summary: "Paid weeks off, granted when the score reaches target.",
  references: ["assumption"],
});

const sabbatical = defineReward({
  ...timeOff,
  worth({ unit, worth }, lanes, { perceived }) {
    for (let i = 0; i < lanes.lanes; i++) worth[i] = unit[i] * perceived[lanes.world[i]];
  },
  worthFormula: (_plan, unit, _lane, world) => unit * world.perceived,
  settle({ unit, worth }, payout, lanes) {
    for (let i = 0; i < lanes.lanes; i++) {
      lanes.accrued[i] += unit[i] * payout[i];
      lanes.spent[i] += unit[i] * payout[i];
      lanes.enjoyed[i] += worth[i] * payout[i];
    }
  },
});

// %% [markdown]
// A hand check before anything is run. Six weeks of a 72,000 EUR salary cost about 8,300 EUR; where time off is valued at 1.1 times its cost,
// the formula has to say 8,300 × 1.1 = 9,130.

// %%
const byHand = sabbatical.worthFormula({} as never, 8_300, {}, { perceived: 1.1 }, 12);
Math.round(byHand);

// %% [markdown]
// ## Into a scenario
//
// The same file as before with one more design. `rewards` says which kinds a scenario may use: those of the package and yours. Settings are
// checked like all others, with did-you-mean.

// %%
const team = await readScenario("../scenarios/first-steps.yaml");
const file = structuredClone(team.file) as { designs: Record<string, unknown> };
const [base] = Object.keys(file.designs);
file.designs["six-weeks-off"] = {
  like: base,
  title: "Sabbatical at target",
  rewards: [
    {
      kind: "sabbatical",
      "at target": "8300 EUR/year",
      curve: { kind: "steps", steps: [{ at: "100 %", pays: "100 %" }] },
    },
  ],
};
const study = makeScenario(file, { name: "sabbatical.yaml", rewards: [...rewards, sabbatical] });
study;

// %% [markdown]
// A slip is caught at the door:

// %%
try {
  makeScenario(
    {
      ...file,
      designs: {
        ...file.designs,
        slip: { like: base, rewards: [{ kind: "sabatical", "at target": "8300 EUR/year" }] },
      },
    },
    { rewards: [...rewards, sabbatical] },
  );
} catch (error) {
  console.log(String((error as Error).message));
}

// %% [markdown]
// ## Is it worth its money?
//
// Costs are not held equal here: each design costs what it costs, and net value has that taken off already. A reward that adds less than
// another may still return more for every euro; both are on the page below.

// %%
const run = await simulate(study, { replications: 200 });
await show(chart.differences(compare(run)));

// %%
headline(run);

// %% [markdown]
// ## What would change the answer
//
// For a reward nobody has tried, much rests on what people think it worth: that is `perceived`, the value to the manager of one euro of
// non-cash reward. See where its bar stands, and what stands above it.

// %%
const swings = tornado(run, { design: "six-weeks-off" });
await show(chart.tornado(swings));
console.log(
  swings.bars
    .slice(0, 6)
    .map(({ name, meaning }) => `${name}: ${meaning}`)
    .join("\n"),
);

// %% [markdown]
// What no bar shows: that nobody gets used to a sabbatical, and that the account is looked after meanwhile, was assumed when the reward was
// written. Both can be changed above.
