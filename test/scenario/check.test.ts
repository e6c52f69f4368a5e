import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "../../src/foundation/text/problem.js";
import { makeScenario, parseScenario } from "../../src/scenario/scenario.js";
import { compile } from "../../src/simulation/compile.js";

const base = `rewardlab: 2
title: Base
horizon: 4 years
team: { managers: 3 }
weights:
  balanced:
    account revenue: 60 %
    executive access: 40 %
designs:
  today:
    period: 1 year
    weights: { account revenue: 100 % }
    rewards:
      - kind: cash bonus
        at target: 18 000 EUR/year
  other:
    like: today
    weights: balanced
baseline: today
hypotheses:
  better: { claim: Better, design: other, against: today, outcome: net value, direction: higher }
`;

/** The base with lines replaced, counted from 1. */
const withLines = (lines: Readonly<Record<number, string>>): string =>
  base
    .split("\n")
    .map((line, k) => lines[k + 1] ?? line)
    .join("\n");

const read = (lines: Readonly<Record<number, string>>) => parseScenario(withLines(lines), { name: "kam.yaml" });

const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
  return "no problem";
};

const curve = (settings: string) => ({ 15: `        at target: 18 000 EUR/year\n        curve: ${settings}` });
const team = (settings: string) => ({ 4: `team: { managers: 3, ${settings} }` });
const hypothesis = (change: Readonly<Record<string, string>>) => {
  const settings = {
    claim: "B",
    design: "other",
    against: "today",
    outcome: "net value",
    direction: "higher",
    ...change,
  };
  const text = Object.entries(settings).map(([key, value]) => `${key}: ${value}`);
  return { 21: `  better: { ${text.join(", ")} }` };
};

const reward = "designs.today.rewards[0]";
const raise = { 14: "      - kind: salary increase", 15: "        at target: 3600 EUR/year" };
const amount = `kam.yaml:15:20 ${reward}.at target: `;

/** Why · the lines changed · every message, in full, one a line. */
const rules: readonly (readonly [
  why: string,
  lines: Readonly<Record<number, string>>,
  ...messages: (string | RegExp)[],
])[] = [
  [
    "weights of a weighting short of 100 %",
    { 7: "    account revenue: 50 %" },
    "kam.yaml:7:5 weights.balanced: weights add up to 90 %, not 100 %; change one of them",
  ],
  [
    "weights of a design short of 100 %",
    { 12: "    weights: { account revenue: 90 % }" },
    "kam.yaml:12:14 designs.today.weights: weights add up to 90 %, not 100 %; change one of them",
  ],
  [
    "weights of a reward short of 100 %",
    { 15: "        at target: 1 EUR/year\n        weights: { executive access: 99 % }" },
    `kam.yaml:16:18 ${reward}.weights: weights add up to 99 %, not 100 %; change one of them`,
  ],
  [
    "no weights at all",
    { 12: "    weights: {}" },
    "kam.yaml:12:14 designs.today.weights: no measures; weigh at least one, such as account revenue: 100 %",
  ],
  [
    "a weight below zero",
    { 7: "    account revenue: -60 %" },
    'kam.yaml:7:22 weights.balanced.account revenue: "-60 %" is below the smallest allowed; write 0 % or more',
  ],
  [
    "an unknown measure on a card",
    { 8: "    executive acces: 40 %" },
    'kam.yaml:8:22 weights.balanced.executive acces: unknown measure "executive acces"; did you mean executive access?',
  ],
  [
    "an unknown measure among the settings",
    { 4: "measures: { acount revenue: { noise: 2 } }" },
    'kam.yaml:4:13 measures.acount revenue: unknown setting "acount revenue"; did you mean account revenue?',
  ],
  [
    "an unknown design to be like",
    { 17: "    like: tody" },
    'kam.yaml:17:11 designs.other.like: unknown design "tody"; did you mean today?',
  ],
  [
    "a design like itself",
    { 17: "    like: other" },
    "kam.yaml:17:11 designs.other.like: designs that are like each other: other → other; write one of them out",
  ],
  [
    "two designs like each other",
    { 11: "    like: other" },
    "kam.yaml:17:11 designs.other.like: designs that are like each other: today → other → today; write one of them out",
    "kam.yaml:11:11 designs.today.like: designs that are like each other: other → today → other; write one of them out",
  ],
  [
    "an unknown weighting",
    { 18: "    weights: balancd" },
    'kam.yaml:18:14 designs.other.weights: unknown weighting "balancd"; did you mean balanced?',
  ],
  [
    "a weighting that every object has",
    { 18: "    weights: toString" },
    'kam.yaml:18:14 designs.other.weights: unknown weighting "toString"; expected balanced',
  ],
  [
    "a period longer than the horizon, said once for designs alike",
    { 11: "    period: 5 years" },
    "kam.yaml:11:13 designs.today.period: a period of 60 months is longer than the horizon of 48 months; lengthen the horizon or shorten the period",
  ],
  [
    "a period that does not divide the horizon",
    { 11: "    period: 3 years" },
    "kam.yaml:11:13 designs.today.period: a period of 36 months does not divide the horizon of 48 months; choose another horizon, or write remainder: close early",
  ],
  [
    "the same for one reward's own period",
    { 15: "        at target: 1 EUR/year\n        period: 3 years" },
    `kam.yaml:16:17 ${reward}.period: a period of 36 months does not divide the horizon of 48 months; choose another horizon, or write remainder: close early`,
  ],
  [
    "a horizon between two months",
    { 3: "horizon: 0.7 years" },
    "kam.yaml:3:10 horizon: 8.4 months is not whole; write 8 months",
  ],
  [
    "a period between two months",
    { 11: "    period: 1.5 months" },
    "kam.yaml:11:13 designs.today.period: 1.5 months is not whole; write 2 months",
  ],
  [
    "dollars among euros",
    { 15: "        at target: 18 000 USD/year" },
    `${amount}USD in a scenario whose currency is EUR, got "18 000 USD/year"; write the amount in EUR`,
  ],
  [
    "dollars by the million",
    { 4: "accounts: { account revenue: 1.2 million USD/year }" },
    'kam.yaml:4:30 accounts.account revenue: USD in a scenario whose currency is EUR, got "1.2 million USD/year"; write the amount in EUR',
  ],
  [
    "euros in small letters among dollars",
    { 15: "        at target: 18 000 eur/year", 19: "currency: USD" },
    `${amount}EUR in a scenario whose currency is USD, got "18 000 eur/year"; write the amount in USD`,
  ],
  [
    "points of a curve that falls",
    curve("{ kind: points, points: [{ at: 90 %, pays: 80 % }, { at: 100 %, pays: 50 % }] }"),
    `kam.yaml:16:16 ${reward}.curve: the curve falls towards 100 %; let each point pay at least as much as the one before`,
  ],
  [
    "steps that fall",
    curve("{ kind: steps, steps: [{ at: 90 %, pays: 80 % }, { at: 100 %, pays: 50 % }] }"),
    `kam.yaml:16:16 ${reward}.curve: the curve falls at 100 %; let each step pay at least as much as the one before`,
  ],
  [
    "a cap below target",
    curve("{ kind: target, up to attainment: 90 % }"),
    `kam.yaml:16:16 ${reward}.curve: up to attainment lies at or below target; put it above 100 %, or write payout cap: 100 %`,
  ],
  [
    "nobody in the team",
    { 4: "team: { managers: 0 }" },
    "kam.yaml:4:19 team.managers: 0 is below the smallest allowed; write 1 manager or more",
  ],
  [
    "half a manager",
    { 4: "team: { managers: 2.5 }" },
    "kam.yaml:4:19 team.managers: expected a whole number of managers, got 2.5; write it like 5 managers",
  ],
  [
    "more worlds than memory holds",
    { 19: "run: { worlds: 9 999 999 }" },
    /^kam\.yaml:19:16 run\.worlds: 9,999,999 worlds would need about \d+ GB for results; ask for fewer worlds; 2000 are plenty for most questions$/,
  ],
  [
    "more worlds than anybody means",
    { 19: "run: { worlds: 99 999 999 }" },
    'kam.yaml:19:16 run.worlds: "99 999 999" is above the largest allowed; write 10 000 000 or less',
  ],
  [
    "a source nobody knows",
    team("source: larkin-2041"),
    'kam.yaml:4:30 team.source: unknown source "larkin-2041"; did you mean larkin-2014?; or add it under sources',
  ],
  [
    "a source nobody cites",
    { 4: "sources: { payroll: Payroll 2025 }" },
    'kam.yaml:4:12 sources.payroll: source "payroll" is never cited; cite it beside a number or remove it',
  ],
  [
    "a rank in a team of one",
    { 4: "team: { managers: 1 }", ...curve("{ kind: rank }") },
    `kam.yaml:14:9 ${reward}: an award by rank needs rivals; let the team have at least 2 managers`,
  ],
  [
    "as many winners as managers",
    curve("{ kind: rank, winners: 3 }"),
    `kam.yaml:14:9 ${reward}: 3 winners in a team of 3: everybody wins; let there be fewer winners than managers`,
  ],
  [
    "a rank by the team's mean",
    curve("{ kind: rank }\n        for: team"),
    `kam.yaml:14:9 ${reward}: an award by rank on the team's mean score: all members tie; leave out for: team, and members are ranked by scores of their own`,
  ],
  [
    "a rank by what is the same for all",
    { 12: "    weights: { shared objectives: 100 % }", ...curve("{ kind: rank }") },
    `kam.yaml:14:9 ${reward}: an award by rank on shared objectives, which is the same for all members: they tie; weigh a measure of their own too, such as account revenue: 100 %`,
  ],
  [
    "text where an amount belongs",
    { 15: "        at target: plenty" },
    `${amount}expected yearly amount at target (money per year), got "plenty"; write it like 72 000 EUR/year`,
  ],
  [
    "an amount that is not a year's",
    { 15: "        at target: 18 000 EUR" },
    `${amount}expected yearly amount at target (money per year), got "18 000 EUR", which does not say for how long; write 18 000 EUR/year or 18 000 EUR/month, whichever is meant`,
  ],
  [
    "an amount without unit",
    { 15: "        at target: 18000" },
    `${amount}expected yearly amount at target (money per year), got 18000, which has no unit; write 18000 EUR/year or 18000 EUR/month, whichever is meant`,
  ],
  [
    "a list where an amount belongs",
    { 15: "        at target: [1]" },
    `${amount}expected text or a number or settings, got [1]; write one such as "72 000 EUR/year"`,
  ],
  [
    "a range from high to low",
    team("quits: 14 %/year to 9 %/year"),
    'kam.yaml:4:29 team.quits: the range "14 %/year to 9 %/year" is reversed; put the lower end first: 9 %/year to 14 %/year',
  ],
  [
    "not a number",
    { 4: "team: { managers: .nan }" },
    "kam.yaml:4:19 team.managers: not a number (NaN); write a finite number, or leave it out",
  ],
  [
    "infinity",
    { 3: "horizon: .inf" },
    "kam.yaml:3:10 horizon: an infinite number; write a finite number, or leave it out",
  ],
  [
    "a name of JavaScript's own",
    { 16: "  __proto__:" },
    'kam.yaml:16:3 designs.__proto__: the name "__proto__" is reserved; choose another name',
  ],
  [
    "a design written twice",
    { 16: "  today:" },
    'kam.yaml:16:3 designs.today: the setting "today" appears twice; keep one; the first is on line 10',
  ],
  [
    "a design named as a yardstick",
    { ...hypothesis({ design: "today" }), 16: "  no reward:" },
    'kam.yaml:17:5 designs.no reward: "no reward" is added to every comparison; choose another name',
  ],
  [
    "no period",
    { 11: "", 16: "", 17: "", 18: "" },
    "kam.yaml:12:5 designs.today: no period; add period: 1 year",
    /unknown design "other"/,
  ],
  [
    "no card",
    { 12: "" },
    "kam.yaml:11:5 designs.today: rewards depend on a score but no weights are given; add weights: account revenue: 100 %, or the name of a weighting",
  ],
  [
    "an unknown baseline",
    { 19: "baseline: todai" },
    'kam.yaml:19:11 baseline: unknown design "todai"; did you mean today?',
  ],
  [
    "an unknown design in a hypothesis",
    hypothesis({ design: "othr" }),
    'kam.yaml:21:31 hypotheses.better.design: unknown design "othr"; did you mean other?',
  ],
  [
    "an unknown outcome",
    hypothesis({ outcome: "net valu" }),
    'kam.yaml:21:63 hypotheses.better.outcome: unknown outcome "net valu"; did you mean "net value"?',
  ],
  [
    "an effect in another unit than its outcome",
    hypothesis({ "smallest effect": "5 %" }),
    'kam.yaml:21:110 hypotheses.better.smallest effect: expected an amount of money, got "5 %"; write it like 1500 EUR',
  ],
  [
    "an effect below zero",
    hypothesis({ "smallest effect": "-5 EUR" }),
    'kam.yaml:21:110 hypotheses.better.smallest effect: "-5 EUR" is below the smallest allowed; write 0 EUR or more',
  ],
  [
    "a measure whose activity is missing",
    { 4: "activities: { selling push: {} }" },
    'kam.yaml:18:14 designs.other.weights: "executive access" reads executive access, which is not among the activities; add executive access to activities',
  ],
  [
    "no activities",
    { 4: "activities: {}", 18: "" },
    "kam.yaml:4:13 activities: no activities; name at least one, or leave activities out for the usual list",
  ],
  [
    "an activity that cannot change",
    { 4: "activities: { selling push: { room: 0 }, executive access: {} }" },
    "kam.yaml:4:37 activities.selling push.room: 0 is below the smallest allowed; write 0.001 or more",
  ],
  [
    "an unknown reward",
    { 14: "      - kind: cash bonuss" },
    `kam.yaml:14:15 ${reward}.kind: unknown value "cash bonuss"; did you mean cash bonus?`,
  ],
  [
    "a deferral without an end",
    { 15: "        at target: 1 EUR/year\n        deferred: 50 %" },
    `kam.yaml:14:9 ${reward}: part is deferred but nothing says until when; add vests after, such as 24 months`,
  ],
  [
    "a budget of nothing",
    { 19: "hold: { reward cost: 0 EUR/year }" },
    'kam.yaml:19:22 hold.reward cost: "0 EUR/year" is below the smallest allowed; write 1 EUR/year or more',
  ],
  // bounds by hand: 1.04/.9 − 1 = 15.56 %, 1.08/.9 − 1 = 20 %, 1.05/.95 − 1 = 10.53 %; a range counts with its worst end
  [
    "pay that grows as fast as managers discount it and leave",
    { ...team("pay growth: 16 %/year, quits: 10 %/year"), ...raise },
    "kam.yaml:4:34 team.pay growth: pay growth of up to 16 %/year keeps up with impatience from 4 %/year and quits from 10 %/year: a permanent raise would be worth infinitely much to managers; let pay growth stay below 15.55 %/year, or raise quits or impatience",
  ],
  [
    "pay that grows as fast as the firm discounts it and managers leave, at the ends of the ranges",
    {
      ...team('pay growth: "5 %/year to 11 %/year, evenly", quits: "5 %/year to 20 %/year, evenly"'),
      ...raise,
      19: 'accounts: { firm discount: "5 %/year to 9 %/year, evenly" }\nassumptions: { impatience: 30 %/year }',
    },
    "kam.yaml:4:34 team.pay growth: pay growth of up to 11 %/year keeps up with firm discount from 5 %/year and quits from 5 %/year: a permanent raise would be worth infinitely much to the firm; let pay growth stay below 10.52 %/year, or raise quits or firm discount",
  ],
  [
    "raises nobody discounts and nobody leaves",
    { ...team("quits: 0 %/year"), ...raise, 19: "assumptions: { impatience: 0 %/year }" },
    "kam.yaml:14:9 designs.today.rewards[0]: pay growth of up to 0 %/year keeps up with impatience from 0 %/year and quits from 0 %/year: a permanent raise would be worth infinitely much to managers; let quits or impatience start above 0 %/year",
  ],
  ["a later version of the format", { 1: "rewardlab: 3" }, "kam.yaml:1:12 rewardlab: unknown value 3; expected 2"],
  [
    "an unknown response",
    { 19: "run: { response: lookahead }" },
    'kam.yaml:19:18 run.response: unknown value "lookahead"; did you mean look-ahead?',
  ],
  [
    "a currency in words",
    { 19: "currency: euro" },
    'kam.yaml:19:11 currency: not a currency code, got "euro"; did you mean EUR?',
  ],
];

describe("a file that breaks a rule", () => {
  for (const [why, lines, ...messages] of rules) {
    it(why, () => {
      const got = messageOf(() => read(lines)).split("\n");
      expect(got).toHaveLength(messages.length);
      for (const [k, line] of got.entries()) {
        const wanted = messages[k];
        if (wanted instanceof RegExp) expect(line).toMatch(wanted);
        else expect(line).toBe(wanted);
      }
    });
  }
  it("several faults are reported together, each with its place", () => {
    const message = messageOf(() =>
      read({ 8: "    executive acces: 40 %", 12: "    weights: { account revenue: 90 % }", 17: "    like: tody" }),
    );
    expect(message.split("\n").map((line) => line.split(" ")[0])).toEqual([
      "kam.yaml:8:22",
      "kam.yaml:12:14",
      "kam.yaml:17:11",
    ]);
  });
  it("NaN, infinities and reserved names are refused in data made in code, too", () => {
    const data = () => structuredClone(parseScenario(base).file) as { horizon: unknown };
    expect(messageOf(() => makeScenario({ ...data(), horizon: Number.NaN }))).toBe(
      "scenario horizon: not a number (NaN); write a finite number, or leave it out",
    );
    expect(messageOf(() => makeScenario({ ...data(), horizon: Number.POSITIVE_INFINITY }))).toBe(
      "scenario horizon: an infinite number; write a finite number, or leave it out",
    );
    expect(messageOf(() => makeScenario({ ...data(), designs: JSON.parse('{"__proto__": {}}') }))).toBe(
      'scenario designs.__proto__: the name "__proto__" is reserved; choose another name',
    );
  });
});

describe("a file that keeps the rules", () => {
  it("the base is one", () => {
    const { checked, findings } = read({});
    expect(findings).toEqual([]);
    expect(checked.designs.other).toMatchObject({
      period: 12,
      weights: { "account revenue": 0.6, "executive access": 0.4 },
    });
    expect(checked.designs.other.rewards).toEqual(checked.designs.today.rewards);
  });
  it("a design like another takes everything but its title", () => {
    const { designs } = read({ 11: "    period: 1 year\n    title: Today" }).checked;
    expect([designs.today.title, designs.other.title]).toEqual(["Today", undefined]);
  });
  it("names may look like amounts of another currency", () => {
    const { checked } = read({ ...hypothesis({ claim: "2 USD more", design: "3 NPS" }), 16: "  3 NPS:" });
    expect(Object.keys(checked.designs)).toEqual(["today", "3 NPS"]);
  });
  it("a weighting may say where it comes from; its note is no measure", () => {
    const { checked } = read({ 8: "    executive access: 40 %\n    note: agreed in March" });
    expect(checked.weights.balanced).toEqual({ "account revenue": 0.6, "executive access": 0.4 });
  });
  it("a smallest effect is read in the unit of its outcome", () => {
    const size = (outcome: string, written: string) =>
      read(hypothesis({ outcome, "smallest effect": written })).checked.hypotheses.better.smallestEffect;
    expect(size("net value", "5k EUR")).toBe(5000);
    expect(size("leavers", "2 %/year")).toBe(0.02);
    expect(size('"effort: selling push"', "0.1")).toBe(0.1);
  });
  it("raises may grow just below what wears them off, and pay of any growth where nothing is raised", () => {
    const growing = (growth: string) => team(`pay growth: ${growth}, quits: 10 %/year`);
    expect(read({ ...growing("15.5 %/year"), ...raise }).findings).toEqual([]);
    expect(read(growing("16 %/year")).findings).toEqual([]);
    // half of the draws of the range lie below, and still one world may draw the other end
    expect(messageOf(() => read({ ...growing('"14 %/year to 16.5 %/year, evenly"'), ...raise }))).toContain(
      "infinitely",
    );
  });
  it("a remark says that two cards with periods of their own share what counts as organic", () => {
    const second = "{ kind: cash bonus, at target: 1000 EUR/year, period: 6 months }";
    const organic = {
      12: "    weights: { organic growth: 100 % }",
      15: `        at target: 1000 EUR/year\n      - ${second}`,
    };
    expect(read(organic).findings).toEqual([
      {
        place: "kam.yaml:14:7 designs.today.rewards",
        finding:
          "organic growth on cards of 12 and 6 months: accounts won count as held from every close of the 6-month card on",
      },
    ]);
    expect(read({ ...organic, 12: "    weights: { account revenue: 100 % }" }).findings).toEqual([]);
    expect(read({ 12: "    weights: { organic growth: 100 % }" }).findings).toEqual([]);
  });
  it("remarks do not stop it: less than two periods, one period", () => {
    const less = read({ 3: "horizon: 5 years\nremainder: close early", 11: "    period: 3 years" });
    expect(less.findings).toEqual([
      {
        place: "kam.yaml:12:13 designs.today.period",
        finding: "the horizon holds less than two periods of 36 months: read the second one with care",
      },
    ]);
    expect(read({ 11: "    period: 4 years" }).findings[0]).toEqual({
      place: "kam.yaml:11:13 designs.today.period",
      finding: "a period of 48 months is the whole horizon: one observation of each manager",
    });
  });
});

type Data = Record<string, unknown>;
type Path = readonly (string | number)[];

/** Every place in plain data but its root. */
function pathsOf(data: unknown, path: Path = []): Path[] {
  const inside = Array.isArray(data)
    ? data.flatMap((one, k) => pathsOf(one, [...path, k]))
    : typeof data === "object" && data !== null
      ? Object.entries(data).flatMap(([key, one]) => pathsOf(one, [...path, key]))
      : [];
  return path.length === 0 ? inside : [path, ...inside];
}

const at = (data: unknown, path: Path): unknown => path.reduce((inner, step) => (inner as Data)?.[step], data);

/** What goes wrong in files: things left out, replaced, misspelt, written twice. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    "0",
    -1,
    0,
    1e308,
    "1e999 EUR/year",
    "-20 %",
    "20",
    "20 %",
    "3 years",
    "18 000 USD/year",
    "9 %/year to 9 %/year",
    "toString",
    "constructor",
    "none",
    [],
    {},
    [[]],
    { value: null },
    true,
    "x".repeat(5000),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const mutation = fc.record({
  which: fc.nat(),
  how: fc.constantFrom("delete", "replace", "rename", "duplicate"),
  value: odd,
  name: fc.oneof(fc.constantFrom("kind", "like", "value", "hasOwnProperty", "no reward", "__proto__x"), fc.string()),
});

function mutate(
  data: Data,
  { which, how, value, name }: { which: number; how: string; value: unknown; name: string },
): void {
  const paths = pathsOf(data);
  if (paths.length === 0) return;
  const path = paths[which % paths.length];
  const parent = at(data, path.slice(0, -1)) as Data;
  const last = path[path.length - 1];
  if (how === "replace") parent[last] = value;
  else if (Array.isArray(parent))
    how === "delete" ? parent.splice(Number(last), 1) : parent.push(structuredClone(parent[Number(last)]));
  else if (name !== "__proto__") {
    if (how !== "delete") parent[name] = structuredClone(parent[last]);
    if (how !== "duplicate") delete parent[last];
  }
}

const shipped = [
  "first-steps",
  "pharma-strategic-accounts",
  "templates/sales-style",
  "templates/recognition-led",
  "templates/merit-led",
];
const originals = shipped.map(
  (name) => parseScenario(readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), "utf8")).file,
);

describe("whatever a file holds", () => {
  it("it is a scenario that compiles and describes itself, or a Problem whose faults all have a place", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (original, mutations) => {
          const data = structuredClone(original) as unknown as Data;
          for (const one of mutations) mutate(data, one);
          try {
            const scenario = makeScenario(data, { name: "odd.yaml" });
            expect(compile(scenario).designs.length).toBeGreaterThan(3);
            expect(String(scenario)).toContain("Illustrative");
          } catch (error) {
            if (!(error instanceof Problem)) throw error;
            expect(error.faults.length).toBeGreaterThan(0);
            for (const { place, fault } of error.faults) {
              expect(place).toMatch(/^odd\.yaml/);
              expect(fault).not.toBe("");
            }
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
