import { defineActivity } from "./activity.js";

export const opportunityWork = defineActivity({
  name: "opportunity work",
  summary: "Prioritising opportunities and keeping the pipeline current; optional, not in the default list.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.08,
    relationship: 0.2,
    adoption: 0.4,
    push: 0.45,
    appeal: 0.4,
    exSales: 1.1,
    pressing: false,
    reporting: false,
  },
});
