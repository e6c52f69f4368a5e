import type { Command } from "commander";
import { plural } from "../../foundation/text/text.js";
import { readScenario } from "../../node/files/read.js";
import { deliver } from "../console/output.js";

export const addCheck = (program: Command): Command =>
  program
    .command("check")
    .argument("<scenario>", "scenario file")
    .description(
      "Reads a scenario, checks everything in it and prints remarks that do not stop a run. Exit code 2 when there are faults.",
    )
    .addHelpText("after", "\nExamples:\n  $ rewardlab check scenarios/kam-flagship.yaml\n")
    .action(async (path: string) => {
      const { findings, checked } = await readScenario(path);
      const designs = plural(Object.keys(checked.designs).length, "design");
      const remarks = findings.map(({ place, finding }) => `${place}: ${finding}`);
      const verdict = `${path}: no faults, ${plural(remarks.length, "remark")}, ${designs}`;
      await deliver([...remarks, verdict].join("\n"), undefined);
    });
