/**
 * Builds the site of the documents into site/dist: `npm run docs:site`. Its tools are installed below `site/` on first use, and nowhere else. SITE_BASE=/path/ where it is
 * to be served from a path of its own.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const site = join(root, "site");

function run(program, args, cwd) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: "inherit", shell: process.platform === "win32" });
  if (error !== undefined || status !== 0) {
    console.error(`${program} ${args.join(" ")}: ended with ${error?.message ?? status}`);
    process.exit(1);
  }
}

if (!existsSync(join(site, "node_modules", "vitepress"))) {
  console.log("installing the site's tools into site/node_modules: once, some 150 packages, needs the net");
  run("npm", ["ci", "--no-audit", "--no-fund"], site);
}
run(
  process.execPath,
  [join(site, "node_modules", "typedoc", "bin", "typedoc"), "--options", join(site, "typedoc.json")],
  root,
);
const { joinPages } = await import(new URL("../site/api.mjs", import.meta.url).href);
joinPages(join(site, "typedoc"), join(root, "api"));
const { stage } = await import(new URL("../site/stage.mjs", import.meta.url).href);
stage(root, join(site, "pages"));
run(process.execPath, [join(site, "node_modules", "vitepress", "bin", "vitepress.js"), "build"], site);
console.log("the site is in site/dist; to read it: npx --prefix site vitepress preview site");
