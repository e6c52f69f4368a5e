import type { Estimate } from "../../foundation/maths/summary.js";
import {
  list,
  note,
  type Piece,
  paragraph,
  type Sheet,
  type TableColumn,
  table,
  title,
} from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import { differenceOf, type Unit } from "../../foundation/values/quantity.js";
import type { Bridge } from "../../results/bridge.js";
import type { Headline } from "../../results/headline.js";
import type { Driver, Drivers } from "../../results/sensitivity/drivers.js";
import type { Flip } from "../../results/sensitivity/flips.js";
import type { Sensitivity } from "../../results/sensitivity/sensitivity.js";
import { isSure } from "../../results/statistics/interval-place.js";
import { namesColumn, numbersColumn, wordsColumn } from "../../wording/columns.js";
import {
  edgeUnit,
  estimateColumn,
  estimateText,
  halfWidth,
  nameText,
  oneLine,
  placesFor,
  plusMinus,
  rounded,
  valueText,
} from "../../wording/numbers.js";

const money: Unit = { dimension: "money" };
const nameWidth = 34;

/** A bridge on its own. */
export const bridgeSheet = (one: Bridge): Sheet => [
  [title(`${oneLine(one.title)}, response ${one.response}`), bridgeTable(one)],
];

/** From no reward to a design: mechanics, behaviour, result; net value, its parts, and what reward spend pays for. */
export function bridgeTable({ about, netValue, parts, spend }: Bridge): Piece {
  const rows = [
    { line: netValue, indent: "" },
    ...parts.flatMap((line) => [
      { line, indent: "  " },
      ...(line.name === "reward spend" ? spend.map((one) => ({ line: one, indent: "    " })) : []),
    ]),
  ];
  const lines = rows.map(({ line }) => line);
  const steps = ["base", "mechanics", "behaviour", "result"] as const;
  const { factor, label } = edgeUnit(
    money,
    about.currency,
    lines.map(({ result }) => result.mean),
  );
  const moved = [netValue.mechanics, netValue.behaviour];
  const places = placesFor(
    moved.map((one) => halfWidth(one) * factor),
    [netValue.result.mean * factor],
  );
  const heads = { base: "no reward", mechanics: "+ mechanics", behaviour: "+ behaviour", result: "= result" };
  const columns = steps.map((step) =>
    numbersColumn(
      heads[step],
      lines.map((line) => bridgeCell(line[step], factor, places, isStep(step))),
    ),
  );
  const names = rows.map(({ line, indent }) => `${indent}${line.name}`);
  return table("", [wordsColumn(label, names), ...columns], { strong: 0 });
}

const isStep = (name: string): boolean => name === "mechanics" || name === "behaviour";

const bridgeCell = (one: Estimate, factor: number, places: number, sign: boolean): string =>
  one.low === 0 && one.high === 0 ? "0" : plusMinus(one, factor, places, sign);

/** How the best design moves effort, in one sentence; empty when it is the baseline. */
export function effortText({ effort, comparison }: Headline): string {
  const moved = effort.filter(({ change }) => isSure(change)).slice(0, 4);
  if (moved.length === 0) return "";
  const words = moved.map(({ activity, change }) => `${activity} ${rounded(change.mean * 100, 0, true)} %`);
  return `Effort against "${nameText(comparison.baseline)}", in per cent of normal: ${joinWords(words)}.`;
}

const mostDrivers = 5;

/** The assumptions that move the lead most, what other design they bring to the front, and how much of that may be luck. */
export function driversSheet(found: Drivers): Sheet {
  if (!found.hasEnoughWorlds) return [[paragraph("Too few worlds to say; simulate at least 50, better 1,000.")]];
  const of = (driver: Driver): Sensitivity | undefined => driver.againstBaseline ?? driver.againstRunnerUp;
  const top = found.drivers
    .flatMap((driver) => (of(driver) ? [{ driver, lead: of(driver) as Sensitivity }] : []))
    .sort((a, b) => b.lead.index.value - a.lead.index.value)
    .slice(0, mostDrivers);
  if (top.length === 0) return [[paragraph("No assumption varies, or there is nothing to compare with.")]];
  const { factor, label } = edgeUnit(
    differenceOf(found.unit),
    found.about.currency,
    top.flatMap(({ lead }) => ends(lead).map((one) => one.mean)),
  );
  const caption = `Lead of "${nameText(found.design)}" over "${nameText(top[0].lead.against)}", ${label}, where the assumption is in its lowest and highest fifth`;
  const fifth = (title: string, side: 0 | 1): TableColumn => {
    const leads = top.map(({ lead }) => ends(lead)[side]);
    return numbersColumn(title, estimateColumn(leads, factor, { sign: true }));
  };
  const cells = (of: (one: (typeof top)[number]) => string): string[] => top.map(of);
  const columns = [
    wordsColumn(
      "assumption",
      cells(({ driver }) => driver.assumption),
    ),
    numbersColumn(
      "low to high",
      cells(({ driver, lead }) => rangeText(driver, lead, found.about.currency)),
    ),
    fifth("lowest fifth", 0),
    fifth("highest fifth", 1),
    numbersColumn(
      "explains",
      cells(({ lead }) => explains(lead)),
    ),
  ];
  const noise = top.some(({ lead }) => !lead.isAboveChance) ? [note("(*) luck alone can look like this.")] : [];
  return [[table(caption, columns), ...noise], flips(found)];
}

const ends = ({ fifths }: Sensitivity) => [fifths[0].difference, fifths[fifths.length - 1].difference];

function rangeText({ unit }: Driver, { fifths }: Sensitivity, currency: string): string {
  const [low, high] = [fifths[0].middle, fifths[fifths.length - 1].middle];
  const { factor, label } = edgeUnit(unit, currency, [low, high]);
  const write = (value: number): string => String(Number((value * factor).toPrecision(2)));
  return `${write(low)} to ${write(high)} ${label}`.trimEnd();
}

/** Share of the variance of the lead, with the half width of its interval. */
function explains({ index, isAboveChance }: Sensitivity): string {
  const share = rounded(Math.max(0, index.value) * 100, 0);
  return `${share} ± ${rounded(((index.high - index.low) / 2) * 100, 0)} %${isAboveChance ? "" : " (*)"}`;
}

const mostFlips = 5;

/** Which designs lead elsewhere: clear flips first, then the largest. */
function flips({ drivers, chance, about, design, unit }: Drivers): Piece[] {
  const all = drivers
    .flatMap((driver) => driver.flips.map((flip) => ({ driver, flip })))
    .sort((a, b) => Number(b.flip.isClear) - Number(a.flip.isClear) || b.flip.difference.mean - a.flip.difference.mean);
  const luck = rounded(chance.flips, chance.flips < 10 ? 1 : 0);
  if (all.length === 0)
    return [paragraph(`"${nameText(design)}" leads in the lowest and highest fifth of every assumption.`)];
  const clear = all.filter(({ flip }) => flip.isClear).length;
  const count = `Another design leads in ${all.length} of ${plural(2 * drivers.length, "outer fifth")}; luck alone would give about ${luck}. ${clear === 0 ? "None is clear beyond luck" : `${clear} ${clear === 1 ? "is" : "are"} clear beyond luck`}${all.length > mostFlips ? "; the largest:" : ":"}`;
  const lines = all.slice(0, mostFlips).map(({ driver, flip }) => flipText(driver, flip, about.currency, unit));
  return [paragraph(count), list(lines)];
}

function flipText({ assumption, unit }: Driver, flip: Flip, currency: string, outcome: Unit): string {
  const where = flip.side === "low" ? "below" : "above";
  const place = flip.threshold === undefined ? "" : ` (${where} about ${valueText(flip.threshold, unit, currency)})`;
  const lead = estimateText(flip.difference, differenceOf(outcome), currency, false);
  const doubt = flip.isClear ? "clear" : "not clear";
  const small = flip.isWorthActing ? "" : ", less than is worth acting on";
  return `${assumption} ${flip.side}${place}: "${nameText(flip.design, nameWidth)}" leads by ${lead}, ${doubt}${small}`;
}

/** Who leads under each response, and what believing the wrong one would cost. */
export function responsesTable({ responses, comparison, best }: Headline): Piece {
  const { about, baseline } = comparison;
  const differences = responses.map((one) => one.difference);
  const missed = responses.map((one) => (one.isSame ? undefined : one.missed));
  const known = [...differences, ...missed.filter((one) => one !== undefined)];
  const { factor, label } = edgeUnit(
    money,
    about.currency,
    known.map(({ mean }) => mean),
  );
  const caption = `${label}: "${nameText(best.design)}" against "${nameText(baseline)}", how far the leader is ahead of it, and how many designs may be best`;
  const ahead = estimateColumn(missed, factor, { sign: true }).map((one) => one || "leads itself");
  return table(caption, [
    wordsColumn(
      "response",
      responses.map((one) => one.response),
    ),
    namesColumn(
      "leader",
      responses.map((one) => one.best),
      nameWidth,
    ),
    numbersColumn("against baseline", estimateColumn(differences, factor, { sign: true })),
    numbersColumn("leader ahead by", ahead),
    numbersColumn(
      "may be best",
      responses.map((one) => String(one.contenders)),
    ),
  ]);
}
