import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evidenceBase } from "../../src/model/evidence-base.js";

/** Theory that is no row of the evidence base, by author and year. */
const theory = ["Weitzman 1980", "Banker & Datar 1989", "Baker 2002", "Holmström 1982"];

const titles = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".test.ts") && name !== "citations.test.ts")
  .flatMap((name) => [...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/^ {2}test\("(.+)", /gm)])
  .map(([, title]) => title);

describe("a stylised fact", () => {
  test.each(titles)("%s: cites what is known", (title) => {
    const cited = [...title.matchAll(/\(([^()]*\d{4}[^()]*|[a-z]+(?:-[a-z]+)+)\)/g)].flatMap(([, one]) =>
      one.split(/[,;] /),
    );
    expect(cited.length).toBeGreaterThan(0);
    const known = [...theory, ...evidenceBase.map(({ id }) => id)];
    expect(cited.filter((one) => !known.includes(one))).toEqual([]);
  });
});
