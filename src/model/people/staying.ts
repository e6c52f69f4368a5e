import { exp, ln } from "../../foundation/maths/exponential.js";
import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** Outside option relative to base salary for a manager of average ability. */
export const outsidePay = 1.25;

/** share of base salary. What motivation of 1 instead of 0 is worth to the manager. */
export const motiveShare = 0.5;

/** log. A hazard's exponent counts up to this: the hazard is at its most long before. */
const mostExponent = 700;

/** share. Most managers who leave in a month, however bad it is. */
const mostHazard = 0.3;

/** Whether the manager stays: the utility of staying against the best job elsewhere. */
export const staying = defineLaw({
  title: "staying or leaving",
  summary:
    "A manager compares the yearly utility of staying (pay, expected reward, development, motivation, less effort and risk) with a job elsewhere; leaving is likelier the lower it is (at most 30 % in one month).",
  references: [
    "quit-elasticity",
    "risk-aversion",
    "outside option of 1.25 salaries times the root of ability: assumption",
  ],
  assumptions: {
    quits: {
      section: "team",
      unit: { dimension: "share/year", max: 3 },
      value: "9 %/year to 14 %/year, most likely 11.5 %/year",
      meaning: "leaving per year when staying is worth as much as going (q₀)",
      source: "assumption",
    },
    quitSlope: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 50 },
      value: "1.5 to 3.5, most likely 2.5",
      meaning: "elasticity of leaving to own pay (ε_q)",
      source: "quit-elasticity",
    },
    riskAversion: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 50 },
      value: "1 to 5, most likely 2",
      meaning: "relative risk aversion (ρ)",
      source: "risk-aversion",
    },
    handcuff: {
      section: "assumptions",
      unit: { dimension: "share", max: 1 },
      value: "0 % to 100 %, most likely 40 %",
      meaning: "weight on pay forfeited by leaving",
      source: "assumption",
    },
  },
  kernel(
    lanes,
    {
      salary,
      topUp,
      trainingSpend,
      handcuff,
      riskAversion,
      compensated,
      quits,
      quitSlope,
    }: WorldColumns<
      "salary" | "topUp" | "trainingSpend" | "handcuff" | "riskAversion" | "compensated" | "quits" | "quitSlope"
    >,
    draws,
    month,
  ) {
    const { lanes: count, managers, world, raise, rewardUtility, accruedPay, pending, payVariance, effortCost } = lanes;
    const { motive, theta, vacancy, outside, utility, left, leavingLuck } = lanes;
    const parting = draws.parting;
    const start = month * count;
    // Read here: a constant of the module is looked up and checked wherever it is used.
    const most = +mostHazard;
    const far = +mostExponent;
    const felt = +motiveShare;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const base = salary[w];
      const extra = topUp[w];
      const trained = 0.5 * trainingSpend[w];
      const cuffed = handcuff[w];
      const averse = 0.5 * riskAversion[w];
      const borne = 12 * (1 - compensated[w]);
      const monthly = quits[w] / 12;
      const slope = quitSlope[w];
      const market = base * outsidePay;
      const last = first + managers;
      for (let i = first; i < last; i++) {
        const elsewhere = market * Math.sqrt(theta[i]);
        const here =
          base +
          raise[i] +
          extra +
          trained +
          rewardUtility[i] +
          cuffed * (0.5 * accruedPay[i] + pending[i]) -
          (averse * payVariance[i]) / base -
          borne * effortCost[i] +
          felt * base * (motive[i] - 1);
        outside[i] = elsewhere;
        utility[i] = here;
        const isFilled = vacancy[i] <= 0;
        const gone = isFilled && here < parting[start + i] * elsewhere ? 1 : 0;
        left[i] = gone;
        const hazard = Math.min(most, monthly * exp(Math.min(far, -slope * (here / elsewhere - 1))));
        leavingLuck[i] = isFilled ? gone - hazard : 0;
      }
    }
  },
  formula({ lane, world, luck }) {
    const outside = world.salary * 1.25 * Math.sqrt(lane.theta);
    const utility =
      world.salary +
      lane.raise +
      world.topUp +
      world.trainingSpend / 2 +
      lane.rewardUtility +
      world.handcuff * (lane.accruedPay / 2 + lane.pending) -
      (world.riskAversion * lane.payVariance) / (2 * world.salary) -
      12 * (1 - world.compensated) * lane.effortCost +
      (world.salary * (lane.motive - 1)) / 2;
    const left = lane.vacancy <= 0 && utility < luck.lane.parting * outside ? 1 : 0;
    const hazard = Math.min(
      0.3,
      (world.quits / 12) * Math.exp(Math.min(700, -world.quitSlope * (utility / outside - 1))),
    );
    return { lane: { outside, utility, left, leavingLuck: lane.vacancy > 0 ? 0 : left - hazard } };
  },
  examples: [
    {
      why: "18 000 of expected reward on 72 000 equals an outside option of 90 000",
      lane: { rewardUtility: 18_000, theta: 1, effortCost: 0 },
      luck: { parting: 0.99 },
      world: { salary: 72_000 },
      gives: { lane: { utility: 90_000, outside: 90_000, left: 0 } },
    },
    {
      why: "without the reward the manager leaves where luck asks for 99 % of the outside option",
      lane: { theta: 1 },
      luck: { parting: 0.99 },
      world: { salary: 72_000 },
      gives: { lane: { utility: 72_000, left: 1 } },
    },
    {
      why: "risk costs ½·2·(6000²)/72000 = 500",
      lane: { rewardUtility: 18_000, payVariance: 36_000_000 },
      world: { salary: 72_000, riskAversion: 2 },
      gives: { lane: { utility: 89_500 } },
    },
  ],
  laws: [
    { law: "nobody leaves a vacant seat", holds: (before, after) => before.lane.vacancy <= 0 || after.lane.left === 0 },
  ],
});

/**
 * ratio. The manager leaves when utility ÷ outside option is below this, for one uniform word:
 * u < min(.3, (q₀/12)·exp(−ε_q(U/O − 1))) solved for U/O. Minus infinity: stays whatever happens.
 */
export function partingPoint(u: number, quits: number, quitSlope: number): number {
  if (u >= mostHazard || quits <= 0) return Number.NEGATIVE_INFINITY;
  const log = ln((12 * u) / quits);
  if (quitSlope === 0) return log < 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return 1 - log / quitSlope;
}
