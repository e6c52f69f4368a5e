import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backtest } from "../backtest/backtest.js";
import type { BacktestPlan } from "../backtest/request.js";
import type { Fit } from "../calibration/data.js";
import { fit as fitScenario } from "../calibration/fit.js";
import { paintPng } from "../node/files/png.js";
import { readScenario } from "../node/files/read.js";
import { validate } from "../node/files/validate.js";
import { simulate } from "../node/runs/simulate.js";
import { readPeople } from "../node/spreadsheets/tables.js";
import { cross } from "../scenario/designs/cross.js";
import type { Scenario } from "../scenario/scenario.js";
import { observe } from "../simulation/observation/observe.js";
import { flagshipRun } from "./flagship-run.js";
import { type Exhibits, gallery } from "./gallery.js";
import { type GalleryPicture, galleryPage, pictureFile } from "./gallery-page.js";

/** Worlds of the crossed run, and worlds observed: enough for a picture. */
const gridWorlds = 160;
const seenWorlds = 100;
/** Pixels per px. */
const scale = 1.25;

/** What the gallery draws from: the flagship, run as it stands, its factors crossed, and a replicated experiment. */
async function exhibits(root: string): Promise<Exhibits> {
  const scenario = await readScenario(join(root, "scenarios", "kam-flagship.yaml"));
  const run = await flagshipRun(root);
  const crossed = cross(scenario, {
    reward: {
      "cash bonus": "cash-1y-output",
      "salary increase": "raise-1y-output",
      recognition: "recognition-1y-output",
    },
    period: ["1 year", "3 years"],
    inputWeight: ["20 %", "70 %"],
  });
  return {
    scenario,
    run,
    seen: await observe(run, { worlds: seenWorlds }),
    grid: await simulate(crossed, { replications: gridWorlds }),
    fitted: await fittedTeam(scenario, root),
    past: await teamBacktest(scenario, root),
    presses: (await validate({ ids: ["R1"] })).rows.filter(({ exact }) => exact > 1),
  };
}

/** The scenario fitted to the synthetic team, six of whom left. */
async function fittedTeam(scenario: Scenario, root: string): Promise<Fit> {
  const file = (name: string): string => join(root, "data", "synthetic-team", `${name}.csv`);
  const { data } = await readPeople({ roster: file("roster"), accounts: file("accounts"), history: file("history") });
  return fitScenario(scenario, data, { leavers: 6 });
}

/** What today's bonus, and one on results and work, would have paid the synthetic team. */
async function teamBacktest(scenario: Scenario, root: string) {
  const file = (name: string): string => join(root, "data", "synthetic-team", `${name}.csv`);
  const { data } = await readPeople({ roster: file("roster"), history: file("history") });
  const measures = { "account revenue": "revenue", "co-creation work": "co creation work" };
  const plans = ["today", "cash-1y-output"].map((design): BacktestPlan => ({ scenario, design }));
  return backtest(plans, data, { terms: { measures } });
}

/** Writes `docs/gallery.md` and a picture of every chart beside it. */
export async function makeGallery(root: string): Promise<void> {
  const from = await exhibits(root);
  const folder = join(root, "docs", "gallery");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pictures: GalleryPicture[] = [];
  for (const exhibit of gallery) {
    const view = exhibit.draw(from);
    const file = pictureFile(view);
    writeFileSync(join(folder, file), await paintPng(view, { scale }));
    pictures.push({ ...exhibit, view, file });
  }
  const setting = `Data: the flagship scenario with ${from.run.worlds} worlds, ${gridWorlds} for its crossed designs; the first ${seenWorlds} observed one by one.`;
  writeFileSync(join(root, "docs", "gallery.md"), galleryPage(pictures, setting));
}
