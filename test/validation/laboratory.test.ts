import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { camelToWords } from "../../src/foundation/text/text.js";
import { assumptions } from "../../src/model/assumptions.js";
import { templates } from "../../src/node/files/templates.js";
import { edit, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import { drawBatch, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import { shipped } from "./inputs.js";

const root = join(import.meta.dirname, "..", "..");
const scenarios = join(root, "scenarios");
const files = readdirSync(scenarios, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
const read = (name: string): Scenario => parseScenario(readFileSync(join(scenarios, name), "utf8"), { name });
const isLaboratory = (name: string): boolean => name.startsWith("laboratory");
const laboratory = files.filter(isLaboratory).map(read);
const window = files.filter((name) => !isLaboratory(name)).map(read);

/** Everything a scenario is made of that comes in kinds, in words: `curve rank`, `measure account revenue`, `paid for team`. */
function partsOf(scenario: Scenario): string[] {
  const { designs, run } = scenario.checked;
  const { designs: cards, activities } = compile(scenario);
  const own = cards.filter(({ role }) => role === "design").flatMap((design) => design.cards);
  const written = (data: unknown): string[] =>
    typeof data !== "object" || data === null
      ? []
      : Object.entries(data).flatMap(([key, value]) =>
          key === "curve" && typeof value === "object" && value !== null && "kind" in value
            ? [`curve ${value.kind}`]
            : key === "for"
              ? [`paid for ${value}`]
              : written(value),
        );
  return [
    ...Object.values(designs).flatMap((design) => design.rewards.map((plan) => `reward ${plan.reward.kind}`)),
    ...own.flatMap((card) => card.slots.map(({ measure }) => `measure ${measure.name}`)),
    ...activities.map(({ name }) => `activity ${name}`),
    ...written(scenario.file),
    // Every run shows what happens when nobody reacts beside the response it asks for.
    ...(run.response === "none" ? [] : [`response ${run.response}`]),
  ];
}

/** Parts of some scenarios that no other scenario uses. */
function onlyIn(own: readonly Scenario[], others: readonly Scenario[]): string[] {
  const known = new Set(others.flatMap(partsOf));
  return [...new Set(own.flatMap(partsOf))].filter((part) => !known.has(part)).sort();
}

describe("a laboratory file", () => {
  test("exists for twelve results", () => {
    expect(laboratory).toHaveLength(12);
    expect(Object.keys(shipped.laboratory)).toHaveLength(12);
    expect(Object.keys(shipped.scenarios)).toContain("kam-flagship");
  });

  test.each(laboratory)("$name is read, checked and described", (scenario) => {
    const page = String(scenario);
    expect(page.split("\n")[0]).toBe(scenario.checked.title);
    for (const [name, { title }] of Object.entries(scenario.checked.designs)) {
      expect(title?.length, name).toBeGreaterThan(4);
      expect(page).toContain(`${name}, “`);
    }
    for (const line of page.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(100);
  });

  test.each(laboratory)("$name says where the numbers of its world come from", ({ file }) => {
    for (const section of [file.team, file.accounts, file.assumptions])
      expect(section).toMatchObject({ source: "study" });
  });

  test("is no template to start from", async () => {
    const offered = (await templates()).map(({ name }) => name);
    expect(offered.filter((name) => Object.keys(shipped.laboratory).includes(name))).toEqual([]);
    expect(offered.length).toBeGreaterThan(5);
  });
});

describe("the laboratory needs nothing of its own", () => {
  test("every reward, curve, measure, activity and response in it is used by a scenario of the shop window", () => {
    expect(onlyIn(laboratory, window)).toEqual([]);
  });

  test("a part that only the laboratory used would be found", () => {
    const without = window.filter((one) => !partsOf(one).includes("curve rank"));
    expect(without.length).toBeLessThan(window.length);
    expect(onlyIn(laboratory, without)).toContain("curve rank");
    expect(onlyIn(laboratory, [])).toEqual(expect.arrayContaining(["paid for team", "response look-ahead"]));
  });

  // Bounds on effort, which the laboratory opens wide, do not bind in the flagship: there they are drawn tight.
  // Its money is a unit without a country: accounts of the flagship's size beside such pay are no firm, and pay in EUR moves it as well.
  const tight: Readonly<Record<string, number | string>> = {
    ...{ hours: 1, "least effort": 0.5 },
    ...{ salary: "84 000 EUR/year", "pay growth": "2 %/year" },
  };

  test("every assumption it sets moves the flagship", () => {
    const base = parseScenario(shipped.scenarios["kam-flagship"]);
    const reference = played(base);
    const set = new Map(
      laboratory.flatMap(({ file }) =>
        (["team", "accounts", "assumptions"] as const).flatMap((section) =>
          Object.entries(file[section] ?? {}).map(([name, value]) => [name, { section, value }] as const),
        ),
      ),
    );
    const known = new Set(Object.keys(assumptions).map(camelToWords));
    const idle = [...set].filter(([name, { section, value }]) => {
      if (!known.has(name)) return false;
      const change = played(
        edit(base, (file) => {
          file[section] = { ...file[section], [name]: tight[name] ?? value } as never;
        }),
      );
      return change === reference;
    });
    expect(set.size).toBeGreaterThan(30);
    expect(idle.map(([name]) => name)).toEqual([]);
  });
});

/** A design for each form of reward, and none. */
const watched = ["today", "raise-1y-input", "recognition-1y-input"];

/** Every outcome of some designs in two worlds, as text: equal only when nothing moved. */
function played(scenario: Scenario): string {
  const program = compile(scenario);
  const batchInputs = drawBatch(program, 0, 2);
  const outcomes = outcomesFor(program);
  return program.designs
    .flatMap(({ name }, design) =>
      watched.includes(name)
        ? [...runTask(batchInputs, { design, response: "look-ahead", scale: 1, shift: 0 }, outcomes)]
        : [],
    )
    .join();
}

describe("the engine does not know the laboratory", () => {
  /** Where the word may stand: what plays it, reads it and prints it, and what studies say of theirs. */
  const mayKnow =
    /^(validation\/|report\/tables\/validation-page\.ts|node\/files\/validation-inputs\.ts|cli\/commands\/validate\.ts|model\/evidence-base\.ts)/;
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.replaceAll("\\", "/"));
  const knowing = sources.filter((name) => /laborator/i.test(readFileSync(join(root, "src", name), "utf8")));

  test("no other source file mentions it", () => {
    expect(knowing.length).toBeGreaterThan(3);
    expect(knowing.filter((name) => !mayKnow.test(name))).toEqual([]);
  });
});
