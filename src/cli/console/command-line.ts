import { Command } from "commander";
import { version } from "../../foundation/version.js";
import { print } from "../../node/terminal.js";
import { commands } from "../commands/index.js";

const help = `
Start with:
  $ rewardlab init study
  $ rewardlab compare study/first-steps.yaml

Exit codes: 0 done; 1 ran, but a precision asked for was not reached, health or validation warns, a fit is not complete, the machine failed (a full disk, too many open files), or an internal failure;
2 bad input, nothing written;
130 interrupted. A design that could not be held at equal cost is a remark in the report, not a failure.
`;

/** The command line, with the options and the work of the commands that are called; of others only what the list of commands says. */
export async function commandLine(called: readonly (string | undefined)[]): Promise<Command> {
  const program = new Command("rewardlab")
    .description(
      "Which way of rewarding key account managers is worth its money, how sure are we, and what would change our mind?",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .addHelpText("after", help)
    .exitOverride()
    .configureOutput({ writeOut: (text) => print(text), outputError: () => undefined });
  for (const [name, { args = "", summary, load }] of Object.entries(commands)) {
    const command = called.includes(name) ? (await load())(program) : program.command(`${name} ${args}`.trim());
    command.summary(summary).helpOption("-h, --help", "print help").exitOverride().copyInheritedSettings(program);
  }
  return program;
}

/** The command line with all options of all commands, for those who write about it. */
export const wholeCommandLine = (): Promise<Command> => commandLine(Object.keys(commands));
