import { activityReading } from "../activity-reading.js";

export const ecosystemUnderstanding = activityReading({
  name: "ecosystem understanding",
  summary: "Understanding of the account's ecosystem: its customers, competitors, regulators and partners.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Quality of the account's situation analysis",
  how: "review of the analysis by peers",
  who: "judged by peers and the KAM lead",
  when: "read monthly, scored at the close",
  reads: { "account planning": 0.6, "customer time": 0.4 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "account planning": { effort: 0.24 }, "customer time": { effort: 0.48 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "account planning" }, { risesWithEffort: "activity reporting" }],
});
