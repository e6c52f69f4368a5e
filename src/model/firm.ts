import type { Assumption } from "./part.js";

/** Terms of the firm: what people are paid before any reward, what pay costs, how the firm discounts. */
export const firm = {
  salary: {
    section: "team",
    unit: { dimension: "money/year", min: 1 },
    value: "72000 EUR/year",
    meaning: "base salary of a KAM (S₀)",
    source: "assumption",
  },
  onCosts: {
    section: "team",
    unit: { dimension: "share", max: 2 },
    value: "21 %",
    meaning: "employer on-costs as a share of cash pay",
    source: "assumption",
  },
  hiring: {
    section: "team",
    unit: { dimension: "share", of: ["base salary"], max: 10 },
    value: "50 %",
    meaning: "cost of replacing a KAM as a share of base salary",
    source: "assumption",
  },
  firmDiscount: {
    section: "accounts",
    unit: { dimension: "share/year", max: 1 },
    value: "8 %/year",
    meaning: "discount rate of the firm (i_f)",
    source: "assumption",
  },
} as const satisfies Record<string, Assumption>;
