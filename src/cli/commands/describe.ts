import type { Command } from "commander";
import { readScenario } from "../../node/files/read.js";
import { describe } from "../../scenario/describe/describe.js";
import { deliver, expectWritable } from "../console/output.js";

export const addDescribe = (program: Command): Command =>
  program
    .command("describe")
    .argument("<scenario>", "scenario file")
    .description(
      "Prints the question, the team, the accounts, every design, and which numbers rest on a source and which on assumption.",
    )
    .option("--out <file>", "write there instead of printing")
    .addHelpText(
      "after",
      "\nExamples:\n  $ rewardlab describe scenarios/kam-flagship.yaml\n  $ rewardlab describe study/team.yaml --out study/team.txt\n",
    )
    .action(async (path: string, { out }: { readonly out?: string }) => {
      const scenario = await readScenario(path);
      await expectWritable(out);
      await deliver(describe(scenario), out);
    });
