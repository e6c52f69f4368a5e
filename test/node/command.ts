import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "dist/cli/cli.js");

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly cwd?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly input?: string | undefined;
  /** Called once with the process, to signal it or close its output. */
  readonly meanwhile?: ((child: ChildProcessWithoutNullStreams) => void) | undefined;
}

/** What npm and the test runner leave in the environment for themselves. */
const ofRunner =
  /^(NODE_OPTIONS|VITEST.*|INIT_CWD|npm_(package|lifecycle|config_(local|global)_prefix|execpath|command).*)$/;

/** Runs a program to its end. */
export function execute(program: string, args: readonly string[], setting: Setting = {}): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !ofRunner.test(name));
  const env = { ...Object.fromEntries(inherited), ...setting.env };
  const child = spawn(program, args, { cwd: setting.cwd ?? root, env });
  const pieces = { out: "", err: "" };
  child.stdout.on("data", (piece) => (pieces.out += piece));
  child.stderr.on("data", (piece) => (pieces.err += piece));
  child.stdin.on("error", () => undefined);
  child.stdin.end(setting.input ?? "");
  setting.meanwhile?.(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...pieces }));
  });
}

/** Runs the built command. */
export const rewardlab = (args: readonly string[], setting: Setting = {}): Promise<Ended> =>
  execute(process.execPath, [cli, ...args], setting);

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "rewardlab-"));

/** A scenario small enough to run in a blink: one year, two managers, one account each. */
export const small = `rewardlab: 2
title: Small
horizon: 12 months
team: { managers: 2 }
accounts: { per manager: 1 }
designs:
  today: { period: 1 year, weights: { account revenue: 100 % }, rewards: [{ kind: cash bonus, at target: 12000 EUR/year }] }
  inputs: { like: today, weights: { account revenue: 40 %, executive access: 60 % } }
hold: { reward cost: 12000 EUR/year }
run: { worlds: 24, seed: 5 }
`;

/** A folder with the small scenario in it, and its path. */
export function studyFolder(text = small): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder();
  const path = join(folder, "small.yaml");
  writeFileSync(path, text);
  return { folder, path };
}
