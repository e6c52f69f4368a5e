import { defineActivity } from "./activity.js";

export const coCreation = defineActivity({
  name: "co-creation",
  summary: "Developing solutions together with the customer and having them adopted.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.13,
    relationship: 0.8,
    adoption: 2.5,
    push: 0,
    appeal: 0.9,
    exSales: 0.75,
    pressing: false,
    reporting: false,
  },
});
