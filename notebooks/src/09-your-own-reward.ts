// %% [markdown]
// # A reward of your own
//
// Suppose you think of something the package does not have: a *sabbatical*, weeks off that are granted in full once the score reaches target
// and not at all below. Is it worth what it costs? One object describes it, and it is simulated like any other reward.

// %%
import {
  award,
  chart,
  compare,
  defineReward,
  headline,
  makeScenario,
  readScenario,
  rewards,
  show,
  simulate,
  tornado,
} from "rewardlab";

// %% [markdown]
// ## What it is
//
// A sabbatical is an award in everything (its settings, who it is for, how its cost is booked) but one thing: what it is worth. A second trophy
// means less than the first; a second month off does not, and nobody gets used to it. So two things are said anew: `worth`, for a whole
// column of managers at once, with `worthFormula`, the same for one as one reads it; and `settle`, what happens when it is granted.

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
// A hand check before anything is run: six weeks of a 72,000 EUR salary cost 8,300 EUR; where time is valued at 1.1 times its cost, they are
// worth 9,130.

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

// %%
const run = await simulate(study, { replications: 200 });
await show(chart.differences(compare(run)));

// %%
headline(run);

// %% [markdown]
// ## What would change the answer
//
// For a reward nobody has tried, everything rests on what it is thought to be worth. The bars say how much; `perceived` is that assumption.

// %%
chart.tornado(tornado(run, { design: "six-weeks-off" }));
