import { defineActivity } from "./activity.js";

export const executiveAccess = defineActivity({
  name: "executive access",
  summary: "Continuous access to C-suite executives of the customer: meetings, sponsor programmes, top-to-top reviews.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.14,
    relationship: 1.6,
    adoption: 0.2,
    push: 0,
    appeal: 0.6,
    exSales: 0.75,
    pressing: false,
    reporting: false,
  },
});
