import type { RandomDraws } from "../../model/frame/draws.js";
import type { CardPlan } from "../../model/scorecard/card.js";
import { allocateReadings, type CardReadings } from "../../model/scorecard/card-readings.js";
import { buildOutlooks, type Outlook, type Question } from "../../model/scorecard/outlook/outlook.js";
import { drawRandom } from "./luck.js";
import type { Program } from "./program.js";
import { drawWorlds, type FirmValues, firmValues, type Worlds } from "./worlds.js";

/** Everything a batch of worlds shares between designs: drawn and worked out once. */
export interface BatchInputs {
  readonly program: Program;
  readonly first: number;
  readonly count: number;
  readonly worlds: Worlds;
  readonly randomDraws: RandomDraws;
  readonly values: FirmValues;
  readonly outlooks: ReadonlyMap<string, Outlook>;
  /** What cards read of activity, kept between tasks; see `readingsOf`. */
  readonly readings: Map<string, CardReadings>;
}

/** Most cards whose readings are kept between tasks. */
const mostReadings = 16;

/** Draws a batch of worlds: assumptions, luck, and how measures answer to work in each of them. Mirrored: the opposite luck. */
export function drawBatch(program: Program, first: number, count: number, isMirrored = false): BatchInputs {
  const worlds = drawWorlds(program, first, count, isMirrored);
  const questions = new Map<string, Question>();
  for (const design of program.designs) {
    for (const card of design.cards) for (const [key, question] of questionsOf(card)) questions.set(key, question);
  }
  const keys = [...questions.keys()];
  const built = buildOutlooks([...questions.values()], worlds, count, program.months, program.accounts);
  return {
    program,
    first,
    count,
    worlds,
    randomDraws: drawRandom(program, first, count, worlds, isMirrored),
    values: firmValues(worlds, count, program.months),
    outlooks: new Map(keys.map((key, k) => [key, built[k]])),
    readings: new Map(),
  };
}

/** Scorecards that ask the same of a measure share its outlook. */
export const outlookKey = (card: CardPlan, k: number): string => {
  const { measure, cadence, noise, isRebased } = card.slots[k];
  return `${measure.name}|${card.period}|${card.interval}|${cadence}|${noise}|${isRebased}`;
};

/** Readings that cards with the same slots and weights share, whatever they pay and whoever responds. */
export function readingsOf({ program, count, outlooks, readings }: BatchInputs, card: CardPlan): CardReadings {
  const key = card.slots.map((slot, k) => `${outlookKey(card, k)}|${slot.weight}`).join("|");
  const known = readings.get(key);
  if (known) return known;
  const seen = card.slots.map((_, k) => outlooks.get(outlookKey(card, k)) as Outlook);
  const shape = { worlds: count, months: program.months, activities: program.activities.length };
  const fresh = allocateReadings(card.period, seen, shape);
  if (readings.size >= mostReadings) readings.clear();
  readings.set(key, fresh);
  return fresh;
}

const questionsOf = (card: CardPlan): [string, Question][] =>
  card.slots.map(({ measure, cadence, noise, isRebased }, k) => [
    outlookKey(card, k),
    { measure, period: card.period, interval: card.interval, cadence, noise, isRebased },
  ]);
