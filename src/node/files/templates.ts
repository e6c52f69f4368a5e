import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { didYouMean, Problem, refuse } from "../../foundation/text/problem.js";
import { makeFolder } from "./files.js";
import { packageFolder } from "./package-folder.js";
import { schemaFileName, schemaText } from "./schema.js";
import { writeFileWhole } from "./whole-file.js";

/** The template of those who name none. */
export const firstTemplate = "first-steps";

export interface Template {
  readonly name: string;
  /** As its file says it. */
  readonly title: string;
  /** YAML as shipped. */
  readonly text: string;
}

/** The scenarios one can start from, the first to take first, then by name. */
export async function templates(): Promise<readonly Template[]> {
  const scenarios = join(packageFolder(), "scenarios");
  const folder = join(scenarios, "templates");
  const others = (await readdir(folder))
    .filter((name) => name.endsWith(".yaml") && name !== `${firstTemplate}.yaml`)
    .sort();
  const paths = [join(scenarios, `${firstTemplate}.yaml`), ...others.map((name) => join(folder, name))];
  return Promise.all(paths.map(async (path) => templateFrom(path, await readFile(path, "utf8"))));
}

function templateFrom(path: string, text: string): Template {
  const name = path.replace(/^.*[\\/]/, "").replace(/\.yaml$/, "");
  const title = /^title: *(.*)$/m.exec(text)?.[1] ?? name;
  return { name, title: title.replace(/^(["'])(.*)\1$/, "$2"), text };
}

/** What a new study folder holds: its files by name. */
function studyFiles({ name, title, text }: Template): Readonly<Record<string, string>> {
  const bare = text.replace(/^# yaml-language-server:.*\n/gm, "");
  return {
    [`${name}.yaml`]: `# yaml-language-server: $schema=./${schemaFileName}\n${bare}`,
    [schemaFileName]: schemaText(),
    "README.md": readme(name, title),
  };
}

const readme = (name: string, title: string): string => `# ${title}

\`${name}.yaml\` describes a team, its accounts and the ways of rewarding it that are compared. Edit it and try:

    npx rewardlab describe ${name}.yaml     # what the file says, and what it leaves to assumption
    npx rewardlab compare ${name}.yaml      # which design is worth its money, and how sure that is
    npx rewardlab run ${name}.yaml --out runs   # the same, kept: every number as CSV and a file to load again

\`${schemaFileName}\` lets an editor complete and check the file while you type (in VS Code: the YAML extension). Every number
carries its unit (\`20 %\`, \`72 000 EUR/year\`, \`6 months\`); a range such as \`5 % to 18 %\` is an assumption drawn anew in every world.
`;

/**
 * Starts a study in a folder, made if need be: the template, the schema for editors and a README. Overwrites nothing:
 * throws a Problem when a file of one of these names is there, or the template is unknown. Gives the paths written.
 */
export async function startStudy(folder: string, templateName: string): Promise<readonly string[]> {
  if (folder.trim() === "" || folder.includes("\0"))
    refuse("folder", "it names no folder", "write rewardlab init study");
  const known = await templates();
  const template = known.find((one) => one.name === templateName);
  if (template === undefined) {
    refuse(
      "--template",
      `unknown template "${templateName}"`,
      didYouMean(
        templateName,
        known.map((one) => one.name),
      ),
    );
  }
  const files = Object.entries(studyFiles(template)).map(([name, text]) => ({ path: join(folder, name), text }));
  const present = files.filter(({ path }) => existsSync(path));
  if (present.length > 0) {
    const remedy = "choose another folder, or move it away";
    throw new Problem(present.map(({ path }) => ({ place: path, fault: "there is a file already", remedy })));
  }
  makeFolder(folder);
  for (const { path, text } of files) await writeFileWhole(path, [text]);
  return files.map(({ path }) => path);
}
