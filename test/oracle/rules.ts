/** Conventions of the method that are no assumptions of a scenario: every constant the oracle uses, in one place. */
export const rules = {
  /** months. Tenure of founders (§5). */
  founders: 60,
  /** index. Activity below this has no further marginal effect (§7). */
  leastActivity: 0.05,
  /** share. How fast the running mean of activity follows (§14). */
  habit: 0.3,
  /** share. How fast satisfaction follows the relationship (§14). */
  satisfactionSpeed: 0.25,
  /** index. States of an account that fills a lost slot (§14). */
  newRelationship: 0.9,
  newSatisfaction: 0.95,
  newAdoption: 0.8,
  /** share. Most accounts, most managers lost in a month (§14, §16). */
  mostLoss: 0.2,
  mostLeaving: 0.3,
  /** share. How much more judged measures crowd out (§4). */
  judgedCrowding: 0.43,
  /** factor. Weight of a raise in the contingent share (§4). */
  raiseWeight: 1.5,
  /** share of salary. Contingent pay at which crowding is stated (§16). */
  crowdingAt: 0.25,
  /** share. How fast motivation moves (§16). */
  motivePace: 0.1,
  /** share/year. How fast what was learnt fades (§16). */
  forgetting: 0.2,
  /** share. What a manager feels of development (§15, §16). */
  developmentFelt: 0.5,
  /** factor. The outside option in salaries, and the power of ability in it (§16). */
  outsidePay: 1.25,
  outsidePower: 0.5,
  /** share. Weight of pay accrued in open periods against pay not yet vested (§16). */
  accruedWeight: 0.5,
  /** share. What a month of motivation is worth in salaries (§16). */
  motiveWorth: 0.5,
  /** share. Most contingent pay that sorts applicants (§16). */
  mostSorting: 0.4,
  /** factor. What of the relationship's loss adoption loses at a hand-over (§16). */
  adoptionHandover: 0.5,
  /** months. Nearness of a close that counts fully against leaving (§13). */
  nearClose: 6,
  /** years. What a newcomer counts of a raise (§13). */
  raiseYears: 3,
  /** index. Width over which an account turns into a reference (§9). */
  referenceWidth: 0.1,
  /** score. Least uncertainty (§11). */
  leastSpread: 0.001,
  /** months. How long responses are followed beyond the horizon, by managers (§10) and by the firm (§12, §17). */
  beyond: 62,
  afterwards: 60,
  /** rounds. Over the cards of a design with several; of the planner in a month (§12). */
  sweeps: 3,
  rounds: 3,
  /** share. A round of the planner shrinks an activity to no less than this (§12). */
  shrink: 0.5,
  /** bounds of an activity's pull under `evidence`, and the power of contingent pay in it (§12). */
  leastPull: -0.5,
  mostPull: 3,
  cashPower: 0.25,
};

/** share of base salary. Amounts a scenario does not write (§3): assumptions, and a year of measuring by what a measure reads. */
export const ofPay = {
  accountRevenue: 50 / 3,
  developmentUnit: 1 / 24,
  valueFloor: 1 / 36,
  smallestDifference: 5 / 18,
  measuring: { judged: 1 / 240, asked: 1 / 180, booked: 0 },
};

export type Rules = typeof rules;
