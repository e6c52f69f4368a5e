import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { traceText } from "../../src/report/runs/trace-text.js";
import { edit, makeScenario, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import { trace } from "../../src/simulation/trace/trace.js";
import { everything } from "../oracle/everything.js";
import { linked } from "../oracle/linked.js";

/** Everything below is worked out from the text alone. */
const number = "-?\\d[\\d,]*(?:\\.\\d+)?";
const read = (text: string): number => Number(text.replaceAll(",", ""));
const all = (text: string, pattern: string): RegExpMatchArray[] => [...text.matchAll(new RegExp(pattern, "g"))];

/** Half of the last digit of a share as it is printed, in points, and of an amount. */
const point = 0.005;
const coin = 0.5;

interface Curve {
  readonly below: number;
  readonly places: readonly { readonly at: number; readonly before: number; readonly pays: number }[];
  readonly slope: number;
}

/** A curve as it is printed, in points; undefined where it goes by rank. */
function readCurve(text: string): Curve | undefined {
  if (text.includes("of the team by score")) return undefined;
  const level = new RegExp(`by score: (${number}) % at any`).exec(text);
  if (level) return { below: read(level[1]), places: [], slope: 0 };
  const below = new RegExp(`(${number}) % below`).exec(text);
  const places = all(text, `(?:(${number}) % and then )?(${number}) % at (${number}) %`).map(
    ([, before, pays, at]) => ({
      at: read(at),
      before: read(before ?? pays),
      pays: read(pays),
    }),
  );
  const slope = new RegExp(`(${number}) % for each point above`).exec(text);
  return { below: below ? read(below[1]) : Number.NaN, places, slope: slope ? read(slope[1]) : 0 };
}

function payoutAt({ below, places, slope }: Curve, score: number): number {
  const k = places.findLastIndex(({ at }) => score >= at);
  if (k < 0) return below;
  const [here, next] = [places[k], places[k + 1]];
  if (next === undefined) return here.pays + slope * (score - here.at);
  return here.pays + ((next.before - here.pays) * (score - here.at)) / (next.at - here.at);
}

interface Payout {
  readonly reward: string;
  readonly pays: number;
  readonly at: number;
  readonly how: string;
  readonly share: number;
  readonly unit: number;
  readonly due: number;
  readonly rest: string;
}

interface Close {
  readonly period: string;
  readonly score: number;
  readonly how: string;
  readonly payouts: readonly Payout[];
}

interface Month {
  readonly cells: Readonly<Record<string, number>>;
  readonly closes: readonly Close[];
  readonly words: string;
}

/** A diary taken apart: curves by reward and period, months with their cells and closes. */
function readDiary(text: string) {
  const [head, ...blocks] = text.split(/\n(?=month )/);
  const lines = blocks.join("\n").split("\n");
  const titles = lines[0].trim().split(/ {2,}/);
  const months: { cells: Record<string, number>; words: string }[] = [];
  for (const line of lines.slice(2)) {
    const cells = line.trim().split(/ {2,}/);
    if (/^ *\d+ {2,}/.test(line) && cells.length === titles.length)
      months.push({ cells: Object.fromEntries(titles.map((title, k) => [title, read(cells[k])])), words: "" });
    else if (months.length > 0) months[months.length - 1].words += ` ${line.trim()}`;
  }
  const curves = new Map<string, readonly { readonly row: string; readonly curve: Curve | undefined }[]>();
  for (const [, reward, period, what] of all(
    head.replaceAll("\n", " "),
    "([a-z][a-z -]*?) of (\\d+ (?:month|year)s?) pays ((?:.(?! of \\d+ (?:month|year)s? pays))*)\\.",
  )) {
    const rows = what.split(" | ").map((row) => ({ row: row.split(": by score")[0], curve: readCurve(row) }));
    curves.set(`${reward.replace(/^EUR\. |^.*\. /, "")} of ${period}`, rows);
  }
  return { curves, months: months.map((one): Month => ({ ...one, closes: readCloses(one.words) })) };
}

function readCloses(words: string): Close[] {
  return words
    .split(" close of ")
    .slice(1)
    .map((text) => {
      const [, period, score, rest] = new RegExp(`^([^:]+): score (${number}) % = (.*)$`).exec(text) ?? [];
      const [how, ...paid] = rest.split("; ");
      const payouts = paid.map((one) => {
        const [, reward, pays, at, by, share, unit, due, more] =
          new RegExp(
            `^([a-z][a-z -]*?) pays (${number}) % at (${number}) %(.*) = (${number}) % of (${number}) [A-Z]{3} = (${number}) [A-Z]{3}(.*)$`,
          ).exec(one) ?? [];
        return {
          ...{ reward, how: by, rest: more.replace(/ effort against.*/, ""), pays: read(pays), at: read(at) },
          ...{ share: read(share), unit: read(unit), due: read(due) },
        };
      });
      return { period, score: read(score), how, payouts };
    });
}

/** points. The score from what is printed of it. */
function scoreFrom({ how }: Close): { readonly own: number; readonly terms: number } {
  const terms = all(how, `(${number}) % × (${number}) %`);
  const signed = all(how, `([+−]) (${number}) % (?:error of raters|for (?:easier|harder) targets)`);
  const own =
    terms.reduce((sum, [, weight, attainment]) => sum + (read(weight) * read(attainment)) / 100, 0) +
    signed.reduce((sum, [, sign, value]) => sum + (sign === "+" ? 1 : -1) * read(value), 0);
  return { own, terms: terms.length + signed.length };
}

const teamOf = ({ how }: Close): number[] | undefined => {
  const found = new RegExp(`team's scores ((?:${number} %(?:, )?)+)`).exec(how);
  return found ? all(found[1], number).map(([one]) => read(one)) : undefined;
};

function checkScore(close: Close): void {
  const { own, terms } = scoreFrom(close);
  expect(terms).toBeGreaterThan(0);
  const team = teamOf(close);
  const wide = point * (3 * terms + 2);
  if (team === undefined || !close.how.startsWith("the mean")) expect(Math.abs(own - close.score)).toBeLessThan(wide);
  if (team === undefined) return;
  expect(team.some((one) => Math.abs(one - own) < wide)).toBe(true);
  const mean = team.reduce((sum, one) => sum + one, 0) / team.length;
  if (close.how.startsWith("the mean")) expect(Math.abs(mean - close.score)).toBeLessThan(2 * point);
}

function checkPayout(one: Payout, close: Close, curves: ReturnType<typeof readDiary>["curves"]): void {
  const rows = curves.get(`${one.reward} of ${close.period}`);
  expect(rows, `${one.reward} of ${close.period}`).toBeDefined();
  expect(one.at).toBe(close.score);
  const row = /the row (.*?)\)/.exec(one.how)?.[1];
  const curve = rows?.find((found) => row === undefined || found.row === row)?.curve;
  const isOfTable = (rows?.length ?? 0) > 1 && row === undefined;
  if (curve === undefined) expect([0, 100, 50, 100 / 3].some((share) => Math.abs(share - one.pays) < 1)).toBe(true);
  else if (!isOfTable) {
    const near = [-point, 0, point].map((off) => payoutAt(curve, close.score + off));
    expect(one.pays).toBeGreaterThanOrEqual(Math.min(...near) - 0.03);
    expect(one.pays).toBeLessThanOrEqual(Math.max(...near) + 0.03);
  }
  const factors = all(one.how, `× (${number}) % \\(`).map(([, factor]) => read(factor) / 100);
  const served = /× (\d+)\/(\d+) months served/.exec(one.how);
  const part = served ? Number(served[1]) / Number(served[2]) : 1;
  const product = factors.reduce((all, factor) => all * factor, one.pays) * part;
  const largest = Math.max(1, ...factors) * Math.max(1, one.pays / 100);
  expect(Math.abs(product - one.share)).toBeLessThan(point * (2 + 2 * factors.length) * largest);
  expect(Math.abs((one.share / 100) * one.unit - one.due)).toBeLessThan(
    coin * (1 + Math.abs(one.share) / 100) + (point / 100) * one.unit + 0.01,
  );
}

/** Amounts a close says are paid, by month; what is forfeited on leaving apart. */
function duesOf(one: Payout): readonly { readonly amount: number; readonly after: number; readonly isKept: boolean }[] {
  if (/raise of|spent on it/.test(one.rest)) return [];
  const parts = all(one.rest, `(${number}) [A-Z]{3} (?:now|after (\\d+) (month|year)s?( to who is still here)?)`);
  if (parts.length === 0) return [{ amount: one.due, after: 0, isKept: true }];
  return parts.map(([, amount, after = "0", unit, stays]) => ({
    amount: read(amount),
    after: Number(after) * (unit === "year" ? 12 : 1),
    isKept: stays === undefined,
  }));
}

/** What is paid each month: parts of closes as they fall due, and a twelfth of raises so far. */
function checkPaid(months: readonly Month[]): number {
  const due = months.map(() => ({ amount: 0, parts: 0 }));
  const hasGone = (from: number, to: number): boolean =>
    months.slice(from, to).some(({ words }) => words.includes("the manager leaves"));
  for (const [m, { closes }] of months.entries())
    for (const { amount, after, isKept } of closes.flatMap(({ payouts }) => payouts.flatMap(duesOf))) {
      if (m + after >= months.length || (!isKept && hasGone(m, m + after))) continue;
      due[m + after].amount += amount;
      due[m + after].parts += 1;
    }
  for (const [m, { cells, words }] of months.entries()) {
    const isGone = m === 0 || months[m - 1].words.includes("the manager leaves") || words.includes("the seat is empty");
    const raises = isGone ? 0 : (months[m - 1].cells.raises ?? 0) / 12;
    expect(Math.abs(due[m].amount + raises - cells.paid), `month ${m + 1}`).toBeLessThan(coin * (2 + due[m].parts));
    const by = Object.entries(cells).filter(([title]) => title.startsWith("by "));
    if (by.length > 0)
      expect(Math.abs(by.reduce((sum, [, value]) => sum + value, 0) - cells.paid)).toBeLessThan(
        coin * (1 + by.length) + 0.01,
      );
  }
  return due.reduce((sum, { parts }) => sum + parts, 0);
}

const shipped = (name: string): Scenario =>
  parseScenario(readFileSync(join(import.meta.dirname, "..", "..", "scenarios", `${name}.yaml`), "utf8"), { name });
const unheld = (name: string): Scenario =>
  edit(shipped(name), (file) => {
    file.hold = undefined;
    for (const key of Object.keys(file)) if (file[key as keyof typeof file] === undefined) delete file[key as "hold"];
  });

const cases: readonly (readonly [string, Scenario])[] = [
  ["held equal", shipped("templates/renewal")],
  ...["gated-bonus", "merit-led", "multi-year", "sales-style", "quota-commission"].map(
    (name) => [name, unheld(`templates/${name}`)] as const,
  ),
  ["every measure, reward and curve", makeScenario(everything)],
  ["every linkage", makeScenario(linked)],
];

describe("every score and payment follows from the printed diary", () => {
  test.each(cases)("%s", async (_, scenario) => {
    let closed = 0;
    let paid = 0;
    for (const design of Object.keys(scenario.checked.designs)) {
      for (const [manager, world] of [
        [0, 0],
        [1, 3],
      ]) {
        const { curves, months } = readDiary(traceText(await trace(scenario, { design, manager, world, pilots: 8 })));
        expect(months).toHaveLength(scenario.checked.horizon);
        for (const { closes } of months)
          for (const close of closes) {
            checkScore(close);
            for (const one of close.payouts) checkPayout(one, close, curves);
            closed += close.payouts.length;
          }
        const isSteady = scenario.checked.designs[design].rewards.some(({ reward }) => reward.form === "salary");
        if (!isSteady) paid += checkPaid(months);
      }
    }
    expect(closed).toBeGreaterThan(6);
    expect(paid).toBeGreaterThan(3);
  });
});
