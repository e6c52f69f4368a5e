import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { root } from "./folders.js";

const usage = `npm run kernel [-- --remove]

  lets VS Code and any Jupyter of yours run the notebooks: registers the kernel "TypeScript (tslab)" of this project for you alone
  --remove  takes it away again
`;

/** Where Jupyter looks for a person's own kernels. */
function dataFolder(): string {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "win32") return join(APPDATA ?? join(homedir(), "AppData", "Roaming"), "jupyter");
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  return join(XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "jupyter");
}

/** The project's kernel, with addresses that hold anywhere; its mark tells it from a kernel of the same name that is not ours. */
const specification = () => ({
  argv: [
    process.execPath,
    createRequire(import.meta.url).resolve("tslab/bin/tslab"),
    "kernel",
    "--config-path",
    "{connection_file}",
  ],
  display_name: "TypeScript (tslab)",
  language: "typescript",
  interrupt_mode: "signal",
  env: { NODE_NO_WARNINGS: "1" },
  metadata: { rewardlab: root },
});

function main(args: readonly string[]): void {
  const folder = join(dataFolder(), "kernels", "tslab");
  const file = join(folder, "kernel.json");
  const present = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const isOurs = present?.metadata?.rewardlab !== undefined;
  if (args.some((arg) => arg !== "--remove")) console.log(usage);
  else if (present && !isOurs) {
    console.log(
      `Left alone: ${file} is a kernel of the same name that this project did not register. If it starts tslab, it runs the notebooks.`,
    );
  } else if (args.includes("--remove")) {
    rmSync(folder, { recursive: true, force: true });
    console.log(present ? `Removed ${folder}` : "Nothing to remove: the kernel is not registered");
  } else {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${JSON.stringify(specification(), null, 2)}\n`);
    console.log(
      `Wrote ${file}\nIn VS Code open a notebook, then Select Kernel > Jupyter Kernel > TypeScript (tslab).\nnpm run kernel -- --remove takes it away.`,
    );
  }
}

main(process.argv.slice(2));
