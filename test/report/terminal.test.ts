import { describe, expect, test } from "vitest";
import { headlineText, terminalReport } from "../../src/report/comparison/terminal.js";
import { bridge, compare, drivers, headline as printed } from "../../src/report/printed.js";
import { headline } from "../../src/results/headline.js";
import { type TinyOptions, tinyHeld, tinyRun, valued } from "../results/tiny-run.js";

const count = 60;
const worlds = Array.from({ length: count }, (_, w) => w);
const column = (start: number, slope: number) => worlds.map((w) => start + slope * ((w * 7) % count));
const nothing = column(0, 0);
const design = (start: number, slope: number) => valued(column(start, slope), column(80_000, 0), column(20_000, 10));

const options: TinyOptions = {
  smallest: 20_000,
  draws: { relationYield: worlds.map((w) => 0.1 + 0.002 * ((w * 7) % count)) },
  designs: {
    today: design(14_000_000, 1_000),
    patient: design(14_200_000, 9_000),
    "patient-too": design(14_190_000, 9_500),
    "no reward": { ...valued(column(13_900_000, 1_000), nothing, column(20_000, 10)), role: "no reward" },
    "flat top-up": { ...design(13_950_000, 1_000), role: "flat top-up" },
  },
};

describe("the page in the terminal", () => {
  const text = terminalReport(tinyRun(options));

  test("hand-worked: patient-too is worth 190,000 and 8,500 a step of 0 to 59 more, 441 thousand", () => {
    // all that differs between worlds is what the assumption explains, and its mean is known: of 60 worlds a 61st of the error is left
    expect(text).toContain('"patient-too" is worth most: +440.75 ± 0.66 thousand EUR');
    expect(text).toContain("net value per");
    expect(text.replace(/\s+/g, " ")).toContain("better under 100 % of the draws of the assumptions (clearly better)");
    expect(text).toContain("luck and assumptions are not told apart");
  });

  const shaken = (account: number[], step: number) =>
    valued(
      account.map((one, w) => one + 2_000 * (((w * step) % count) - 29.5)),
      column(80_000, 0),
      column(20_000, 10),
    );
  const base = column(14_200_000, 0);
  const unpaid = { "no reward": options.designs["no reward"] };
  const page = (designs: TinyOptions["designs"]): string =>
    terminalReport(
      tinyRun({ smallest: 20_000, designs: { today: options.designs.today, ...unpaid, ...designs } }),
    ).replace(/\s+/g, " ");
  const answerOf = (text: string): string => text.slice(text.indexOf("Answer"), text.indexOf("Designs at equal cost"));

  test("where one design is told from all others it is named as the best", () => {
    const answer = answerOf(text.replace(/\s+/g, " "));
    expect(answer).toContain("It is the best: every other design is behind it by more than luck explains");
    expect(answer).not.toContain("probability");
  });

  test("where three cannot be told apart it is a tie, with their names and no probability of the first", () => {
    const tie = page({ a: shaken(base, 7), b: shaken(base, 11), c: shaken(base, 13) });
    const answer = answerOf(tie);
    expect(answer).toMatch(/it is a tie: "[abc]", "[abc]" and "[abc]" cannot be told from the best/);
    expect(answer).not.toContain("probability");
    expect(answer).not.toContain("worth most");
    expect(tie).toMatch(/Which design is best .*best with probability/);
    expect(tie.match(/ % may be best/g)).toHaveLength(3);
    expect(tie.match(/ % behind the best/g)).toHaveLength(1);
  });

  test("a tie of many is counted, the first named; twins are both in it", () => {
    const many = page(Object.fromEntries([7, 11, 13, 17, 19].map((step) => [`d${step}`, shaken(base, step)])));
    expect(answerOf(many)).toMatch(/it is a tie: 5 designs, "d\d+" first, cannot be told from the best/);
    const twins = page({ one: options.designs.patient, other: options.designs.patient });
    expect(answerOf(twins)).toContain('it is a tie: "one" and "other" cannot be told from the best');
  });

  test("a tie with the baseline in front names it as such", () => {
    const near = tinyRun({
      designs: {
        today: shaken(base, 7),
        other: shaken(
          base.map((one) => one - 10),
          11,
        ),
        ...unpaid,
      },
    });
    expect(answerOf(terminalReport(near).replace(/\s+/g, " "))).toContain(
      'Of them "today", the baseline, has the highest expected net value in this run.',
    );
  });

  test("says what it is about, where it comes from and how far to trust it", () => {
    expect(text.startsWith("Tiny\nWhich?\nStatus: illustrative.")).toBe(true);
    expect(text).toContain("scenario tiny.yaml · seed 7 · 60 worlds · 2 years · 1 KAM · RewardLab 0.0.0");
    expect(text).toContain("No published study gives the causal effect of a reward design on KAMs.");
  });

  test("names what would flip the answer, with the value of the assumption", () => {
    expect(text).toMatch(/relation yield low \(below about 0\.1\d+\): "patient" leads by/);
  });

  test("has no colour codes unless asked", () => {
    expect(text).not.toContain("\u001b");
    expect(headlineText(headline(tinyRun(options)), { colour: true })).toContain("\u001b[1mAnswer\u001b[0m");
  });

  test("lines are at most 100 characters, also with long and hostile names", () => {
    const name = `x\u001b[2J${"long-name-".repeat(12)}`;
    const { patient, ...others } = options.designs;
    const hostile = terminalReport(
      tinyRun({ ...options, title: "T\n\u001b[2J", designs: { ...others, [name]: patient } }),
    );
    expect(hostile).not.toContain("\u001b");
    const limit = 100;
    for (const line of hostile.split("\n")) expect([...line].length, line).toBeLessThanOrEqual(limit);
    for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(limit);
  });

  test("says when designs were not held equal", () => {
    const free = terminalReport(tinyRun({ ...options, hold: false }));
    expect(free).toContain("At the cost each design comes with");
    expect(free).toContain("Designs were not held at equal cost");
  });

  test("says what was done to each design, what could not be met, and which plan is corrected over a long distance", () => {
    const cost = { "reward cost": worlds.map((w) => (w % 2 === 0 ? 17_000 : 17_100)) };
    const designs = Object.fromEntries(
      Object.entries(options.designs).map(([name, one]) => [name, { ...one, outcomes: { ...one.outcomes, ...cost } }]),
    );
    const slopes = [{ worlds: 48, byScale: { "reward cost": 19_500, "net value": 100 }, byShift: {}, errors: {} }];
    const held = [
      tinyHeld("patient", { scale: 0.8, to: { outcome: "reward cost", value: 19_000, atTarget: undefined }, slopes }),
      tinyHeld("today", { isMet: false, remark: "cost 10.0 % off" }),
    ];
    const page = terminalReport(tinyRun({ ...options, held, designs })).replace(/\s+/g, " ");
    expect(page).toContain('- "today" under look-ahead: cost 10.0 % off');
    // ln(scale) rises by 1,950 of cost over 19,500 a unit
    expect(page).toMatch(/patient 0\.88414 ± 0\.00061 0 ± 0 -10\.263 ± 0\.071/);
    expect(page).toContain('less surely than their ± says: "patient" (cost -1,950 ± 13 EUR/year)');
  });

  test("a run of one world, one design and no yardstick's outcome still prints or says why", () => {
    const small = tinyRun({
      designs: { today: valued([5], [1], [1]), "no reward": { ...valued([4], [0], [1]), role: "no reward" } },
    });
    expect(terminalReport(small)).toContain('no design beats the baseline "today"');
    expect(terminalReport(small)).toContain("Too few worlds to say");
  });
});

test("results print themselves and stay plain data", () => {
  const run = tinyRun(options);
  expect(String(printed(run))).toBe(terminalReport(run));
  expect(String(compare(run))).toContain("designs against today, response look-ahead");
  expect(String(bridge(run, { design: "patient" }))).toContain("+ behaviour");
  expect(String(drivers(run))).toContain("relation yield");
  expect(JSON.parse(JSON.stringify(compare(run))).baseline).toBe("today");
});
