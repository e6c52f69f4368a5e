import { defineActivity } from "./activity.js";

export const customerEducation = defineActivity({
  name: "customer education",
  summary: "Teaching the customer's people to get more from what they bought; optional, not in the default list.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.06,
    relationship: 0.9,
    adoption: 1.6,
    push: 0,
    appeal: 0.7,
    exSales: 0.7,
    pressing: false,
    reporting: false,
  },
});
