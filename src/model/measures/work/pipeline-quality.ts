import { activityReading } from "../activity-reading.js";

export const pipelineQuality = activityReading({
  name: "pipeline quality",
  summary: "Prioritising opportunities and keeping the pipeline current.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "Opportunities qualified, prioritised and moved on",
  how: "pipeline records against stage rules",
  who: "recorded by the KAM, checked by sales operations",
  when: "read monthly, scored at the close",
  reads: { "opportunity work": 0.7, "account planning": 0.3 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "opportunity work": { effort: 0.16 }, "account planning": { effort: 0.24 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "opportunity work" }, { risesWithEffort: "activity reporting" }],
});
