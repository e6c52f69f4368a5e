/** What of a measure's settings holds where a scenario does not write it: the only place where it stands. */
export const usualSettings = {
  /** months. Between surveys. */
  cadence: 6,
  /** factor on the measure's own noise. */
  noise: 1,
  /** factor. First target relative to plan. */
  target: 1,
} as const;
