import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withExcerpts } from "../../src/docs-pages/excerpts.js";
import { tutorialPage } from "../../src/docs-pages/make-tutorial.js";
import { root } from "./command.js";

test("the tutorial's commands run, and print what it shows", async () => {
  const page = readFileSync(join(root, "docs", "tutorial.md"), "utf8");
  expect(page.match(/```text\n./g)?.length).toBeGreaterThan(5);
  expect(await tutorialPage(root, page)).toBe(page);
});

test("hand-worked: an excerpt is cut out of what was printed, and one that is not there is refused", async () => {
  const page = '```sh\nls\n```\nso:\n<!-- excerpt: "b" to "\\"d" -->\n```text\nold\n```\nend';
  const print = async (commands: string): Promise<string> => `${commands}\na\nb 1\nc\n"d 2\ne`;
  expect(await withExcerpts(page, print)).toBe(page.replace("old", 'b 1\nc\n"d 2'));
  await expect(withExcerpts(page.replace('"b"', '"x"'), print)).rejects.toThrow("nothing printed goes from");
});
