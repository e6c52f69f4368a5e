import { defineActivity } from "./activity.js";

export const accountPlanning = defineActivity({
  name: "account planning",
  summary:
    "Long-term account planning: keeping the plan current, choosing opportunities, agreeing it with the customer.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.12,
    relationship: 0.6,
    adoption: 0.8,
    push: 0,
    appeal: 0.4,
    exSales: 0.8,
    pressing: false,
    reporting: false,
  },
});
