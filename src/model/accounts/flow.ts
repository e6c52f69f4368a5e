import { exp } from "../../foundation/maths/exponential.js";
import type { WorldColumns } from "../frame/part.js";
import { payShare } from "../frame/pay-share.js";
import { defineLaw } from "../frame/step.js";

/** Expected revenue of each account, and the accounts' states as one manager sees them, weighted by revenue. */
export const flow = defineLaw({
  title: "expected revenue of the accounts",
  summary:
    "An account's expected monthly revenue is its starting size, grown by its own demand and by the boost that relationship and adoption have earned.",
  references: ["account value as installed base times relationship: assumption"],
  assumptions: {
    accountRevenue: {
      section: "accounts",
      unit: { dimension: "money/year", min: 1, max: 1e15 },
      value: payShare(50, 3),
      meaning: "mean starting revenue of an account (V)",
      source: "assumption",
    },
    accountSpread: {
      section: "accounts",
      unit: { dimension: "number", min: 0, max: 3 },
      value: 0.45,
      meaning: "log-SD of starting revenue between accounts",
      source: "assumption",
    },
    margin: {
      section: "accounts",
      unit: { dimension: "share", min: 0.001, max: 1 },
      value: "30 %",
      meaning: "gross margin as a share of revenue (μ)",
      source: "assumption",
    },
  },
  kernel(lanes, { margin }: WorldColumns<"margin">) {
    const { lanes: count, accounts, world, flow, marginFlow, organicFlow, concentration } = lanes;
    const { size, lnSize, boost, pulled, satisfaction, relationship, adoption, organic, accountFlow } = lanes;
    const { shareRelationship, shareSatisfaction, shareAdoption, sharePulled, shareBoost, shareTransitory } = lanes;
    const { transitory } = lanes;
    const end = accounts * count;
    for (let i = 0; i < count; i++) {
      let total = 0;
      let organicTotal = 0;
      let squares = 0;
      let r = 0;
      let s = 0;
      let q = 0;
      let p = 0;
      let b = 0;
      let fading = 0;
      for (let at = i; at < end; at += count) {
        const lift = boost[at];
        const revenue = (size[at] / 12) * exp(lnSize[at] + lift);
        accountFlow[at] = revenue;
        total += revenue;
        organicTotal += revenue * organic[at];
        squares += revenue * revenue;
        r += revenue * (relationship[at] - 1);
        s += revenue * (satisfaction[at] - 1);
        q += revenue * (adoption[at] - 1);
        p += revenue * pulled[at];
        b += revenue * lift;
        fading += revenue * transitory[at];
      }
      const whole = 1 / total;
      flow[i] = total;
      organicFlow[i] = organicTotal;
      marginFlow[i] = margin[world[i]] * total;
      concentration[i] = squares * whole * whole;
      shareRelationship[i] = r * whole;
      shareSatisfaction[i] = s * whole;
      shareAdoption[i] = q * whole;
      sharePulled[i] = p * whole;
      shareBoost[i] = b * whole;
      shareTransitory[i] = fading * whole;
    }
  },
  formula({ accounts, world }) {
    const flows = accounts.map((account) => (account.size / 12) * Math.exp(account.lnSize + account.boost));
    const total = flows.reduce((sum, one) => sum + one, 0);
    const weighted = (name: string, rest: number) =>
      accounts.reduce((sum, account, k) => sum + (flows[k] / total) * (account[name] - rest), 0);
    return {
      accounts: flows.map((accountFlow) => ({ accountFlow })),
      lane: {
        flow: total,
        marginFlow: world.margin * total,
        organicFlow: accounts.reduce((sum, account, k) => sum + flows[k] * account.organic, 0),
        concentration: flows.reduce((sum, one) => sum + (one / total) ** 2, 0),
        shareRelationship: weighted("relationship", 1),
        shareSatisfaction: weighted("satisfaction", 1),
        shareAdoption: weighted("adoption", 1),
        sharePulled: weighted("pulled", 0),
        shareBoost: weighted("boost", 0),
        shareTransitory: weighted("transitory", 0),
      },
    };
  },
  examples: [
    {
      why: "an account of 1.2M a year at rest is worth 100 000 a month",
      account: { size: 1_200_000 },
      gives: { account: { accountFlow: 100_000 } },
    },
    {
      why: "a boost of ln 1.1 adds ten per cent",
      account: { size: 1_200_000, boost: 0.09531017980432493 },
      gives: { account: { accountFlow: 110_000 } },
    },
  ],
  laws: [
    {
      law: "concentration lies between 1/K and 1",
      holds: (before, after) =>
        after.lane.concentration >= 1 / before.accounts.length - 1e-12 && after.lane.concentration <= 1 + 1e-12,
    },
  ],
});
