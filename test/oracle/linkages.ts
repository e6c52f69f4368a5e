import type { CurveForm } from "../../src/model/curves/curve.js";
import type { Rivals } from "./contest.js";
import { expected, payAt, type Seen } from "./curves.js";
import type { CardFacts, LinkageFacts } from "./inputs.js";
import { type Seat, type SeatReward, sum, type Team } from "./seats.js";

/** One product a linked reward pays: a curve on its own score, and forms on the scores of other cards (§8). */
export interface Product {
  readonly curve: CurveForm;
  readonly factors: readonly { readonly card: number; readonly form: CurveForm }[];
}

/** The card a linkage looks at: its measure alone, over the reward's period, paying nothing itself. */
const cardFor = (cards: readonly CardFacts[], period: number, { measure, isTeam }: LinkageFacts): number =>
  cards.findIndex(
    (one) =>
      one.rewards.length === 0 &&
      one.period === period &&
      one.isTeam === isTeam &&
      one.slots.every((slot) => slot.measure === measure),
  );

/** Every choice of one row of each linkage: later rows that bring a curve replace the reward's own. */
export function productsOf({ design }: Team, c: number, { facts }: SeatReward): Product[] {
  const { cards } = design;
  return facts.linkages.reduce<Product[]>(
    (products, linkage) => {
      const card = cardFor(cards, cards[c].period, linkage);
      return products.flatMap(({ curve, factors }) =>
        linkage.rows.map((row) => ({
          curve: row.curve ?? curve,
          factors: [...factors, { card, form: row.factor }],
        })),
      );
    },
    [{ curve: facts.form, factors: [] }],
  );
}

/** Linked rewards do not go by rank. */
const nobody: Rivals = { scores: [], aparts: [], apart: 1 };

/** What a score is worth to a manager: so much money for each unit of what a curve pays. */
export interface Pull {
  readonly by: number;
  readonly form: CurveForm;
  readonly rivals: Rivals;
}

/** Where scores are expected: at this month's forecasts, or all of them on target. */
export type Where = "forecast" | "target";

function seenAt({ cards }: Seat, c: number, form: CurveForm, where: Where): Seen {
  const { forecast, spread } = cards[c];
  return expected({ facts: { form }, rivals: nobody }, where === "target" ? 1 : forecast, spread);
}

const product = (values: readonly number[]): number => values.reduce((all, one) => all * one, 1);

/** Everything that pulls at the score of card c: its own rewards, and linked rewards of other cards (§8, §12). */
export function pullsOf(team: Team, seat: Seat, c: number, where: Where = "forecast"): Pull[] {
  return seat.cards.flatMap((card, d) =>
    card.rewards.flatMap((reward) => {
      const worth = where === "target" ? 1 : reward.current;
      if (reward.facts.linkages.length === 0)
        return d === c ? [{ by: worth, form: reward.facts.form, rivals: reward.rivals }] : [];
      return pullsOfLinked(team, seat, { reward, d, c, where, worth });
    }),
  );
}

interface Asked {
  readonly reward: SeatReward;
  readonly d: number;
  readonly c: number;
  readonly where: Where;
  readonly worth: number;
}

export function pullsOfLinked(team: Team, seat: Seat, { reward, d, c, where, worth }: Asked): Pull[] {
  return productsOf(team, d, reward).flatMap(({ curve, factors }): Pull[] => {
    const sizes = factors.map(({ card, form }) => seenAt(seat, card, form, where).pay);
    if (d === c) return [{ by: worth * product(sizes), form: curve, rivals: nobody }];
    const own = Math.max(0, seenAt(seat, d, curve, where).pay);
    return factors.flatMap(({ card, form }, l) =>
      card === c ? [{ by: worth * own * product(sizes.filter((_, k) => k !== l)), form, rivals: nobody }] : [],
    );
  });
}

/** Freezes, at an opening, what linked rewards pay on target and what a point of each score adds to that (§15). */
export function foreseeLinked(team: Team, seat: Seat, d: number): void {
  for (const reward of seat.cards[d].rewards) {
    if (reward.facts.linkages.length === 0) continue;
    const slopes = seat.cards.map((_, c) => {
      const incentives = pullsOfLinked(team, seat, { reward, d, c, where: "target", worth: 1 });
      return sum(incentives.map(({ by, form }) => by * seenAt(seat, c, form, "target").slope));
    });
    reward.slopesAtTarget = slopes;
    const own = pullsOfLinked(team, seat, { reward, d, c: d, where: "target", worth: 1 });
    reward.payAtTarget = sum(own.map(({ by, form }) => by * seenAt(seat, d, form, "target").pay));
  }
}

/** What a linked reward pays at the scores of the close. */
export const linkedPay = (team: Team, { cards }: Seat, d: number, reward: SeatReward): number =>
  sum(
    productsOf(team, d, reward).map(
      ({ curve, factors }) =>
        payAt(curve, cards[d].score) * product(factors.map(({ card, form }) => payAt(form, cards[card].score))),
    ),
  );
