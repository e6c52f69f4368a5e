import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** What a kind of members is called on the site. `variables` also holds verbs that are made from others, such as those that print themselves. */
const titles = {
  functions: "verbs",
  variables: "more verbs, and values",
  classes: "classes",
  interfaces: "shapes",
  "type-aliases": "types",
};

/** `subpaths/model` → the name it is imported from, and as a folder. */
const importName = (module) => (module === "index" ? "rewardlab" : `rewardlab/${posix.basename(module)}`);
const folderOf = (module) => importName(module).replace("/", "-");

/** Where a member that TypeDoc gave a page of its own stands once pages of a kind are joined. */
const placeOf = (member) => {
  const [kind, module] = [posix.basename(posix.dirname(member)), posix.dirname(posix.dirname(member))];
  return { page: `${folderOf(module)}/${kind}.md`, anchor: posix.basename(member, ".md").toLowerCase() };
};

/** Joins the pages TypeDoc wrote, one a member, to one a module and kind: some twenty pages in place of hundreds. */
export function joinPages(from, into) {
  const members = readdirSync(from, { recursive: true })
    .map((path) => String(path).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md") && !path.endsWith("README.md"))
    .sort();
  const pages = new Map();
  for (const member of members) {
    const { page, anchor } = placeOf(member);
    const linked = (_whole, target) => {
      const other = placeOf(posix.join(posix.dirname(member), target));
      const path = other.page === page ? "" : posix.relative(posix.dirname(page), other.page);
      return `](${path}#${other.anchor})`;
    };
    const text = readFileSync(join(from, member), "utf8")
      .replace(/\]\(([^()#]+\.md)(?:#[^()]*)?\)/g, linked)
      .replace(/^(#+) /gm, "#$1 ")
      .replace(/^## (?:[A-Z][A-Za-z ]*: )?(.*)$/m, `## $1 {:#${anchor}:}`);
    pages.set(page, [...(pages.get(page) ?? []), text.trim()]);
  }
  rmSync(into, { recursive: true, force: true });
  for (const [page, texts] of pages) {
    const kind = posix.basename(page, ".md");
    const module = posix.dirname(page).replace("-", "/");
    mkdirSync(dirname(join(into, page)), { recursive: true });
    writeFileSync(join(into, page), `# ${module}: ${titles[kind] ?? kind}\n\n${texts.join("\n\n")}\n`);
  }
}
