import type { Command } from "commander";
import { validationInputs } from "../../node/files/validation-inputs.js";
import { validationTableOf } from "../../report/data-tables/firm.js";
import { validationMarkdown, validationTable } from "../../report/tables/validation-page.js";
import { type ValidationRow, validate } from "../../validation/validate.js";
import { resultJson } from "../../wording/csv.js";
import { tableCsvText } from "../../wording/table-csv.js";
import { deliver, expectWritable, formatOf } from "../console/output.js";

const formats = ["table", "markdown", "csv", "json"] as const;

const examples = `
Examples:
  $ rewardlab validate
  $ rewardlab validate E1 E3 R1
  $ rewardlab validate R1 R2 --evidence my-evidence
  $ rewardlab validate --quick --format markdown --out validation.md

Exit codes: 0 every check passes; 1 a check fails; 2 bad input.
`;

function reportOf(rows: readonly ValidationRow[], format: (typeof formats)[number]): string {
  switch (format) {
    case "table":
      return validationTable(rows);
    case "markdown":
      return validationMarkdown(rows);
    case "csv":
      return tableCsvText(validationTableOf(rows));
    case "json":
      return resultJson({ rows });
  }
}

/** 0 when every row passed, 1 otherwise. */
export const exitCodeOf = (rows: readonly ValidationRow[]): 0 | 1 => (rows.every(({ passed }) => passed) ? 0 : 1);

interface Options {
  readonly format: string;
  readonly quick?: boolean;
  readonly evidence?: string;
  readonly out?: string;
}

export const addValidate = (program: Command): Command =>
  program
    .command("validate")
    .argument("[ids...]", "results to check, such as E3; all unless given")
    .description(
      "Reproduces exact results of agency theory, pay arithmetic and statistics, and real experiments, and shows the distance of every number.",
    )
    .option("--format <name>", "table, markdown, csv or json", "table")
    .option("--quick", "fewer draws where simulation is needed")
    .option("--evidence <folder>", "read the tables of the evidence base there, such as your own copy")
    .option("--out <file>", "write there instead of printing")
    .addHelpText("after", examples)
    .action(async (ids: readonly string[], { format: asked, quick, evidence, out }: Options) => {
      const format = formatOf(asked, formats);
      await expectWritable(out);
      const rows = validate({ ids, quick, ...(await validationInputs(ids, evidence)) });
      await deliver(reportOf(rows, format), out);
      if (exitCodeOf(rows) !== 0) process.exitCode = exitCodeOf(rows);
    });
