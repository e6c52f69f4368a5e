import type { Command } from "commander";
import { refuse } from "../../foundation/text/problem.js";
import { sheetText } from "../../foundation/text/sheet-text.js";
import { readScenario } from "../../node/files/read.js";
import { type Health, health } from "../../plan-checks/health/health.js";
import { type Lint, lint } from "../../plan-checks/lint/lint.js";
import { healthTable, lintTable } from "../../report/data-tables/plans.js";
import { healthSheet } from "../../report/plans/health-text.js";
import { lintSheet } from "../../report/plans/lint-text.js";
import { observe } from "../../simulation/observation/observe.js";
import { resultJson } from "../../wording/csv.js";
import { tableCsvText } from "../../wording/table-csv.js";
import { deliver, expectWritable, formatOf } from "../console/output.js";
import { addRunOptions, type RunFlags, runOf } from "../console/running.js";

const formats = ["table", "csv", "lint-csv", "json"] as const;

const examples = `
Examples:
  $ rewardlab health scenarios/kam-flagship.yaml
  $ rewardlab health scenarios/kam-flagship.yaml --quick
  $ rewardlab health runs/kam-flagship.rewardlab --format csv --out health.csv

Exit codes: 0 no warning; 1 at least one warning; 2 bad input.
`;

interface Options extends RunFlags {
  readonly format: string;
  readonly quick?: boolean;
  readonly out?: string;
}

export const addHealth = (program: Command): Command =>
  addRunOptions(
    program
      .command("health")
      .argument("<scenario>", "scenario file, or a saved run (.rewardlab)")
      .description(
        "Checks shares at threshold, target and excellence, measures, pay mix, leverage and pay for performance, and looks for cliffs, dead zones, windfalls and the like on every curve. At most 200 worlds are looked at one by one.",
      ),
  )
    .option("--quick", "only what the plan itself says: nothing is simulated")
    .option("--format <name>", "table, csv, lint-csv or json", "table")
    .option("--out <file>", "write there instead of printing")
    .addHelpText("after", examples)
    .action(async (path: string, options: Options) => {
      const format = formatOf(options.format, formats);
      await expectWritable(options.out);
      const found = options.quick === true ? await quick(path, options) : await whole(path, options);
      await deliver(reportOf(found, format), options.out);
      if (process.exitCode === undefined && hasWarning(found)) process.exitCode = 1;
    });

interface Findings {
  readonly health: Health;
  readonly lint: Lint;
}

/** What the plan itself says. Refuses saved runs, and options that are about simulating. */
async function quick(path: string, options: Options): Promise<Findings> {
  if (path.endsWith(".rewardlab")) refuse("--quick", "a saved run is simulated already", "leave --quick out");
  const others = (["replications", "horizon", "seed", "precision", "response", "sampling", "workers"] as const).filter(
    (name) => options[name],
  );
  if (others.length > 0) refuse(`--${others[0]}`, "nothing is simulated with --quick", "leave one of the two out");
  const scenario = await readScenario(path);
  return { health: health(scenario), lint: lint(scenario) };
}

async function whole(path: string, options: Options): Promise<Findings> {
  const seen = await observe(await runOf(path, options), { otherLuck: false, months: 1 });
  return { health: health(seen), lint: lint(seen) };
}

const hasWarning = ({ health, lint }: Findings): boolean =>
  health.rows.some(({ standing }) => standing === "warn") ||
  lint.curves.some(({ findings }) => findings.some(({ standing }) => standing === "warn"));

function reportOf(found: Findings, format: (typeof formats)[number]): string {
  switch (format) {
    case "table":
      return `${sheetText(healthSheet(found.health))}\n\n${sheetText(lintSheet(found.lint))}`;
    case "csv":
      return tableCsvText(healthTable(found.health));
    case "lint-csv":
      return tableCsvText(lintTable(found.lint));
    case "json":
      return resultJson(found);
  }
}
