import type { Estimate } from "../../foundation/maths/summary.js";
import { meanOfWorlds, perValueSeen } from "../../results/basis/between-worlds.js";
import { type PayoutTimeline, payoutTimeline as timelineOf } from "../../results/people/payout-timeline.js";
import type { Observations, ObservedDesign, RewardMoney } from "../../simulation/observation/data.js";
import { edgeUnit, estimateColumn, horizonText, nameText, percent } from "../../wording/numbers.js";
import { type ChartOptions, defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { endLabels } from "../definition/end-labels.js";
import { observations } from "../definition/inputs.js";
import { along, coloured } from "../definition/marks.js";
import { alongMonths, colourOf, limits } from "../definition/shown.js";
import { cutText } from "../drawing/text-width.js";
import type { VegaLite } from "../drawing/view.js";
import { observedDesigns } from "./observed-designs.js";

export interface PayoutTimelineOptions extends ChartOptions {
  /** Names of the designs shown, a panel each; the run's baseline unless given. */
  readonly designs?: readonly string[] | undefined;
}

/** px. Of a panel. */
const tall = 260;
const short = 150;

/** Solid is when it arises, dashed when cash moves. */
const kinds = [
  { name: "earned", group: 1, isDashed: false },
  { name: "accrued", group: 0, isDashed: false },
  { name: "spent", group: 0, isDashed: true },
  { name: "paid", group: 1, isDashed: true },
] as const;

/** When reward money is earned by work, accrues as a cost and moves as cash, added up from the start. */
export const payoutTimelineChart = defineChart<Observations, PayoutTimelineOptions>({
  name: "payout timeline",
  takes: observations,
  summary: "Reward money added up by month: earned, accrued as cost, spent by the firm, paid to managers.",
  draw(observations, options): UnframedChart {
    const asked = options.designs ?? [observations.run.baseline];
    const designs = observedDesigns(observations, asked, ({ rewards }) => rewards.length > 0, "none has a reward");
    const found = designs.map(({ design }) => timelineOf(observations, { design: design.name }));
    const [{ about, response }] = found;
    const { factor, label } = edgeUnit(
      { dimension: "money" },
      about.currency,
      found.map(({ total }) => total.accrued.mean),
    );
    const rows = designs.flatMap(({ design, label: name }, k) =>
      kinds.flatMap(({ name: kind }) =>
        addedUp(observations, design, kind).map((sum, month) => ({
          panel: k,
          design: name,
          kind,
          month: month + 1,
          sum: sum.mean * factor,
          ...limits(sum, factor),
        })),
      ),
    );
    return {
      title: saying(found, factor, label, observations.months),
      subtitle: `Reward money per KAM added up from the start, ${label}, means over the worlds, ${horizonText(observations.months)}, response ${response}. Accrued and spent: the firm's cost and cash, with on-costs. Earned and paid: managers' work at face value, and their cash. Bands: 95 % intervals (Monte Carlo error)`,
      about,
      columns: [
        { name: "design", title: "design" },
        { name: "kind", title: "money" },
        { name: "month", title: "month" },
        { name: "sum", title: `so far, ${label} per KAM` },
        { name: "low", title: "95 % from" },
        { name: "high", title: "to" },
      ],
      rows: rows.map(({ panel: _, ...row }) => row),
      left: ["0,000"],
      right: kinds.map(({ name }) => name),
      panel: (space) =>
        panels(
          space,
          rows,
          designs.map(({ label: name }) => name),
          `${label} per KAM so far`,
        ),
    };
  },
});

/** currency per KAM, all rewards together, from the start to the end of each month. */
function addedUp(observations: Observations, { timeline }: ObservedDesign, kind: keyof RewardMoney): Estimate[] {
  const { worlds, months } = observations;
  const size = perValueSeen(observations);
  const sums = new Float64Array(worlds);
  return Array.from({ length: months }, (_, month) => {
    for (let w = 0; w < worlds; w++) {
      for (const money of timeline) sums[w] += money[kind][w * months + month];
    }
    return meanOfWorlds(sums, size);
  });
}

interface TimelineRow {
  readonly panel: number;
  readonly kind: string;
  readonly month: number;
  readonly sum: number;
  readonly low: number | null;
  readonly high: number | null;
}

function panels(space: Space, rows: readonly TimelineRow[], names: readonly string[], title: string): VegaLite {
  const months = Math.max(...rows.map(({ month }) => month));
  const tops = rows.map(({ sum, high }) => high ?? sum);
  const most = tops.reduce((a, b) => Math.max(a, b), 0) * 1.04 || 1;
  const only = names.length === 1;
  const one = (k: number): VegaLite =>
    panel(
      space,
      rows.filter((row) => row.panel === k),
      { height: only ? tall : short, months, most, title, isLast: k === names.length - 1 },
    );
  if (only) return one(0);
  const { theme, left, width, right } = space;
  return {
    spacing: 14,
    vconcat: names.map((name, k) => ({
      title: {
        text: cutText(name, left + width + right, theme.sizes.label, true),
        anchor: "start",
        fontSize: theme.sizes.label,
        frame: "bounds",
        offset: 4,
      },
      ...one(k),
    })),
  };
}

interface Frame {
  readonly height: number;
  readonly months: number;
  readonly most: number;
  readonly title: string;
  readonly isLast: boolean;
}

function panel(space: Space, rows: readonly TimelineRow[], { height, months, most, title, isLast }: Frame): VegaLite {
  const names = kinds.map(({ name }) => name);
  const color = coloured(
    "kind",
    names,
    kinds.map(({ group }) => colourOf(space.theme, group)),
  );
  const x = alongMonths(space, months, isLast ? "month" : "");
  const y = along("y", "sum", { title, format: ",~f", domain: [0, most] }, { ...space, height });
  const dashes = {
    field: "kind",
    type: "nominal",
    scale: { domain: names, range: kinds.map(({ isDashed }) => (isDashed ? [5, 3] : [1, 0])) },
    legend: null,
  };
  const ends = kinds.map(({ name }) => rows.filter(({ kind }) => kind === name).at(-1) as TimelineRow);
  return {
    width: space.width,
    height,
    data: { values: rows },
    layer: [
      {
        data: { values: rows.filter(({ low }) => low !== null) },
        mark: { type: "area", opacity: 0.18, clip: true },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, color },
      },
      {
        mark: { type: "line", strokeWidth: 2, strokeCap: "butt", clip: true },
        encoding: { x, y, color, strokeDash: dashes },
      },
      ...endLabels(
        space,
        height,
        ends.map(({ kind, sum }, k) => ({
          text: kind,
          y: height - (sum / most) * height,
          colour: colourOf(space.theme, kinds[k].group),
        })),
      ),
    ],
  };
}

/** Part of the cost that has moved as cash; undefined where nothing accrues. */
const spentShare = ({ total }: PayoutTimeline): number | undefined =>
  total.accrued.mean > 0 ? total.spent.mean / total.accrued.mean : undefined;

/** What accrues within the time and how much of it is spent by then. */
function saying(found: readonly PayoutTimeline[], factor: number, label: string, months: number): string {
  const time = horizonText(months);
  const name = ({ title }: PayoutTimeline): string => `"${nameText(title)}"`;
  const text = (one: Estimate): string => estimateColumn([one], factor)[0];
  const known = found.filter((one) => spentShare(one) !== undefined);
  if (known.length === 0) return `Nothing accrues within ${time}`;
  const ordered = [...known].sort((a, b) => (spentShare(a) as number) - (spentShare(b) as number));
  const [least, most] = [ordered[0], ordered[ordered.length - 1]];
  const share = (one: PayoutTimeline): string => percent(spentShare(one) as number);
  if (known.length > 1 && share(least) === share(most)) return halves(known, name, time, share(least));
  if (known.length > 1)
    return `Of what accrues within ${time}, ${name(least)} has spent least in cash, ${share(least)} of ${text(least.total.accrued)} ${label}; ${name(most)} most, ${share(most)} of ${text(most.total.accrued)}`;
  const { accrued, spent, paid } = least.total;
  const cash =
    share(least) === "100 %" ? "all of it spent in cash" : `${text(spent)} (${share(least)}) of it spent in cash`;
  return `Within ${time} ${name(least)} costs ${text(accrued)} ${label} per KAM, ${cash} by then; managers get ${text(paid)} in cash`;
}

/** Designs that spend the same part of their cost: after how long half of the cash has moved. */
function halves(
  found: readonly PayoutTimeline[],
  name: (one: PayoutTimeline) => string,
  time: string,
  share: string,
): string {
  const ordered = [...found].sort((a, b) => halfMonth(a) - halfMonth(b));
  const [first, last] = [ordered[0], ordered[ordered.length - 1]];
  const spent = `${share} of what accrues within ${time} is spent by then`;
  if (halfMonth(first) === halfMonth(last))
    return `Half of the cash has moved after ${halfMonth(first)} months; ${spent}`;
  return `Half of the cash of ${name(first)} has moved after ${halfMonth(first)} months, of ${name(last)} after ${halfMonth(last)}; ${spent}`;
}

/** The month, from 1, by which half of the cash has moved. */
function halfMonth({ points, total }: PayoutTimeline): number {
  let sum = 0;
  for (const { month, spent } of points) {
    sum += spent.mean;
    if (sum >= total.spent.mean / 2) return month;
  }
  return points.length;
}
