import { defineActivity } from "./activity.js";

export const matrixCoordination = defineActivity({
  name: "matrix coordination",
  summary:
    "Coordination of the supplier's own matrix team: functions, countries and business units working for one customer.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.15,
    relationship: 0.5,
    adoption: 1.0,
    push: 0.05,
    appeal: 0.4,
    exSales: 0.85,
    pressing: false,
    reporting: false,
  },
});
