import { exp } from "../../foundation/maths/exponential.js";
import type { HeldName } from "../../model/outcomes/held.js";
import { netValue } from "../../model/outcomes/net-value.js";
import type { Scenario } from "../../scenario/scenario.js";
import { compile } from "../../simulation/compile.js";
import type { Held } from "../../simulation/data.js";
import { worthOf } from "../../simulation/equal-cost/equal.js";

import { worker } from "../../simulation/jobs.js";
import { type Check, row, type ValidationInputs, type ValidationRow } from "../row.js";
import {
  certain,
  contractScenario,
  cost,
  factorFor,
  gain,
  type LinearContract,
  playedContract,
  scaledBy,
  withSalary,
} from "./linear-contract.js";

/** Worlds the plan is searched in; their mirror images cancel all luck. */
const pilots = 2;

const nearly = {
  tolerance: 3e-4,
  reason: "the search stops up to 0.4 % off; slopes over ±20 % bring the rest to within some per cent of itself",
};

/** The plan a run would hold the design at. */
function heldAt(scenario: Scenario, outcome: HeldName, value: number): Held {
  const program = compile(scenario);
  const design = program.designs.findIndex(({ name }) => name === withSalary);
  const response = scenario.checked.run.response;
  const answer = worker(program)({
    ...{ kind: "hold", design, pilots, from: { scale: 1, shift: 0 } },
    searches: [[{ design: withSalary, response, columns: [response] }]],
    target: { outcome, value, atTarget: undefined },
  });
  if (answer.kind !== "hold") throw new Error(`a search answered with ${answer.kind}`);
  return answer.held[0];
}

/** Fixed pay and piece rate of a contract, and how much less or more of an outcome is asked for than it gives. */
const cases: readonly (readonly [HeldName, amount: (one: LinearContract) => number, LinearContract, asked: number])[] =
  [
    ["reward cost", cost, { cost: 1, risk: 0.5, variance: 1, fixed: 0.5, rate: 0.4 }, 0.4],
    ["reward cost", cost, { cost: 0.5, risk: 0.1, variance: 3, fixed: 0.2, rate: 0.5 }, 1.3],
    ["certainty equivalent", certain, { cost: 1, risk: 0.2, variance: 1, fixed: 0.5, rate: 0.4 }, 0.8],
    ["certainty equivalent", certain, { cost: 0.5, risk: 0.6, variance: 3, fixed: 0.8, rate: 0.5 }, 0.6],
  ];

function heldContracts(inputs: ValidationInputs): ValidationRow[] {
  return cases.flatMap(([outcome, amount, contract, asked]) => {
    const scenario = contractScenario(inputs, contract);
    const plan = heldAt(scenario, outcome, 12 * asked);
    const here = playedContract(inputs, scaledBy(contract, plan.scale));
    const missed = here.beyond(outcome) - 12 * asked;
    // slopes are by ln(factor): d ln(factor) per unit of the outcome
    const factor = plan.scale * exp(-missed / plan.slopes[0].byScale[outcome]);
    const corrected = here.beyond(netValue.name) - worthOf(plan, plan.slopes[0], netValue.name).ofAmount * missed;
    const root = factorFor(contract, amount, asked);
    const at = `${outcome} ${asked} c=${contract.cost} σ²=${contract.variance}`;
    const known = (id: string, claim: string, exact: number, ours: number): ValidationRow =>
      row({
        ...nearly,
        source: held.source,
        by: "engine",
        id: `E14.${id} ${at}`,
        claim: `${claim}, ${at}`,
        exact,
        ours,
      });
    return [
      known("factor", "factor on all amounts at which the contract is equal", root, factor),
      known(
        "gain",
        "firm's gain at equality, corrected for what the plan misses",
        gain(scaledBy(contract, root)),
        corrected,
      ),
    ];
  });
}

export const held: Check = {
  id: "E14",
  source: "Holmström & Milgrom 1987; Newey & McFadden 1994",
  rows: heldContracts,
};
