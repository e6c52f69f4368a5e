import { bridge } from "./comparison/bridge.js";
import { costs } from "./comparison/costs.js";
import { differences } from "./comparison/differences.js";
import { effortMix } from "./comparison/effort-mix.js";
import { frontier } from "./comparison/frontier.js";
import { heatMap } from "./comparison/heat-map.js";
import { hypotheses } from "./comparison/hypotheses.js";
import { ranking } from "./comparison/ranking.js";
import { tornado } from "./comparison/tornado.js";
import { attainment } from "./people/attainment.js";
import { earnings } from "./people/earnings.js";
import { paths } from "./people/paths.js";
import { payPerformance } from "./people/pay-performance.js";
import { payoutTimeline } from "./people/payout-timeline.js";
import { curveLint } from "./plans/curve-lint.js";
import { health } from "./plans/health.js";
import { payoutCurves } from "./plans/payout-curves.js";
import { agreement } from "./tables/agreement.js";
import { breakEven } from "./tables/break-even.js";
import { fittedObserved } from "./tables/fitted-observed.js";
import { quartiles } from "./tables/quartiles.js";
import { winnersLosers } from "./tables/winners-losers.js";

/** Every chart, by name: data in, view out. `show` displays a view, `save` writes it. */
export const chart = {
  differences,
  ranking,
  payoutCurves,
  attainment,
  earnings,
  payPerformance,
  costs,
  paths,
  frontier,
  heatMap,
  tornado,
  bridge,
  effortMix,
  payoutTimeline,
  hypotheses,
  agreement,
  health,
  curveLint,
  winnersLosers,
  breakEven,
  quartiles,
  fittedObserved,
} as const;
