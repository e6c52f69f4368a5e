import { payShare } from "../frame/pay-share.js";
import { monthlyReading } from "./state-reading.js";

export const relationshipQuality = monthlyReading({
  name: "relationship quality",
  summary: "Quality of the relationship between the two companies.",
  references: ["judged measures are compressed: Bol 2011, size assumed"],
  level: "interaction",
  nature: "output",
  timing: "leading",
  what: "Trust, openness and joint working, judged on a scale",
  how: "relationship review with both sides",
  who: "judged by the KAM lead and the sponsor",
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
