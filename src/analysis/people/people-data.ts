/** What a firm knows about its people and accounts, read from its tables: plain rows, amounts in the scenario's currency. */
export interface PeopleData {
  readonly people: readonly Person[];
  readonly results: readonly Result[];
  readonly accounts: readonly AccountYear[];
  readonly transactions: readonly Transaction[];
}

/** One person on the roster. Dates are `YYYY-MM-DD`. */
export interface Person {
  readonly id: string;
  readonly name?: string | undefined;
  readonly team?: string | undefined;
  /** Of the accounts or the market served. */
  readonly segment?: string | undefined;
  readonly background?: string | undefined;
  readonly joined?: string | undefined;
  readonly left?: string | undefined;
  /** money/year. Base salary; the latest where it has changed. */
  readonly salary: number;
  /** money/year. Incentive at target; the latest where it has changed. */
  readonly targetIncentive?: number | undefined;
  /** What both were and from when on, in order of days, where they have changed; the last is the one above. */
  readonly salaries?: readonly SalaryFrom[] | undefined;
}

/** A salary and the day it holds from. */
export interface SalaryFrom {
  /** First day of it; from joining where none is given, which only the first may leave out. */
  readonly from?: string | undefined;
  /** money/year. */
  readonly salary: number;
  /** money/year. */
  readonly targetIncentive?: number | undefined;
}

/** What one person reached on one measure in one period. */
export interface Result {
  readonly person: string;
  readonly measure: string;
  /** First and last day of the period, both included. */
  readonly from: string;
  readonly to: string;
  /** In the measure's unit; undefined where none was set. */
  readonly target?: number | undefined;
  readonly result: number;
  /** money. What was paid for the period, where known. */
  readonly paid?: number | undefined;
}

/** One account in one year. */
export interface AccountYear {
  readonly account: string;
  readonly person: string;
  readonly segment?: string | undefined;
  readonly year: number;
  /** money/year. */
  readonly revenue: number;
  /** share of revenue. */
  readonly margin?: number | undefined;
  /** 1 = target or average, where surveyed. */
  readonly satisfaction?: number | undefined;
  /** Whether it was lost in that year. */
  readonly isLost: boolean;
}

/** One sale or other event that counts towards a measure. */
export interface Transaction {
  readonly id: string;
  readonly date: string;
  readonly person: string;
  readonly account?: string | undefined;
  readonly measure: string;
  /** Of the whole sale, in the measure's unit. */
  readonly amount: number;
  /** share. Of the sale that is this person's; all of it unless given. Others on the same sale have rows of the same id. */
  readonly share?: number | undefined;
}
