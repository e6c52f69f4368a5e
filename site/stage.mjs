import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { order, pagesOf, placeOf } from "./pages.mjs";

/** The text outside code, where links and comments are. */
const outsideCode = (text, change) =>
  text
    .split(/(^ *```[\s\S]*?^ *```$|`[^`\n]*`)/m)
    .map((piece, k) => (k % 2 === 0 ? change(piece) : piece))
    .join("");

/** The page a link leads to where it names a folder with a README. */
const pageAt = (root, path) => (existsSync(join(root, path, "README.md")) ? `${path.replace(/\/$/, "")}/README.md` : path);

/**
 * Copies the pages of the project into a folder of the site. Links between pages lead to pages; files that are linked come along as files; a folder without a page
 * becomes its name, for the site does not show it.
 */
export function stage(root, into) {
  const made = order.flatMap(({ pages }) => pages.flatMap((entry) => pagesOf(root, entry)));
  const pages = new Set(["README.md", ...made]);
  const linked = (path) => (whole, mark, words, link) => {
    if (/^([a-z]+:|#)/.test(link)) return whole;
    const [to, anchor] = link.split("#");
    const target = pageAt(root, posix.join(posix.dirname(path), to));
    if (pages.has(target)) return `${mark}[${words}](${mark === "!" ? "" : placeOf(target)}${anchor === undefined ? "" : `#${anchor}`})`;
    if (!existsSync(join(root, target))) throw new Error(`${path}: ${link} leads nowhere; mend the link`);
    if (statSync(join(root, target)).isDirectory()) return words;
    mkdirSync(join(into, "public", dirname(target)), { recursive: true });
    cpSync(join(root, target), join(into, "public", target));
    return mark === "!" ? `![${words}](/${target})` : `[${words}](/${target}){:target="_blank":}`;
  };
  rmSync(into, { recursive: true, force: true });
  for (const path of pages) {
    const text = readFileSync(join(root, path), "utf8");
    const link = (piece) =>
      piece.replace(/<!--[\s\S]*?-->\n?|<a id="[^"]*"><\/a> ?/g, "").replaceAll("<br />", " ").replace(/(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/g, linked(path));
    const file = join(into, path.replace(/(^|\/)README\.md$/, "$1index.md"));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outsideCode(text, link));
  }
}
