import { award } from "./award.js";

export const holiday = award({
  kind: "holiday",
  basis: "personal",
  summary: "Extra days of holiday or a trip, earned by score.",
  references: ["viswanathan-2018", "size: assumption"],
});
