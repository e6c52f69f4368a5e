import { describe, test } from "vitest";
import { difference, play, type Results } from "./lab.js";
import { annual, bonus, change, falls, gap, inputs, nothing, revenue, rises, shrinks, work } from "./signs.js";

describe("curves and time", () => {
  test("a quota makes the push rise at the period's end, a commission does not (oyer-1998, larkin-2014)", () => {
    const run = play({
      designs: {
        quota: annual(revenue),
        linear: annual(revenue, bonus({ curve: { kind: "linear" } })),
        commission: annual(revenue, [{ kind: "commission", rate: "0.3 % of account revenue", period: "1 month" }]),
      },
    });
    const spike = (design: string) => difference(run(design, "closing push"), run(design, "selling push"));
    rises(spike("quota"), "quota");
    nothing(spike("commission"), "commission: every month closes");
    // What is left without the quota is the horizon of the period: late in it only pushing still counts.
    shrinks(spike("linear"), spike("quota"), 0.6, "the same bonus on a line");
  });

  test("people give up far below target and coast far above it, where pay depends on a target (chung-2014)", () => {
    const designs = { quota: annual(revenue), linear: annual(revenue, bonus({ curve: { kind: "linear" } })) };
    const at = (shift: number) => play({ designs, horizon: "1 year" }, { shift, worlds: 192 });
    const [above, near, below] = [at(-0.6), at(0), at(0.6)];
    for (const [far, what] of [
      [above, "coasting"],
      [below, "giving up"],
    ] as const) {
      rises(change(near, far, "quota", "closing push"), what);
      shrinks(change(near, far, "linear", "closing push"), change(near, far, "quota", "closing push"), 0.15, what);
    }
  });

  test("a longer output window raises work on the relationship, unless that brings no revenue (condly-2003)", () => {
    const designs = { short: annual(revenue), long: { ...annual(revenue), period: "3 years" } };
    const run = play({ designs, horizon: "6 years" }, { worlds: 192 });
    rises(gap(run, "long", "short", "relationship"), "relationship");
    rises(gap(run, "long", "short", "effort: executive access"), "executive access");
    falls(gap(run, "long", "short", "selling push"), "selling push");
    const assumptions = { "relation yield": 0, "adoption yield": 0 };
    const accounts = { "churn slope": 0 };
    const barren = play({ designs, horizon: "6 years", assumptions, accounts }, { worlds: 192 });
    shrinks(
      gap(barren, "long", "short", "effort: executive access"),
      gap(run, "long", "short", "effort: executive access"),
      0.3,
      "without yield",
    );
  });

  test("ratchets discourage those who look ahead (Weitzman 1980)", () => {
    const designs = { line: annual(revenue, bonus({ curve: { kind: "linear" } })) };
    const ratchet = (foresight: string) => {
      const [none, full] = ["0 %", "100 %"].map((rebase) => play({ designs, assumptions: { rebase, foresight } }));
      return change(full, none, "line", "effort");
    };
    falls(ratchet("100 %"), "effort");
    shrinks(ratchet("0 %"), ratchet("100 %"), 0.1, "nobody looks ahead");
  });

  test("present bias lowers effort, unless nobody plans (imai-2021-present-bias)", () => {
    const designs = { cash: annual(revenue) };
    const of = (bias: number, response?: string) =>
      play({ designs, assumptions: { "present bias": bias } }, response === undefined ? {} : { response });
    falls(change(of(0.7), of(1), "cash", "effort"), "effort");
    nothing(change(of(0.7, "none"), of(1, "none"), "cash", "effort"), "none");
  });

  test("impatience lowers work over a three-year period most (pwc-2024-deferral)", () => {
    const designs = { short: annual(revenue), long: { ...annual(revenue), period: "3 years" } };
    const of = (impatience: string) =>
      play({ designs, horizon: "6 years", assumptions: { impatience } }, { worlds: 192 });
    const [patient, hasty] = [of("4 %/year"), of("20 %/year")];
    falls(change(hasty, patient, "long", "effort"), "effort");
    falls(change(hasty, patient, "long", "relationship"), "relationship");
    shrinks(
      change(hasty, patient, "short", "effort"),
      change(hasty, patient, "long", "effort"),
      0.5,
      "paid every year",
    );
    nothing(change(hasty, patient, "no reward", "effort"), "nothing to wait for");
  });
});

describe("several tasks", () => {
  test("a heavier output weight starves inputs and pulls sales forward (kishore-2013)", () => {
    const card = (share: number) =>
      annual({
        "account revenue": `${share} %`,
        ...Object.fromEntries(work.map((name) => [name, `${(100 - share) / work.length} %`])),
      });
    const designs = { light: card(10), middle: card(50), heavy: card(90) };
    const run = play({ designs });
    const idle = play({ designs }, { response: "none" });
    for (const [less, more] of [
      ["light", "middle"],
      ["middle", "heavy"],
    ]) {
      falls(gap(run, more, less, "effort: executive access"), "executive access");
      falls(gap(run, more, less, "effort: co-creation"), "co-creation");
      rises(gap(run, more, less, "selling push"), "selling push");
      rises(gap(run, more, less, "demand pulled forward"), "pulled forward");
    }
    for (const outcome of ["effort: executive access", "selling push", "demand pulled forward"]) {
      shrinks(gap(idle, "heavy", "light", outcome), gap(run, "heavy", "light", outcome), 0.15, `none, ${outcome}`);
    }
    const lasting = play({ designs, assumptions: { pulled: "0 %" } });
    nothing(gap(lasting, "heavy", "light", "demand pulled forward"), "nothing is borrowed");
  });

  test("show activity erodes cards of inputs only (cerasoli-2014)", () => {
    const designs = { inputs: annual(inputs), outputs: annual(revenue) };
    const [genuine, show] = ["0 %", "80 %"].map((hollow) => play({ designs, assumptions: { hollow } }));
    falls(change(show, genuine, "inputs", "relationship"), "relationship");
    falls(change(show, genuine, "inputs", "net value"), "net value");
    nothing(change(show, genuine, "outputs", "net value"), "a card without readings");
  });

  test("noise in outputs favours paying inputs (Banker & Datar 1989; Baker 2002)", () => {
    const designs = { inputs: annual(inputs), outputs: annual(revenue) };
    const lead = (accounts: Record<string, number>, response: string) => {
      const run = play({ designs, accounts }, { response, worlds: 512 });
      return run("inputs", "net value").map((value, w) => value - run("outputs", "net value")[w]);
    };
    const calm = { "market luck": 0.03, "account luck": 0.1, "order luck": 0.06 };
    const rough = { "market luck": 0.1, "account luck": 0.4, "order luck": 0.25 };
    const moved = (response: string) => difference(lead(rough, response), lead(calm, response));
    rises(moved("look-ahead"), "lead of inputs");
    shrinks(moved("none"), moved("look-ahead"), 0.3, "nobody reacts");
  });

  test("free-riding grows with the team, where a team is paid (Holmström 1982)", () => {
    const designs = { team: annual(revenue, bonus({ for: "team" })), personal: annual(revenue) };
    const [two, six] = [2, 6].map((managers) => play({ designs, managers, horizon: "2 years" }, { worlds: 128 }));
    const lost = (design: string) => {
      const lift = (run: Results) => run(design, "effort").map((value, w) => value - run("no reward", "effort")[w]);
      return difference(lift(six), lift(two));
    };
    falls(lost("team"), "effort");
    shrinks(lost("personal"), lost("team"), 0.25, "paid for oneself");
  });
});
