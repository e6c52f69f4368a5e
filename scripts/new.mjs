// Starts a part: its file, its place in the list, and the tests that say what is missing. Run: npm run new -- reward sabbatical
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { didYouMean, Problem, refuse } from "../dist/foundation/text/problem.js";
import { entries, textOf, withAssumption } from "./new/places.mjs";
import { recipes, recipesText } from "./new/recipes.mjs";
import { assumption, stubs, test } from "./new/stubs.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The name as the house writes one: `Sabbatical Leave` → `sabbatical-leave`. */
const kebabOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");

/** `health-check` and `health check` are one kind. */
function kindOf(word) {
  const kinds = Object.keys(recipes);
  if (word === undefined) refuse("npm run new", "no kind", `write one of ${kinds.join(", ")}, and a name`);
  const kind = word.replace("-", " ");
  if (!(kind in recipes)) refuse("npm run new", `unknown kind "${word}"`, didYouMean(kind, kinds));
  return kind;
}

/** Folder and name, checked: the folder where a kind has several. */
function nameOf(kind, word) {
  const { example, folders } = recipes[kind];
  const call = (name) => `write npm run new -- ${kind.replace(" ", "-")} ${name}`;
  if (word === undefined) refuse(kind, "no name", call(example));
  const parts = word.split("/");
  const name = parts.pop();
  const folder = parts.join("/");
  if (!kebab.test(name))
    refuse(`${kind} ${word}`, "not in kebab-case", kebabOf(word) === "" ? call(example) : call(kebabOf(word)));
  if (folders === undefined ? folder !== "" : !folders.includes(folder)) {
    const listed = (folders ?? []).filter((one) => one !== "");
    if (folders === undefined) refuse(`${kind} ${word}`, "this kind has no folders", call(name));
    if (folder === "")
      refuse(`${kind} ${word}`, `no folder, one of ${listed.join(", ")}`, call(`${listed[0]}/${name}`));
    refuse(`${kind} ${word}`, `no folder "${folder}"`, didYouMean(folder, listed));
  }
  return { folder, base: name, name: folder === "" ? name : `${folder}/${name}` };
}

/** Every file below a folder. */
const below = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((one) => /\.tsx?$/.test(one))
    : [];

/** Refuses a name that a file of this kind has, in whatever folder of the kind, or that the list knows. */
function refuseTaken(kind, part) {
  const room = kind === "verb" ? dirname(part.path).split("/").slice(0, 2).join("/") : part.room;
  const same = below(room).find((one) => basename(one) === basename(part.path));
  const taken = (where) => refuse(`${kind} ${part.name}`, `the name is taken by ${where}`, "choose another");
  if (same !== undefined) taken(`${room}/${same.replaceAll("\\", "/")}`);
  if (part.index === undefined) return;
  const listed = new RegExp(`(?<![\\w"./-])${part.identifier}(?![\\w-])`);
  if (kind !== "verb" && listed.test(textOf(join(root, part.index)))) taken(part.index);
}

const nextNumber = () =>
  String(Math.max(...below("notebooks/src").map((one) => Number.parseInt(one, 10) || 0)) + 1).padStart(2, "0");

/** The first free number of what the package is held against. */
function nextResult() {
  const ids = below("src/validation").flatMap((one) => [
    ...textOf(join(root, "src/validation", one)).matchAll(/\bid: "E(\d+)"/g),
  ]);
  return `E${Math.max(...ids.map(([, number]) => Number(number))) + 1}`;
}

/** What stubs and lists need to know of a part. */
function partOf(kind, given) {
  const number = kind === "notebook" ? nextNumber() : "";
  const fill = (text) =>
    ["name", "base", "folder"]
      .reduce((all, key) => all.replaceAll(`{${key}}`, given[key]), text)
      .replace("{number}", number);
  const [first, second] = recipes[kind].files.map(({ path }) => path);
  const path = fill(first);
  const index = entries[kind] === undefined ? undefined : fill(second);
  const identifier = camel(given.base);
  return {
    ...{ kind, path, index, identifier, name: given.base, words: given.base.replaceAll("-", " ") },
    Identifier: identifier[0].toUpperCase() + identifier.slice(1),
    room: dirname(first.replace("{name}", "x").replace("{number}", "1")),
    from:
      index === undefined ? "" : `./${relative(dirname(index), path).replaceAll("\\", "/").replace(/\.ts$/, ".js")}`,
    id: kind === "validation row" ? nextResult() : "",
    files: recipes[kind].files.map((file) => ({ ...file, path: fill(file.path) })),
  };
}

function put(path, text) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Sorts imports and formats what was written. */
function format(paths) {
  const { resolve } = createRequire(import.meta.url);
  const biome = join(dirname(resolve("@biomejs/biome/package.json")), "bin", "biome");
  const { status, stderr } = spawnSync(process.execPath, [biome, "check", "--write", ...paths], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) process.stderr.write(stderr);
}

/** The files that were written. */
function start(part) {
  const { kind, path, index, files } = part;
  const tests = files.filter(({ path: one, by }) => by === "new" && one.endsWith(".test.ts")).map((one) => one.path);
  for (const one of tests)
    if (existsSync(join(root, one))) refuse(`${kind} ${part.name}`, `the name is taken by ${one}`, "choose another");
  const list = index === undefined ? undefined : entries[kind](textOf(join(root, index)), part);
  put(path, stubs[kind](part));
  if (index !== undefined) put(index, list);
  for (const one of tests) put(one, test({ ...part, path: one }));
  return [path, ...(index === undefined ? [] : [index]), ...tests];
}

/** An assumption has no file of its own: it enters the part that uses it. */
function startAssumption(name, file) {
  const example = recipes.assumption.example.split(" ")[1];
  const call = `write npm run new -- assumption ${name} ${example}`;
  if (file === undefined) refuse(`assumption ${name}`, "no file of the part that uses it", call);
  if (!existsSync(join(root, file)) || !/^src\/model\/.+\.ts$/.test(file))
    refuse(
      `assumption ${name}`,
      `no part at ${file}`,
      didYouMean(
        file,
        below("src/model").map((one) => `src/model/${one.replaceAll("\\", "/")}`),
      ),
    );
  const identifier = camel(name);
  const known = new RegExp(`^\\s*${identifier}: \\{\\s*$`, "m");
  const taken = below("src/model").find((one) => known.test(textOf(join(root, "src/model", one))));
  if (taken !== undefined) refuse(`assumption ${name}`, `the name is taken by src/model/${taken}`, "choose another");
  const text = withAssumption(textOf(join(root, file)), assumption({ identifier }));
  if (text === undefined) refuse(`assumption ${name}`, `${file} has no assumptions: { … }`, call);
  put(file, text);
  return {
    files: recipes.assumption.files.map((one) => ({ ...one, path: one.path.replace("{file}", file) })),
    written: [file],
  };
}

function main([kindWord, word, file]) {
  if (kindWord === "--contributing") return contributing();
  const kind = kindOf(kindWord);
  const given = nameOf(kind, word);
  let files;
  let written;
  if (kind === "assumption") ({ files, written } = startAssumption(given.base, file));
  else {
    const part = partOf(kind, given);
    refuseTaken(kind, part);
    written = start(part);
    files = part.files;
  }
  format(written);
  console.log(`started: ${written.join(", ")}\n\nNow, in this order:`);
  for (const [k, { path, say, by }] of files.entries())
    console.log(`${k + 1}. ${path}: ${say}${by === "new" || by === "hand" ? "" : ` (${by})`}`);
  console.log("\nnpx vitest run test/parts/complete.test.ts says what is missing.");
}

/** Writes the table of recipes into CONTRIBUTING.md. */
function contributing() {
  const text = textOf(join(root, "CONTRIBUTING.md"));
  const marks = /(<!-- recipes: .*-->\n)[\s\S]*?(\n<!-- end of recipes -->)/;
  put(
    "CONTRIBUTING.md",
    text.replace(marks, (_, from, to) => `${from}\n${recipesText()}\n${to}`),
  );
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
