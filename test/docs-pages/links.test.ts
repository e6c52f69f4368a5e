import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { headingAnchors, linksOf } from "./markdown.js";

const root = join(import.meta.dirname, "..", "..");

/** Not ours, or made anew by whoever needs it. */
const passedOver = new Set([
  "node_modules",
  "dist",
  ".git",
  ".venv",
  "reports",
  ".vitepress",
  "coverage",
  "api",
  "typedoc",
  "pages",
]);

const under = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    if (passedOver.has(one.name)) return [];
    return one.isDirectory() ? under(join(folder, one.name)) : [join(folder, one.name)];
  });

/** Markdown as it is written: whole files, and the notes of notebooks. */
const sources = under(root).filter(
  (path) => path.endsWith(".md") || (path.endsWith(".ts") && relative(root, path).startsWith(join("notebooks", "src"))),
);

const anchors = new Map<string, ReadonlySet<string>>();
const anchorsOf = (path: string): ReadonlySet<string> => {
  const known = anchors.get(path) ?? headingAnchors(readFileSync(path, "utf8"));
  anchors.set(path, known);
  return known;
};

/** What is wrong with a link, or undefined. */
function fault(from: string, link: string): string | undefined {
  const [path = "", anchor] = link.split("#");
  // the notes of a notebook are read in the notebook, a folder above their source
  const folder = from.endsWith(".ts") ? join(root, "notebooks") : dirname(from);
  const to = path === "" ? from : join(folder, decodeURI(path));
  if (!existsSync(to)) return `${relative(root, from)}: ${link} leads nowhere`;
  if (anchor === undefined || statSync(to).isDirectory() || !to.endsWith(".md")) return undefined;
  return anchorsOf(to).has(anchor) ? undefined : `${relative(root, from)}: ${link} names no heading`;
}

describe("links between pages", () => {
  test("every relative link of every Markdown file leads to a file, and its anchor to a heading", () => {
    const links = sources.flatMap((path) => linksOf(readFileSync(path, "utf8")).map((link) => [path, link] as const));
    expect(links.length).toBeGreaterThan(100);
    expect(links.flatMap(([path, link]) => fault(path, link) ?? [])).toEqual([]);
  });

  test("hand-worked: links and anchors are read as a repository's web page reads them", () => {
    expect(
      linksOf("see [a](b.md#c) and ![p](q.png), not `[x](y)` nor [z](https://z)\n```\n[no](no.md)\n```\n"),
    ).toEqual(["b.md#c", "q.png"]);
    expect([...headingAnchors("# 18 Fair comparison\n## A, `b c` & d\n## A\n## A\n")]).toEqual([
      "18-fair-comparison",
      "a-b-c--d",
      "a",
      "a-1",
    ]);
  });
});
