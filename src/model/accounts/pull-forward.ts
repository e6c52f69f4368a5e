import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** Demand pulled forward: pushed sales are partly borrowed from later months and paid back. */
export const pullForward = defineLaw({
  title: "demand pulled forward",
  summary:
    "Part of what is pushed this month is borrowed from later months: a stock of borrowed demand grows with the push and is paid back month by month.",
  references: ["larkin-2014", "oyer-1998"],
  assumptions: {
    pulled: {
      section: "assumptions",
      unit: { dimension: "share", max: 1 },
      value: "30 % to 90 %, most likely 60 %",
      meaning:
        "share of pushed sales that is borrowed from the future (ψ); timing games cost 6 to 8 % of revenue in the study cited",
      source: "larkin-2014",
    },
    payback: {
      section: "assumptions",
      unit: { dimension: "share/month", max: 1 },
      value: "12 %/month to 35 %/month, most likely 20 %/month",
      meaning: "share of borrowed demand paid back each month (ω)",
      source: "assumption",
    },
  },
  kernel(lanes, world: WorldColumns<"pulled" | "payback">, _draws, _month) {
    const { lanes: count, managers, accounts, world: worldOf, push } = lanes;
    const borrowed = lanes.pulled;
    const { pulled, payback } = world;
    for (let first = 0; first < count; first += managers) {
      const w = worldOf[first];
      const kept = 1 - payback[w];
      const lent = pulled[w];
      for (let i = first; i < first + managers; i++) {
        const added = lent * push[i];
        for (let at = i; at < accounts * count; at += count) borrowed[at] = kept * borrowed[at] + added;
      }
    }
  },
  formula: ({ lane, accounts, world }) => ({
    accounts: accounts.map((account) => ({
      pulled: (1 - world.payback) * account.pulled + world.pulled * lane.push,
    })),
  }),
  examples: [
    {
      why: "60 % of a push of 10 % is borrowed",
      lane: { push: 0.1 },
      world: { pulled: 0.6 },
      gives: { account: { pulled: 0.06 } },
    },
    {
      why: "a fifth of the stock is paid back",
      account: { pulled: 0.1 },
      world: { payback: 0.2 },
      gives: { account: { pulled: 0.08 } },
    },
  ],
  laws: [
    {
      law: "without a push the stock only shrinks",
      holds: (before, after) =>
        before.lane.push !== 0 ||
        before.accounts.every((account, k) => Math.abs(after.accounts[k].pulled) <= Math.abs(account.pulled)),
    },
  ],
});
