const target = "at target";

/** Steps so close that some are always near the score, even after the last survey of a period, when it is nearly known. */
const hundredSteps = Array.from({ length: 100 }, (_, k) => ({ at: `${50 + k} %`, pays: `${k + 1} %` }));

/**
 * A scenario nobody would write: every measure, every reward and every curve at once, periods that do not fit the
 * horizon, many leavers and lost accounts, and assumptions away from their defaults, so that no rule is left unused.
 */
export const everything = {
  rewardlab: 2,
  title: "everything at once",
  horizon: "40 months",
  remainder: "close early",
  team: {
    managers: 3,
    hours: 1.05,
    ramp: "60 months",
    "least effort": 0.01,
    "pay growth": "2 %/year",
    quits: "30 %/year to 60 %/year, most likely 40 %/year",
  },
  accounts: {
    "per manager": 3,
    concession: "5 %",
    "permanent share": "0 % to 100 %, evenly",
    "shock half life": "0 months to 12 months, evenly",
    churn: "20 %/year to 50 %/year, most likely 30 %/year",
    "churn slope": "12 to 18, evenly",
  },
  assumptions: { "loss aversion": "0 to 1.25, evenly", "quit slope": "12 to 20, evenly" },
  activities: {
    "executive access": {},
    "matrix coordination": {},
    "account planning": {},
    "co-creation": {},
    "customer time": {},
    "selling push": {},
    "activity reporting": {},
    "opportunity work": {},
    "customer education": { normal: "0 %" },
  },
  measures: {
    "customer satisfaction": { cadence: "5 months", noise: 1.5 },
    "account revenue": { target: "103 %" },
    "executive access": { noise: 0.7 },
  },
  designs: {
    deferred: {
      period: "12 months",
      weights: {
        "account revenue": "50 %",
        "customer satisfaction": "20 %",
        "executive access": "10 %",
        "relationship quality": "10 %",
        "co-creation work": "10 %",
      },
      rewards: [
        {
          kind: "cash bonus",
          [target]: "18000 EUR/year",
          deferred: "40 %",
          "vests after": "7 months",
          "paid after": "2 months",
        },
        { kind: "recognition", [target]: "1500 EUR/year" },
      ],
    },
    raises: {
      period: "18 months",
      "targets every": "6 months",
      weights: {
        profitability: "40 %",
        "organic growth": "20 %",
        "customer lifetime value": "20 %",
        "pipeline quality": "20 %",
      },
      rewards: [
        { kind: "commission", rate: "0.3 % of account revenue" },
        { kind: "salary increase", [target]: "12 % of base salary" },
        { kind: "development", amount: "4000 EUR/year" },
        {
          kind: "cash bonus",
          [target]: "15000 EUR/year",
          period: "3 months",
          weights: {
            "account retention": "30 %",
            "referenceable accounts": "30 %",
            "adoption of co-created solutions": "40 %",
          },
          curve: {
            kind: "target",
            threshold: "85 %",
            "pays at threshold": "40 %",
            accelerator: 3,
            excellence: "110 %",
            decelerator: 1,
            "up to attainment": "none",
          },
        },
      ],
    },
    team: {
      period: "12 months",
      weights: {
        "shared objectives": "40 %",
        "customer goals reached": "20 %",
        "customer education": "20 %",
        "matrix team coordination": "20 %",
      },
      rewards: [
        { kind: "team event", [target]: "500 EUR/year" },
        { kind: "cash bonus", [target]: "15000 EUR/year", for: "team", "targets every": "4 months" },
        {
          kind: "cash bonus",
          [target]: "5000 EUR/year",
          period: "6 months",
          weights: { "shared objectives": "70 %", "organic growth": "30 %" },
          curve: { kind: "linear", base: -2, rate: 3 },
        },
        { kind: "holiday", [target]: "900 EUR/year", curve: { kind: "rank", winners: 1 } },
        { kind: "salary top-up", amount: "2000 EUR/year" },
      ],
    },
    inputs: {
      period: "24 months",
      weights: {
        "account plans kept current": "30 %",
        "time with customers": "20 %",
        "customers reaching out": "20 %",
        "ecosystem understanding": "10 %",
        "relationship footprint": "20 %",
      },
      rewards: [
        {
          kind: "cash bonus",
          [target]: "30000 EUR/year",
          "paid after": "4 months",
          curve: {
            kind: "points",
            points: [
              { at: "80 %", pays: "20 %" },
              { at: "100 %", pays: "100 %" },
              { at: "120 %", pays: "180 %" },
            ],
          },
        },
        { kind: "recognition", [target]: "1000 EUR/year", curve: { kind: "rank", winners: 2 } },
        {
          kind: "cash bonus",
          [target]: "6000 EUR/year",
          period: "12 months",
          weights: { "customer satisfaction": "100 %" },
          curve: { kind: "steps", steps: hundredSteps },
        },
      ],
    },
  },
};
