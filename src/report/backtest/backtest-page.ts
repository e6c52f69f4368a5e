import type { Backtest } from "../../backtest/data.js";
import { figure } from "../../charts/drawing/chart-page.js";
import { htmlPage } from "../../charts/drawing/page.js";
import { defaultTheme, type Theme } from "../../charts/drawing/theme.js";
import type { View } from "../../charts/drawing/view.js";
import { breakEven } from "../../charts/tables/break-even.js";
import { quartiles } from "../../charts/tables/quartiles.js";
import { winnersLosers } from "../../charts/tables/winners-losers.js";
import { piecesHtml } from "../../foundation/text/sheet-html.js";
import { oneLine } from "../../wording/numbers.js";
import { backtestSheet } from "./backtest-text.js";

/** The charts a backtest has something to show in, of the first plan held against the old one. */
export function backtestCharts(found: Backtest, theme: Theme = defaultTheme): View[] {
  const [change] = found.changes;
  if (change === undefined) return [];
  return [
    ...(change.people > 0 ? [winnersLosers(found, { theme })] : []),
    ...(change.breakEven.length > 0 ? [breakEven(found, { theme })] : []),
    ...(change.quartiles === undefined ? [] : [quartiles(found, { theme })]),
  ];
}

/** A backtest as a page that stands on its own: its charts, then everything it says in tables. */
export async function backtestPage(found: Backtest, theme: Theme = defaultTheme): Promise<string> {
  const views = backtestCharts(found, theme);
  const figures = await Promise.all(views.map((view, k) => figure(view, `chart-${k + 1}`)));
  const [head = [], ...rest] = backtestSheet(found);
  // who waits stands before any picture of money
  const count = found.leftOut.length > 0 ? 1 : 0;
  const before = [...head, ...rest.slice(0, count).flat()];
  const body = [piecesHtml(before), ...figures, piecesHtml(rest.slice(count).flat())].join("\n");
  return htmlPage(oneLine(found.title), body, theme);
}
