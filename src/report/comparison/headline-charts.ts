import type { Theme } from "../../charts/drawing/theme.js";
import { chart } from "../../charts/registry.js";
import type { Headline } from "../../results/headline.js";
import { tornado } from "../../results/sensitivity/tornado.js";
import type { Run } from "../../simulation/data.js";

import type { ReportChart } from "./report.js";

/** A chart of the headline, and the name its files go by. */
export interface HeadlineChart extends ReportChart {
  readonly file: string;
}

/** The charts that tell the answer of a run, in the order a client reads them. */
export function headlineCharts(run: Run, { comparison, best, bridge }: Headline, theme?: Theme): HeadlineChart[] {
  const { response } = comparison;
  const asked = { theme };
  const isBaseline = best.design === comparison.baseline;
  return [
    { file: "differences", heading: "What each design is worth", view: chart.differences(comparison, asked) },
    { file: "ranking", heading: "How sure we are which is best", view: chart.ranking(comparison, asked) },
    { file: "costs", heading: "What to budget", view: chart.costs(comparison, asked) },
    { file: "bridge", heading: "Where the value comes from", view: chart.bridge(bridge, asked) },
    ...(isBaseline
      ? []
      : [
          {
            file: "tornado",
            heading: "What moves the answer",
            view: chart.tornado(tornado(run, { design: best.design, response }), asked),
          },
        ]),
  ];
}
