import { spawn } from "node:child_process";
import { notebooks } from "./folders.js";
import { jupyterEnvironment } from "./jupyter.js";
import { ensureJupyter, python } from "./python.js";

/** Opens JupyterLab at the notebooks; what stands after `--` is for JupyterLab, such as `--no-browser`. */
function main(args: readonly string[]): void {
  ensureJupyter(console.log);
  const options = [`--ServerApp.root_dir=${notebooks}`, "--LabApp.default_url=/lab/tree/01-first-comparison.ipynb"];
  const lab = spawn(python, ["-m", "jupyterlab", ...options, ...args], { env: jupyterEnvironment(), stdio: "inherit" });
  // Ctrl-C reaches JupyterLab too, which asks before it ends
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => lab.kill());
  lab.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
