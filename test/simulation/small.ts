export const bonus = (amount: string) => ({ kind: "cash bonus", "at target": amount });

/** A small scenario without a hold: two designs, two years. */
export const smallFile = (changes: Record<string, unknown> = {}) => ({
  rewardlab: 2,
  title: "Small",
  horizon: "2 years",
  team: { managers: 3 },
  accounts: { "per manager": 2 },
  designs: {
    revenue: { period: "1 year", weights: { "account revenue": "100 %" }, rewards: [bonus("12000 EUR/year")] },
    balanced: {
      period: "6 months",
      weights: { "account revenue": "50 %", "executive access": "50 %" },
      rewards: [bonus("12000 EUR/year")],
    },
  },
  run: { worlds: 24, seed: 7 },
  ...changes,
});
