import { agreement } from "./agreement.js";
import { attainment } from "./attainment.js";
import { breakEven } from "./break-even.js";
import { bridge } from "./bridge.js";
import { costs } from "./costs.js";
import { curveLint } from "./curve-lint.js";
import { differences } from "./differences.js";
import { earnings } from "./earnings.js";
import { effortMix } from "./effort-mix.js";
import { fittedObserved } from "./fitted-observed.js";
import { frontier } from "./frontier.js";
import { health } from "./health.js";
import { heatMap } from "./heat-map.js";
import { hypotheses } from "./hypotheses.js";
import { paths } from "./paths.js";
import { payPerformance } from "./pay-performance.js";
import { payoutCurves } from "./payout-curves.js";
import { payoutTimeline } from "./payout-timeline.js";
import { quartiles } from "./quartiles.js";
import { ranking } from "./ranking.js";
import { tornado } from "./tornado.js";
import { winnersLosers } from "./winners-losers.js";

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
