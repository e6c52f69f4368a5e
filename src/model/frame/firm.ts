import type { Assumption } from "./part.js";
import { payShare } from "./pay-share.js";

/**
 * EUR/year. Base salary of a scenario in EUR that does not say it; one in another currency has to. All other amounts that are not written
 * follow from the salary.
 */
export const usualSalary = 72_000;
export const usualCurrency = "EUR";

/** share of base salary, over the horizon. Smallest difference in net value per KAM worth acting on, where a scenario does not write it. */
export const usualDifference = payShare(5, 18);

/** Terms of the firm: what people are paid before any reward, what pay costs, how the firm discounts. */
export const firm = {
  salary: {
    section: "team",
    unit: { dimension: "money/year", min: 1, max: 1e12 },
    value: `${usualSalary} ${usualCurrency}/year`,
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
