import { existsSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Command } from "commander";
import { refuse } from "../../foundation/problem.js";
import { joinWords } from "../../foundation/text.js";
import { makeFolder } from "../files.js";
import { saveAssumptionsCsv, saveOutcomesCsv, saveRun } from "../run-file.js";
import { deliver, expectWritable } from "./output.js";
import { addRunOptions, type RunOptions, runOf } from "./running.js";

const examples = `
Examples:
  $ rewardlab run scenarios/kam-flagship.yaml
  $ rewardlab run scenarios/kam-flagship.yaml --replications 4000 --seed 7 --out runs/flagship.rewardlab
  $ rewardlab run scenarios/kam-flagship.yaml --out outcomes.csv
  $ rewardlab compare runs/flagship.rewardlab
`;

export const addRun = (program: Command): Command =>
  addRunOptions(
    program
      .command("run")
      .argument("<scenario>", "scenario file, or a saved run to write again")
      .summary("simulate and keep every number")
      .description(
        "Simulates every design in the same worlds and writes the run. --out may be a .rewardlab file (to load and compare again), a .csv file (outcomes by world), or a folder for both and the assumptions as drawn.",
      ),
  )
    .option("--out <place>", "file or folder to write", "runs")
    .addHelpText("after", examples)
    .action(async (path: string, options: RunOptions & { readonly out: string }) => {
      const kind = kindOf(options.out);
      if (kind !== "folder") await expectWritable(options.out);
      const run = await runOf(path, options);
      const name = basename(path, extname(path));
      const written = kind === "folder" ? folderOf(options.out, name) : { [kind]: options.out };
      if (kind === "folder") makeFolder(options.out);
      if (written.run) await saveRun(run, written.run);
      if (written.csv) await saveOutcomesCsv(run, written.csv);
      if (written.assumptions) await saveAssumptionsCsv(run, written.assumptions);
      await deliver(`wrote ${joinWords(Object.values(written))}`, undefined);
    });

/** What is written where. */
interface Written {
  readonly run?: string;
  readonly csv?: string;
  readonly assumptions?: string;
}

const folderOf = (folder: string, name: string): Written => ({
  run: join(folder, `${name}.rewardlab`),
  csv: join(folder, `${name}-outcomes.csv`),
  assumptions: join(folder, `${name}-assumptions.csv`),
});

/** What to write, told by the name of the place. Throws a Problem for names that tell nothing, and files in the way of a folder. */
function kindOf(out: string): "run" | "csv" | "folder" {
  if (out.endsWith(".rewardlab")) return "run";
  if (out.endsWith(".csv")) return "csv";
  if (out.trim() === "" || out.includes("\0")) refuse("--out", "it names no file", "write --out runs");
  if (existsSync(out) && !statSync(out).isDirectory())
    refuse(out, "it is neither .rewardlab nor .csv nor a folder", "choose another name");
  const end = extname(basename(out));
  if (end !== "" && !existsSync(out))
    refuse(out, `unknown kind of file ${end}`, "write .rewardlab, .csv or the name of a folder");
  return "folder";
}
