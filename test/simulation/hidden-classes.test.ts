import { readdirSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { describe, expect, test } from "vitest";
import { activityNumbers } from "../../src/model/activities/activity.js";
import { activities } from "../../src/model/activities/index.js";
import { parseScenario } from "../../src/scenario/scenario.js";
import { DesignSimulation } from "../../src/simulation/batch/design-simulation.js";
import { compile } from "../../src/simulation/compile.js";
import { drawBatch } from "../../src/simulation/world/batch-inputs.js";
import type { Program } from "../../src/simulation/world/program.js";

/** Whether V8 takes two objects to be of one form, so that code which reads both is as fast as code that reads one. */
setFlagsFromString("--allow-natives-syntax");
const haveSameMap = new Function("a", "b", "return %HaveSameMap(a, b)") as (a: object, b: object) => boolean;

const templates = new URL("../../scenarios/templates/", import.meta.url);
const programs = readdirSync(templates)
  .filter((name) => name.endsWith(".yaml"))
  .slice(0, 5)
  .map((name) => compile(parseScenario(readFileSync(new URL(name, templates), "utf8"), { name })));

/** Forms among these objects. */
function formsOf(objects: readonly object[]): number {
  const forms: object[] = [];
  for (const one of objects) if (!forms.some((form) => haveSameMap(form, one))) forms.push(one);
  return forms.length;
}

/** What kernels read numbers from, played for a month. */
function playsOf(some: readonly Program[]): DesignSimulation[] {
  return some.flatMap((program) => {
    const batchInputs = drawBatch(program, 0, 1);
    return program.designs.map((_, design) => {
      const play = new DesignSimulation(batchInputs, { design, response: "look-ahead", scale: 1, shift: 0 });
      play.month(0);
      return play;
    });
  });
}

describe.each([2, 5])("with %i scenarios compiled in one process", (count) => {
  const some = programs.slice(0, count);

  test("activities have one form, whatever a scenario sets of them", () => {
    expect(some).toHaveLength(count);
    expect(formsOf(some.flatMap(({ activities }) => activities))).toBe(1);
  });

  test("what kernels read lane by lane has one form of each kind", () => {
    const plays = playsOf(some);
    const cards = plays.flatMap((play) => play.cards);
    const slots = cards.flatMap((card) => card.slots);
    expect(formsOf(plays.map(({ world }) => world))).toBe(1);
    expect(formsOf(plays.map(({ batchInputs }) => batchInputs.randomDraws))).toBe(1);
    expect(formsOf([...plays.flatMap(({ fixed }) => fixed), ...cards.flatMap(({ rewards }) => rewards)])).toBe(1);
    expect(formsOf(slots)).toBe(1);
    expect(formsOf(slots.map(({ outlook }) => outlook))).toBe(1);
    expect(formsOf(cards.map(({ readings }) => readings))).toBe(1);
  });
});

test("an activity set in whole numbers has the form of one set in fractions", () => {
  const [first, second] = activities;
  const [whole, fraction] = [activityNumbers(first, { normal: 1, push: 0 }), activityNumbers(second, { normal: 0.3 })];
  expect([whole.normal, whole.push, fraction.normal]).toEqual([1, 0, 0.3]);
  expect(haveSameMap(whole, fraction)).toBe(true);
});
