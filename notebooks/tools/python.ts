import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notebooks, root } from "./folders.js";

/** Commands that may start Python, with what comes before the arguments. */
const candidates: readonly (readonly string[])[] =
  process.platform === "win32" ? [["py", "-3"], ["python"], ["python3"]] : [["python3"], ["python"]];

/** Fails unless Python is new enough for JupyterLab and can make an environment with pip in it. */
const check = "import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 3)";

const advice: Readonly<Record<string, string>> = {
  linux: "on Debian or Ubuntu: sudo apt install python3 python3-venv",
  darwin: "on macOS: brew install python (from https://brew.sh), or the installer of https://www.python.org",
  win32: 'on Windows: winget install Python.Python.3.12, or the installer of https://www.python.org with "Add to PATH"',
};

/** What to install where Python is missing. */
export const missingPython = (platform: string): string =>
  `JupyterLab needs Python 3.10 or newer with its venv module. Install it, then repeat the command;\n${
    advice[platform] ?? Object.values(advice).join("\n")
  }`;

/** The first command of a list that starts a Python that will do. Throws with what to install where none does. */
export function findPython(commands: readonly (readonly string[])[] = candidates): readonly string[] {
  const found = commands.find(([command, ...first]) => spawnSync(command, [...first, "-c", check]).status === 0);
  if (!found) throw new Error(missingPython(process.platform));
  return found;
}

const environment = join(root, ".venv");
const wanted = join(notebooks, "requirements.txt");
/** A copy of the requirements, written once all are installed. */
const installed = join(environment, "requirements-installed.txt");

const read = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** The environment's own Python. */
export const python = join(
  environment,
  ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
);

/** Whether Jupyter is there as pinned. */
export const hasJupyter = (): boolean => existsSync(python) && read(installed) === read(wanted);

/** Makes the project's own Python environment with the pinned Jupyter, unless it is there. `say` hears what is being done. */
export function ensureJupyter(say: (line: string) => void): void {
  if (hasJupyter()) return;
  const [command, ...first] = findPython();
  say("Setting up Jupyter in .venv; once, about a minute");
  if (!existsSync(python)) {
    rmSync(environment, { recursive: true, force: true });
    must(command, [...first, "-m", "venv", environment]);
  }
  must(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", wanted]);
  // JupyterLab brings scripts for Node of the older kind, which the project's own package.json would have it read as modules
  writeFileSync(join(environment, "package.json"), '{ "private": true, "type": "commonjs" }\n');
  writeFileSync(installed, read(wanted));
}

function must(command: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout ?? ""}${stderr ?? error?.message ?? ""}`);
}
