import { activityReading } from "../activity-reading.js";

export const customerEducationMeasure = activityReading({
  name: "customer education",
  summary: "Teaching the customer's people to get more from what they bought.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Training and education delivered to people of the customer",
  how: "sessions held and people reached",
  who: "recorded by the KAM",
  when: "read monthly, scored at the close",
  reads: { "customer education": 1 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "customer education": { effort: 0.12 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "customer education" }, { risesWithEffort: "activity reporting" }],
});
