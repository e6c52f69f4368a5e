import type { Argument, Command, Option } from "commander";
import { markdownTable } from "../settings-table.js";
import { commandExamples } from "./command-examples.js";

const code = (text: string): string => `\`${text}\``;

/** Words of a line as a shell parts them: what stands in quotes is one word. */
export const shellWords = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = ""]) => quoted ?? plain);

/** The example lines of a command. */
export const examplesOf = (name: string): readonly string[] =>
  commandExamples.filter((line) => line.startsWith(`${name} `) || line === name);

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

const usualOf = (value: unknown): string => (isEmpty(value) ? "" : code(String(value)));

const flagOf = ({ long, short }: Option): string => long ?? short ?? "";

/** An option as an example line has it: `--seed 7`. */
function shownIn(lines: readonly string[], option: Option): string {
  const flag = flagOf(option);
  for (const line of lines) {
    const [, shown] =
      new RegExp(`(?:^| )(${flag}${option.required ? ' (?:"[^"]*"|\\S+)' : ""})(?= |$)`).exec(line) ?? [];
    if (shown !== undefined) return code(shown);
  }
  return "";
}

const argumentRow = (one: Argument, [line = ""]: readonly string[]): string[] => [
  code(one.required ? `<${one.name()}>` : `[${one.name()}]`),
  one.description,
  one.required ? "required" : usualOf(one.defaultValue),
  code(shellWords(line)[1] ?? ""),
];

function commandPage(command: Command): string {
  const lines = examplesOf(command.name());
  const rows = [
    ...command.registeredArguments.map((one) => argumentRow(one, lines)),
    ...command.options.map((option) => [
      code(option.flags),
      option.description,
      option.mandatory ? "required" : usualOf(option.defaultValue),
      shownIn(lines, option),
    ]),
  ];
  return [
    `## ${command.name()}`,
    command.description(),
    ...(rows.length === 0 ? [] : [markdownTable(["argument or option", "meaning", "default", "example"], rows)]),
    `\`\`\`sh\n${lines.map((line) => `rewardlab ${line}`).join("\n")}\n\`\`\``,
  ].join("\n\n");
}

const intro = `# The command line

Every command with its arguments and options, made from the commands themselves by \`npm run docs\`. The lines below each command are run by a test, in a
folder with the scenario \`first-steps.yaml\`, the same held at equal cost (\`held.yaml\`), a plan and its proposal (\`plan.yaml\`, which is
\`scenarios/plan-change.yaml\`), the tables of \`data/synthetic-team\` and a few sales. So few replications (\`24\`) are for trying commands
out, not for answers.

In a checkout write \`npm run --silent rewardlab -- …\` for \`rewardlab …\`. \`rewardlab help COMMAND\` prints the same in a terminal, \`--version\` the version. Exit codes: 0 done; 1 ran, but with a remark (a precision
that was not reached, a warning of health, a fit that is not complete, rows left out) or a failure of the machine; 2 bad input, nothing written; 130 interrupted.`;

/** The reference of the command line: every command and option with meaning, default and example. */
export const commandLinePage = (program: Command): string =>
  `${[intro, ...program.commands.filter((one) => one.name() !== "help").map(commandPage)].join("\n\n")}\n`;
