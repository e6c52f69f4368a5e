import { join } from "node:path";
import { defineConfig } from "vitepress";
import { sideBar } from "../pages.mjs";

const root = join(import.meta.dirname, "..", "..");

export default defineConfig({
  title: "RewardLab",
  description: "Which way of rewarding key account managers is worth its money, how sure are we, and what would change our mind?",
  lang: "en-GB",
  base: process.env.SITE_BASE ?? "/",
  srcDir: "pages",
  outDir: "dist",
  cleanUrls: false,
  ignoreDeadLinks: false,
  // `{:` begins an attribute (stage.mjs); what a page writes in angle brackets or braces is text, never HTML or a template
  markdown: { html: false, attrs: { leftDelimiter: "{:", rightDelimiter: ":}" }, config: (md) => void md.core.ruler.push("braces", braces) },
  themeConfig: {
    sidebar: sideBar(root),
    outline: [2, 3],
    search: { provider: "local", options: { detailedView: true } },
    docFooter: { prev: "Before", next: "After" },
  },
});

function braces({ tokens }) {
  for (const token of tokens.flatMap(({ children }) => children ?? [])) {
    if (token.type === "text") token.content = token.content.replaceAll("{{", "{\u200b{");
  }
}
