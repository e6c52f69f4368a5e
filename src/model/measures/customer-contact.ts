import { payShare } from "../frame/pay-share.js";
import { monthlyReading } from "./state-reading.js";

export const customerContact = monthlyReading({
  name: "customers reaching out",
  summary: "How often customers reach out themselves.",
  references: ["judged measures are compressed: Bol 2011, size assumed"],
  level: "interaction",
  nature: "input",
  timing: "leading",
  what: "Contacts the customer starts",
  how: "share of contacts started by the customer",
  who: "contact records",
  when: "read monthly, scored at the close",
  monitoring: payShare(1, 240),
  column: "meanRelationship",
  gradient: { relationship: 1 },
  examples: [
    { why: "at rest it reads as target", gives: 1 },
    {
      why: "an index .5 above normal is compressed to .2",
      lane: { meanRelationship: 0.5 },
      world: { compression: 0.4 },
      gives: 1.2,
    },
  ],
  laws: [{ rises: "meanRelationship" }],
});
