/** Offsets within a row of the outlook. */
export const at = {
  /** Expected samples still to come ÷ samples of the period, with expected growth of the level. */
  level: 0,
  /** Effect of one unit through a channel this month on the period's attainment, as it counts for this period's pay. */
  now: 1,
  /** The same on later periods' attainment, discounted, weighted by foresight. */
  later: 4,
  /** Effect of one unit through a channel in every month to the close. */
  held: 7,
  /** Effect of the accounts' present states: relationship, satisfaction, adoption, pulled, boost. */
  state: 10,
  /** Variance still to come: luck of the market, of the accounts (× concentration), of the reading itself. */
  market: 15,
  accounts: 16,
  reading: 17,
  /** Samples still to come ÷ samples of the period. */
  rest: 18,
  /** One month's sample ÷ samples of the period. */
  month: 19,
  size: 20,
} as const;
