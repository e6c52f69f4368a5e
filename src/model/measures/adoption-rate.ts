import { payShare } from "../frame/pay-share.js";
import { monthlyReading } from "./state-reading.js";

export const adoptionRate = monthlyReading({
  name: "adoption of co-created solutions",
  summary: "Rate at which co-created solutions are adopted by the customer.",
  references: ["judged measures are compressed: Bol 2011, size assumed"],
  level: "interaction",
  nature: "input",
  timing: "leading",
  what: "Use of co-created solutions across the customer's sites",
  how: "use records of both sides",
  who: "recorded by the KAM, confirmed by the customer",
  when: "read monthly, scored at the close",
  monitoring: payShare(1, 240),
  column: "meanAdoption",
  gradient: { adoption: 1 },
  examples: [
    { why: "at rest it reads as target", gives: 1 },
    {
      why: "an index .5 above normal is compressed to .2",
      lane: { meanAdoption: 0.5 },
      world: { compression: 0.4 },
      gives: 1.2,
    },
  ],
  laws: [{ rises: "meanAdoption" }],
});
