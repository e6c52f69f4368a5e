import { activityReading } from "../activity-reading.js";

export const customerTimeMeasure = activityReading({
  name: "time with customers",
  summary: "Time spent with people of the customer.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Days and calls with people of the customer, executives aside",
  how: "calendar and contact records",
  who: "recorded by the KAM",
  when: "read monthly, scored at the close",
  reads: { "customer time": 1 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "customer time": { effort: 0.48 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "customer time" }, { risesWithEffort: "activity reporting" }],
});
