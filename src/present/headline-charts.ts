import type { Headline } from "../analysis/headline.js";
import { differences } from "./charts/differences.js";
import type { ReportChart } from "./report.js";
import type { Theme } from "./theme.js";

/** A chart of the headline, and the name its files go by. */
export interface HeadlineChart extends ReportChart {
  readonly file: string;
}

/** The charts that tell the answer of a run, in the order a client reads them. */
export function headlineCharts({ comparison }: Headline, theme?: Theme): HeadlineChart[] {
  return [{ file: "differences", heading: "What each design is worth", view: differences(comparison, { theme }) }];
}
