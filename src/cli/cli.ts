#!/usr/bin/env node
import { CommanderError } from "commander";
import { Problem } from "../foundation/text/problem.js";
import { fileProblem, isMachineFailure, systemProblem } from "../node/files/files.js";
import { warn } from "../node/terminal.js";
import { commandLine } from "./console/command-line.js";

/** What the exit code says. 130 stands for an interrupted run, as shells expect. */
const exitCode = { done: 0, notReached: 1, badInput: 2, interrupted: 130 } as const;

/** Prints what went wrong, a line a fault, and gives the exit code. Never a stack trace, unless asked for. */
function explain(error: unknown): number {
  if (process.env.REWARDLAB_DEBUG === "1") warn(`${error instanceof Error ? error.stack : error}\n`);
  if (error instanceof CommanderError) return explainUsage(error);
  if (error instanceof Problem) {
    warn(`${error.message}\n`);
    const isSound = error.faults.every(({ place }) => place === "simulation") || isMachineFailure(error);
    return isSound ? exitCode.notReached : exitCode.badInput;
  }
  if (error instanceof Error && error.name === "AbortError") {
    warn("interrupted before anything was finished\n");
    return exitCode.interrupted;
  }
  const ofSystem = systemProblem(error);
  if (ofSystem !== undefined) return explain(ofSystem);
  const message = error instanceof Error ? error.message : String(error);
  warn(`internal failure: ${message}; report it with the command and the scenario (REWARDLAB_DEBUG=1 shows where)\n`);
  return exitCode.notReached;
}

/** Commander's words in the style of the house: `unknown option --sead; did you mean --seed?` */
function explainUsage(error: CommanderError): number {
  if (error.exitCode === 0) return exitCode.done;
  const [fault = "", suggestion] = error.message
    .replace(/^error: /, "")
    .replaceAll("'", "")
    .split("\n");
  const remedy = suggestion?.replace(/^\(Did (.*)\)$/, "did $1") ?? "see rewardlab --help";
  if (error.code !== "commander.help") warn(`${fault}; ${remedy}\n`);
  return exitCode.badInput;
}

/** A reader that has seen enough, such as head, is no failure; output that cannot be written is one, and ends with its reason. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(process.exitCode ?? exitCode.done);
      process.exit(explain(fileProblem("output", error)));
    });
  }
}

endWithReader();
try {
  const [called] = process.argv.slice(2).filter((word) => !word.startsWith("-") && word !== "help");
  await (await commandLine([called])).parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}
