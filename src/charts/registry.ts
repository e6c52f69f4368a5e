import { bridgeChart } from "./comparison/bridge.js";
import { costs } from "./comparison/costs.js";
import { differences } from "./comparison/differences.js";
import { effortMix } from "./comparison/effort-mix.js";
import { frontier } from "./comparison/frontier.js";
import { heatMap } from "./comparison/heat-map.js";
import { hypotheses } from "./comparison/hypotheses.js";
import { rankingChart } from "./comparison/ranking.js";
import { tornadoChart } from "./comparison/tornado.js";
import { attainment } from "./people/attainment.js";
import { earningsChart } from "./people/earnings.js";
import { paths } from "./people/paths.js";
import { payPerformanceChart } from "./people/pay-performance.js";
import { payoutTimelineChart } from "./people/payout-timeline.js";
import { curveLint } from "./plans/curve-lint.js";
import { healthChart } from "./plans/health.js";
import { payoutCurves } from "./plans/payout-curves.js";
import { agreement } from "./tables/agreement.js";
import { breakEven } from "./tables/break-even.js";
import { fittedObserved } from "./tables/fitted-observed.js";
import { quartiles } from "./tables/quartiles.js";
import { winnersLosers } from "./tables/winners-losers.js";

/** Every chart, by name: data in, view out. `show` displays a view, `save` writes it. */
export const chart = {
  differences,
  ranking: rankingChart,
  payoutCurves,
  attainment,
  earnings: earningsChart,
  payPerformance: payPerformanceChart,
  costs,
  paths,
  frontier,
  heatMap,
  tornado: tornadoChart,
  bridge: bridgeChart,
  effortMix,
  payoutTimeline: payoutTimelineChart,
  hypotheses,
  agreement,
  health: healthChart,
  curveLint,
  winnersLosers,
  breakEven,
  quartiles,
  fittedObserved,
} as const;
