import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/docs-pages/evidence-module.js";
import { camelToWords } from "../../src/foundation/text/text.js";
import { assumptions } from "../../src/model/assumptions.js";
import { evidenceBase } from "../../src/model/evidence-base.js";
import { responses } from "../../src/model/responses/index.js";
import { edit, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import { drawBatch, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const flagship = parseScenario(read("scenarios/kam-flagship.yaml"), { name: "kam-flagship" });
/** The page with line breaks undone. */
const flat = (scenario: Scenario): string => String(scenario).replace(/\n +/g, " ");
const base = flat(flagship);

describe("which study carries which number", () => {
  test("every assumption that leans on a study stands in that study's line, with its value and interval", () => {
    const leaning = Object.entries(assumptions).filter(([, { source }]) => source !== "assumption");
    expect(leaning.length).toBeGreaterThan(12);
    for (const [name, { source }] of leaning) {
      const line = new RegExp(`${source}: [\\s\\S]*?Carries ([\\s\\S]*?)\\.(?= [a-z0-9-]+: |\\n)`).exec(base)?.[1];
      expect(line, source).toContain(camelToWords(name));
    }
  });

  test("a study is told with who wrote it, how many there were, how much was read and what it found", () => {
    expect(base).toContain(
      "garbers-konradt-2014: Garbers & Konradt 2014, J. Occup. Organ. Psychol.; 146 studies, N = 31861; read: abstract. Found 0.32, interval not reported: standardised performance effect",
    );
    expect(base).toContain("team .45). Carries cash uplift 0.06 to 0.2, evenly.");
    expect(base).toContain("read: abstract. Found 0.33 (.21 to .45): correlation of intrinsic motivation");
    expect(base).toContain(
      "chung-2014: Chung, Steenburgh & Sudhir 2014, Mark. Sci.; one firm; read: abstract. Found no size:",
    );
    expect(base).toContain("Carries no number, only the reasoning.");
  });

  test("ways of reacting are told with the numbers that they alone draw", () => {
    expect(base).toContain("none (no reaction): baseline of every comparison. No number of its own.");
    expect(base).toContain("look-ahead (forward-looking; the one asked for): ");
    expect(base).toContain(
      "It alone draws cash uplift 0.06 to 0.2, evenly (garbers-konradt-2014) and award uplift 0.03 to 0.15, evenly (kosfeld-neckermann-2011).",
    );
    expect(base).not.toContain("first best (first best)");
  });

  test("a number of one's own leaves its study, whose line then carries no number", () => {
    const own = flat(
      edit(flagship, (file) => {
        file.sources = { ...file.sources, pilot: "our own pilot" };
        file.assumptions = { ...file.assumptions, "cash uplift": { value: "0.1 to 0.3", source: "pilot" } } as never;
      }),
    );
    expect(own).toMatch(/It alone draws cash uplift .{0,40}0\.3.{0,20} \(pilot\) and award uplift/);
    expect(own).toMatch(/garbers-konradt-2014: .* team \.45\)\. Carries no number, only the reasoning\./);
  });

  test("what a way of reacting alone draws moves it and no other", () => {
    for (const response of responses) {
      for (const name of response.draws ?? []) {
        const twice = edit(flagship, (file) => {
          file.assumptions = { ...file.assumptions, [camelToWords(name)]: 0.5 } as never;
        });
        expect(played(twice, response.name), name).not.toBe(played(flagship, response.name));
        for (const other of responses.filter((one) => one !== response && !one.compensates))
          expect(played(twice, other.name), `${name} under ${other.name}`).toBe(played(flagship, other.name));
      }
    }
    expect(responses.flatMap((one) => one.draws ?? [])).toEqual(["cashUplift", "awardUplift"]);
  });
});

/** Every outcome of a cash and a recognition design in one world. */
function played(scenario: Scenario, response: string): string {
  const program = compile(scenario);
  const batchInputs = drawBatch(program, 0, 1);
  const wanted = program.designs.flatMap(({ name }, k) => (/-1y-input$/.test(name) ? [k] : []));
  return wanted
    .map((design) => runTask(batchInputs, { design, response, scale: 1, shift: 0 }, outcomesFor(program)).join())
    .join();
}

test("the evidence base in code says what the file says, sample and interval included", () => {
  const rows = readCsv(read("data/evidence/effects.csv"));
  expect(evidenceBase.map(({ id, sample, interval, read: how }) => [id, sample, interval, how])).toEqual(
    rows.map((one) => [one.id, one.sample, one.se_or_interval, one.read]),
  );
});
