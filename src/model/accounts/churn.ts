import { exp, ln } from "../../foundation/maths/exponential.js";
import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** States of the account that fills a lost slot. */
export const successor = { relationship: 0.9, satisfaction: 0.95, adoption: 0.8 } as const;

/** share. Most accounts lost in a month, whatever their satisfaction. */
const mostHazard = 0.2;

/** Loss of accounts: the hazard rises as satisfaction falls; a smaller account fills the slot. */
export const churn = defineLaw({
  title: "account loss",
  summary:
    "An account is lost with a yearly chance that rises as satisfaction falls (at most 20 % in one month); a smaller, newer account takes its place.",
  references: ["semi-elasticity of loss to satisfaction: assumption"],
  assumptions: {
    churn: {
      section: "accounts",
      unit: { dimension: "share/year", max: 1 },
      value: "7 %/year to 14 %/year, most likely 10 %/year",
      meaning: "accounts lost a year at normal satisfaction (h₀)",
      source: "assumption",
    },
    churnSlope: {
      section: "accounts",
      unit: { dimension: "number", min: 0, max: 20 },
      value: "0.5 to 3, most likely 1.5",
      meaning: "how strongly dissatisfaction raises loss (η, semi-elasticity)",
      source: "assumption",
    },
    replaced: {
      section: "accounts",
      unit: { dimension: "share", min: 0.01, max: 1 },
      value: "50 %",
      meaning: "size of the account that fills a lost slot, relative to the lost one",
      source: "assumption",
    },
  },
  kernel(
    lanes,
    { replaced, churn, churnSlope, margin }: WorldColumns<"replaced" | "churn" | "churnSlope" | "margin">,
    draws,
    month,
  ) {
    const {
      lanes: count,
      managers,
      accounts,
      world,
      lnSize,
      boost,
      pulled,
      satisfaction,
      relationship,
      adoption,
      organic,
    } = lanes;
    const { accountFlow, lost, lossLuck } = lanes;
    const breaking = draws.breaking;
    const end = accounts * count;
    const start = month * end;
    // Read here: a constant of the module is looked up and checked wherever it is used.
    const most = +mostHazard;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const yearly = churn[w] / 12;
      const slope = churnSlope[w];
      const kept = margin[w] * (1 - replaced[w]);
      const shrunk = ln(replaced[w]);
      const last = first + managers;
      for (let i = first; i < last; i++) {
        let luck = 0;
        let losses = 0;
        for (let at = i; at < end; at += count) {
          const level = satisfaction[at];
          const stake = kept * accountFlow[at];
          luck -= stake * Math.min(most, yearly * exp(-slope * (level - 1)));
          if (level >= breaking[start + at]) continue;
          losses += 1;
          luck += stake;
          lnSize[at] += shrunk;
          boost[at] = 0;
          pulled[at] = 0;
          relationship[at] = successor.relationship;
          satisfaction[at] = successor.satisfaction;
          adoption[at] = successor.adoption;
          organic[at] = 0;
        }
        lost[i] = losses;
        lossLuck[i] = luck;
      }
    }
  },
  formula({ accounts, world, luck }) {
    const isLost = accounts.map((account, k) => account.satisfaction < luck.accounts[k].breaking);
    const hazard = accounts.map((account) =>
      Math.min(0.2, (world.churn / 12) * Math.exp(-world.churnSlope * (account.satisfaction - 1))),
    );
    return {
      lane: {
        lost: isLost.filter(Boolean).length,
        lossLuck: accounts.reduce(
          (sum, account, k) =>
            sum + ((isLost[k] ? 1 : 0) - hazard[k]) * world.margin * (1 - world.replaced) * account.accountFlow,
          0,
        ),
      },
      accounts: accounts.map((account, k) =>
        isLost[k]
          ? { ...successor, lnSize: account.lnSize + Math.log(world.replaced), boost: 0, pulled: 0, organic: 0 }
          : {},
      ),
    };
  },
  examples: [
    {
      why: "a lost account is replaced by one of half its size",
      account: { satisfaction: 0.8, lnSize: 0 },
      luck: { breaking: 0.9 },
      world: { replaced: 0.5 },
      gives: {
        lane: { lost: 1 },
        account: { lnSize: -Math.LN2, relationship: 0.9, satisfaction: 0.95, adoption: 0.8 },
      },
    },
    {
      why: "satisfaction at the breaking point is enough to keep the account",
      account: { satisfaction: 0.9, lnSize: 0.3 },
      luck: { breaking: 0.9 },
      gives: { lane: { lost: 0 }, account: { lnSize: 0.3, satisfaction: 0.9 } },
    },
  ],
  laws: [
    {
      law: "never more accounts lost than there are",
      holds: (before, after) => after.lane.lost <= before.accounts.length,
    },
  ],
});

/**
 * index. The satisfaction below which an account is lost this month, for one uniform word:
 * u < min(.2, (h₀/12)·exp(−η(S − 1))) solved for S. Minus infinity: kept whatever happens.
 */
export function breakingPoint(u: number, churnPerYear: number, churnSlope: number): number {
  if (u >= mostHazard || churnPerYear <= 0) return Number.NEGATIVE_INFINITY;
  const log = ln((12 * u) / churnPerYear);
  if (churnSlope === 0) return log < 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return 1 - log / churnSlope;
}
