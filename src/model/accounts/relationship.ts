import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";

/** Share of the gap to the relationship that satisfaction closes in a month. */
export const satisfactionSpeed = 0.25;
/** index. Size of monthly luck in the relationship. */
export const rapportLuck = 0.04;

/** Relationship and adoption follow effort and fade; satisfaction follows the relationship; revenue follows both with a lag. */
export const relationship = defineLaw({
  title: "relationship, adoption, satisfaction",
  summary:
    "Relationship and adoption move towards what effort supports and fade without it; satisfaction follows the relationship; revenue is earned from both with a lag of months.",
  references: ["lag of 6 to 18 months: practice of key account management", "albers-2010"],
  assumptions: {
    relationFade: {
      section: "assumptions",
      unit: { dimension: "share/month", max: 1 },
      value: "5 %/month to 18 %/month, most likely 10 %/month",
      meaning: "fading of relationships without effort (δ_R)",
      source: "assumption",
    },
    adoptionFade: {
      section: "assumptions",
      unit: { dimension: "share/month", max: 1 },
      value: "3 %/month to 12 %/month, most likely 6 %/month",
      meaning: "fading of adoption without effort (δ_Q)",
      source: "assumption",
    },
    lag: {
      section: "assumptions",
      unit: { dimension: "duration", min: 1, max: 120 },
      value: "6 months to 18 months, most likely 9 months",
      meaning: "mean lag from relationship and adoption to revenue (L)",
      source: "assumption",
    },
    relationYield: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 2 },
      value: "0.08 to 0.35, most likely 0.20",
      meaning:
        "log revenue earned per index point of relationship (λ_R); with adoption set so that 10 % more of all effort gives about 3 % more revenue",
      source: "albers-2010",
    },
    adoptionYield: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 2 },
      value: "0.04 to 0.25, most likely 0.12",
      meaning: "log revenue earned per index point of adoption (λ_Q)",
      source: "albers-2010",
    },
  },
  kernel(
    lanes,
    {
      relationFade,
      adoptionFade,
      relationYield,
      adoptionYield,
      lag,
    }: WorldColumns<"relationFade" | "adoptionFade" | "relationYield" | "adoptionYield" | "lag">,
    draws,
    month,
  ) {
    const { lanes: count, managers, accounts, world, boost, satisfaction, relationship, adoption } = lanes;
    const { relationshipGain, adoptionGain } = lanes;
    const rapport = draws.rapport;
    // Read here: a constant of the module is looked up and checked wherever it is used.
    const speed = +satisfactionSpeed;
    const end = accounts * count;
    const start = month * end;
    for (let first = 0; first < count; first += managers) {
      const w = world[first];
      const fadeR = relationFade[w];
      const fadeQ = adoptionFade[w];
      const yieldR = relationYield[w];
      const yieldQ = adoptionYield[w];
      const delay = lag[w];
      const last = first + managers;
      for (let i = first; i < last; i++) {
        const goalR = 1 + relationshipGain[i];
        const goalQ = 1 + adoptionGain[i];
        for (let at = i; at < end; at += count) {
          const r = relationship[at];
          const q = adoption[at];
          const b = boost[at];
          const s = satisfaction[at];
          boost[at] = b + (yieldR * (r - 1) + yieldQ * (q - 1) - b) / delay;
          satisfaction[at] = s + speed * (r - s);
          relationship[at] = r + fadeR * (goalR - r) + rapport[start + at];
          adoption[at] = q + fadeQ * (goalQ - q);
        }
      }
    }
  },
  formula({ lane, accounts, world, luck }) {
    return {
      accounts: accounts.map((a, k) => ({
        boost:
          a.boost +
          (world.relationYield * (a.relationship - 1) + world.adoptionYield * (a.adoption - 1) - a.boost) / world.lag,
        satisfaction: a.satisfaction + 0.25 * (a.relationship - a.satisfaction),
        relationship:
          a.relationship + world.relationFade * (1 + lane.relationshipGain - a.relationship) + luck.accounts[k].rapport,
        adoption: a.adoption + world.adoptionFade * (1 + lane.adoptionGain - a.adoption),
      })),
    };
  },
  examples: [
    {
      why: "at rest nothing moves",
      gives: { account: { relationship: 1, adoption: 1, satisfaction: 1, boost: 0 } },
    },
    {
      why: "a tenth of the gap fades: 1.5 → 1.45; satisfaction closes a quarter of its gap: 1 → 1.125; boost .2·.5/10",
      account: { relationship: 1.5 },
      world: { relationFade: 0.1, relationYield: 0.2, lag: 10 },
      gives: { account: { relationship: 1.45, satisfaction: 1.125, boost: 0.01 } },
    },
    {
      why: "effort worth .4 lifts a relationship at rest by a tenth of .4",
      lane: { relationshipGain: 0.4 },
      world: { relationFade: 0.1 },
      gives: { account: { relationship: 1.04 } },
    },
  ],
  laws: [
    {
      law: "without luck the relationship moves towards what effort supports and never past it",
      holds: (before, after) =>
        before.accounts.every((account, k) => {
          const goal = 1 + before.lane.relationshipGain;
          const moved = after.accounts[k].relationship - before.luck.accounts[k].rapport;
          return Math.abs(moved - goal) <= Math.abs(account.relationship - goal) + 1e-12;
        }),
    },
  ],
});
