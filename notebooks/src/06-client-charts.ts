// %% [markdown]
// # Eight charts for a client
//
// A consultant's morning: one run, the client's colours, eight pictures with their source lines, exported for the slides and for the
// appendix.

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
// Colours, a font and a logo. The logo is carried along as data: no chart ever loads anything.

// %%
const mark = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="24"><rect width="24" height="24" rx="5" fill="#5b2a86"/><circle cx="12" cy="12" r="5" fill="#f2b705"/><text x="32" y="17" font-family="DejaVu Sans" font-size="13" fill="#2c1a3f">Exemplar</text></svg>`;
const client = makeTheme({
  name: "Exemplar",
  colours: {
    accent: "#5b2a86",
    good: "#5b2a86",
    bad: "#b3440e",
    categories: ["#5b2a86", "#c98a00", "#2f7f79", "#b3440e", "#4a6fa5"],
  },
  logo: { image: `data:image/svg+xml;base64,${Buffer.from(mark).toString("base64")}`, width: 90, height: 24 },
  source: "Prepared for Exemplar plc",
});
const look = { theme: client, width: 760 };

// %%
const scenario = await readScenario("../scenarios/kam-flagship.yaml");
const run = await simulate(scenario, { replications: 200 });
const better = compare(run);
const seen = await observe(run, { designs: ["today", "cash-3y-output", "recognition-3y-input"], worlds: 100 });

// %% [markdown]
// ## 1 · What each design is worth

// %%
const worth = chart.differences(better, look);
worth;

// %% [markdown]
// ## 2 · How sure we are which is best

// %%
const sure = chart.ranking(better, look);
sure;

// %% [markdown]
// ## 3 · How pay follows results

// %%
const curves = chart.payoutCurves(scenario, look);
curves;

// %% [markdown]
// ## 4 · What to budget and what to reserve

// %%
const budget = chart.costs(better, look);
budget;

// %% [markdown]
// ## 5 · When the money moves

// %%
const timeline = chart.payoutTimeline(seen, { ...look, designs: ["today", "cash-3y-output"] });
timeline;

// %% [markdown]
// ## 6 · Who earns what

// %%
const pay = chart.earnings(seen, look);
pay;

// %% [markdown]
// ## 7 · Where the value comes from

// %%
const value = chart.bridge(bridge(run, { design: headline(run).best.design }), look);
value;

// %% [markdown]
// ## 8 · What would change the answer

// %%
const risks = chart.tornado(tornado(run), look);
risks;

// %% [markdown]
// ## Out of the notebook
//
// Each chart as a picture for slides, as a drawing for print, and its numbers for whoever asks; and one page that stands on its own.

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
readdirSync(folder).sort().join("\n");

// %% [markdown]
// ## What would change the answer
//
// Chart 8 says it for this client: the answer leans on how managers react and on a few assumptions nobody has measured for KAMs. Say so on the
// slide; the source line of every chart already says *illustrative*.
