// Declarations name types by way of whichever entry gives them. Where an entry has changed since the last build all are written anew: what is built
// step by step would keep the old way. Run: before tsc, by npm run build
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const built = join(root, "dist", ".tsbuildinfo");
const entries = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((path) =>
  /^(?:index|core|[\w-]+[\\/]index|subpaths[\\/][\w-]+)\.ts$/.test(path),
);
const changed = (path) => statSync(join(root, "src", path)).mtimeMs > statSync(built).mtimeMs;

if (existsSync(built) && entries.some(changed)) rmSync(built);
