import { defineActivity } from "./activity.js";

export const sellingPush = defineActivity({
  name: "selling push",
  summary: "Pushing for orders now: closing, discounts in kind, stocking up; partly borrowed from later months.",
  references: ["Normal shares and effects are assumptions; the mix of ex-salespeople leans to selling."],
  source: "assumption",
  numbers: {
    normal: 0.2,
    relationship: 0,
    adoption: 0,
    push: 0.9,
    appeal: 0.3,
    exSales: 1.5,
    pressing: true,
    reporting: false,
  },
});
