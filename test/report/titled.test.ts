import { describe, expect, test } from "vitest";
import { reportPage } from "../../src/report/comparison/report.js";
import { titled } from "../../src/report/comparison/titled.js";
import { headline } from "../../src/results/headline.js";
import { crossedRun } from "./printouts.js";

describe("an answer by titles", () => {
  const run = crossedRun();
  const found = headline({
    ...run,
    designs: run.designs.map((one) => ({ ...one, title: `Plan ${one.name.toUpperCase()}` })),
  });

  test("a report calls designs by their titles, outside the text of the command line", async () => {
    const page = await reportPage(found, []);
    const [before, after] = page.split("as the command line prints it");
    expect(titled(found).best.design).toBe("Plan PATIENT-TOO");
    expect(before).toContain("&quot;Plan PATIENT-TOO&quot; is worth most");
    expect(before).not.toMatch(/&quot;(patient|today|patient-too)&quot;/);
    expect(after).toContain("&quot;patient-too&quot; is worth most");
  });

  test("every table of it finds each design by its title", () => {
    const { comparison, ranking } = titled(found);
    const names = run.designs.map(({ name }) => `Plan ${name.toUpperCase()}`);
    expect(new Set(comparison.rows.map(({ design }) => design))).toEqual(new Set(names));
    for (const { designs } of [ranking, ...comparison.rankings])
      expect(designs.every(({ design }) => names.includes(design))).toBe(true);
  });
});
