import { activityReading } from "../activity-reading.js";

export const executiveAccessMeasure = activityReading({
  name: "executive access",
  summary: "Continuous access to C-suite executives of the customer.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Meetings and sponsor contacts at executive level, against what is normal for an account of this kind",
  how: "contact records and the sponsor programme",
  who: "recorded by the KAM, sampled by the KAM lead",
  when: "read monthly, scored at the close",
  reads: { "executive access": 1 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "executive access": { effort: 0.28 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "executive access" }, { risesWithEffort: "activity reporting" }],
});
