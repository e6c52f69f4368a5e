/** Offsets within a row of the outlook. */
export const at = {
  /** Expected samples still to come against the present target ÷ samples of the period, with expected growth of the level. */
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
  /** Effect of what is transitory in the present level, which fades. */
  transitory: 20,
  /** Expected samples against targets that are set later in the period ÷ samples of the period. */
  renewed: 21,
  /** Of targets that follow results within the period: what a sample counts less that was read since they were last set, and score in any case. */
  less: 22,
  anchor: 23,
  size: 24,
} as const;

/** Where the effects of states begin and end: in the order of `stateNames`. */
export const stateOffsets = [at.state, at.state + 1, at.state + 2, at.state + 3, at.state + 4, at.transitory] as const;
