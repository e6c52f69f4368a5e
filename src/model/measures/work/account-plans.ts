import { activityReading } from "../activity-reading.js";

export const accountPlans = activityReading({
  name: "account plans kept current",
  summary: "Long-term account planning kept current and agreed with the customer.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Account plans reviewed, updated and agreed",
  how: "plan reviews against a checklist",
  who: "judged by the KAM lead",
  when: "read monthly, scored at the close",
  reads: { "account planning": 1 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "account planning": { effort: 0.24 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "account planning" }, { risesWithEffort: "activity reporting" }],
});
