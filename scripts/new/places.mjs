// Where a new part is named in files that exist: its import, its place in a list.
import { readFileSync } from "node:fs";

/** The text with a line before the bracket that closes the list which starts with `opening`. */
function listed(text, opening, entry, path, before) {
  const start = text.indexOf(opening);
  if (start < 0) throw new Error(`${path}: no "${opening.trim()}"; the recipe in scripts/new has to follow the file`);
  const mark = before === undefined ? closing(text, start + opening.length) : text.indexOf(before, start);
  if (mark < 0)
    throw new Error(`${path}: no "${before}" in the list; the recipe in scripts/new has to follow the file`);
  const comma = /[[{,]\s*$/.test(text.slice(0, mark)) ? "" : ",";
  return `${text.slice(0, mark).trimEnd()}${comma}\n${entry},\n${text.slice(mark)}`;
}

/** Where the bracket is that closes the list open at `from`. */
function closing(text, from) {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if ("[{(".includes(text[at])) depth += 1;
    if ("]})".includes(text[at])) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

const imported = (text, names, from) => `import { ${names} } from "${from}";\n${text}`;

/** An edit of a list of parts: the import and the entry. */
const inList =
  (opening, { before, names = ({ identifier }) => identifier } = {}) =>
  (text, part) =>
    listed(imported(text, names(part), part.from), opening, names(part), part.index, before);

const command = (text, { name, Identifier, index }) =>
  listed(
    text,
    "Readonly<Record<string, Entry>> = {",
    `  ${/-/.test(name) ? `"${name}"` : name}: {
    args: "<scenario>",
    summary: "",
    load: async () => (await import("./${name}.js")).add${Identifier},
  }`,
    index,
  );

/** The kind in its list and among the names of tables; nothing reads such a table yet, which the test says. */
function tableKind(text, part) {
  const names = ({ identifier }) => `${identifier}Kind`;
  const kinds = inList("export const tableKinds = [", { names })(text, part);
  const union = /export type TableName = ([^;]+);/;
  return kinds.replace(union, (_, all) => `export type TableName = ${all} | "${part.words}";`);
}

const verb = (text, { identifier, from }) => `${text.trimEnd()}\nexport { ${identifier} } from "${from}";\n`;

/** How a part enters the file that lists its kind. */
export const entries = {
  reward: inList("export const rewards = ["),
  curve: inList("export const curves = ["),
  linkage: inList("export const linkages: readonly Linkage[] = ["),
  measure: inList("export const measures = ["),
  activity: inList("export const activities = ["),
  outcome: inList("export const outcomes: readonly Outcome[] = ["),
  response: inList("export const responses = [", { before: "planner]" }),
  chart: inList("export const chart = {"),
  "health check": inList("export const healthChecks: readonly HealthCheck[] = ["),
  "lint rule": inList("export const lintRules: readonly LintRule[] = ["),
  "table kind": tableKind,
  command,
  verb,
  "validation row": inList("export const checks: readonly Check[] = ["),
};

/** The file of a part with an entry more in its `assumptions`; undefined where it has none to write in. */
export function withAssumption(text, entry) {
  const opening = /assumptions: \{\n?/.exec(text);
  if (opening === null) return undefined;
  const at = opening.index + opening[0].length;
  return `${text.slice(0, at)}${entry}${text.slice(at)}`;
}

export const textOf = (file) => readFileSync(file, "utf8");
