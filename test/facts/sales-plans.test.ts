import { describe, test } from "vitest";
import { estimate } from "../../src/foundation/maths/summary.js";
import { difference, play, watch } from "./lab.js";
import { annual, bonus, gap, nothing, revenue, rises, shrinks } from "./signs.js";

const quota = (at: string) => bonus({ curve: { kind: "steps", steps: [{ at, pays: "100 %" }] } });
const line = bonus({ curve: { kind: "linear" } });

describe("scores and quotas", () => {
  /** Scores within this much of the threshold are near it. */
  const near = 0.05;

  /** By seat and close: 1 just above the threshold, −1 just below it, 0 elsewhere. */
  function sides(design: object, threshold: number, response: string): Float64Array {
    const found: number[] = [];
    const side = (score: number) => (Math.abs(score - threshold) > near ? 0 : score >= threshold ? 1 : -1);
    watch(
      { designs: { design } },
      "design",
      ({ cards, closed }) => {
        if (closed[0] === true) for (const score of cards[0].score) found.push(side(score));
      },
      { worlds: 384, response },
    );
    return Float64Array.from(found);
  }

  test("scores bunch just above a threshold, unless nobody reacts or nothing depends on it (oyer-1998, larkin-2014)", () => {
    const bunching = (design: object, threshold: number) =>
      difference(sides(design, threshold, "look-ahead"), sides(design, threshold, "none"));
    for (const at of [0.9, 1]) {
      const pushed = bunching(annual(revenue, quota(`${100 * at} %`)), at);
      rises(pushed, `at ${at}`);
      shrinks(bunching(annual(revenue, line), at), pushed, 0.1, `a line at ${at}`);
    }
    // The same quota bunches where it stands and nowhere else.
    const elsewhere = bunching(annual(revenue, quota("100 %")), 1.15);
    shrinks(elsewhere, bunching(annual(revenue, quota("100 %")), 1), 0.35, "15 % above the quota");
  });
});

describe("how often bonuses are paid", () => {
  const worlds = 3072;
  const horizon = "1 year";

  /** Score so far after half a year where nobody reacts: who is behind by luck and ability alone. */
  function standing(designs: Record<string, object>): Float64Array {
    const found: number[] = [];
    let earned = new Float64Array();
    const see: Parameters<typeof watch>[2] = ({ month, lanes, cards }) => {
      if (month === 0) earned = new Float64Array(lanes.lanes);
      for (let i = 0; i < lanes.lanes; i++) earned[i] += lanes.revenue[i] / 6;
      if (month === 5) found.push(...earned.map((sum, i) => sum / cards[0].slots[0].target[i]));
    };
    watch({ designs, horizon }, "yearly", see, { worlds, response: "none" });
    return Float64Array.from(found);
  }

  /** Mean push in the second half of the year, by seat. */
  function latePush(designs: Record<string, object>, design: string): Float64Array {
    const found: number[] = [];
    let pushed = new Float64Array();
    const see: Parameters<typeof watch>[2] = ({ month, lanes }) => {
      if (month === 0) pushed = new Float64Array(lanes.lanes);
      if (month >= 6) for (let i = 0; i < lanes.lanes; i++) pushed[i] += lanes.push[i] / 6;
      if (month === 11) found.push(...pushed);
    };
    watch({ designs, horizon }, design, see, { worlds });
    return Float64Array.from(found);
  }

  /** By fifths of the standing, the weakest first: the change of late push from one design to another. */
  function byFifths(designs: Record<string, object>, from: string, to: string) {
    const where = standing(designs);
    const limits = [0.2, 0.4, 0.6, 0.8].map((p) => [...where].sort((a, b) => a - b)[Math.floor(p * where.length)]);
    const [before, after] = [latePush(designs, from), latePush(designs, to)];
    const changes = [...after].map((push, i) => push - before[i]);
    const fifthOf = (score: number) => limits.filter((limit) => score >= limit).length;
    return [0, 1, 2, 3, 4].map((fifth) => Float64Array.from(changes.filter((_, i) => fifthOf(where[i]) === fifth)));
  }

  /** What one group gains more than another: means of different people, so errors add in squares. */
  function more(a: Float64Array, b: Float64Array) {
    const [one, other] = [estimate(a), estimate(b)];
    const standardError = Math.hypot(one.standardError, other.standardError);
    return { ...one, mean: one.mean - other.mean, standardError };
  }

  const twice = (rewards: object[]) => ({
    yearly: annual(revenue, rewards),
    quarterly: { ...annual(revenue, rewards), period: "3 months" },
  });

  test("frequent bonuses pace weak performers: those behind at half-time go on pushing (chung-2014)", () => {
    const paced = (rewards: object[]) => {
      const fifths = byFifths(twice(rewards), "yearly", "quarterly");
      return { weak: estimate(fifths[0]), against: more(fifths[0], fifths[2]) };
    };
    const target = paced(bonus());
    rises(target.weak, "late push of the weakest fifth");
    rises(target.against, "against the middle fifth");
    shrinks(paced(line).against, target.against, 0.4, "on a line nobody falls behind anything");
  });

  test("pay for over-achievement sustains the best (chung-2014)", () => {
    const capped = (end: string) => annual(revenue, bonus({ curve: { kind: "target", "up to attainment": end } }));
    const fifths = byFifths({ yearly: capped("105 %"), open: capped("200 %") }, "yearly", "open");
    rises(estimate(fifths[4]), "late push of the best fifth");
    rises(more(fifths[4], fifths[0]), "against the weakest fifth");
    const far = byFifths({ yearly: capped("200 %"), open: capped("400 %") }, "yearly", "open");
    shrinks(estimate(far[4]), estimate(fifths[4]), 0.1, "a cap out of reach");
  });
});

describe("who joins", () => {
  const designs = {
    raise: annual(revenue, [{ kind: "salary increase", "at target": "3600 EUR/year" }]),
    small: annual(revenue, [{ kind: "salary increase", "at target": "600 EUR/year" }]),
  };

  test("better successors come where raises promise more, unless applicants do not look at pay (lazear-2000)", () => {
    const at = (attraction: number, sorting: number) =>
      play({ designs, horizon: "6 years", assumptions: { "quit slope": 0, attraction, sorting } });
    rises(gap(at(0.3, 0), "raise", "small", "ability"), "ability");
    nothing(gap(at(0, 0), "raise", "small", "ability"), "nobody looks at pay");
  });
});
