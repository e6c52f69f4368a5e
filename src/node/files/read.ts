import { refuse } from "../../foundation/text/problem.js";
import { parseScenario, type Scenario, type ScenarioOptions } from "../../scenario/scenario.js";
import { readBytes } from "./files.js";

/** Bytes. A scenario of a million characters, the most that is read, is no longer in UTF-8. */
const mostBytes = 4_000_000;

/**
 * Reads and checks a scenario file (YAML or JSON, UTF-8). Throws a Problem naming every fault with file, line and
 * column; for a missing file, the nearest name in its folder.
 */
export async function readScenario(path: string, options: Omit<ScenarioOptions, "name"> = {}): Promise<Scenario> {
  return parseScenario(await readScenarioText(path), { ...options, name: path });
}

/** The text of a scenario file. Throws a Problem when it cannot be read. */
export async function readScenarioText(path: string): Promise<string> {
  if (typeof path !== "string")
    refuse("path", `expected the path of a scenario file, got ${typeof path}`, 'write "scenarios/kam.yaml"');
  const bytes = await readBytes(path, /\.ya?ml$/i, mostBytes);
  return bytes.toString("utf8");
}
