import { activityReading } from "../activity-reading.js";

export const coCreationWork = activityReading({
  name: "co-creation work",
  summary: "Work on solutions developed together with the customer.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Joint projects worked on and brought forward",
  how: "project records of both sides",
  who: "recorded by the KAM, sampled by the KAM lead",
  when: "read monthly, scored at the close",
  reads: { "co-creation": 1 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "co-creation": { effort: 0.26 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "co-creation" }, { risesWithEffort: "activity reporting" }],
});
