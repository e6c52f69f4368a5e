import { note, paragraph, type Sheet, table, title } from "../../foundation/text/sheet.js";
import { sheetText } from "../../foundation/text/sheet-text.js";
import { formatNumber, joinWords, plural } from "../../foundation/text/text.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Known, YardstickName } from "../../scenario/schema/file-types.js";
import {
  type Trace,
  type TraceCard,
  type TraceMonth,
  type TraceOptions,
  trace as traceData,
} from "../../simulation/trace/trace.js";
import type { TraceReward } from "../../simulation/trace/trace-close.js";
import { horizonText, oneLine } from "../../wording/numbers.js";
import { type Printable, printableSheet } from "../../wording/printable.js";
import { closeTexts, tracedCurveText } from "./trace-close-text.js";

/** `trace`, printing itself as a diary. */
export const trace = async <Design extends string>(
  scenario: Scenario<Design>,
  options: TraceOptions<Known<Design> | YardstickName> = {},
): Promise<Trace & Printable> => printableSheet(await traceData(scenario, options), traceSheet);

const decimals = (value: number, digits: number): string => formatNumber(value, { digits });

/** One manager's diary: a line a month, and in words what a close pays, who left and which seat is empty. */
export const traceText = (trace: Trace): string => sheetText(traceSheet(trace));

function traceSheet(trace: Trace): Sheet {
  const { months, currency } = trace;
  const hasCard = months.some(({ cards }) => cards.length > 0);
  const head = ["month", "effort", "motive", "revenue", "relationship", "satisfaction", "paid", "cost"];
  const ofCard = ["expects", "±", "a tenth is worth"];
  const hasRaise = months.some(({ raise }) => raise !== 0);
  const payers = [...new Set(months.flatMap(({ paidBy }) => paidBy.map(({ reward }) => reward)))];
  const through = payers.length > 1 ? payers : [];
  const rows = months.map((month) => [
    ...monthCells(month),
    ...(hasCard ? cardCells(month.cards[0]) : []),
    ...(hasRaise ? [decimals(month.raise, 0)] : []),
    ...through.map((reward) => decimals(paidThrough(month, reward), 0)),
  ]);
  const raises = hasRaise ? ["raises"] : [];
  const paidBy = through.map((reward) => `by ${reward}`);
  const columns = [...head, ...(hasCard ? ofCard : []), ...raises, ...paidBy].map((title, k) => ({
    title,
    cells: rows.map((row) => row[k]),
    isWords: false,
  }));
  const remarks = months.map((month) => remarksOn(month, currency));
  return [[...heading(trace), ...trace.rewards.map(curveNote)], [table("", columns, { remarks })]];
}

function heading(trace: Trace): Sheet[number] {
  const isRaised = trace.months.some(({ raise }) => raise !== 0);
  const { design, designTitle, response, world, manager, seed, currency, scale, shift } = trace;
  const named = designTitle === design ? `"${oneLine(design)}"` : `"${oneLine(design)}" (${oneLine(designTitle)})`;
  const what = `${oneLine(trace.title)}: manager ${manager} in world ${world} under ${named}, response ${response}, seed ${seed}`;
  const held = `Held equal: amounts × ${decimals(scale, 3)}, targets ${decimals(Math.abs(shift), 3)} of score ${shift < 0 ? "easier" : "harder"} than written.`;
  const columns = `Effort 1 = a normal month; revenue, pay and cost in ${currency} a month; "expects" is the score the manager forecasts at the close, ± its uncertainty, and "a tenth is worth" what 0.1 of it is worth to the manager, in ${currency}${isRaised ? `; "raises" what raises so far come to a year, a twelfth of which is paid in each later month` : ""}.`;
  return [title(what), ...(scale === 1 && shift === 0 ? [] : [paragraph(held)]), note(columns)];
}

/** What a reward pays by score. */
const curveNote = ({ reward, period, curve, rows }: TraceReward): Sheet[number][number] =>
  note(
    `${oneLine(reward)} of ${horizonText(period)} pays ${rows.length === 0 ? tracedCurveText(curve) : rows.map((row) => `${row.row}: ${tracedCurveText(row.curve)}`).join(" | ")}.`,
  );

const monthCells = (month: TraceMonth): string[] => [
  String(month.month),
  decimals(month.totalEffort, 2),
  decimals(month.motive, 2),
  decimals(month.revenue, 0),
  decimals(month.relationship, 2),
  decimals(month.satisfaction, 2),
  decimals(month.paid, 0),
  decimals(month.accrued, 0),
];

const paidThrough = ({ paidBy }: TraceMonth, reward: string): number =>
  paidBy.reduce((sum, one) => sum + (one.reward === reward ? one.paid : 0), 0);

const cardCells = (card: TraceCard): string[] => [
  decimals(card.forecast, 2),
  decimals(card.spread, 2),
  decimals(card.tenth, 0),
];

/** What a month holds beside its numbers. */
function remarksOn(month: TraceMonth, currency: string): string[] {
  const closes = month.cards.flatMap((card) => (card.close ? closeTexts(card, card.close, currency) : []));
  return [
    ...(month.isVacant ? ["the seat is empty"] : []),
    ...(month.lost > 0 ? [`${plural(month.lost, "account")} lost`] : []),
    ...month.cards.flatMap((card) => targetsTexts(card, currency)),
    ...(closes.length > 0 ? [...closes, effortText(month)] : []),
    ...(month.hasLeft ? [leavingText(month, currency)] : []),
  ];
}

/** Targets set within a period, and what was reached against the ones before. */
const targetsTexts = ({ targets, period }: TraceCard, currency: string): string[] =>
  targets.length === 0
    ? []
    : [
        `targets set within the period of ${horizonText(period)}: ${targets.map((one) => targetText(one, currency)).join("; ")}`,
      ];

const targetText = ({ name, reached, target, isMonthly }: TraceCard["targets"][number], currency: string): string =>
  `${name} reached ${decimals(100 * reached, 1)} % of its target, the next is ${decimals(target, 0)} ${currency}${isMonthly ? " a month" : ""}`;

/** The activities that stray furthest from normal. */
function effortText({ effort }: TraceMonth): string {
  const strays = Object.entries(effort).sort((a, b) => Math.abs(b[1] - 1) - Math.abs(a[1] - 1));
  const words = strays.slice(0, 3).map(([name, value]) => `${name} ${decimals(value, 2)}`);
  return `effort against normal: ${joinWords(words)}`;
}

const leavingText = ({ utility, outside }: TraceMonth, currency: string): string =>
  `the manager leaves: staying is worth ${decimals(utility, 0)} ${currency}/year, the best job elsewhere ${decimals(outside, 0)}`;
