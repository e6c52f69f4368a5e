import type { Backtest, ChangedGroup, PersonChange, PlanChange } from "../../backtest/data.js";
import { quantiles } from "../../foundation/maths/summary.js";
import { sidesText, wordsOf } from "../../wording/backtest-words.js";
import { nameText, oneLine } from "../../wording/numbers.js";
import { defineChart, type Space, type UnframedChart } from "../definition/chart.js";
import { aBacktest } from "../definition/inputs.js";
import { along, coloured, down, ruleAt } from "../definition/marks.js";
import type { VegaLite } from "../drawing/view.js";
import {
  type BacktestChartOptions,
  backtestSource,
  legendName,
  moneyUnit,
  requestedChange,
} from "./backtest-change.js";

/** People shown one by one; more make a histogram. */
const mostPeople = 40;
/** px */
const rowHeight = 18;
const height = 240;
/** Bars of a histogram. */
const bars = 24;

/** Who is paid more and who less under a new plan, for the same results: everybody's old and new pay, or how changes are spread. */
export const winnersLosers = defineChart<Backtest, BacktestChartOptions>({
  name: "winners and losers",
  takes: aBacktest,
  summary: "Old and new pay of everybody for the same results, by change; a histogram of changes for many people.",
  draw(found, options): UnframedChart {
    const change = requestedChange(found, options);
    const persons = [...change.persons].sort((a, b) => b.change - a.change || (a.person < b.person ? -1 : 1));
    const isLong = persons.length > mostPeople;
    const { of, label } = moneyUnit(
      found,
      persons.flatMap((one) => (isLong ? [one.change] : [one.old, one.new])),
    );
    const rows = persons.map((one) => ({
      person: nameOf(one),
      old: of(one.old),
      new: of(one.new),
      change: of(one.change),
      side: one.change > 0 ? "wins" : one.change < 0 ? "loses" : "unchanged",
    }));
    const names = [legendName(found.old), legendName(change.plan)] as const;
    const how = isLong
      ? "Bars: how many people's pay changes by so much, without those who stay as they are; the outermost bars hold all beyond"
      : "One line a person, from old to new pay, those who gain most on top";
    return {
      title: saying(change, found),
      subtitle: `Pay for the same results under "${names[0]}" and "${names[1]}", ${label}, all periods together. ${how}`,
      about: backtestSource(change, found),
      columns: [
        { name: "person", title: "person" },
        { name: "old", title: `${names[0]}, ${label}` },
        { name: "new", title: `${names[1]}, ${label}` },
        { name: "change", title: `change, ${label}` },
        { name: "side", title: "side" },
      ],
      rows,
      left: isLong ? ["000"] : rows.map(({ person }) => person),
      right: ["000"],
      panel: (space) =>
        isLong
          ? histogram(
              space,
              rows.filter(({ change: by }) => by !== 0),
              label,
            )
          : lines(space, rows, names, label),
    };
  },
});

const nameOf = ({ person, name }: PersonChange): string => oneLine(name === person ? person : `${person} ${name}`);

function saying(change: PlanChange, found: Backtest): string {
  const { named } = wordsOf(found);
  const { winners, losers, plan } = change;
  const most = (side: ChangedGroup, word: string): string =>
    side.person === undefined
      ? ""
      : `; the largest ${word}, ${named(Math.abs(side.largest))}, is ${oneLine(side.person)}'s`;
  const larger = losers.people > 0 ? most(losers, "loss") : most(winners, "gain");
  return `Under "${nameText(plan)}" ${sidesText(change)}${larger}`;
}

interface Line {
  readonly person: string;
  readonly old: number;
  readonly new: number;
  readonly change: number;
  readonly side: string;
}

function lines(space: Space, rows: readonly Line[], names: readonly [string, string], label: string): VegaLite {
  const { quiet, good, bad, ink } = space.theme.colours;
  const groups = [names[0], `${names[1]}: more`, `${names[1]}: less`, `${names[1]}: the same`];
  const groupOf = ({ change }: Line): string => groups[change > 0 ? 1 : change < 0 ? 2 : 3];
  const ends = rows.flatMap((row) => [
    { person: row.person, pay: row.old, group: groups[0] },
    { person: row.person, pay: row.new, group: groupOf(row) },
  ]);
  const used = groups.filter((one) => ends.some(({ group }) => group === one));
  const colours = [quiet, good, bad, ink].filter((_, k) => used.includes(groups[k]));
  const y = down(
    "person",
    rows.map(({ person }) => person),
    space,
  );
  const x = along("x", "pay", { title: `pay, ${label}`, format: ",~f", zero: true }, space);
  return {
    width: space.width,
    height: Math.max(2, rows.length) * rowHeight,
    layer: [
      {
        data: { values: rows },
        mark: { type: "rule", strokeWidth: 2, color: quiet, opacity: 0.6 },
        encoding: { y, x: { ...x, field: "old" }, x2: { field: "new" } },
      },
      {
        data: { values: ends },
        mark: { type: "point", filled: true, size: 55, opacity: 1 },
        encoding: { y, x: { field: "pay", type: "quantitative" }, color: coloured("group", used, colours, space) },
      },
    ],
  };
}

/** Changes in bars of equal width between the 1st and 99th percentile, no bar across zero. */
function histogram(space: Space, rows: readonly Line[], label: string): VegaLite {
  const { good, bad } = space.theme.colours;
  const changes = rows.map(({ change }) => change);
  const [low, high] = changes.length === 0 ? [0, 1] : quantiles(changes, [0.01, 0.99]);
  const width = Math.max((Math.max(high, 0) - Math.min(low, 0)) / bars, 1e-9);
  const [first, last] = [Math.floor(low / width), Math.max(Math.floor(low / width), Math.ceil(high / width) - 1)];
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const { change } of rows) counts[Math.max(first, Math.min(last, Math.floor(change / width))) - first] += 1;
  const values = counts.map((people, k) => ({
    from: (first + k) * width,
    to: (first + k + 1) * width,
    people,
    none: 0,
    side: first + k >= 0 ? "wins" : "loses",
  }));
  const title = `change in pay, ${label}`;
  return {
    width: space.width,
    height,
    layer: [
      {
        data: { values },
        mark: { type: "rect", stroke: space.theme.colours.background, strokeWidth: 1 },
        encoding: {
          x: along("x", "from", { title, domain: [first * width, (last + 1) * width], format: "signed" }, space),
          x2: { field: "to" },
          y: along("y", "people", { title: "people", zero: true }, { ...space, height }),
          y2: { field: "none" },
          color: coloured("side", ["loses", "wins"], [bad, good]),
        },
      },
      ruleAt("x", 0, space.theme),
    ],
  };
}
