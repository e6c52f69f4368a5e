import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decisionsPage } from "../../src/docs-pages/decisions-page.js";
import { evidenceModule, readCsv } from "../../src/docs-pages/evidence-module.js";
import { healthPage } from "../../src/docs-pages/health-page.js";
import { partsPage } from "../../src/docs-pages/parts-page.js";
import { isRange } from "../../src/foundation/maths/distribution.js";
import { camelToWords } from "../../src/foundation/text/text.js";
import { worldHash } from "../../src/results/sensitivity/one-at-a-time.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";
import { expectMade } from "./made.js";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

describe("generated pages are up to date", () => {
  test("docs/parts.md is what `npm run docs` writes", () => {
    expectMade("docs/parts.md", partsPage());
  });

  test("docs/health.md is what `npm run docs` writes", () => {
    expectMade("docs/health.md", healthPage());
  });

  test("docs/decisions/README.md is what `npm run docs` writes", () => {
    const names = readdirSync(join(root, "docs", "decisions")).filter((name) => name !== "README.md");
    const made = decisionsPage(names.map((name) => ({ name, text: read(`docs/decisions/${name}`) })));
    expectMade("docs/decisions/README.md", made);
  });

  test("the evidence base in code is the one in data/evidence/effects.csv", () => {
    expectMade("src/model/evidence-base.ts", evidenceModule(read("data/evidence/effects.csv")));
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

describe("the index of decisions", () => {
  test("hand-worked: what supersedes what, in whole or in part, and which number has no file", () => {
    const page = decisionsPage([
      { name: "0001-a.md", text: "# 1 A\n\n**Decision.** As it is.\n" },
      { name: "0002-b.md", text: "# 2. B\n\nSupersedes decision 1. Decision 9 is not meant.\n" },
      { name: "0004-d.md", text: "# 4 D\n\nSupersedes the errors of decision 2; the rest\nstays.\n" },
    ]);
    expect(page).toContain("| [1](0001-a.md) | A | superseded by [2](0002-b.md) |");
    expect(page).toContain("| [2](0002-b.md) | B | in force, but for what [4](0004-d.md) changed |");
    expect(page).toContain("| [4](0004-d.md) | D | in force |");
    expect(page).toContain("There is no decision 3:");
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
