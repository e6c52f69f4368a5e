import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { withExcerpts } from "./excerpts.js";

/** The tutorial with what its commands print, run in a folder of their own by the built command. */
export async function tutorialPage(root: string, page: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "tutorial-"));
  const command = `"${process.execPath}" "${join(root, "dist", "cli", "cli.js")}"`;
  const print = async (commands: string): Promise<string> => {
    const line = commands.replaceAll("npx rewardlab", command).replaceAll("\n", " && ");
    return (await promisify(execFile)("sh", ["-c", line], { cwd: folder, maxBuffer: 1e8 })).stdout;
  };
  try {
    return await withExcerpts(page, print);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
