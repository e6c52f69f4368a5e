import { activityReading } from "./activity-reading.js";

export const customerEducation = activityReading({
  name: "customer education",
  summary: "Teaching the customer's people to get more from what they bought.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Training and education delivered to people of the customer",
  how: "sessions held and people reached",
  who: "recorded by the KAM",
  when: "read monthly, scored at the close",
  reads: { "co-creation": 0.5, "customer time": 0.5 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "co-creation": { effort: 0.26 }, "customer time": { effort: 0.48 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "co-creation" }, { risesWithEffort: "activity reporting" }],
});
