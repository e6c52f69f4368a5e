import { power } from "../../foundation/exponential.js";
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
    const { lanes, world, activities } = stage;
    const { lanes: count, worlds, managers, world: worldOf, natural, effort, genuine, freshness, gain } = lanes;
    const cards = stage.cards.filter(pays);
    blendEffects(cards, lanes);
    let room = 0;
    for (let j = 0; j < activities.length; j++) room += activities[j].normal;
    for (let first = 0; first < count; first += managers) {
      const w = worldOf[first];
      const hollow = world.hollow[w];
      const cash = upliftOf(world.contingentShare[w], 0, 0, world.cashUplift[w], 0);
      const fresh = world.awardUplift[w] * Math.min(1, world.awardShare[w]);
      for (let i = first; i < first + managers; i++) {
        let mean = 0;
        for (let j = 0, a = i; j < activities.length; j++, a += count) mean += activities[j].normal * gain[a];
        mean /= room;
        const uplift = cash + fresh * freshness[i];
        for (let j = 0, a = i; j < activities.length; j++, a += count) {
          const pull = mean > 0 ? Math.min(most, Math.max(least, gain[a] / mean)) : 0;
          effort[a] = natural[a] * (1 + uplift * pull);
          genuine[a] = 1 - hollow * ownShare(cards, j * worlds + w, gain[a]);
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
function blendEffects(cards: readonly CardState[], { gain }: Stage["lanes"]): void {
  gain.fill(0);
  for (const { effect } of cards) for (let a = 0; a < gain.length; a++) gain[a] += effect[a] / cards.length;
}

/** share. How much of an activity's score effect, held to the close, is its own reading; `at` is activity × worlds + world. */
function ownShare(cards: readonly CardState[], at: number, total: number): number {
  let own = 0;
  for (let c = 0; c < cards.length; c++) own += cards[c].readingHeld[at] / cards.length;
  return own > 0 && total > 0 ? Math.min(1, own / total) : 0;
}
