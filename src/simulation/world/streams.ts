/** Streams of luck by number. Append only: a number once given keeps its meaning, so no draw ever moves. */
export const streams = {
  assumptions: 1,
  market: 2,
  accountSize: 3,
  orders: 4,
  churn: 5,
  relationship: 6,
  survey: 7,
  reading: 8,
  rater: 9,
  leaving: 10,
  talent: 11,
  background: 12,
  startSize: 13,
} as const;
