import { curveColumns, payoutAt } from "../curves/curve.js";
import { linkageTerms } from "../linkages/index.js";
import type { LinkagePlan } from "../linkages/linkage.js";
import type { ForeseenIncentive, RewardState } from "../rewards/reward.js";
import type { CardPlan, CardState, Term } from "./card.js";
import { expectedGain, expectedPay } from "./stake.js";

/** Whether a card only decides what rewards of other cards pay. */
export const decides = ({ rewards }: Pick<CardPlan, "rewards">): boolean => rewards.length === 0;

/** Whether a card is the one a linkage of a reward with this period looks at. */
export const looksAt = (card: CardPlan, { measure, isTeam }: LinkagePlan, period: number): boolean =>
  decides(card) && card.period === period && card.isTeam === isTeam && card.slots[0].measure.name === measure;

/** A part of a linked reward: a curve of its own, and columns of what that is worth, beside the reward's amounts. */
function pullOf(reward: RewardState, form: ForeseenIncentive["plan"]["form"]): ForeseenIncentive {
  const column = () => new Float64Array(reward.unit.length);
  return {
    plan: { ...reward.plan, form },
    unit: reward.unit,
    worth: reward.worth,
    contest: undefined,
    current: column(),
    payAtTarget: column(),
    slopeAtTarget: column(),
    ...curveColumns(form),
    pair: new Float64Array(2),
    seen: new Float64Array(3),
  };
}

/**
 * Joins the cards of a design whose rewards look at other measures: what they pay becomes a sum of products, and managers foresee every
 * factor on its own card. Cards of a design without linkages are given back as they are.
 */
export function linkCards(cards: readonly CardState[]): readonly CardState[] {
  if (!cards.some((card) => decides(card.plan))) return cards;
  const incentives = new Map<CardState, ForeseenIncentive[]>(cards.map((card) => [card, []]));
  const add = (card: CardState, incentive: ForeseenIncentive): ForeseenIncentive => {
    incentives.get(card)?.push(incentive);
    return incentive;
  };
  const terms = cards.map((card) =>
    card.rewards.flatMap((reward): Term[] => {
      const { linkages = [], form } = reward.plan;
      if (form === undefined || linkages.length === 0) {
        add(card, reward);
        return [];
      }
      const looked = linkages.map(
        (one) => cards.find((other) => looksAt(other.plan, one, card.plan.period)) as CardState,
      );
      return linkageTerms(linkages, form).map(({ curve, factors }) => ({
        reward,
        curve: add(card, pullOf(reward, curve)),
        factors: factors.map((factor, l) => ({ card: looked[l], form: add(looked[l], pullOf(reward, factor)) })),
      }));
    }),
  );
  return cards.map((card, c) => ({ ...card, incentives: incentives.get(card) ?? [], terms: terms[c] }));
}

/** Whether any reward of these cards looks at another measure. */
export const areLinked = (cards: readonly CardState[]): boolean => cards.some(({ terms }) => terms.length > 0);

/** The forecast at the stakes so far: what linked payouts are weighed at until effort has been chosen. */
export function foreseeOnLine({ forecast, lin, gain, stake }: CardState): void {
  for (let i = 0; i < forecast.length; i++) forecast[i] = lin[i] + gain[i] * stake[i];
}

/**
 * share of the amount. Expected payout of one part of a term at its card's forecast. What is uncertain of different scores is taken to be
 * independent, so that the expectation of a product is the product of expectations.
 */
const expectedAt = (card: CardState, incentive: ForeseenIncentive, i: number): number =>
  expectedPay(incentive, i, card.forecast[i], card.spread[i]);

/**
 * What a unit of each part of linked payouts is worth at the present forecasts: the reward's worth times what all other parts of the
 * product are expected to be. Never below zero: nobody works to miss a score.
 */
export function weighTerms(cards: readonly CardState[]): void {
  for (const card of cards) {
    for (const { reward, curve, factors } of card.terms) {
      for (let i = 0; i < reward.unit.length; i++) {
        let product = reward.current[i];
        for (let l = 0; l < factors.length; l++) product *= expectedAt(factors[l].card, factors[l].form, i);
        curve.current[i] = product;
      }
      for (let l = 0; l < factors.length; l++) {
        const { current } = factors[l].form;
        for (let i = 0; i < current.length; i++) {
          let product = reward.current[i] * Math.max(0, expectedAt(card, curve, i));
          for (let k = 0; k < factors.length; k++) {
            if (k !== l) product *= expectedAt(factors[k].card, factors[k].form, i);
          }
          current[i] = product;
        }
      }
    }
  }
}

/** At the start of a period: what linked rewards pay a manager who is on target everywhere, and what a point of each score adds to it. */
export function linkedAtTarget({ terms, spread }: CardState): void {
  for (const { reward } of terms) {
    reward.payAtTarget.fill(0);
    reward.slopeAtTarget.fill(0);
  }
  for (const { reward, curve, factors } of terms) {
    for (let i = 0; i < spread.length; i++) {
      const own = expectedPay(curve, i, 1, spread[i]);
      let others = 1;
      for (let l = 0; l < factors.length; l++) {
        const { card, form } = factors[l];
        form.payAtTarget[i] = expectedPay(form, i, 1, card.spread[i]);
        others *= form.payAtTarget[i];
      }
      curve.payAtTarget[i] = own * others;
      curve.slopeAtTarget[i] = expectedGain(curve, i, 1, spread[i]) * others;
      reward.payAtTarget[i] += curve.payAtTarget[i];
      reward.slopeAtTarget[i] += curve.slopeAtTarget[i];
      for (let l = 0; l < factors.length; l++) {
        const { card, form } = factors[l];
        let rest = Math.max(0, own);
        for (let k = 0; k < factors.length; k++) if (k !== l) rest *= factors[k].form.payAtTarget[i];
        form.slopeAtTarget[i] = expectedGain(form, i, 1, card.spread[i]) * rest;
      }
    }
  }
}

/** share of the amount. What a linked reward pays at the scores of the close, into `pays`. */
export function linkedPayout({ terms, score }: CardState, reward: RewardState, pays: Float64Array): void {
  pays.fill(0);
  for (const term of terms) {
    if (term.reward !== reward) continue;
    const { curve, factors } = term;
    for (let i = 0; i < pays.length; i++) {
      let product = curve.plan.form === undefined ? 0 : payoutAt(curve.plan.form, score[i]);
      for (let l = 0; l < factors.length; l++) {
        const { card, form } = factors[l];
        product *= form.plan.form === undefined ? 0 : payoutAt(form.plan.form, card.score[i]);
      }
      pays[i] += product;
    }
  }
}
