import { defineActivity } from "./activity.js";

export const activityReporting = defineActivity({
  name: "activity reporting",
  summary: "Documenting activity in the customer system; serves no account but raises input readings.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.02,
    relationship: 0,
    adoption: 0,
    push: 0,
    appeal: 0,
    exSales: 1,
    pressing: false,
    reporting: true,
  },
});
