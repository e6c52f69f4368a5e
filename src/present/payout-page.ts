import type { Payouts } from "../analysis/payout/data.js";
import type { Explanation } from "../analysis/payout/explain.js";
import { sheetHtml } from "../foundation/sheet-html.js";
import { oneLine } from "./numbers.js";
import { htmlPage } from "./page.js";
import { explanationSheet, payoutsSheet } from "./payout-text.js";
import { defaultTheme, type Theme } from "./theme.js";

/** Payouts, or how those of one person came about, as a page that stands on its own. */
export function payoutPage(found: Payouts | Explanation, theme: Theme = defaultTheme): string {
  const isOne = "person" in found;
  const sheet = isOne ? explanationSheet(found) : payoutsSheet(found);
  const title = isOne ? `${found.person} under ${found.design}` : `${found.design}: ${found.title}`;
  return htmlPage(oneLine(title), sheetHtml(sheet), theme);
}
