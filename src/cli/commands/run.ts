import { existsSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { Command } from "commander";
import { refuse } from "../../foundation/text/problem.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { makeFolder } from "../../node/files/files.js";
import { saveParquet } from "../../node/files/parquet.js";
import { readScenario } from "../../node/files/read.js";
import { type Checkpoint, checkpointFolder, openCheckpoint, worldsIn } from "../../node/runs/checkpoint.js";
import { saveAssumptionsCsv, saveOutcomesCsv, saveRun } from "../../node/runs/run-file.js";
import { readRunOptions } from "../../node/runs/run-options.js";
import { identityOf } from "../../node/runs/simulate.js";
import { warn } from "../../node/terminal.js";
import type { Run, ShardNumber } from "../../simulation/data.js";

import { deliver, expectWritable } from "../console/output.js";
import { addRunOptions, type RunFlags, runAsked, savedRun } from "../console/running.js";

const examples = `
Examples:
  $ rewardlab run scenarios/kam-flagship.yaml
  $ rewardlab run scenarios/kam-flagship.yaml --replications 4000 --seed 7 --out runs/flagship.rewardlab
  $ rewardlab run scenarios/kam-flagship.yaml --replications 100000 --resume
  $ rewardlab run scenarios/kam-flagship.yaml --shard 2/4 --out parts
  $ rewardlab merge parts/*.rewardlab --out flagship.rewardlab
  $ rewardlab run scenarios/kam-flagship.yaml --out outcomes.csv
  $ rewardlab run scenarios/kam-flagship.yaml --out outcomes.parquet
  $ rewardlab compare runs/flagship.rewardlab

Longer runs keep what is finished beside --out every ten seconds, in a folder .parts that goes when the run is saved. Whatever
stops a run, the same command with --resume goes on from there, to the same bits.
`;

interface Options extends RunFlags {
  readonly out: string;
  readonly resume?: boolean;
  readonly shard?: string;
}

export const addRun = (program: Command): Command =>
  addRunOptions(
    program
      .command("run")
      .argument("<scenario>", "scenario file, or a saved run to write again")
      .description(
        "Simulates every design in the same worlds and writes the run. --out may be a .rewardlab file (to load and compare again), a .csv file (outcomes by world), a .parquet file (the same, with the assumptions as drawn in a second file), or a folder for the run and both tables as CSV.",
      ),
  )
    .option("--out <place>", "file or folder to write", "runs")
    .option("--resume", "go on with a run that was stopped")
    .option("--shard <part/parts>", 'run one part of the worlds, such as "2/4"; merge joins them')
    .addHelpText("after", examples)
    .action(writeRun);

async function writeRun(path: string, options: Options): Promise<void> {
  const kind = kindOf(options.out);
  if (kind !== "folder") await expectWritable(options.out);
  if (path.endsWith(".rewardlab")) {
    if (options.resume) refuse("--resume", "a saved run is finished", "give its scenario file instead");
    return write(await savedRun(path, withoutPlace(options)), placesFor(kind, options.out, path));
  }
  const asked = readRunOptions(await readScenario(path), options, "--");
  const places = placesFor(kind, options.out, path, asked.shard);
  const [first] = Object.values(places);
  const folder = checkpointFolder(first);
  const checkpoint = await openCheckpoint(folder, identityOf(asked), { isResumed: options.resume === true });
  const isQuiet = options.quiet === true;
  if (options.resume && !isQuiet) warn(`${resumed(folder, checkpoint)}\n`);
  try {
    const run = await runAsked(asked, isQuiet, checkpoint);
    if (!run.isComplete && Object.values(places).some((place) => existsSync(place)))
      return await keep(run, checkpoint, folder, places);
    await write(run, places);
    if (run.isComplete) await checkpoint.remove();
  } finally {
    await checkpoint.close();
  }
}

/** A run that was interrupted takes no complete one's place: it waits where --resume finds it. */
async function keep(run: Run, checkpoint: Checkpoint, folder: string, places: Written): Promise<void> {
  await checkpoint.flush(true);
  const [first] = Object.values(places);
  await deliver(
    `${first} stays as it was; ${plural(run.worlds, "finished world")} are kept in ${folder}: go on with --resume`,
    undefined,
  );
}

/** What --resume found, in words. */
function resumed(folder: string, { found }: Checkpoint): string {
  if (found === undefined) return "nothing was kept of an earlier run: starting anew";
  return `going on with ${plural(worldsIn(found.batches), "world")} kept in ${folder}`;
}

const withoutPlace = ({ out: _out, resume: _resume, ...options }: Options): RunFlags => options;

async function write(run: Run, places: Written): Promise<void> {
  if (places.run) await saveRun(run, places.run);
  if (places.csv) await saveOutcomesCsv(run, places.csv);
  if (places.assumptions) await saveAssumptionsCsv(run, places.assumptions);
  const tables = places.parquet ? await saveParquet(run, places.parquet) : [];
  await deliver(`wrote ${joinWords([...new Set([...Object.values(places), ...tables])])}`, undefined);
}

/** What is written where; the first is the main one. */
interface Written {
  readonly run?: string;
  readonly csv?: string;
  readonly assumptions?: string;
  /** Outcomes; the assumptions stand beside them. */
  readonly parquet?: string;
}

/** The files to write. Makes the folder, when it is one; parts are told apart by name there. */
function placesFor(kind: ReturnType<typeof kindOf>, out: string, scenario: string, shard?: ShardNumber): Written {
  if (kind !== "folder") return { [kind]: out };
  makeFolder(out);
  const part = shard ? `-${shard.index}-of-${shard.of}` : "";
  const name = join(out, `${basename(scenario, extname(scenario))}${part}`);
  return { run: `${name}.rewardlab`, csv: `${name}-outcomes.csv`, assumptions: `${name}-assumptions.csv` };
}

/** What to write, told by the name of the place. Throws a Problem for names that tell nothing, and files in the way of a folder. */
function kindOf(out: string): "run" | "csv" | "parquet" | "folder" {
  if (out.endsWith(".rewardlab")) return "run";
  if (out.endsWith(".csv")) return "csv";
  if (out.endsWith(".parquet")) return "parquet";
  if (out.trim() === "" || out.includes("\0")) refuse("--out", "it names no file", "write --out runs");
  if (existsSync(out) && !statSync(out).isDirectory())
    refuse(out, "it is neither .rewardlab nor .csv nor .parquet nor a folder", "choose another name");
  const end = extname(basename(out));
  if (end !== "" && !existsSync(out))
    refuse(out, `unknown kind of file ${end}`, "write .rewardlab, .csv, .parquet or the name of a folder");
  return "folder";
}
