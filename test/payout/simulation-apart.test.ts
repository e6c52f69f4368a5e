import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { backtest } from "../../src/backtest/backtest.js";
import { Problem } from "../../src/foundation/text/problem.js";
import { camelToWords } from "../../src/foundation/text/text.js";
import { activities } from "../../src/model/activities/index.js";
import { assumptions } from "../../src/model/assumptions.js";
import { measures } from "../../src/model/measures/index.js";
import { payout } from "../../src/payout/payout.js";
import { makeScenario, type Scenario } from "../../src/scenario/scenario.js";
import { dataOf, person, result } from "./plans.js";

type Settings = Record<string, unknown>;

const fileOf = (path: string): Settings =>
  parse(readFileSync(new URL(`../../scenarios/${path}.yaml`, import.meta.url), "utf8")) as Settings;

/** Three people with results of every measure and sales, for one year. */
const data = dataOf(
  [
    person("A", { midpoint: 62_000, targetIncentive: 9_000 }),
    person("B", { midpoint: 70_000, targetIncentive: 7_000, joined: "2024-04-01" }),
    person("C", { midpoint: 50_000, targetIncentive: 5_000 }),
  ],
  ["A", "B", "C"].flatMap((id, k) =>
    measures.flatMap(({ name, scale }) =>
      Array.from({ length: 12 }, (_, month) => {
        const first = `2024-${String(month + 1).padStart(2, "0")}`;
        const days = new Date(Date.UTC(2024, month + 1, 0)).getUTCDate();
        const more = { measure: name, from: `${first}-01`, to: `${first}-${days}` };
        const isIndex = scale === "index";
        return result(id, (isIndex ? 1 : 100) * (0.94 + 0.05 * k + 0.01 * month), isIndex ? undefined : 100, more);
      }),
    ),
  ),
);

/** A text with every number in it changed: `72 000 EUR/year` to `79 200 EUR/year`. */
const scaled = (text: string, factor: number): string =>
  text.replace(/\d+(?: \d{3})*(?:\.\d+)?/g, (number) =>
    String(Number((Number(number.replaceAll(" ", "")) * factor).toPrecision(6))),
  );

/** Other values of a setting, of which a scenario takes at least one. */
function others(value: unknown): unknown[] {
  if (typeof value === "number") return [value * 1.1, value * 0.9, value + 1];
  if (typeof value === "string") return [scaled(value, 1.1), scaled(value, 0.9), scaled(value, 2)];
  if (typeof value === "object" && value !== null && "value" in value)
    return others(value.value).map((one) => ({ ...value, value: one }));
  return [];
}

/** Every setting of the simulation, written or not, with its value, as paths of a file. */
function settingsOf(file: Settings): (readonly [path: readonly string[], value: unknown])[] {
  const known = Object.entries(assumptions).map(
    ([name, { section, value }]) => [[section as string, camelToWords(name)], value] as const,
  );
  const work = activities.flatMap(({ name, numbers }) =>
    Object.entries(numbers).flatMap(([key, value]) =>
      typeof value === "number" ? [[["activities", name, key], value || 0.1] as const] : [],
    ),
  );
  const seen = new Set([...known, ...work].map(([path]) => JSON.stringify(path)));
  const own = ["team", "accounts", "assumptions", "measures", "horizon", "run", "hold"].flatMap((section) =>
    written([section], file[section]),
  );
  const counts = [
    [["team", "managers"], 4],
    [["accounts", "per manager"], 5],
  ] as const;
  return [...known, ...work, ...counts, ...own.filter(([path]) => !seen.has(JSON.stringify(path)))];
}

function written(path: readonly string[], value: unknown): (readonly [readonly string[], unknown])[] {
  if (typeof value === "number" || (typeof value === "string" && /^\d/.test(value))) return [[path, value]];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  if ("value" in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, one]) => written([...path, key], one));
}

function withValue(file: Settings, [key, ...rest]: readonly string[], value: unknown): Settings {
  if (key === undefined) return file;
  if (rest.length === 0) return { ...file, [key]: value };
  return { ...file, [key]: withValue((file[key] ?? {}) as Settings, rest, value) };
}

/** The scenario with another value in one place, where one is taken; undefined where none is. */
function changed(file: Settings, path: readonly string[], value: unknown): Scenario | undefined {
  for (const other of others(value)) {
    try {
      return makeScenario(withValue(file, path, other));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return undefined;
}

const paysOf = (scenario: Scenario) =>
  Object.keys(scenario.checked.designs).map((design) => {
    const { periods, refused, merit } = payout(scenario, design, data);
    return { periods, refused, merit };
  });

describe("no number of the simulation pays a real person", () => {
  test.each([
    "plan-change",
    "kam-versus-salesperson",
    "templates/merit-led",
    "templates/quota-commission",
    "templates/recognition-led",
  ])("%s", (path) => {
    const { payout: terms, ...file } = fileOf(path);
    // names of the data are those of the measures here
    const own = terms ? { payout: { ...(terms as Settings), measures: {} } } : {};
    // a list of activities replaces the usual one: all of them, so that each can be changed alone
    const plain = { activities: Object.fromEntries(activities.map(({ name }) => [name, {}])), ...file, ...own };
    const scenario = makeScenario(plain);
    const before = paysOf(scenario);
    expect(before.flatMap(({ refused }) => refused)).toEqual([]);
    expect(before.every(({ periods }) => periods.some((one) => one.cash + one.raise + one.value > 0))).toBe(true);
    const settings = settingsOf(plain);
    const fixed = settings.filter(([at, value]) => {
      const other = changed(plain, at, value);
      if (other !== undefined) expect(paysOf(other), at.join(".")).toEqual(before);
      return other === undefined;
    });
    // no other value of these is taken by itself; nearly all are
    expect(fixed.length, JSON.stringify(fixed)).toBeLessThan(settings.length / 10);
  });

  test("nor moves a backtest", () => {
    const { payout: _terms, ...file } = fileOf("plan-change");
    const found = (other: Settings) => {
      const scenario = makeScenario(other);
      const plans = ["today", "proposal"].map((design) => ({ scenario, design }));
      const { costs, changes } = backtest(plans, { data }, { breakEven: false, resamples: 100 });
      return { costs, changes };
    };
    const sections = ["team", "accounts"].map((section) => {
      const numbers = Object.entries(file[section] as Settings).map(([key, value]) => [
        key,
        typeof value === "number" ? value + 1 : typeof value === "string" ? scaled(value, 1.1) : value,
      ]);
      return [section, Object.fromEntries(numbers)];
    });
    const all = { ...file, ...Object.fromEntries(sections) };
    expect(all).not.toEqual(file);
    expect(found(all)).toEqual(found(file));
  });
});
