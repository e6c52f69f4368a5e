import type { Command } from "commander";
import { refuse } from "../../foundation/text/problem.js";
import { plural } from "../../foundation/text/text.js";
import { loadRun, saveRun } from "../../node/runs/run-file.js";
import type { Run } from "../../simulation/data.js";

import { mergeRuns } from "../../simulation/storage/merge.js";
import { deliver, expectWritable } from "../console/output.js";

const examples = `
Examples:
  $ rewardlab merge parts/*.rewardlab --out flagship.rewardlab
  $ rewardlab compare flagship.rewardlab

The parts are those of one run, made with run --shard 1/3, 2/3 and 3/3 on any machines. The merged file has the same bits as that
of a run in one piece.
`;

export const addMerge = (program: Command): Command =>
  program
    .command("merge")
    .argument("<parts...>", "saved runs made with run --shard")
    .description(
      "Joins the parts of one run. Refuses parts that are missing, doubled, unfinished or of different runs.",
    )
    .requiredOption("--out <file>", "the .rewardlab file to write")
    .addHelpText("after", examples)
    .action(async (paths: readonly string[], { out }: { readonly out: string }) => {
      if (!out.endsWith(".rewardlab")) refuse("--out", `"${out}" is no .rewardlab file`, "write --out run.rewardlab");
      await expectWritable(out);
      const runs: Run[] = [];
      for (const path of paths) runs.push(await loadRun(path));
      const run = mergeRuns(runs, paths);
      await saveRun(run, out);
      await deliver(`wrote ${out}: ${plural(run.worlds, "world")} of ${plural(paths.length, "part")}`, undefined);
    });
