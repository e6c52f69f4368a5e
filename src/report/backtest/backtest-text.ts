import { backtest as backtestData } from "../../backtest/backtest.js";
import type { Backtest, Recorded } from "../../backtest/data.js";
import type { BacktestHistories, BacktestOptions, BacktestPlans } from "../../backtest/request.js";
import { fewestPeople } from "../../backtest/resampling.js";
import { heading, list, note, type Piece, paragraph, type Sheet, title } from "../../foundation/text/sheet.js";
import { plural } from "../../foundation/text/text.js";
import {
  confidenceText,
  differenceText,
  planText,
  shareText,
  sidesText,
  wordsOf,
} from "../../wording/backtest-words.js";
import { nameText, oneLine } from "../../wording/numbers.js";
import { type Printable, printableSheet } from "../../wording/printable.js";
import { notUsedPieces, waitingPieces } from "../tables/waiting-pieces.js";
import { changeBlocks } from "./backtest-changes.js";
import { costBlock, groupBlock, spreadBlock, yearBlock } from "./backtest-costs.js";

/** `backtest`, printing itself as tables. */
export const backtest = (
  plans: BacktestPlans,
  histories: BacktestHistories,
  options: BacktestOptions = {},
): Backtest & Printable => printableSheet(backtestData(plans, histories, options), backtestSheet);

/** Cost of every plan, then every plan against the old one, then who was not paid. */
export function backtestSheet(found: Backtest): Sheet {
  return [
    [title(titleOf(found)), note(settingOf(found)), paragraph(`Note that ${found.caveat}.`)],
    waitingBlock(found),
    costBlock(found),
    yearBlock(found),
    ...(["segments", "teams"] as const).map((by) => groupBlock(found, by)),
    spreadBlock(found),
    ...found.changes.flatMap((change) => changeBlocks(change, found)),
    recordedBlock(found),
    refusedBlock(found),
    notUsedPieces(found.notUsed),
    [note(intervalNote(found)), ...termsOf(found)],
  ].filter((block) => block.length > 0);
}

/** Who waits, history by history. */
function waitingBlock({ histories, waiting, leftOut }: Backtest): Piece[] {
  const on = <One extends { readonly history: string }>(all: readonly One[], name: string) =>
    all.filter(({ history }) => history === name);
  return histories.flatMap((name) =>
    waitingPieces(on(waiting, name), on(leftOut, name), (person) =>
      histories.length > 1 ? `${person} on ${name}` : person,
    ),
  );
}

function titleOf(found: Backtest): string {
  const [change] = found.changes;
  if (change?.people === 0) return `Nobody is paid under both "${nameText(found.old)}" and ${planText(change, found)}`;
  if (change !== undefined) return `${differenceText(change, found)}: ${sidesText(change)}`;
  const [cost] = found.costs;
  const ofSalary = cost.ofSalary === undefined ? "" : `, ${shareText(cost.ofSalary)} of base salary`;
  return `${planText(cost, found)} pays ${wordsOf(found).named(cost.pay)} to ${plural(cost.people, "person")}${ofSalary}`;
}

function settingOf({ title: text, plans, histories, costs }: Backtest): string {
  const days = costs.flatMap(({ years }) => years.map(({ name }) => name)).sort();
  const span = days.length === 0 ? "no year paid" : days[0] === days.at(-1) ? days[0] : `${days[0]} to ${days.at(-1)}`;
  const sets = histories.length > 1 ? `${plural(histories.length, "history")}; ` : "";
  return `${oneLine(text)}; ${plural(plans.length, "plan")}; ${sets}periods that close in ${span}`;
}

function recordedBlock(found: Backtest): Piece[] {
  const { named, money } = wordsOf(found);
  const line = (one: Recorded): string => {
    const on = found.histories.length > 1 ? ` On ${nameText(one.history)}:` : "";
    const all = one.agree === one.periods ? "all agree" : `${one.agree} of ${one.periods} agree`;
    const worst =
      one.agree === one.periods
        ? ""
        : `; furthest off is ${nameText(one.worst.person)}, ${one.worst.from} to ${one.worst.to}, by ${named(one.worst.difference)}`;
    return `${on} the history records ${named(one.recorded)} for ${plural(one.periods, "period")}, "${nameText(found.old)}" comes to ${named(one.recomputed)}, ${money(one.difference, true)}: ${all} to one ${found.currency}${worst}.`.trim();
  };
  if (found.recorded.length === 0) return [];
  const isRight = found.recorded.every(({ agree, periods }) => agree === periods);
  const verdict = isRight
    ? "The old plan is described as it was paid"
    : "Check how the old plan is described before reading on";
  return [
    heading(`What was really paid: ${isRight ? "agrees" : "differs"}`),
    paragraph(`${verdict}: ${found.recorded.map(line).join(" ")}`),
  ];
}

/** Longest list of people who were not paid. */
const mostRefused = 20;

function refusedBlock(found: Backtest): Piece[] {
  const rows = found.costs.flatMap((cost) => cost.refused.map((one) => ({ cost, ...one })));
  if (rows.length === 0) return [];
  const items = rows
    .slice(0, mostRefused)
    .map(
      ({ cost, person, from, to, fault, remedy }) =>
        `${planText(cost, found)}: ${nameText(person)}, ${from} to ${to}: ${fault}; ${remedy}`,
    );
  const more = rows.length - items.length;
  return [
    heading(`Not paid: ${plural(rows.length, "case")}`),
    list(more > 0 ? [...items, `${plural(more, "other")}, which JSON lists`] : items),
  ];
}

function intervalNote(found: Backtest): string {
  const { resamples, seed, costs } = found;
  const people = Math.min(...costs.map((one) => one.people));
  if (people < fewestPeople)
    return `No intervals: ${plural(people, "person")} say too little about others like them; ${fewestPeople} are the least.`;
  const few = people < 20 ? `; with ${people} people they are rather too narrow` : "";
  return `From and to: ${confidenceText(found)} of ${plural(resamples, "resample")} of the people (seed ${seed}), as if others like them had been there; differences keep people paired${few}.`;
}

/** Terms by plan, said once where plans share them. */
function termsOf({ costs, plans, histories }: Backtest): Piece[] {
  const own = costs.filter(({ history }) => history === histories[0]);
  const texts = [...new Set(own.map(({ terms }) => terms.join("; ")))];
  if (texts.length === 1) return [note(`Terms: ${texts[0]}.`)];
  return own.map(({ plan, terms }) =>
    note(`Terms of ${nameText(plans.find(({ name }) => name === plan)?.name ?? plan)}: ${terms.join("; ")}.`),
  );
}
