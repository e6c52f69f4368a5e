import type { Run } from "../../simulation/data.js";

import { horizonText, nameText } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { aRun } from "../definition/inputs.js";
import { along, coloured, down, ruleAt } from "../definition/marks.js";
import { designLabels, limits } from "../definition/shown.js";
import { cutText } from "../drawing/text-width.js";
import type { Row, VegaLite } from "../drawing/view.js";
import { type EffortAsked, type EffortChanges, effortChanges, effortSaying } from "./effort-changes.js";

export interface EffortMixOptions extends ChartOptions, EffortAsked {}

/** px. Of one design within an activity, and between activities. */
const laneHeight = 13;
const gapHeight = 12;

/** Where the effort goes: by activity, against no reward, with what would be best beside it. */
export const effortMix = defineChart<Run, EffortMixOptions>({
  name: "effort mix",
  takes: aRun,
  summary: "Effort by activity and design against no reward, with 95 % intervals, and what the first best would do.",
  draw(run, options): UnframedChart {
    const changes = effortChanges(run, options);
    const { shown, others, firstBest, activities, against } = changes;
    const rows = rowsOf(changes);
    const marks = [
      ...(others.length > 0 ? ["ticks: other designs"] : []),
      ...(firstBest ? ["diamond: first best"] : []),
    ];
    return {
      title: effortSaying(changes),
      subtitle: `Effort by activity less that under "${nameText(against.title)}", in % of its normal effort, mean over ${horizonText(run.months)}, response ${changes.response}. Dots and lines: means and 95 % intervals, paired by world (Monte Carlo error)${marks.map((one) => `; ${one}`).join("")}`,
      about: changes.about,
      columns: [
        { name: "activity", title: "activity" },
        { name: "design", title: "design" },
        { name: "change", title: "effort, % of normal" },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
      ],
      rows: rows.map(({ lane: _, ...row }) => row),
      left: activities,
      right: ["00"],
      panel: (space) =>
        panel(space, rows, activities, designLabels(shown.map(({ name, title }) => ({ design: name, title }))), {
          others: others.length > 0,
          firstBest: firstBest !== undefined,
        }),
    };
  },
});

type EffortRow = Row & { readonly lane: string; readonly low: number | null };

const otherLane = "other designs";
const bestLane = "first best";

/** One row for each activity and design; lanes are numbers for those that stand out. */
function rowsOf({ shown, others, firstBest, activities, change }: EffortChanges): EffortRow[] {
  const designs = [...shown, ...others, ...(firstBest ? [firstBest] : [])];
  const names = designLabels(designs.map(({ name, title }) => ({ design: name, title })));
  return activities.flatMap((activity) =>
    designs.map((design, k) => {
      const found = change(design.name, activity);
      const lane = k < shown.length ? String(k) : design === firstBest ? bestLane : otherLane;
      return { activity, design: names[k], change: found.mean * 100, ...limits(found, 100), lane };
    }),
  );
}

function panel(
  space: Space,
  rows: readonly EffortRow[],
  activities: readonly string[],
  titles: readonly string[],
  has: { readonly others: boolean; readonly firstBest: boolean },
): VegaLite {
  const { colours, sizes } = space.theme;
  const keys = titles.map((_, k) => String(k));
  const cut = titles.map((title) => cutText(title, space.width - 50, sizes.label));
  const names = cut.map((name, k) => (cut.indexOf(name) === k ? name : `${name} ${k + 1}`));
  const domain = [...names, ...(has.others ? [otherLane] : []), ...(has.firstBest ? [bestLane] : [])];
  const range = [
    ...names.map((_, k) => colours.categories[k % colours.categories.length]),
    ...(has.others ? [colours.quiet] : []),
    ...(has.firstBest ? [colours.ink] : []),
  ];
  const lanes = [...keys, "rest"];
  const data = rows.map((row) => ({
    ...row,
    shown: names[keys.indexOf(row.lane)] ?? row.lane,
    lane: keys.includes(row.lane) ? row.lane : "rest",
  }));
  const of = (name: string) => ({ values: data.filter((row) => row.shown === name) });
  const own = data.filter(({ lane }) => lane !== "rest");
  const across = down("activity", activities, space);
  const y = {
    ...across,
    scale: {
      ...(across.scale as object),
      type: "band",
      paddingInner: gapHeight / (gapHeight + lanes.length * laneHeight),
    },
  };
  const yOffset = { field: "lane", type: "nominal", scale: { domain: lanes } };
  const x = along(
    "x",
    "change",
    { title: "change of effort, % of normal effort on the activity", format: "signed", zero: true },
    space,
  );
  const color = coloured("shown", domain, range, space);
  const at = { y, yOffset, color };
  return {
    width: space.width,
    height: activities.length * (lanes.length * laneHeight + gapHeight),
    layer: [
      ruleAt("x", 0, space.theme),
      ...(has.others
        ? [
            {
              data: of(otherLane),
              mark: { type: "tick", thickness: 1.5, height: laneHeight - 3 },
              encoding: { ...at, x },
            },
          ]
        : []),
      {
        data: { values: own.filter(({ low }) => low !== null) },
        mark: { type: "rule", strokeWidth: 2.5 },
        encoding: { ...at, x: { ...x, field: "low" }, x2: { field: "high" } },
      },
      { data: { values: own }, mark: { type: "point", filled: true, size: 60, opacity: 1 }, encoding: { ...at, x } },
      ...(has.firstBest
        ? [
            {
              data: of(bestLane),
              mark: { type: "point", shape: "diamond", size: 60, filled: true, opacity: 1 },
              encoding: { ...at, x },
            },
          ]
        : []),
    ],
  };
}
