import { power } from "../../foundation/special.js";
import type { CardState } from "../scorecard/card.js";
import { responseAssumptions } from "./assumptions.js";
import { defineResponse, type Stage } from "./response.js";

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
    const { cards, lanes, world, activities } = stage;
    const { lanes: count, world: worldOf, natural, effort, genuine, freshness, gain } = lanes;
    blendEffects(stage);
    for (let i = 0; i < count; i++) {
      const w = worldOf[i];
      let mean = 0;
      let room = 0;
      for (let j = 0; j < activities.length; j++) {
        mean += activities[j].normal * gain[j * count + i];
        room += activities[j].normal;
      }
      mean /= room;
      const uplift = upliftOf(
        world.contingentShare[w],
        world.awardShare[w],
        freshness[i],
        world.cashUplift[w],
        world.awardUplift[w],
      );
      for (let j = 0; j < activities.length; j++) {
        const a = j * count + i;
        const pull = mean > 0 ? Math.min(most, Math.max(least, gain[a] / mean)) : 0;
        effort[a] = natural[a] * (1 + uplift * pull);
        genuine[a] = 1 - world.hollow[w] * ownShare(cards, j * lanes.worlds + w, gain[a]);
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

/** How many of the cards pay; 1 where none does, so that it can divide. */
function payingOf(cards: readonly CardState[]): number {
  let count = 0;
  for (const card of cards) if (pays(card)) count++;
  return Math.max(1, count);
}

/** Score effect of each activity held to the close, mean over the design's cards that pay, into `gain`. */
function blendEffects({ cards, lanes }: Stage): void {
  const { gain } = lanes;
  const paying = payingOf(cards);
  gain.fill(0);
  for (const card of cards) {
    if (pays(card)) for (let a = 0; a < gain.length; a++) gain[a] += card.effect[a] / paying;
  }
}

/** share. How much of an activity's score effect, held to the close, is its own reading; `at` is activity × worlds + world. */
function ownShare(cards: readonly CardState[], at: number, total: number): number {
  const paying = payingOf(cards);
  let own = 0;
  for (const card of cards) if (pays(card)) own += card.readingHeld[at] / paying;
  return own > 0 && total > 0 ? Math.min(1, own / total) : 0;
}
