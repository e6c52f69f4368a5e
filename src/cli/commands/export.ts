import { extname } from "node:path";
import type { Command } from "commander";
import { refuse } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import { writeTables } from "../../node/spreadsheets/write-tables.js";
import { runTables } from "../../report/run-tables/index.js";
import type { Run } from "../../simulation/data.js";
import type { Observations } from "../../simulation/observation/data.js";
import { observe } from "../../simulation/observation/observe.js";

import { deliver, expectWritable, formatOf } from "../console/output.js";
import { addRunOptions, type RunFlags, runOf } from "../console/running.js";

const examples = `
Examples:
  $ rewardlab export runs/kam-flagship.rewardlab --out tables
  $ rewardlab export runs/kam-flagship.rewardlab --out tables --format parquet
  $ rewardlab export scenarios/first-steps.yaml --out first-steps.xlsx
  $ rewardlab export scenarios/first-steps.yaml --observe 0 --out tables

The table "columns" says what every column of every table means, and in which unit. docs/export.md says how each number of an answer is
worked out from them.
`;

interface Options extends RunFlags {
  readonly out: string;
  readonly format?: string;
  readonly observe: string;
}

const formats = ["csv", "parquet"] as const;

export const addExport = (program: Command): Command =>
  addRunOptions(
    program
      .command("export")
      .argument("<scenario>", "scenario file, or a saved run (.rewardlab)")
      .description(
        "Writes every table of a run from which all that is reported of it can be worked out again: settings, designs, assumptions as drawn, outcomes by world, plans and slopes, hypotheses, and who attained and earned what in the first worlds.",
      ),
  )
    .option("--out <place>", "folder for a file a table, or a workbook .xlsx", "tables")
    .option("--format <name>", "of the files in a folder: csv or parquet")
    .option("--observe <worlds>", "worlds of which closes, years and months are written; 0 for none", "20")
    .addHelpText("after", examples)
    .action(async (path: string, options: Options) => {
      const { out, format } = options;
      const asked = format === undefined ? undefined : formatOf(format, formats);
      const worlds = worldsAsked(options.observe);
      const isWorkbook = extname(out).toLowerCase() === ".xlsx";
      if (isWorkbook) await expectWritable(out);
      const run = await runOf(path, options);
      const observed = await seenIn(run, worlds);
      const paths = await writeTables(runTables(run, observed), out, {
        format: asked ?? (isWorkbook ? undefined : "csv"),
      });
      const what = paths.length === 1 ? out : `${plural(paths.length, "table")} into ${out}`;
      await deliver(`wrote ${what}`, undefined);
    });

function worldsAsked(text: string): number {
  const worlds = Number(text);
  return Number.isInteger(worlds) && worlds >= 0
    ? worlds
    : refuse("--observe", `"${text}" is no number of worlds`, "write a whole number, such as 20, or 0 for none");
}

const seenIn = async (run: Run, worlds: number): Promise<Observations | undefined> =>
  worlds === 0 ? undefined : observe(run, { worlds: Math.min(worlds, run.worlds) });
