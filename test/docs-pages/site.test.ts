import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

interface Item {
  readonly text: string;
  readonly link?: string;
  readonly items?: readonly Item[];
}

interface Pages {
  readonly order: readonly { readonly title: string; readonly pages: readonly unknown[] }[];
  readonly pagesOf: (root: string, entry: unknown) => readonly string[];
  readonly placeOf: (path: string) => string;
  readonly sideBar: (root: string) => readonly Item[];
}

const root = join(import.meta.dirname, "..", "..");
const site = (await import(new URL("../../site/pages.mjs", import.meta.url).href)) as Pages;
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Pages for readers: the documents, and what stands at the root and beside data and benches. */
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true })
    .map((path) => `docs/${path}`.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".md")),
  ...["data/README.md", "bench/README.md", "scenarios/laboratory/README.md"],
];

const leaves = (items: readonly Item[]): string[] =>
  items.flatMap(({ link, items: inside = [] }) => [...(link === undefined ? [] : [link]), ...leaves(inside)]);

describe("the site", () => {
  test("is ordered as tutorial, how-to, reference and explanation, and then the project", () => {
    expect(site.order.map(({ title }) => title)).toEqual(["Tutorial", "How-to", "Reference", "Explanation", "Project"]);
  });

  test("has every page once in its order, and in its side bar", () => {
    const placed = site.order.flatMap((group) => group.pages.flatMap((entry) => site.pagesOf(root, entry)));
    const ofProject = placed.filter((path) => !path.startsWith("api/"));
    expect([...ofProject, "README.md"].sort()).toEqual([...pages].sort());
    const links = leaves(site.sideBar(root));
    for (const path of pages) expect(links.filter((link) => link === site.placeOf(path))).toHaveLength(1);
  });

  test("hand-worked: where pages stand", () => {
    const places = ["README.md", "docs/method.md", "docs/decisions/README.md"].map(site.placeOf);
    expect(places).toEqual(["/", "/docs/method", "/docs/decisions/"]);
  });

  test("its tools are no part of the project's install, and its lock names no registry", () => {
    const { workspaces } = JSON.parse(read("package.json"));
    expect(workspaces).not.toContain("site");
    for (const tool of Object.keys(JSON.parse(read("site/package.json")).devDependencies)) {
      if (tool !== "typescript") expect(read("package-lock.json")).not.toContain(`"node_modules/${tool}"`);
      expect(read("site/package-lock.json")).toContain(`"node_modules/${tool}"`);
    }
    expect(read("site/package-lock.json")).not.toContain('"resolved"');
  });
});
