import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { refuse } from "../../foundation/text/problem.js";
import { evidenceFor, type ValidateOptions } from "../../validation/validate.js";
import { readBytes } from "./files.js";
import { packageFolder } from "./package-folder.js";

/** Bytes. Tables and scenarios are a few kilobytes; more is not what was meant. */
const mostBytes = 4_000_000;

const readText = async (path: string, kind: RegExp): Promise<string> =>
  (await readBytes(path, kind, mostBytes)).toString("utf8");

/** Texts of files of a folder, by name without ending. */
async function textsOf(folder: string, names: readonly string[], ending: string): Promise<Record<string, string>> {
  const kind = new RegExp(`\\${ending}$`, "i");
  const texts = names.map(async (name) => [name, await readText(join(folder, `${name}${ending}`), kind)] as const);
  return Object.fromEntries(await Promise.all(texts));
}

/** Names, without ending, of the scenario files of a folder. */
const scenariosIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => basename(name, ".yaml"))
    .sort();

/** Folder of the evidence base as shipped. */
const shippedEvidence = (): string => join(packageFolder(), "data", "evidence");

async function expectFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) refuse("--evidence", `there is no folder ${path}`, "give the folder of your tables");
  else if (!found.isDirectory()) refuse("--evidence", `${path} is a file, not a folder`, "give the folder it lies in");
}

/** What the validation reads, as shipped: scenarios by name, `templates/` not among them. */
export async function shippedScenarios(): Promise<Pick<ValidateOptions, "laboratory" | "scenarios">> {
  const folder = join(packageFolder(), "scenarios");
  const texts = async (path: string) => textsOf(path, await scenariosIn(path), ".yaml");
  const [laboratory, scenarios] = await Promise.all([texts(join(folder, "laboratory")), texts(folder)]);
  return { laboratory, scenarios };
}

/**
 * Everything the results asked for read, with the tables of another folder than the shipped one where it is given. Throws a
 * Problem for a folder or a table that is missing or cannot be read; tables nobody asks for are not read.
 */
export async function validationInputs(
  ids: readonly string[] = [],
  evidenceFolder?: string,
): Promise<Pick<ValidateOptions, "laboratory" | "scenarios" | "evidence" | "evidenceFolder">> {
  if (evidenceFolder !== undefined) await expectFolder(evidenceFolder);
  const evidence = await textsOf(evidenceFolder ?? shippedEvidence(), evidenceFor(ids), ".csv");
  return { ...(await shippedScenarios()), evidence, evidenceFolder };
}
