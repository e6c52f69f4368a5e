import { describe, expect, test } from "vitest";
import { applyFit } from "../../src/calibration/apply.js";
import type { Fit, FittedSetting } from "../../src/calibration/data.js";
import { parseScenario } from "../../src/scenario/scenario.js";

const setting = (place: readonly string[], text: string): FittedSetting => ({
  ...{ place, text, unit: { dimension: "number" }, was: undefined, estimate: 1, low: 1, high: 1 },
  ...{ rests: "24 people, of 3 years", method: "counted" },
});

const fitOf = (settings: readonly FittedSetting[], isCalibrated = true): Fit => ({
  about: {} as Fit["about"],
  ...{
    design: "today",
    years: [2023, 2025],
    refused: [],
    checks: [],
    measures: [],
    leftOut: [],
    notUsed: [],
    worlds: 0,
    reason: "",
  },
  untouched: { count: 0, examples: [] },
  source: { id: "firm-tables", title: "rewardlab fit from roster.csv: 24 people" },
  ...{ settings, isCalibrated },
});

const designs = `designs:
  today: { period: 1 year, weights: { account revenue: 100 % }, rewards: [{kind: cash bonus,   at target: 10 000 EUR/year}] }
`;
const some = [
  setting(["team", "managers"], "24"),
  setting(["team", "quits"], "3.08 %/year to 13.9 %/year"),
  setting(["accounts", "drift"], "-1.68 %/year to 11.5 %/year"),
  setting(["assumptions", "rebase"], "49.9 % to 50.1 %"),
];
const source = 'source: firm-tables, note: "24 people, of 3 years"';

describe("a fitted file", () => {
  const text = `# ours
rewardlab: 2
title: Plan # of 2026
horizon: 3 years

team:
  # counted by hand
  managers: 4   # soon five
  salary: 72 000 EUR/year
  source: assumption # to be found
accounts: { drift: 7 %/year, source: assumption }
${designs}`;

  test("keeps every comment, the order and every other letter", () => {
    expect(applyFit(text, fitOf(some))).toBe(`# ours
rewardlab: 2
title: Plan # of 2026
status: calibrated
horizon: 3 years
sources:
  firm-tables: "rewardlab fit from roster.csv: 24 people"

team:
  # counted by hand
  managers: { value: 24, ${source} }   # soon five
  salary: 72 000 EUR/year
  source: assumption # to be found
  quits: { value: 3.08 %/year to 13.9 %/year, ${source} }
accounts: { drift: { value: -1.68 %/year to 11.5 %/year, ${source} }, source: assumption }
${designs}assumptions:
  rebase: { value: 49.9 % to 50.1 %, ${source} }
`);
  });

  test("applied again it does not change", () => {
    const once = applyFit(text, fitOf(some));
    expect(applyFit(once, fitOf(some))).toBe(once);
  });

  test("is drawn from by simulations as it is written", () => {
    const { checked, file } = parseScenario(applyFit(text, fitOf(some)));
    expect(checked.managers).toBe(24);
    expect(checked.status).toBe("calibrated");
    expect(checked.assumptions.quits).toMatchObject({ kind: "lognormal" });
    expect(checked.assumptions.drift).toMatchObject({ kind: "normal", min: -0.5 });
    expect(Object.keys(file.sources ?? {})).toEqual(["firm-tables"]);
  });

  test("that is not calibrated keeps its status", () => {
    expect(applyFit(text, fitOf(some, false))).not.toContain("status");
    const before = text.replace("horizon", "status: illustrative # yet\nhorizon");
    expect(applyFit(before, fitOf(some, false))).toContain("status: illustrative # yet\n");
    expect(applyFit(before, fitOf(some))).toContain("status: calibrated # yet\n");
  });

  test("with nothing fitted is the file itself", () => {
    expect(applyFit(text, fitOf([]))).toBe(text);
  });
});

describe("files of other shapes", () => {
  const head = "rewardlab: 2\ntitle: Plan\nhorizon: 3 years\n";
  const fitted = (text: string) => applyFit(text, fitOf(some));

  test.each([
    ["sections in braces", `${head}team: { managers: 4 }\naccounts: {}\n${designs}`],
    ["sections that are missing", head + designs],
    [
      "values with a note of their own",
      `${head}team:\n  managers:\n    value: 4\n    note: as ever\n  salary: 1 EUR/year\n${designs}`,
    ],
    ["no newline at the end", `${head}${designs}team: { managers: 4 }`],
    [
      "JSON",
      JSON.stringify(
        { rewardlab: 2, title: "Plan", horizon: "3 years", team: { managers: 4 }, designs: { today: { rewards: [] } } },
        null,
        2,
      ),
    ],
    ["windows line ends", `${head}team:\n  managers: 4\n${designs}`.replaceAll("\n", "\r\n")],
  ])("%s: the numbers arrive and stay", (_, text) => {
    const once = fitted(text);
    const { checked } = parseScenario(once);
    expect(checked.managers).toBe(24);
    expect(Object.keys(checked.assumptions).sort()).toEqual(expect.arrayContaining(["drift", "quits", "rebase"]));
    expect(fitted(once)).toBe(once);
  });

  test("a source nobody cites any longer goes, others stay with their comments", () => {
    const sources = "sources:\n  hr: people department\n  book: a book # page 7\n";
    const text = `${head}${sources}team:\n  managers: { value: 4, source: hr }\n  salary: { value: 72 000 EUR/year, source: book }\n${designs}`;
    const written = fitted(text);
    expect(written).not.toContain("hr");
    expect(written).toContain('sources:\n  book: a book # page 7\n  firm-tables: "');
  });

  test("numbers that do not go with other settings are refused", () => {
    const rank = designs.replace("at target:", "curve: { kind: rank, winners: 3 }, at target:");
    const one = fitOf([setting(["team", "managers"], "2")]);
    expect(() => applyFit(`${head}${rank}`, one)).toThrow(/winners|members|team/);
  });

  test("what is no scenario is refused", () => {
    expect(() => fitted("hello")).toThrow(/expected settings/);
  });
});
