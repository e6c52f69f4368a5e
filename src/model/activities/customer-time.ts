import { defineActivity } from "./activity.js";

export const customerTime = defineActivity({
  name: "customer time",
  summary: "Time spent with people of the customer, in person or remotely, outside executive meetings.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.24,
    relationship: 1.4,
    adoption: 0.3,
    push: 0.15,
    appeal: 0.6,
    exSales: 0.95,
    pressing: false,
    reporting: false,
  },
});
