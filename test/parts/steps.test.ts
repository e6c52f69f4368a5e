import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accounts } from "../../src/model/accounts/index.js";
import type { LawOfMotion, SeatMonth, StepExample } from "../../src/model/frame/step.js";
import { people } from "../../src/model/people/index.js";
import { expectView } from "./agreement.js";
import { changed, copyOf, momentOf, randomScene, restingScene, type Scene } from "./scenes.js";
import { drawsFrom } from "./worlds.js";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const runs = { numRuns: 60 };

/** The scene after the kernel, and the scene before it. */
function step(part: LawOfMotion, before: Scene): Scene {
  const lanes = copyOf(before.lanes);
  part.kernel(lanes, before.world, before.randomDraws, before.month, before.activities);
  return { ...before, lanes };
}

function expectMoment(found: SeatMonth, expected: SeatMonth): void {
  expectView(found.lane, expected.lane, "lane");
  expected.accounts.forEach((one, k) => {
    expectView(found.accounts[k], one, `account ${k}`);
  });
  expected.activities.forEach((one, j) => {
    expectView(found.activities[j], one, found.settings[j].name);
  });
}

function expectGiven(found: SeatMonth, gives: StepExample["gives"]): void {
  expectView(found.lane, gives.lane ?? {}, "lane");
  expectView(found.accounts[0], gives.account ?? {}, "account");
  for (const [name, view] of Object.entries(gives.activity ?? {})) {
    expectView(found.activities[found.settings.findIndex((one) => one.name === name)], view, name);
  }
}

const parts: readonly LawOfMotion[] = [
  ...Object.values(accounts),
  ...Object.values(people),
] as unknown as readonly LawOfMotion[];

describe.each(parts.map((part) => [part.title, part] as const))("%s", (_title, part) => {
  test("kernel and formula agree on every column of every lane", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const before = randomScene(drawsFrom(seed));
        const after = step(part, before);
        for (let i = 0; i < before.lanes.lanes; i++) {
          const moment = momentOf(before, i);
          expectMoment(momentOf(after, i), changed(moment, part.formula(moment)));
        }
      }),
      runs,
    );
  });

  test.each(part.examples.map((example) => [example.why, example] as const))("%s", (_why, example) => {
    const before = restingScene(example);
    const moment = momentOf(before, 0);
    expectGiven(changed(moment, part.formula(moment)), example.gives);
    expectGiven(momentOf(step(part, before), 0), example.gives);
  });

  test.each(part.laws.map((law) => [law.law, law] as const))("law: %s", (_law, law) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const before = randomScene(drawsFrom(seed));
        const after = step(part, before);
        for (let i = 0; i < before.lanes.lanes; i++) {
          if (!law.holds(momentOf(before, i), momentOf(after, i))) expect.fail(`lane ${i} breaks the law: ${law.law}`);
        }
      }),
      runs,
    );
  });
});
