// %% [markdown]
// # Eight charts for a client
//
// A consultant's morning: one run, the client's colours, eight pictures with their source lines, exported for the slides and for the
// appendix. The client's question: which way of rewarding our KAMs is worth its money?

// %%
import {
  bridge,
  chart,
  compare,
  headline,
  makeTheme,
  observe,
  readScenario,
  save,
  saveReport,
  simulate,
  tornado,
} from "rewardlab";

// %% [markdown]
// ## The client's look is data
//
// Colours, a logo and a line for the foot. The logo is carried along inside the chart: no chart ever loads anything. Draw logos as shapes;
// text inside one is left out of pictures, because the client's fonts are not on every machine.

// %%
const mark = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><rect width="24" height="24" rx="5" fill="#5b2a86"/><circle cx="12" cy="12" r="5" fill="#f2b705"/></svg>`;
const client = makeTheme({
  name: "Exemplar",
  colours: {
    accent: "#5b2a86",
    good: "#5b2a86",
    bad: "#b3440e",
    categories: ["#5b2a86", "#c98a00", "#2f7f79", "#b3440e", "#4a6fa5"],
  },
  logo: { image: `data:image/svg+xml;base64,${Buffer.from(mark).toString("base64")}`, width: 24, height: 24 },
  source: "for Exemplar plc",
});
const look = { theme: client, width: 760 };

// %% [markdown]
// One run serves all eight. `observe` looks again at three designs in 100 of its worlds, month by month and person by person.

// %%
const scenario = await readScenario("../scenarios/kam-flagship.yaml");
const run = await simulate(scenario, { replications: 200 });
const better = compare(run);
const shown = ["today", "cash-3y-output", headline(run).best.design];
const seen = await observe(run, { designs: shown, worlds: 100 });

// %% [markdown]
// ## 1 · What each design is worth
//
// Say first what the lines are: how precisely 200 worlds measure the average. They are not a forecast's margin of error.

// %%
const worth = chart.differences(better, look);
worth;

// %% [markdown]
// ## 2 · How sure we are which is best
//
// The slide that keeps chart 1 honest. The *diamond* is about the average over all worlds: it goes to the edge as worlds are added. The *bar*
// is about what nobody knows of the client: under how many draws of the assumptions a design is the best to expect. It does not. A design can be
// almost surely best on average and still not be the one to choose under most of what could be true. Designs in colour may all be best: the title
// then says that it is a tie.

// %%
const sure = chart.ranking(better, look);
sure;

// %% [markdown]
// ## 3 · How pay follows results
//
// The plan's own rules, before anything is simulated.

// %%
const curves = chart.payoutCurves(scenario, look);
curves;

// %% [markdown]
// ## 4 · What to budget and what to reserve
//
// Every design is held to the same expected cost; what differs is how far cost can run away. Budget the median, reserve up to P90.

// %%
const budget = chart.costs(better, look);
budget;

// %% [markdown]
// ## 5 · When the money moves
//
// For the treasurer. Steps are closes.

// %%
const timeline = chart.payoutTimeline(seen, { ...look, designs: ["today", "cash-3y-output"] });
timeline;

// %% [markdown]
// ## 6 · Who earns what
//
// Cash, in the year it is paid. With one close in three years, two years in three bring the salary only: say so before somebody asks.
// Recognition is worth something to people, but it is not cash.

// %%
const pay = chart.earnings(seen, look);
pay;

// %% [markdown]
// ## 7 · Where the value comes from
//
// *Mechanics*: what the plan does though nobody works differently. *Behaviour*: what people's reaction adds. The client has to believe the
// second part; it is the one to discuss.

// %%
const value = chart.bridge(bridge(run, { design: headline(run).best.design }), look);
value;

// %% [markdown]
// ## 8 · What would change the answer
//
// One assumption at a time, from its lowest to its highest. End on this slide, not on the first.

// %%
const risks = chart.tornado(tornado(run), look);
risks;

// %% [markdown]
// ## Out of the notebook
//
// Each chart as a picture for slides (PNG), as a drawing for print (SVG), and its numbers for whoever asks (CSV); and `report.html`, one page
// that stands on its own. Here they go to a temporary folder; write your own path instead.

// %%
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "exemplar-"));
const slides = [worth, sure, curves, budget, timeline, pay, value, risks];
for (const [k, one] of slides.entries()) {
  for (const ending of ["png", "svg", "csv"])
    await save(one, join(folder, `${k + 1}-${one.chart.replaceAll(" ", "-")}.${ending}`));
}
await saveReport(run, folder, { theme: client });
console.log(
  readdirSync(folder)
    .filter((name) => /^\d.*png$|html$/.test(name))
    .sort()
    .join("\n"),
);

// %% [markdown]
// ## What would change the answer
//
// Chart 8 says it for this client. See which bars come near zero, and find out about those first. What no chart shows: nobody has measured these
// effects for KAMs, so the sizes are assumptions. The foot of every chart says *illustrative*; leave it there until the client's own data have
// replaced them.
