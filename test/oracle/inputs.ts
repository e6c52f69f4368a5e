import { namesOf, recordOf } from "../../src/foundation/values/record.js";
import type { ActivityNumbers } from "../../src/model/activities/activity.js";
import type { CurveForm } from "../../src/model/curves/curve.js";
import type { Amount } from "../../src/model/rewards/reward.js";
import type { BatchInputs } from "../../src/simulation/world/batch-inputs.js";
import type { Program } from "../../src/simulation/world/program.js";

/** Assumptions of one world by their code names, and what follows from them. */
export type World = Readonly<Record<string, number>>;

/** All luck of one seat, [month], [month][account] or [hire]. */
export interface SeatLuck {
  readonly growth: number[][];
  readonly transitory: number[][];
  readonly orders: number[][];
  readonly breaking: number[][];
  readonly rapport: number[][];
  readonly survey: number[];
  readonly rater: number[];
  readonly parting: number[];
  readonly readings: Readonly<Record<string, number[]>>;
  readonly talent: number[];
  readonly background: number[];
  readonly startSize: number[];
}

export interface SlotFacts {
  readonly measure: string;
  readonly weight: number;
  readonly cadence: number;
  readonly noise: number;
  readonly isRebased: boolean;
  readonly stretch: number;
}

export interface RewardFacts {
  readonly kind: string;
  readonly amount: Amount;
  readonly numbers: readonly number[];
  readonly form: CurveForm;
  readonly linkages: readonly LinkageFacts[];
}

/** Another measure that decides what a reward pays: one row's factor and curve, or several. */
export interface LinkageFacts {
  readonly measure: string;
  readonly isTeam: boolean;
  readonly rows: readonly { readonly factor: CurveForm; readonly curve?: CurveForm | undefined }[];
}

export interface CardFacts {
  readonly period: number;
  readonly interval: number;
  readonly isTeam: boolean;
  readonly isTightened: boolean;
  readonly slots: readonly SlotFacts[];
  readonly rewards: readonly RewardFacts[];
}

export interface DesignFacts {
  readonly monitoring: number;
  readonly cards: readonly CardFacts[];
  readonly fixed: readonly Omit<RewardFacts, "form" | "linkages">[];
}

/** One world of a scenario: what the oracle is given. */
export interface Setting {
  readonly months: number;
  readonly activities: readonly ActivityNumbers[];
  readonly world: World;
  readonly seats: readonly SeatLuck[];
}

/** The compiled numbers of a design, without any code of its parts. */
export const designFacts = (program: Program, d: number): DesignFacts => {
  const { monitoring, cards, fixed } = program.designs[d];
  return {
    monitoring,
    cards: cards.map(({ period, interval, isTeam, isTightened, slots, rewards }) => ({
      period,
      interval,
      isTeam,
      isTightened,
      slots: slots.map(({ measure, ...rest }) => ({ ...rest, measure: measure.name })),
      rewards: rewards.map(({ reward, amount, numbers, form, linkages = [] }) => ({
        kind: reward.kind,
        amount,
        numbers,
        form: form as CurveForm,
        linkages: linkages.map(({ measure, isTeam, rows }) => ({ measure, isTeam, rows })),
      })),
    })),
    fixed: fixed.map(({ reward, amount, numbers }) => ({ kind: reward.kind, amount, numbers })),
  };
};

/** World w of a batch: the drawn assumptions and the random draws, seat by seat. */
export function settingOf({ program, worlds, randomDraws }: BatchInputs, w: number): Setting {
  const { months, managers, accounts, activities } = program;
  const lanes = randomDraws.lanes;
  const drawn = recordOf(namesOf(program.assumptions), (name) => worlds[name][w]);
  const seats = Array.from({ length: managers }, (_, manager): SeatLuck => {
    const lane = w * managers + manager;
    const line = (column: Float32Array): number[] => Array.from(column).filter((_, at) => at % lanes === lane);
    const byAccount = (column: Float32Array): number[][] => {
      const all = line(column);
      return Array.from({ length: months }, (_, t) => all.slice(t * accounts, (t + 1) * accounts));
    };
    return {
      growth: byAccount(randomDraws.growth),
      // nothing fades where all luck is permanent
      transitory: byAccount(
        randomDraws.transitory.length > 0 ? randomDraws.transitory : randomDraws.growth.map(() => 0),
      ),
      orders: byAccount(randomDraws.orders),
      breaking: byAccount(randomDraws.breaking),
      rapport: byAccount(randomDraws.rapport),
      survey: line(randomDraws.survey),
      rater: line(randomDraws.rater),
      parting: line(randomDraws.parting),
      readings: Object.fromEntries(Object.entries(randomDraws.readings).map(([name, column]) => [name, line(column)])),
      talent: line(randomDraws.talent),
      background: line(randomDraws.background),
      startSize: line(randomDraws.startSize),
    };
  });
  return { months, activities, world: followed(drawn), seats };
}

/** What follows from the assumptions (§3). */
function followed(drawn: Record<string, number>): World {
  const stay = Math.max(1 - drawn.quits, 1e-12);
  return {
    ...drawn,
    keepMonth: (stay / (1 + drawn.impatience)) ** (1 / 12),
    delayMonth: (1 + drawn.impatience) ** (-1 / 12),
    stayMonth: stay ** (1 / 12),
    fade: drawn.shockHalfLife > 0 ? 0.5 ** (1 / drawn.shockHalfLife) : 0,
    firmMonth: (1 + drawn.firmDiscount) ** (-1 / 12),
    kappa: (drawn.effortCost * drawn.salary) / 12,
  };
}
