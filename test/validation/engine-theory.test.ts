import fc from "fast-check";
import { expect, test } from "vitest";
import { effortUnder, surplusUnder } from "../../src/agency-theory/ideal/theory.js";
import { assuming, laboratory, of, play } from "../../src/validation/laboratory.js";
import { shipped } from "./inputs.js";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Rates on input and output of the designs in the file. */
const rates = { "input-full": [1, 0], "output-half": [0, 0.5], "both-half": [0.5, 0.5] };

test("whatever effort costs, noise and risk are, the general engine and the closed forms agree on effort and surplus", () => {
  const anySettings = fc.record({
    cost: number(0.2, 4),
    risk: number(0, 4),
    input: number(0, 3),
    output: number(0, 3),
  });
  fc.assert(
    fc.property(anySettings, ({ cost, risk, input, output }) => {
      const settings = {
        "effort cost": cost,
        "risk aversion": 12 * risk,
        "reading noise": input,
        "survey noise": output,
      };
      const played = play(laboratory(shipped, "input-output", assuming(settings)));
      const agency = {
        value: [1, 1, 1],
        cost: [0, 1, 2].map((j) => [0, 1, 2].map((k) => (j === k ? cost : 0))),
        loads: [
          [1, 0.6, 0],
          [1, 1, 1],
        ],
        noise: [
          [0.25 * input * input, 0],
          [0, output * output],
        ],
        riskAversion: risk,
      };
      for (const [name, pair] of Object.entries(rates)) {
        const { effort, surplus } = of(played, name);
        const known = effortUnder(agency, pair);
        for (let j = 0; j < known.length; j++) expect(effort[j], name).toBeCloseTo(known[j], 8);
        // Nobody can know a score to the last digit: the model keeps an SD of .001 where there is no noise at all.
        expect(Math.abs(surplus - surplusUnder(agency, pair)), name).toBeLessThan(2e-5);
      }
    }),
    { numRuns: 15 },
  );
});

test("a team's effort, a quota's and a bonus's never depend on how much luck is drawn", () => {
  for (const [file, design] of [
    ["team-share", "shared"],
    ["quota", "quota-1"],
    ["raise", "bonus"],
  ]) {
    const [few, many] = [1, 7].map((worlds) => of(play(laboratory(shipped, file), worlds), design).effort[0]);
    expect(many, file).toBeCloseTo(few, 12);
  }
});
