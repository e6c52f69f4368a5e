import { netValue } from "../../model/outcomes/net-value.js";
import { certaintyEquivalent } from "../../model/outcomes/pay/certainty-equivalent.js";
import { expectedPayOutcome } from "../../model/outcomes/pay/expected-pay.js";
import { rewardCost } from "../../model/outcomes/pay/reward-cost.js";
import { riskPremium } from "../../model/outcomes/pay/risk-premium.js";
import { type Check, row, type ValidationInputs, type ValidationRow } from "../row.js";
import {
  certain,
  factorFor,
  gain,
  type LinearContract,
  playedContract as played,
  scaledBy,
} from "./linear-contract.js";

const exactly = { tolerance: 1e-6, reason: "luck is drawn in 32 bits; worlds and their mirror images cancel to that" };

/** The contract with all amounts times the factor that brings its certainty equivalent to so much. */
const scaledTo = (contract: LinearContract, wanted: number): LinearContract =>
  scaledBy(contract, factorFor(contract, certain, wanted));

/** The contract with the fixed pay that brings its certainty equivalent to so much. */
const fixedTo = (contract: LinearContract, wanted: number): LinearContract => ({
  ...contract,
  fixed: contract.fixed + wanted - certain(contract),
});

/** α, β and the certainty equivalent asked for, at points where larger amounts cost the firm more than they bring, and where not. */
const cases = [
  { cost: 1, variance: 1, fixed: 0.5, rate: 0.4, wanted: 0.6, risks: [0.2, 1.5] },
  { cost: 0.5, variance: 3, fixed: 0.8, rate: 0.5, wanted: 0.7, risks: [0.1, 0.6] },
  { cost: 2, variance: 1.25, fixed: 0.1, rate: 0.3, wanted: 0.03, risks: [0, 1] },
] as const;

function riskAndEquality(inputs: ValidationInputs): ValidationRow[] {
  return cases.flatMap(({ wanted, risks, ...contract }) => {
    const at = `c=${contract.cost} σ²=${contract.variance}`;
    const yearly = (name: string, one: LinearContract): number => played(inputs, one).beyond(name) / 12;
    const known = (id: string, claim: string, exact: number, ours: number): ValidationRow =>
      row({
        ...exactly,
        source: risk.source,
        by: "engine",
        id: `E13.${id} ${at}`,
        claim: `${claim}, ${at}`,
        exact,
        ours,
      });
    const [tame, averse] = risks.map((one) => ({ ...contract, risk: one }));
    const worth = ({ risk: r, variance, rate }: LinearContract): number => 0.5 * r * variance * rate * rate;
    const [scaledTame, scaledAverse] = [tame, averse].map((one) => scaledTo(one, wanted));
    const kept = (one: LinearContract): number => played(inputs, one).beyond(netValue.name);
    const from = `r=${risks[0]} to ${risks[1]}`;
    return [
      known("premium", `risk premium, r=${averse.risk}`, worth(averse), yearly(riskPremium.name, averse)),
      known(
        "certain",
        `certainty equivalent, r=${averse.risk}`,
        certain(averse),
        yearly(certaintyEquivalent.name, averse),
      ),
      known(
        "equal certain",
        `certainty equivalent at the factor theory gives, r=${averse.risk}`,
        wanted,
        yearly(certaintyEquivalent.name, scaledAverse),
      ),
      known(
        "gain",
        `change of the firm's gain at equal certainty equivalent by a factor on amounts, ${from}`,
        gain(scaledAverse) - gain(scaledTame),
        kept(scaledAverse) - kept(scaledTame),
      ),
      known(
        "gain fixed",
        `change of the firm's gain at equal certainty equivalent by fixed pay: −½β²σ² per unit of r, ${from}`,
        worth(tame) - worth(averse),
        kept(fixedTo(averse, wanted)) - kept(fixedTo(tame, wanted)),
      ),
      known(
        "cost",
        `change of reward cost at the same amounts, ${from}`,
        0,
        yearly(rewardCost.name, averse) - yearly(rewardCost.name, tame),
      ),
      known(
        "pay",
        `change of expected pay at the same amounts, ${from}`,
        0,
        yearly(expectedPayOutcome.name, averse) - yearly(expectedPayOutcome.name, tame),
      ),
      known("gain cost", `change of the firm's gain at equal cost, ${from}`, 0, kept(averse) - kept(tame)),
    ];
  });
}

export const risk: Check = { id: "E13", source: "Holmström & Milgrom 1987; Pratt 1964", rows: riskAndEquality };
