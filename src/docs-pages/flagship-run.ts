import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readScenario } from "../node/files/read.js";
import { loadRun, saveRun } from "../node/runs/run-file.js";
import { simulate } from "../node/runs/simulate.js";
import type { Run } from "../simulation/data.js";

/** Letters of everything a run depends on: each module of the built package, and the scenario. */
function fingerprint(root: string, scenario: string): string {
  const dist = join(root, "dist");
  const modules = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const hash = createHash("sha256");
  for (const path of [...modules.sort().map((name) => join(dist, name)), scenario])
    hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex").slice(0, 20);
}

/**
 * The flagship as it stands, simulated by the built package once for its pages and for the tests of what they print: it is kept in
 * `node_modules/.cache`, under the fingerprint of all it was made from, and made anew when any of that changes.
 */
export async function flagshipRun(root: string): Promise<Run> {
  const scenario = join(root, "scenarios", "kam-flagship.yaml");
  const kept = join(root, "node_modules", ".cache", "rewardlab", `flagship-${fingerprint(root, scenario)}.run`);
  if (!existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true });
    for (const old of readdirSync(dirname(kept)))
      if (/^flagship-.*\.run$/.test(old)) rmSync(join(dirname(kept), old), { force: true });
    await saveRun(await simulate(await readScenario(scenario)), kept);
  }
  return loadRun(kept);
}
