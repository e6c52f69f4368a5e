import type { Command } from "commander";
import { joinWords, textTable } from "../../foundation/text/text.js";
import { firstTemplate, startStudy, templates } from "../../node/files/templates.js";
import { deliver } from "../console/output.js";

interface InitOptions {
  readonly template: string;
  readonly list?: boolean;
}

const examples = `
Examples:
  $ rewardlab init study
  $ rewardlab init study --template balanced-scorecard
  $ rewardlab init --list
`;

export const addInit = (program: Command): Command =>
  program
    .command("init")
    .argument("[folder]", "where to start; made if need be", ".")
    .description(
      "Puts a scenario to start from, the schema for editors and a README into a folder. Overwrites nothing.",
    )
    .option("--template <name>", "the scenario to start from", firstTemplate)
    .option("--list", "list the templates instead")
    .addHelpText("after", examples)
    .action(async (folder: string, { template, list }: InitOptions) => {
      if (list) return deliver(await listing(), undefined);
      const paths = await startStudy(folder, template);
      return deliver(`wrote ${joinWords(paths)}\nnext: rewardlab compare ${paths[0]}`, undefined);
    });

const listing = async (): Promise<string> => textTable((await templates()).map(({ name, title }) => [name, title]));
