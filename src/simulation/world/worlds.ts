import { quantile } from "../../foundation/maths/distribution.js";
import { exp, ln, wholePower } from "../../foundation/maths/exponential.js";
import { numberOfName } from "../../foundation/maths/name-number.js";
import { powerTable } from "../../foundation/maths/power-table.js";
import { independentDraws } from "../../foundation/maths/strata.js";
import { namesOf } from "../../foundation/values/record.js";
import { transitoryMonth } from "../../model/accounts/growth.js";
import { leastDecay } from "../../model/accounts/lifetime-value.js";
import type { AssumptionName } from "../../model/assumptions.js";
import type { WorldColumns } from "../../model/frame/part.js";
import { keepMonth } from "../../model/people/patience.js";
import { channels, impulses, sequences, starts, states } from "../../model/scorecard/outlook/impulses.js";
import { beyond } from "../../model/scorecard/outlook/outlook.js";
import type { Program } from "./program.js";
import { streams } from "./streams.js";

/** What follows from a world's assumptions and is worked out once: factors a month, and the table of powers. */
type Following = "keepMonth" | "delayMonth" | "stayMonth" | "transitoryMonth" | "firmMonth" | "powers";

/** Assumptions and what follows from them, one number per world of the batch. */
export type Worlds = WorldColumns<AssumptionName | Following>;

/** Draws the assumptions of a batch of worlds, each from its own range by one uniform word; worlds on end share a draw where the program says so. */
export function drawWorlds(program: Program, first: number, count: number, isMirrored = false): Worlds {
  const worlds = {} as Record<AssumptionName, Float64Array>;
  const { uniforms } = program.draws ?? independentDraws;
  const lucks = program.lucksPerDraw ?? 1;
  const turned = (u: number): number => (isMirrored ? 1 - u : u);
  for (const name of namesOf(program.assumptions)) {
    const distribution = program.assumptions[name];
    const column = new Float64Array(count);
    const item = numberOfName(name);
    for (let w = 0; w < count; w++) {
      if (distribution.kind !== "fixed")
        uniforms(column, w, 1, 1, program.seed, streams.assumptions, Math.floor((first + w) / lucks), 0, item);
      column[w] = distribution.kind === "fixed" ? distribution.value : quantile(distribution, turned(column[w]));
    }
    worlds[name] = column;
  }
  return { ...worlds, ...following(worlds, count) };
}

function following(worlds: WorldColumns<AssumptionName>, count: number): WorldColumns<Following> {
  const each = (of: (w: number) => number) => Float64Array.from({ length: count }, (_, w) => of(w));
  return {
    keepMonth: each((w) => keepMonth(worlds.impatience[w], worlds.quits[w])),
    delayMonth: each((w) => exp(-ln(1 + worlds.impatience[w]) / 12)),
    stayMonth: each((w) => exp(ln(Math.max(1 - worlds.quits[w], 1e-12)) / 12)),
    transitoryMonth: each((w) => transitoryMonth(worlds.shockHalfLife[w])),
    firmMonth: each((w) => exp(-ln(1 + worlds.firmDiscount[w]) / 12)),
    powers: powerTable(worlds.diminishing),
  };
}

/** What the accounts' states are worth to the firm: at the horizon (legacy), and through each channel in each month. */
export interface FirmValues {
  /** EUR per unit of revenue, [month][channel][world]. */
  readonly channel: readonly Float64Array[];
  /** months of revenue, [level, relationship, satisfaction, adoption, pulled, boost, transitory][world]. */
  readonly legacy: readonly Float64Array[];
}

/** Months after the horizon in which states still count. */
const afterwards = 60;

export function firmValues(worlds: Worlds, count: number, months: number): FirmValues {
  const span = months + beyond + 1;
  const scratch = new Float64Array(sequences * states * span);
  const channel = Array.from({ length: months }, () => new Float64Array(channels * count));
  const legacy = Array.from({ length: 1 + starts }, () => new Float64Array(count));
  for (let w = 0; w < count; w++) {
    impulses(worlds, w, span, scratch);
    const monthly = worlds.firmMonth[w];
    const response = (s: number, q: number) => revenueResponse(scratch, s, q, span, worlds.payback[w]);
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      for (let q = 0; q < months + afterwards; q++) {
        sum += response(c, q) * wholePower(monthly, q);
        const month = months + afterwards - 1 - q;
        if (month < months)
          channel[month][c * count + w] = worlds.margin[w] * sum - (c === 2 ? worlds.concession[w] : 0);
      }
    }
    const kept = exp(-worlds.churn[w]);
    legacy[0][w] = (12 * kept) / Math.max(leastDecay, 1 + worlds.firmDiscount[w] - kept);
    for (let s = 0; s < starts; s++) {
      for (let q = 0; q < afterwards; q++) legacy[1 + s][w] += response(channels + s, q) * wholePower(monthly, q);
    }
  }
  return { channel, legacy };
}

/** log. Revenue's response in a month to a sequence of the impulses. */
function revenueResponse(scratch: Float64Array, s: number, q: number, span: number, payback: number): number {
  const at = (state: number) => scratch[(s * states + state) * span + q];
  return at(4) - payback * at(3) + at(5) + at(6) + at(7);
}

/** Columns that depend on a design and on how large it is made. */
export type DesignColumns = WorldColumns<
  "contingentShare" | "crowdingPay" | "awardShare" | "trainingSpend" | "topUp" | "responds" | "compensated"
>;

/** All that the laws of a design read in its worlds: assumptions, what follows from them, and what the design makes of them. */
export type DesignWorld = Worlds & DesignColumns;
