import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evidenceModule, readCsv } from "../../src/docs-pages/evidence-module.js";
import { healthPage } from "../../src/docs-pages/health-page.js";
import { partsPage } from "../../src/docs-pages/parts-page.js";
import { isRange } from "../../src/foundation/maths/distribution.js";
import { camelToWords } from "../../src/foundation/text/text.js";
import { worldHash } from "../../src/results/sensitivity/one-at-a-time.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Fails in one line, where a difference of two pages would fill a screen. */
function expectMade(path: string, made: string): void {
  const [are, were] = [read(path).split("\n"), made.split("\n")];
  const at = are.findIndex((line, k) => line !== were[k]);
  if (are.length === were.length && at < 0) return;
  const where = at < 0 ? are.length : at;
  expect.fail(`${path}: line ${where + 1} is not what the source says; run npm run docs`);
}

describe("generated pages are up to date", () => {
  test("docs/parts.md is what `npm run docs` writes", () => {
    expectMade("docs/parts.md", partsPage());
  });

  test("docs/health.md is what `npm run docs` writes", () => {
    expectMade("docs/health.md", healthPage());
  });

  test("the evidence base in code is the one in data/evidence/effects.csv", () => {
    expect(read("src/model/evidence-base.ts")).toBe(evidenceModule(read("data/evidence/effects.csv")));
  });

  test("docs/assumptions.md was made from the flagship as it stands, and has every uncertain assumption", () => {
    const page = read("docs/assumptions.md");
    const flagship = parseScenario(read("scenarios/kam-flagship.yaml"), { name: "scenarios/kam-flagship.yaml" });
    expect(page).toContain(worldHash(flagship).slice(0, 12));
    for (const [name, range] of Object.entries(compile(flagship).assumptions)) {
      if (isRange(range)) expect(page).toContain(`| ${camelToWords(name)}: `);
    }
  });
});

describe("the evidence file is read strictly", () => {
  test("a missing column is named", () => {
    expect(() => evidenceModule("id,topic,study,sample,effect,value,se_or_interval\na,b,c,s,d,e\n")).toThrow(
      'data/evidence/effects.csv: column "read" is missing; keep the columns id, topic, study, sample, effect, value, se_or_interval, read',
    );
  });

  test("hand-worked: quotes, doubled quotes, commas and line ends inside cells", () => {
    expect(readCsv('a,b\r\n"x, ""y""","1\n2"\n,z\n')).toEqual([
      { a: 'x, "y"', b: "1\n2" },
      { a: "", b: "z" },
    ]);
  });
});
