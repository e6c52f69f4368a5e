import { describe, expect, test } from "vitest";
import { fitChecks } from "../../src/calibration/checks.js";
import { fromAccounts, fromRoster } from "../../src/calibration/counted.js";
import { panelOf } from "../../src/calibration/panel.js";
import type { Person } from "../../src/employee-data/data.js";
import { dataOf, flagship, person, row, yearOf } from "./made.js";

const scored = [{ measure: "account revenue", name: "revenue", weight: 1 }];
const accounts = [row("A1", 2021, 100), row("A1", 2023, 100)];

/** What is said of a setting by its last word: how it is written, or why it is refused. */
const said = (answers: ReturnType<typeof fromAccounts>, name: string): string => {
  const found = answers.find(({ place }) => place.at(-1) === name);
  if (found === undefined) return "nothing";
  return "text" in found ? found.text : found.why;
};

describe("what is counted from tables", () => {
  const served = (people: readonly Person[]) => panelOf(dataOf({ people, accounts }), scored);

  test("who leaves on the first or the last day of the years left within them, a day outside did not", () => {
    const leavers = (left: string) => served([person("A", { left })]).leavers;
    expect(["2020-12-31", "2021-01-01", "2023-12-31", "2024-01-01"].map(leavers)).toEqual([0, 1, 1, 0]);
  });

  test("a year of scores is one from 334 days on: 1 January to 30 November", () => {
    const scores = (from: string) =>
      panelOf(dataOf({ results: [{ ...yearOf("A", 2021, 100, 90), from, to: "2021-11-30" }] }), scored).scores;
    expect(scores("2021-01-01").map(({ attainment }) => attainment)).toEqual([0.9]);
    expect(scores("2021-01-02")).toEqual([]);
  });

  test("accounts a manager are rounded to the nearest whole number: 5 of 2 are 3, 7 of 3 are 2", () => {
    const per = (...names: string[]) =>
      said(
        fromAccounts(flagship, panelOf(dataOf({ accounts: names.map((name) => row(name, 2023, 100)) }), scored)),
        "per manager",
      );
    expect(per("A1", "A2", "A3", "B1", "B2")).toBe("3");
    expect(per("A1", "A2", "A3", "B1", "B2", "C1", "C2")).toBe("2");
  });

  test("managers are those there after the last day: who leaves on it is not", () => {
    const managers = (left: string) => {
      const people = [person("A"), person("B"), person("C", { left })];
      return said(fromRoster(flagship, dataOf({ people, accounts }), served(people)), "managers");
    };
    expect(managers("2023-12-31")).toBe("2");
    expect(managers("2024-01-01")).toBe("3");
  });

  test("the last day is that of the fiscal year: of one that starts in October 30 September", () => {
    const fiscalYear = { starts: "October", "named by": "end" } as const;
    const managers = (more: Partial<Person>) => {
      const data = dataOf({ people: [person("A"), person("B"), person("C", more)], accounts });
      return said(fromRoster(flagship, data, panelOf(data, scored, fiscalYear), fiscalYear), "managers");
    };
    expect([managers({ left: "2023-10-01" }), managers({ left: "2023-09-30" })]).toEqual(["3", "2"]);
    expect([managers({ joined: "2023-09-30" }), managers({ joined: "2023-10-01" })]).toEqual(["3", "2"]);
  });

  test("fewer than five backgrounds say nothing of the next person hired", () => {
    const background = (count: number) => {
      const people = Array.from({ length: count }, (_, k) => person(String(k), { background: "sales" }));
      return said(fromRoster(flagship, dataOf({ people, accounts }), served(people)), "ex sales");
    };
    expect(background(4)).toContain("fewer than 5 people");
    expect(background(5)).not.toContain("fewer than");
  });
});

describe("the range of simulated teams", () => {
  test("is that of the middle 95 %: of 41 teams with attainments 0, 1, …, 40 it is 1 to 39", () => {
    const team = (attainment: number) =>
      panelOf(dataOf({ results: ["A", "B", "C"].map((id) => yearOf(id, 2021, 1, attainment)) }), scored);
    const simulated = Array.from({ length: 41 }, (_, k) => team(k));
    const [found] = fitChecks(team(20), simulated, { scores: undefined, leavers: undefined });
    expect(found.name).toBe("attainment, mean");
    expect(found.fitted?.low).toBeCloseTo(1, 9);
    expect(found.fitted?.high).toBeCloseTo(39, 9);
  });
});
