import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isRange } from "../../src/foundation/maths/distribution.js";
import { smallest } from "../../src/foundation/values/quantity.js";
import { accounts } from "../../src/model/accounts/index.js";
import { activityNumbers } from "../../src/model/activities/activity.js";
import { activities, defaultActivities } from "../../src/model/activities/index.js";
import { assumptionNames, assumptions } from "../../src/model/assumptions.js";
import { curves } from "../../src/model/curves/index.js";
import type { About, Assumption } from "../../src/model/frame/part.js";
import { linkages } from "../../src/model/linkages/index.js";
import { measures } from "../../src/model/measures/index.js";
import { outcomes } from "../../src/model/outcomes/index.js";
import { people } from "../../src/model/people/index.js";
import { responses } from "../../src/model/responses/index.js";
import { rewards } from "../../src/model/rewards/index.js";
import { defaults } from "./scenes.js";
import { rangeOf } from "./worlds.js";

type Part = About & { readonly name?: string; readonly kind?: string; readonly title?: string };

const model = new URL("../../src/model/", import.meta.url);

/** Every folder of parts with what its index lists. */
const registries: Readonly<Record<string, readonly Part[]>> = {
  accounts: Object.values(accounts),
  people: Object.values(people),
  activities,
  measures,
  curves: curves as unknown as readonly Part[],
  linkages,
  rewards,
  responses,
  outcomes,
};

const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && "summary" in value && "references" in value;

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, model), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && file !== "index.ts",
  );

const nameOf = (part: Part): string => part.kind ?? part.name ?? part.title ?? "?";

describe.each(Object.entries(registries))("registry of %s", (folder, parts) => {
  test("every part defined in the folder is listed", async () => {
    let found = 0;
    for (const file of filesIn(folder)) {
      const module = (await import(new URL(`${folder}/${file}`, model).href)) as Record<string, unknown>;
      for (const [name, value] of Object.entries(module)) {
        if (!isPart(value)) continue;
        found += 1;
        expect(parts, `${folder}/${file} defines ${name}, which index.ts does not list`).toContain(value);
      }
    }
    expect(found).toBe(parts.length);
  });

  test("names are unique", () => {
    expect(new Set(parts.map(nameOf)).size).toBe(parts.length);
    expect(parts.map(nameOf)).not.toContain("?");
  });

  test("what parts say of themselves are sentences; that they say it is held in complete.test.ts", () => {
    for (const part of parts) {
      if (part.summary !== "") expect(part.summary, nameOf(part)).toMatch(/^[A-Z].{15,}[.)]$/);
      for (const reference of part.references) expect(reference.length, nameOf(part)).toBeGreaterThan(3);
    }
  });
});

test("laws of motion have a worked example and a law; every example says why", () => {
  for (const [folder, parts] of Object.entries(registries)) {
    for (const part of parts as readonly { examples?: readonly { why: string }[]; laws?: readonly unknown[] }[]) {
      const name = nameOf(part as Part);
      for (const { why } of part.examples ?? []) expect(why.length, name).toBeGreaterThan(10);
      if (folder !== "accounts" && folder !== "people") continue;
      expect(part.examples?.length ?? 0, `${folder}: ${name} has no example`).toBeGreaterThan(0);
      expect(part.laws?.length ?? 0, `${folder}: ${name} has no law`).toBeGreaterThan(0);
    }
  }
});

/** Ids of the evidence base: the first column of its table. */
const evidence = new Set(
  readFileSync(new URL("../../data/evidence/effects.csv", import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[0])
    .filter((id) => id !== ""),
);

describe("assumptions", () => {
  test.each(Object.entries(assumptions))(
    "%s has a unit, a source and a default that parses, and a meaning that says something",
    (name, one) => {
      if (one.meaning !== "") expect(one.meaning.length).toBeGreaterThan(10);
      expect(["team", "accounts", "assumptions"]).toContain(one.section);
      if (one.source !== "assumption") expect(evidence, `source of ${name}`).toContain(one.source);
      const range = rangeOf(name);
      const ends =
        range.kind === "fixed" ? [range.value] : range.kind === "triangular" ? [range.low, range.high] : undefined;
      for (const end of ends ?? []) {
        expect(end).toBeGreaterThanOrEqual(smallest(one.unit));
        expect(end).toBeLessThanOrEqual(one.unit.max ?? Number.POSITIVE_INFINITY);
      }
      expect(ends !== undefined || isRange(range)).toBe(true);
    },
  );

  test("every name is owned by one part", () => {
    const owners = [...Object.values(accounts), ...Object.values(people)].flatMap((step) =>
      Object.keys(step.assumptions),
    );
    expect(new Set(owners).size).toBe(owners.length);
    for (const name of owners) expect(assumptionNames).toContain(name);
    expect(assumptionNames.length).toBeGreaterThan(50);
  });

  test("what parts declare is what the registry holds", () => {
    const declared: [string, Assumption][] = [
      ...Object.values(accounts),
      ...Object.values(people),
      ...measures,
    ].flatMap((part) => Object.entries(part.assumptions as Record<string, Assumption>));
    for (const [name, one] of declared) expect(assumptions[name], name).toBe(one);
  });
});

test("references that look like ids of the evidence base are in it", () => {
  const id = /\b[a-z]+(?:-[a-z]+)*-(?:19|20)\d\d(?:-[a-z]+)*\b/g;
  let found = 0;
  for (const parts of Object.values(registries)) {
    for (const part of parts) {
      for (const reference of part.references.flatMap((text) => text.match(id) ?? [])) {
        found += 1;
        expect(evidence, `${nameOf(part)} refers to ${reference}`).toContain(reference);
      }
    }
  }
  expect(found).toBeGreaterThan(10);
});

describe("activities", () => {
  test("the default list is known, fills one full-time month, and has one of each special kind", () => {
    expect(defaults.map(({ name }) => name)).toEqual(defaultActivities);
    expect(defaults.reduce((sum, { normal }) => sum + normal, 0)).toBeCloseTo(1, 12);
    expect(defaults.filter(({ pressing }) => pressing)).toHaveLength(1);
    expect(defaults.filter(({ reporting }) => reporting)).toHaveLength(1);
  });

  test("room follows the normal share unless set, and an activity nobody does has room for a full month", () => {
    const [first] = activities;
    expect(activityNumbers(first).room).toBe(first.numbers.normal);
    expect(activityNumbers(first, { normal: 0.3 }).room).toBe(0.3);
    expect(activityNumbers(first, { normal: 0 }).room).toBe(1);
    expect(activityNumbers(first, { room: 2 }).room).toBe(2);
  });

  test("measures of activity read activities that exist", () => {
    const names: readonly string[] = activities.map(({ name }) => name);
    for (const { name, reads } of measures) for (const read of Object.keys(reads)) expect(names, name).toContain(read);
  });
});
