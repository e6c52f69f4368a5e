import type { Command } from "commander";
import { refuse } from "../../foundation/text/problem.js";
import { readScenario } from "../../node/files/read.js";
import { readRunOptions } from "../../node/runs/run-options.js";
import { trace } from "../../report/runs/trace-text.js";
import type { ResponseName } from "../../scenario/schema/file-types.js";
import { deliver, expectWritable, formatOf } from "../console/output.js";

interface TraceOptions {
  readonly design?: string;
  readonly manager?: string;
  readonly world?: string;
  readonly response?: string;
  readonly seed?: string;
  readonly horizon?: string;
  readonly sampling?: string;
  readonly replications?: string;
  readonly pilots?: string;
  readonly format?: string;
  readonly out?: string;
}

const examples = `
Examples:
  $ rewardlab trace scenarios/kam-flagship.yaml
  $ rewardlab trace scenarios/kam-flagship.yaml --design today --manager 2 --world 17
  $ rewardlab trace scenarios/kam-flagship.yaml --response none --format json --out trace.json
`;

export const addTrace = (program: Command): Command =>
  program
    .command("trace")
    .argument("<scenario>", "scenario file")
    .description(
      "Replays one manager under one design in one world, month by month: effort, results, scores, payouts and why.",
    )
    .option("--design <name>", "the design; the baseline unless given")
    .option("--manager <number>", "which manager of the team, counted from 0", "0")
    .option("--world <number>", "which world of the run, counted from 0", "0")
    .option("--response <name>", "how managers react; the scenario says unless given")
    .option("--seed <number>", "seed of all luck, as in the run")
    .option("--horizon <time>", 'how far to look, such as "3 years"')
    .option("--sampling <name>", "how worlds are drawn, as in the run")
    .option("--replications <number>", "worlds of the run: designs are made equal as it makes them")
    .option("--pilots <number>", "worlds on which designs are made equal, as in the run")
    .option("--format <name>", "table or json", "table")
    .option("--out <file>", "write there instead of printing")
    .addHelpText("after", examples)
    .action(async (path: string, options: TraceOptions) => {
      const format = formatOf(options.format, ["table", "json"]);
      const world = place("--world", options.world);
      const manager = place("--manager", options.manager);
      await expectWritable(options.out);
      const { horizon, sampling, seed: written, replications: many, pilots: tried } = options;
      const asked = { horizon, sampling, seed: written, replications: many, pilots: tried };
      const { scenario, seed, replications, pilots } = readRunOptions(await readScenario(path), asked, "--");
      const { design } = options;
      const response = options.response as ResponseName | undefined;
      const found = await trace(scenario, { design, response, world, manager, seed, replications, pilots });
      await deliver(format === "json" ? JSON.stringify(found, undefined, 2) : String(found), options.out);
    });

function place(option: string, written = "0"): number {
  if (/^\d+$/.test(written)) return Number(written);
  return refuse(option, `expected a whole number from 0, got "${written}"`, `write ${option} 0`);
}
