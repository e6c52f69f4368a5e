import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { observe } from "../engine/observe.js";
import { type Exhibits, gallery } from "../present/gallery.js";
import { galleryPage, type Picture, pictureFile } from "../present/gallery-page.js";
import { cross } from "../scenario/cross.js";
import { paintPng } from "./png.js";
import { readScenario } from "./read.js";
import { simulate } from "./simulate.js";
import { validate } from "./validate.js";

/** Worlds of the crossed run, and worlds observed: enough for a picture. */
const gridWorlds = 160;
const seenWorlds = 100;
/** Pixels per px. */
const scale = 1.25;

/** What the gallery draws from: the flagship, run as it stands, its factors crossed, and a replicated experiment. */
async function exhibits(flagship: string): Promise<Exhibits> {
  const scenario = await readScenario(flagship);
  const run = await simulate(scenario);
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
    presses: (await validate({ ids: ["R1"] })).rows.filter(({ exact }) => exact > 1),
  };
}

/** Writes `docs/gallery.md` and a picture of every chart beside it. */
export async function makeGallery(root: string): Promise<void> {
  const from = await exhibits(join(root, "scenarios", "kam-flagship.yaml"));
  const folder = join(root, "docs", "gallery");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pictures: Picture[] = [];
  for (const exhibit of gallery) {
    const view = exhibit.draw(from);
    const file = pictureFile(view);
    writeFileSync(join(folder, file), await paintPng(view, { scale }));
    pictures.push({ ...exhibit, view, file });
  }
  const setting = `Data: the flagship scenario with ${from.run.worlds} worlds, ${gridWorlds} for its crossed designs; the first ${seenWorlds} observed one by one.`;
  writeFileSync(join(root, "docs", "gallery.md"), galleryPage(pictures, setting));
}
