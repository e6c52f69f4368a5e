/** All luck of a batch of worlds, drawn once and shared by every design. Float32: one luck, 24 bits. */
export interface RandomDraws {
  readonly lanes: number;
  readonly accounts: number;
  readonly months: number;
  /** log, [month][account][lane]. Growth of the account's own demand: drift, market and account luck, and what fades of earlier luck. */
  readonly growth: Float32Array;
  /** log, [month][account][lane]. The part of demand after the month that will fade. Empty where all luck of all worlds is permanent. */
  readonly transitory: Float32Array;
  /** factor with mean 1, [month][account][lane]. Order luck of the month. */
  readonly orders: Float32Array;
  /** index, [month][account][lane]. The account is lost when its satisfaction is below this. */
  readonly breaking: Float32Array;
  /** index, [month][account][lane]. Luck in the relationship. */
  readonly rapport: Float32Array;
  /** standard normal, [month][lane]. Noise of a customer survey, shared by the survey's questions. */
  readonly survey: Float32Array;
  /** standard normal, [month][lane]. The rater's error at a close in this month. */
  readonly rater: Float32Array;
  /** ratio, [month][lane]. The manager leaves when utility ÷ outside option is below this. */
  readonly parting: Float32Array;
  /** standard normal, [month][lane] by measure. Noise of a monthly reading. */
  readonly readings: Readonly<Record<string, Float32Array>>;
  /** standard normal, [hire][lane]. Ability of the n-th manager in the seat. */
  readonly talent: Float32Array;
  /** 0 or 1, [hire][lane]. Sales background of the n-th manager in the seat. */
  readonly background: Float32Array;
  /** EUR/year, [account][lane]. Starting revenue. */
  readonly startSize: Float32Array;
}

/** Most managers a seat can see within a horizon: the founder and, without vacancies, one a month. */
export const hiresWithin = (months: number): number => months + 2;
