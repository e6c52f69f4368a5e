import { htmlPage } from "../../charts/drawing/page.js";
import { defaultTheme, type Theme } from "../../charts/drawing/theme.js";
import { sheetHtml } from "../../foundation/text/sheet-html.js";
import type { Payouts } from "../../payout/data.js";
import type { Explanation } from "../../payout/lines/explain.js";
import { oneLine } from "../../wording/numbers.js";
import { explanationSheet, payoutsSheet } from "./payout-text.js";

/** Payouts, or how those of one person came about, as a page that stands on its own. */
export function payoutPage(found: Payouts | Explanation, theme: Theme = defaultTheme): string {
  const isOne = "person" in found;
  const sheet = isOne ? explanationSheet(found) : payoutsSheet(found);
  const title = isOne ? `${found.person} under ${found.design}` : `${found.design}: ${found.title}`;
  return htmlPage(oneLine(title), sheetHtml(sheet), theme);
}
