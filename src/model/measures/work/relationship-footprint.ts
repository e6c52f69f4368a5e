import { activityReading } from "../activity-reading.js";

export const relationshipFootprint = activityReading({
  name: "relationship footprint",
  summary: "Breadth and height of contacts: higher (executives), broader (functions and sites), or both.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Contacts kept at higher levels and across more functions of the customer",
  how: "relationship map, counted by level and function",
  who: "recorded by the KAM, sampled by the KAM lead",
  when: "read monthly, scored at the close",
  reads: { "executive access": 0.5, "customer time": 0.3, "matrix coordination": 0.2 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: {
        "executive access": { effort: 0.28 },
        "customer time": { effort: 0.48 },
        "matrix coordination": { effort: 0.3 },
      },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "executive access" }, { risesWithEffort: "activity reporting" }],
});
