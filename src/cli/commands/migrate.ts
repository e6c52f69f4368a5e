import type { Command } from "commander";
import { readScenarioText } from "../../node/files/read.js";
import { writeFileWhole } from "../../node/files/whole-file.js";
import { migrateScenario } from "../../scenario/migrate/migrate.js";
import { deliver } from "../console/output.js";

const examples = `
Examples:
  $ rewardlab migrate plan.yaml
  $ rewardlab migrate plan.yaml --write

Comments and layout stay. Without --write nothing is written. A file whose words cannot be moved, or that has other faults, is left as it is.
`;

export const addMigrate = (program: Command): Command =>
  program
    .command("migrate")
    .argument("<scenario>", "scenario file of an older version")
    .description(
      "Rewrites a scenario in the words of this version and shows what every curve pays before and after, which must be the same.",
    )
    .option("--write", "rewrite the file; otherwise only show what would move")
    .addHelpText("after", examples)
    .action(async (path: string, { write = false }: { readonly write?: boolean }) => {
      const text = await readScenarioText(path);
      const migration = migrateScenario(text, { name: path });
      const isMoved = migration.text !== text;
      if (write && isMoved) await writeFileWhole(path, [migration.text]);
      const end = !isMoved ? "" : write ? `\nwrote ${path}` : `\nnothing written; --write rewrites ${path}`;
      await deliver(`${migration}${end}`, undefined);
    });
