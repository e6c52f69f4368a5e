import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { wholeCommandLine } from "../cli/console/command-line.js";
import { readScenario } from "../node/files/read.js";
import { schemaText } from "../node/files/schema.js";
import { validationInputs } from "../node/files/validation-inputs.js";
import { simulate } from "../node/runs/simulate.js";
import { print, warn } from "../node/terminal.js";
import { validationMarkdown } from "../report/tables/validation-page.js";
import { oneAtATime, worldHash } from "../results/sensitivity/one-at-a-time.js";
import { edit } from "../scenario/scenario.js";
import type { simulate as simulateHere } from "../simulation/simulate.js";
import { validate } from "../validation/validate.js";
import { assumptionsPage } from "./assumptions-page.js";
import { type DecisionFile, decisionsPage } from "./decisions-page.js";
import { evidenceModule } from "./evidence-module.js";
import { fileTypesModule } from "./file-types-module.js";
import { healthPage } from "./health-page.js";
import { makeGallery } from "./make-gallery.js";
import { tutorialPage } from "./make-tutorial.js";
import { partsPage } from "./parts-page.js";
import { commandLinePage } from "./reference/command-line-page.js";
import { scenarioFilePage } from "./reference/scenario-file-page.js";
import { surfacePage } from "./surface-page.js";

/**
 * Writes the pages and files that are made from the source alone. `--all` also writes those that simulate, the validation and the gallery,
 * and fails when a number is off what is known; `--assumptions` the slow table of assumptions one at a time.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Writes what is new; a file that stays as it was is not touched, so that nothing made from it is made again. */
function put(path: string, text: string): void {
  const file = join(root, path);
  const isNew = !existsSync(file) || readFileSync(file, "utf8") !== text;
  mkdirSync(dirname(file), { recursive: true });
  if (isNew) writeFileSync(file, text);
  print(`${isNew ? "wrote" : "as it was:"} ${path}\n`);
}

/** The decisions as they stand in their folder. */
function decisionFiles(): readonly DecisionFile[] {
  const folder = join(root, "docs", "decisions");
  const names = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/.test(name));
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Differences in net value the table of assumptions watches. */
const contrasts = [
  ["inputs", "cash-1y-input", "cash-1y-output"],
  ["three years", "cash-3y-output", "cash-1y-output"],
  ["raises", "raise-1y-output", "cash-1y-output"],
  ["recognition", "recognition-1y-output", "cash-1y-output"],
  ["own scheme", "cash-1y-input", "today"],
].map(([name, design, against]) => ({ name, design, against, outcome: "net value" }));

/** Worlds behind each row of the table of assumptions. */
const worldsPerRow = 200;

async function assumptions(): Promise<void> {
  const flagship = await readScenario(join(root, "scenarios", "kam-flagship.yaml"));
  const watched = new Set(contrasts.flatMap(({ design, against }) => [design, against]));
  const scenario = edit(flagship, (file) => {
    file.designs = Object.fromEntries(Object.entries(file.designs).filter(([name]) => watched.has(name)));
    file.hypotheses = {};
  });
  const table = await oneAtATime(scenario, contrasts, {
    replications: worldsPerRow,
    by: simulate as typeof simulateHere,
    onRow: (done, total) => warn(`assumption ${done} of ${total}\n`),
  });
  put("docs/assumptions.md", assumptionsPage({ ...table, hash: worldHash(flagship) }));
}

async function validation(): Promise<void> {
  const rows = validate(await validationInputs());
  put("docs/validation.md", validationMarkdown(rows));
  if (rows.some(({ passed }) => !passed)) process.exitCode = 1;
}

/** The validation in a process of its own, which needs one processor only, while the gallery is drawn. */
const validationBeside = (): Promise<void> =>
  new Promise((resolve) => {
    const args = [fileURLToPath(import.meta.url), "--validation"];
    spawn(process.execPath, args, { stdio: "inherit" }).on("close", (code) => {
      if (code !== 0) process.exitCode = 1;
      resolve();
    });
  });

async function textPages(): Promise<void> {
  put("docs/parts.md", partsPage());
  put("docs/health.md", healthPage());
  put("docs/reference/scenario-file.md", scenarioFilePage());
  put("docs/reference/command-line.md", commandLinePage(await wholeCommandLine()));
  put("docs/decisions/README.md", decisionsPage(decisionFiles()));
  put("docs/reference/surface.md", surfacePage(root));
  put("scenarios/scenario.schema.json", schemaText());
  put("src/scenario/schema/file-types.ts", fileTypesModule());
  const effects = readFileSync(join(root, "data", "evidence", "effects.csv"), "utf8");
  put("src/model/evidence-base.ts", evidenceModule(effects));
}

if (process.argv.includes("--validation")) await validation();
else {
  await textPages();
  if (process.argv.includes("--all")) {
    await Promise.all([validationBeside(), makeGallery(root)]);
    print("wrote docs/gallery.md\n");
    put("docs/tutorial.md", await tutorialPage(root, readFileSync(join(root, "docs", "tutorial.md"), "utf8")));
  }
  if (process.argv.includes("--assumptions")) await assumptions();
}
