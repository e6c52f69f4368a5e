import type { CardPlan } from "../model/scorecard/card.js";
import { buildOutlooks, type Outlook, type OutlookWorld, type Question } from "../model/scorecard/outlook.js";
import type { Tape } from "../model/tape.js";
import { recordTape } from "./luck.js";
import type { Program } from "./program.js";
import { drawWorlds, type FirmValues, firmValues, type Worlds } from "./worlds.js";

/** Everything a batch of worlds shares between designs: drawn and worked out once. */
export interface Stock {
  readonly program: Program;
  readonly first: number;
  readonly count: number;
  readonly worlds: Worlds;
  readonly tape: Tape;
  readonly values: FirmValues;
  readonly outlooks: ReadonlyMap<string, Outlook>;
}

/** Draws a batch of worlds: assumptions, luck, and how measures answer to work in each of them. Mirrored: the opposite luck. */
export function stockBatch(program: Program, first: number, count: number, isMirrored = false): Stock {
  const worlds = drawWorlds(program, first, count, isMirrored);
  const questions = new Map<string, Question>();
  for (const design of program.designs) {
    for (const card of design.cards) for (const [key, question] of questionsOf(card)) questions.set(key, question);
  }
  const keys = [...questions.keys()];
  const built = buildOutlooks(
    [...questions.values()],
    worlds as unknown as OutlookWorld,
    count,
    program.months,
    program.accounts,
  );
  return {
    program,
    first,
    count,
    worlds,
    tape: recordTape(program, first, count, worlds, isMirrored),
    values: firmValues(worlds, count, program.months),
    outlooks: new Map(keys.map((key, k) => [key, built[k]])),
  };
}

/** Scorecards that ask the same of a measure share its outlook. */
export const keyOf = (card: CardPlan, k: number): string => {
  const { measure, cadence, noise, isRebased } = card.slots[k];
  return `${measure.name}|${card.period}|${cadence}|${noise}|${isRebased}`;
};

const questionsOf = (card: CardPlan): [string, Question][] =>
  card.slots.map(({ measure, cadence, noise, isRebased }, k) => [
    keyOf(card, k),
    { measure, period: card.period, cadence, noise, isRebased },
  ]);
