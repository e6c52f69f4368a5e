import { power } from "../../foundation/special.js";
import type { CardState } from "../scorecard/card.js";
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

/** Score effect of each activity held to the close, mean over the design's cards, into `gain`. */
function blendEffects({ cards, lanes }: Stage): void {
  const { gain } = lanes;
  gain.fill(0);
  for (const card of cards) for (let a = 0; a < gain.length; a++) gain[a] += card.effect[a] / cards.length;
}

/** share. How much of an activity's score effect, held to the close, is its own reading; `at` is activity × worlds + world. */
function ownShare(cards: readonly CardState[], at: number, total: number): number {
  let own = 0;
  for (const card of cards) own += card.readingHeld[at] / cards.length;
  return own > 0 && total > 0 ? Math.min(1, own / total) : 0;
}
