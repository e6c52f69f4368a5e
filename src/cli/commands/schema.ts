import type { Command } from "commander";
import { schemaText } from "../../node/files/schema.js";
import { deliver } from "../console/output.js";

export const addSchema = (program: Command): Command =>
  program
    .command("schema")
    .description(
      "Prints the JSON Schema of scenario files, made from the parts. An editor with a YAML language server completes and checks a file that starts with\n  # yaml-language-server: $schema=scenario.schema.json",
    )
    .option("--out <file>", "write there instead of printing")
    .addHelpText("after", "\nExamples:\n  $ rewardlab schema --out scenarios/scenario.schema.json\n")
    .action(async ({ out }: { readonly out?: string }) => deliver(schemaText(), out));
