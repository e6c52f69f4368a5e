import { award } from "./award.js";

export const teamEvent = award({
  kind: "team event",
  basis: "team",
  summary: "Team dinners and company events the whole account team earns together.",
  references: ["peterson-luthans-2006", "size: assumption"],
});
