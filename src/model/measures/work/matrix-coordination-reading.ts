import { activityReading } from "../activity-reading.js";

export const matrixCoordinationMeasure = activityReading({
  name: "matrix team coordination",
  summary: "Coordination of the supplier's own matrix team for the customer.",
  references: ["input measures of key account management; compression after Bol 2011"],
  what: "How well functions and countries work as one team for the account",
  how: "agreed actions kept on time, judged by team members",
  who: "judged by the matrix team",
  when: "read monthly, scored at the close",
  reads: { "matrix coordination": 1 },
  examples: [
    { why: "normal activity reads as target", gives: 1 },
    {
      why: "twice the normal activity, compressed to .4 per point",
      activity: { "matrix coordination": { effort: 0.3 } },
      world: { compression: 0.4 },
      gives: 1.4,
    },
  ],
  laws: [{ risesWithEffort: "matrix coordination" }, { risesWithEffort: "activity reporting" }],
});
