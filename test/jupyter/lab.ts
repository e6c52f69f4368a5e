import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { notebooks, root } from "../../notebooks/tools/folders.js";
import { jupyterEnvironment } from "../../notebooks/tools/jupyter.js";
import { makeNotebook, printNotebook } from "../../notebooks/tools/notebook.js";
import type { Cell } from "../../notebooks/tools/percent.js";
import { python } from "../../notebooks/tools/python.js";

/** Screenshots and the copies of notebooks JupyterLab works on. */
export const results = join(root, "test-results");

/** A running JupyterLab. */
export interface Lab {
  /** Address of a notebook in it. */
  readonly address: (name: string) => string;
  readonly stop: () => Promise<void>;
}

/** ms */
const patience = 60_000;

/**
 * Starts JupyterLab on notebooks without outputs, in a folder of its own that lies in the project as the real one does, with settings of
 * its own. Stop it when done.
 */
export async function startLab(contents: Readonly<Record<string, readonly Cell[]>>): Promise<Lab> {
  mkdirSync(results, { recursive: true });
  const folder = mkdtempSync(join(results, "lab-"));
  const settings = mkdtempSync(join(tmpdir(), "lab-"));
  const served = join(folder, "notebooks");
  mkdirSync(served);
  for (const name of ["scenarios", "data"]) symlinkSync(join(root, name), join(folder, name));
  symlinkSync(join(notebooks, "package.json"), join(served, "package.json"));
  for (const [name, cells] of Object.entries(contents))
    writeFileSync(join(served, `${name}.ipynb`), printNotebook(makeNotebook(cells)));
  set(settings, "notebook-extension", "tracker", { windowingMode: "none" }); // all cells are in the page, not only those in sight
  set(settings, "apputils-extension", "notification", { fetchNews: "false", checkForUpdates: false });
  const runtime = join(settings, "runtime");
  const server = spawn(
    python,
    [
      ...["-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"],
      ...[`--ServerApp.root_dir=${served}`, "--LabApp.expose_app_in_browser=True"],
    ],
    {
      env: { ...jupyterEnvironment(), JUPYTER_CONFIG_DIR: settings, JUPYTER_RUNTIME_DIR: runtime },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let said = "";
  server.stderr.on("data", (data) => {
    said += String(data);
  });
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      if (!(await Promise.race([ended, pause(15_000, undefined, { ref: false })]))) server.kill("SIGKILL");
      await ended;
    }
    for (const path of [folder, settings]) rmSync(path, { recursive: true, force: true });
  };
  try {
    const { url, token } = await running(runtime, () => server.exitCode === null);
    return { address: (name) => `${url}lab/tree/${name}.ipynb?token=${token}`, stop };
  } catch (error) {
    await stop();
    throw new Error(`JupyterLab does not start: ${(error as Error).message}\n${said}`);
  }
}

/** A setting of JupyterLab, as a person would have chosen it. */
function set(settings: string, extension: string, part: string, values: object): void {
  const folder = join(settings, "lab", "user-settings", "@jupyterlab", extension);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${part}.jupyterlab-settings`), JSON.stringify(values));
}

/** What a server says of itself in its runtime folder once it listens. */
async function running(runtime: string, isAlive: () => boolean): Promise<{ url: string; token: string }> {
  for (const until = Date.now() + patience; Date.now() < until && isAlive(); await pause(100)) {
    try {
      const file = readdirSync(runtime).find((name) => /^jpserver-\d+\.json$/.test(name));
      if (file) return JSON.parse(readFileSync(join(runtime, file), "utf8"));
    } catch {
      // not there yet, or half written
    }
  }
  throw new Error("no server");
}
