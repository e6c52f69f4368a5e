import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The order of the site: groups of pages, a folder standing for all its pages; paths from the root of the project. */
export const order = JSON.parse(readFileSync(join(import.meta.dirname, "pages.json"), "utf8"));

/** The pages of a folder and of the folders in it, in the order of their names. */
export const pagesUnder = (root, folder) =>
  !existsSync(join(root, folder))
    ? []
    : readdirSync(join(root, folder), { recursive: true })
        .map((path) => `${folder}/${path}`.replaceAll("\\", "/"))
        .filter((path) => path.endsWith(".md"))
        .sort();

/** The pages an entry of the order stands for. */
export const pagesOf = (root, entry) =>
  typeof entry === "string"
    ? [entry]
    : [...new Set([...(entry.page === undefined ? [] : [entry.page]), ...pagesUnder(root, entry.folder)])];

/** The title of a page: its first heading. */
export const titleOf = (root, path) => {
  const text = readFileSync(join(root, path), "utf8");
  return (/^# (.+)$/m.exec(text)?.[1] ?? basename(path)).replaceAll("`", "").replace(/\\(.)/g, "$1");
};

/** Where a page stands on the site. */
export const placeOf = (path) => (path === "README.md" ? "/" : `/${path.replace(/(^|\/)(README|index)\.md$/, "$1").replace(/\.md$/, "")}`);

const item = (root, path) => ({ text: titleOf(root, path), link: placeOf(path) });

/** The pages of a folder as items, those of folders in it in groups that are closed at first. */
function folderItems(root, pages, folder) {
  const folders = [...new Set(pages.map((path) => dirname(path)))].filter((one) => one !== folder);
  const here = pages.filter((path) => dirname(path) === folder).map((path) => item(root, path));
  const inside = folders.map((one) => ({
    text: one.slice(folder.length + 1).replaceAll("/", " · "),
    collapsed: true,
    items: pages.filter((path) => dirname(path) === one).map((path) => item(root, path)),
  }));
  return [...here, ...inside];
}

function entryItem(root, entry) {
  if (typeof entry === "string") return item(root, entry);
  const pages = pagesOf(root, entry).filter((path) => path !== entry.page);
  const link = entry.page === undefined ? {} : { link: placeOf(entry.page) };
  return { text: entry.title, ...link, collapsed: true, items: folderItems(root, pages, entry.folder) };
}

/** The side bar: all groups with all pages. */
export const sideBar = (root) => [
  { text: "RewardLab", link: "/" },
  ...order.map(({ title, pages }) => ({ text: title, collapsed: false, items: pages.map((entry) => entryItem(root, entry)) })),
];
