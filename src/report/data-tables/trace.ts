import { type DataTable, number, tableOf, textColumn, whole, yesOrNo } from "../../foundation/tables/data-table.js";
import type { Trace } from "../../simulation/trace/trace.js";

/** One manager's months, what each measure said, and every close. */
export function traceTables({ months, currency, design, response, world, manager }: Trace): DataTable[] {
  const activities = [...new Set(months.flatMap(({ effort }) => Object.keys(effort)))];
  const cards = months.flatMap(({ month, cards: all }) => all.map((card, at) => ({ month, card, at })));
  const samples = cards.flatMap(({ card, ...one }) => card.measures.map((measure) => ({ ...one, measure })));
  const payouts = cards.flatMap(({ card: { close }, ...one }) =>
    (close?.payouts ?? []).map((paid) => ({ ...one, score: close?.score, paid })),
  );
  type Month = Trace["months"][number];
  return [
    tableOf("trace", "One month of one manager.", months, [
      textColumn("design", "name in the scenario file", () => design),
      textColumn("response", "it was played under", () => response),
      whole("world", "", "number of the world, from 0", () => world),
      whole("manager", "", "seat in the team, from 0", () => manager),
      whole("month", "", "from 1", (one) => one.month),
      yesOrNo("vacant", "whether the seat is empty", (one) => one.isVacant),
      ...activities.map((name) =>
        number<Month>(`effort: ${name}`, "factor of normal", "effort", (one) => one.effort[name]),
      ),
      number("total effort", "FTE", "over all activities", (one) => one.totalEffort),
      number("motive", "index", "intrinsic motivation", (one) => one.motive),
      number("ability", "index", "1 is the average applicant", (one) => one.ability),
      number("revenue", `${currency}/month`, "of the manager's accounts", (one) => one.revenue),
      number("push", "index", "sales pushed forward", (one) => one.push),
      number("relationship", "index", "mean of the accounts", (one) => one.relationship),
      number("satisfaction", "index", "mean of the accounts", (one) => one.satisfaction),
      number("lost", "accounts", "lost this month", (one) => one.lost),
      number("paid", currency, "cash from rewards", (one) => one.paid),
      number("accrued", currency, "cost of rewards as it arises", (one) => one.accrued),
      number("raise", `${currency}/year`, "salary increases so far", (one) => one.raise),
      number("utility", `${currency}/year`, "of staying", (one) => one.utility),
      number("outside", `${currency}/year`, "of the best job elsewhere", (one) => one.outside),
      yesOrNo("has left", "whether the manager leaves", (one) => one.hasLeft),
    ]),
    tableOf("samples", "What one measure of one scorecard says in one month.", samples, [
      whole("month", "", "from 1", (one) => one.month),
      whole("card", "", "which scorecard, from 0", (one) => one.at),
      textColumn("measure", "name", ({ measure }) => measure.name),
      number("weight", "share", "in the score", ({ measure }) => measure.weight),
      number("sample", "1 is target", "latest", ({ measure }) => measure.sample),
      number("attainment", "1 is target", "of the period; at a close", ({ measure }) => measure.attainment),
    ]),
    tableOf("payouts", "What a close pays through one reward.", payouts, [
      whole("month", "", "from 1", (one) => one.month),
      whole("card", "", "which scorecard, from 0", (one) => one.at),
      number("score", "score", "that is paid on", (one) => one.score),
      textColumn("reward", "as people read it", ({ paid }) => paid.reward),
      textColumn("form", "of reward", ({ paid }) => paid.form),
      number("unit", currency, "at a payout of 1", ({ paid }) => paid.unit),
      number("pays", "share of the amount", "by the curve", ({ paid }) => paid.pays),
      number("share", "share of the amount", "after all factors and the time served", ({ paid }) => paid.share),
    ]),
  ];
}
