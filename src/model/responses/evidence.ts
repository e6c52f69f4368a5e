import { power } from "../../foundation/maths/exponential.js";
import type { CardState } from "../scorecard/card.js";
import { heldAt } from "../scorecard/card-readings.js";
import { type DecisionView, defineResponse } from "./response.js";
import { responseAssumptions } from "./response-assumptions.js";

/** Bounds of an activity's relative pull on effort. */
const least = -0.5;
const most = 3;

export const evidence = defineResponse({
  name: "evidence",
  title: "published effect sizes",
  summary:
    "Effort rises by what studies of incentives and awards report, and goes to activities in proportion to what they add to the score; nothing is assumed about foresight.",
  references: ["garbers-konradt-2014", "kosfeld-neckermann-2011", "kim-gerhart-fang-2022", "cerasoli-2014"],
  chooses: false,
  looksAtScores: true,
  movesMotive: true,
  compensates: false,
  draws: Object.keys(responseAssumptions),
  kernel(stage) {
    const { lanes, world, activities, month } = stage;
    const { lanes: count, worlds, managers, natural, effort, genuine, freshness, gain } = lanes;
    const cards = stage.cards.filter(pays);
    blendEffects(cards, lanes);
    let room = 0;
    for (let j = 0; j < activities.length; j++) room += activities[j].normal;
    for (let w = 0, i = 0; w < worlds; w++) {
      const cash = upliftOf(world.contingentShare[w], 0, 0, world.cashUplift[w], 0);
      const fresh = world.awardUplift[w] * Math.min(1, world.awardShare[w]);
      for (const end = i + managers; i < end; i++) {
        let mean = 0;
        for (let j = 0, a = i; j < activities.length; j++, a += count) mean += activities[j].normal * gain[a];
        mean /= room;
        const uplift = cash + fresh * freshness[i];
        for (let j = 0, a = i; j < activities.length; j++, a += count) {
          const pull = mean > 0 ? Math.min(most, Math.max(least, gain[a] / mean)) : 0;
          effort[a] = natural[a] * (1 + uplift * pull);
        }
      }
    }
    ownReadings(cards, lanes, month);
    for (let j = 0, a = 0; j < activities.length; j++) {
      for (let w = 0; w < worlds; w++) {
        const hollow = world.hollow[w];
        for (const end = a + managers; a < end; a++) {
          const own = genuine[a];
          genuine[a] = 1 - hollow * (own > 0 && gain[a] > 0 ? Math.min(1, own / gain[a]) : 0);
        }
      }
    }
  },
});

/** share. Rise of effort: cash by the fourth root of its contingent share (a quarter of salary is the studies' size), awards while fresh. */
export const upliftOf = (
  contingent: number,
  award: number,
  freshness: number,
  cashUplift: number,
  awardUplift: number,
): number =>
  (contingent > 0 ? cashUplift * power(contingent / 0.25, 0.25) : 0) + awardUplift * Math.min(1, award) * freshness;

/** Whether a card pays anything at all: one that does not is no reason to work differently. */
function pays({ rewards }: CardState): boolean {
  for (const { plan } of rewards) {
    const { money, ofSalary, ofRevenue } = plan.amount;
    if (money > 0 || ofSalary > 0 || ofRevenue > 0) return true;
  }
  return false;
}

/** Score effect of each activity held to the close, mean over the design's cards that pay, into `gain`. */
function blendEffects(cards: readonly CardState[], { gain }: DecisionView["lanes"]): void {
  gain.fill(0);
  for (const { effect } of cards) {
    if (cards.length === 1) gain.set(effect);
    else for (let a = 0; a < gain.length; a++) gain[a] += effect[a] / cards.length;
  }
}

/** How much of that is the activities' own reading, into `genuine`. */
function ownReadings(
  cards: readonly CardState[],
  { genuine, worlds, managers }: DecisionView["lanes"],
  month: number,
): void {
  genuine.fill(0);
  for (const { readings } of cards) {
    const { table, activities } = readings;
    const held = heldAt(readings, month);
    for (let at = held, a = 0; at < held + activities * worlds; at++) {
      const own = table[at] / cards.length;
      for (const end = a + managers; a < end; a++) genuine[a] += own;
    }
  }
}
