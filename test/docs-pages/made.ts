import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** Fails in one line where a page is not what the source makes: a difference of two pages would fill a screen. */
export function expectMade(path: string, made: string): void {
  const text = readFileSync(join(root, path), "utf8");
  if (text === made) return;
  const [is, was] = [made.split("\n"), text.split("\n")];
  const at = is.findIndex((line, k) => line !== was[k]);
  expect.fail(`${path}: line ${at < 0 ? is.length : at + 1} is not what the source says; run npm run docs`);
}
