import { applyFit } from "../../calibration/apply.js";
import type { Fit } from "../../calibration/data.js";
import type { Reward } from "../../model/rewards/reward.js";
import { readBytes } from "./files.js";
import { writeFileWhole } from "./whole-file.js";

/** bytes. As for every scenario file. */
const mostBytes = 4_000_000;

/**
 * Writes a copy of a scenario file with what was fitted in place; both may be the same file. Comments, order and all other letters stay.
 * Gives the path back. Throws a Problem for files that cannot be read or written, and where the fitted numbers do not go with other settings.
 */
export async function saveFitted(
  fit: Fit,
  base: string,
  path: string,
  options: { readonly rewards?: readonly Reward[] | undefined } = {},
): Promise<string> {
  const text = (await readBytes(base, /\.ya?ml$/i, mostBytes)).toString("utf8");
  await writeFileWhole(path, [applyFit(text, fit, { name: base, rewards: options.rewards })]);
  return path;
}
