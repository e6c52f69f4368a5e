import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** Revenue of the month: expected revenue, this month's push less what was borrowed, and order luck. */
export const booking = defineLaw({
  title: "revenue booked",
  summary:
    "Each account books its expected revenue, raised by this month's selling, lowered by demand already pulled forward, times order luck; margin is what remains after cost of goods and price concessions on pushed sales.",
  references: ["order luck has mean one, so luck creates no value"],
  assumptions: {
    orderLuck: {
      section: "accounts",
      unit: { dimension: "number", min: 0, max: 2 },
      value: "0.06 to 0.20, most likely 0.12",
      meaning: "log-SD of an account's monthly orders (σ_O)",
      source: "assumption",
    },
    concession: {
      section: "accounts",
      unit: { dimension: "share", max: 1 },
      value: "0 %",
      meaning:
        "price given away to close pushed sales, share of their value; 0 unless set, as the cost of timing games is already in pulled",
      source: "larkin-2014",
    },
  },
  kernel(lanes, { payback, margin, concession }: WorldColumns<"payback" | "margin" | "concession">, draws, month) {
    const { lanes: count, managers, accounts, world, flow, accountFlow, pulled, organic, push } = lanes;
    const { revenue, organicRevenue, marginEarned } = lanes;
    const orders = draws.orders;
    const end = accounts * count;
    const start = month * end;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const back = payback[w];
      const share = margin[w];
      const conceded = concession[w];
      const last = first + managers;
      for (let i = first; i < last; i++) {
        const pushed = 1 + push[i];
        let all = 0;
        let own = 0;
        for (let at = i; at < end; at += count) {
          const booked = accountFlow[at] * (pushed - back * pulled[at]) * orders[start + at];
          all += booked;
          own += booked * organic[at];
        }
        revenue[i] = all;
        organicRevenue[i] = own;
        marginEarned[i] = share * all - conceded * Math.max(0, push[i]) * flow[i];
      }
    }
  },
  formula({ lane, accounts, world, luck }) {
    const booked = accounts.map(
      (account, k) => account.accountFlow * (1 + lane.push - world.payback * account.pulled) * luck.accounts[k].orders,
    );
    const revenue = booked.reduce((sum, one) => sum + one, 0);
    return {
      lane: {
        revenue,
        marginEarned: world.margin * revenue - world.concession * Math.max(0, lane.push) * lane.flow,
        organicRevenue: booked.reduce((sum, one, k) => sum + one * accounts[k].organic, 0),
      },
    };
  },
  examples: [
    {
      why: "a push of 10 % on 100 000 books 110 000 when nothing was borrowed",
      account: { accountFlow: 100_000 },
      lane: { push: 0.1 },
      gives: { lane: { revenue: 110_000 } },
    },
    {
      why: "paying back a fifth of 5 % borrowed demand costs 1 %",
      account: { accountFlow: 100_000, pulled: 0.05 },
      world: { payback: 0.2 },
      gives: { lane: { revenue: 99_000 } },
    },
  ],
  laws: [
    {
      law: "organic revenue is part of revenue",
      holds: (_, after) => after.lane.organicRevenue <= after.lane.revenue + 1e-6,
    },
  ],
});
