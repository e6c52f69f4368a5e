// The letters a picture carries along, as a module made from the font files in src/charts/drawing/fonts: a browser without network has no other
// way to read them. Run at the end of every build: node scripts/font-module.mjs
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = "charts/drawing/fonts";
const faces = { regularFace: "regular.woff2", boldFace: "bold.woff2" };

/** Text of the module: each face in base64. */
export const fontModule = () =>
  Object.entries(faces)
    .map(([name, file]) => `export const ${name} = "${readFileSync(join(root, "src", folder, file), "base64")}";\n`)
    .join("");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = join(root, "dist", folder);
  const text = fontModule();
  mkdirSync(target, { recursive: true });
  const made = join(target, "faces.js");
  if (!existsSync(made) || readFileSync(made, "utf8") !== text) writeFileSync(made, text);
  copyFileSync(join(root, "src", folder, "LICENSE"), join(target, "LICENSE"));
}
