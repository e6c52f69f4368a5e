import { describe, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import { difference, play, type Results } from "./lab.js";
import { annual, bonus, change, falls, gap, inputs, nothing, revenue, rises, shrinks } from "./signs.js";

describe("people", () => {
  test("recognition raises work on the relationship (kosfeld-neckermann-2011) and becomes a habit", () => {
    const designs = { award: annual(inputs, [{ kind: "recognition", "at target": "4000 EUR/year" }]) };
    const at = (assumptions: Record<string, string | number>) =>
      play({ designs, assumptions, horizon: "6 years" }, { worlds: 192 });
    const run = at({});
    rises(gap(run, "award", "no reward", "relationship"), "relationship");
    rises(gap(run, "award", "no reward", "effort: executive access"), "executive access");
    const worthless = at({ perceived: 0, support: 0 });
    nothing(gap(worthless, "award", "no reward", "relationship"), "nobody cares");
    const [fresh, worn] = [at({ habituation: "0 %" }), at({ habituation: "40 %" })];
    falls(change(worn, fresh, "award", "relationship"), "relationship of the worn");
    falls(change(worn, fresh, "award", "motivation"), "motivation of the worn");
    nothing(change(worn, fresh, "no reward", "relationship"), "no award to get used to");
  });

  test("contingent cash crowds out motivation, more so on judged work (deci-1999)", () => {
    const designs = { outputs: annual(revenue), inputs: annual(inputs) };
    const run = play({ designs });
    falls(gap(run, "outputs", "no reward", "motivation"), "outputs");
    falls(gap(run, "inputs", "outputs", "motivation"), "judged against counted");
    const firm = play({ designs, assumptions: { crowding: 0 } });
    nothing(gap(firm, "inputs", "no reward", "motivation"), "without crowding");
  });

  const pay = {
    cash: annual(revenue),
    raise: annual(revenue, [{ kind: "salary increase", "at target": "3600 EUR/year" }]),
  };

  test("raises are worth less at first and keep more people in the long run, if pay keeps anybody (quit-elasticity)", () => {
    const early = play({ designs: pay, horizon: "1 year" }, { worlds: 768 });
    falls(gap(early, "raise", "cash", "utility"), "utility in the first year");
    const late = play({ designs: pay, horizon: "6 years" });
    rises(gap(late, "raise", "cash", "utility"), "utility over six years");
    falls(gap(late, "raise", "cash", "leavers"), "leavers");
    const stuck = play({ designs: pay, horizon: "6 years", assumptions: { "quit slope": 0 } });
    nothing(gap(stuck, "raise", "cash", "leavers"), "nobody leaves for pay");
  });

  test("bonuses bring better successors than raises: pay at stake sorts (lazear-2000)", () => {
    const at = (sorting: number, attraction: number) =>
      play({ designs: pay, horizon: "6 years", assumptions: { "quit slope": 0, sorting, attraction } });
    falls(gap(at(0.3, 0), "raise", "cash", "ability"), "ability");
    nothing(gap(at(0, 0), "raise", "cash", "ability"), "without sorting and attraction");
  });

  test("merit pay and bonus pay both raise effort and replace each other in part (nyberg-2016)", () => {
    const lost = (curve: object, assumptions: Record<string, number>) => {
      const cash = bonus({ curve });
      const merit = [{ kind: "salary increase", "at target": "3600 EUR/year", curve }];
      const designs = {
        cash: annual(revenue, cash),
        merit: annual(revenue, merit),
        both: annual(revenue, [...cash, ...merit]),
      };
      const run = play({ designs, assumptions });
      const lift = (design: string) => run(design, "effort").map((value, w) => value - run("no reward", "effort")[w]);
      return {
        cash: estimate(lift("cash")),
        merit: estimate(lift("merit")),
        both: difference(
          lift("both"),
          lift("cash").map((value, w) => value + lift("merit")[w]),
        ),
      };
    };
    const usual = lost({ kind: "target" }, {});
    rises(usual.cash, "cash");
    rises(usual.merit, "merit");
    falls(usual.both, "both against the sum");
    // Without a target to reach, effects that wear off and motivation that is crowded out, the two add up.
    shrinks(
      lost({ kind: "linear" }, { diminishing: 1, crowding: 0, "quit slope": 0 }).both,
      usual.both,
      0.05,
      "on a line",
    );
  });

  test("cash leads at first, non-financial rewards catch up in effort but not in turnover (peterson-luthans-2006)", () => {
    const weights = { "account revenue": "50 %", "executive access": "50 %" };
    const awards = [
      { kind: "recognition", "at target": "9500 EUR/year" },
      { kind: "development", amount: "9500 EUR/year" },
    ];
    const designs = { cash: annual(weights), awards: annual(weights, awards) };
    const [early, late] = ["1 year", "6 years"].map((horizon) => play({ designs, horizon }));
    falls(gap(early, "awards", "cash", "relationship"), "relationship in the first year");
    const caughtUp = (a: Results, b: Results) => {
      const lead = (run: Results) => run("awards", "effort").map((value, w) => value - run("cash", "effort")[w]);
      return difference(lead(b), lead(a));
    };
    rises(caughtUp(early, late), "effort");
    rises(gap(early, "awards", "cash", "leavers"), "leavers in the first year");
    rises(gap(late, "awards", "cash", "leavers"), "leavers over six years");
    const assumptions = { crowding: 0, support: 0, training: 0 };
    const [earlyFlat, lateFlat] = ["1 year", "6 years"].map((horizon) => play({ designs, horizon, assumptions }));
    falls(caughtUp(earlyFlat, lateFlat), "effort, where motivation and ability stay as they are");
  });
});
