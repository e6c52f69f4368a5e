import type { TableFinding } from "../foundation/tables/finding.js";
import type { FiscalYear } from "../foundation/values/fiscal-year.js";

/** What a firm knows about its people and accounts, read from its tables: plain rows, amounts in the scenario's currency. */
export interface PeopleData {
  readonly people: readonly Person[];
  readonly results: readonly Result[];
  readonly accounts: readonly AccountYear[];
  readonly transactions: readonly Transaction[];
  /** What the tables said beyond these rows; data made by hand need none. */
  readonly reading?: TablesReading | undefined;
}

/** What became of a firm's tables beyond the rows that were read: whoever is paid on the rows must know it. */
export interface TablesReading {
  /** Where each table came from: `{ history: "history.csv" }`. */
  readonly files: Readonly<Record<string, string>>;
  /** Rows that were left out, in order of tables. */
  readonly leftOut: readonly LeftOutRow[];
  /** What was given and stands in no row: columns, sheets, deals that were not won; and what stands there and can hardly be meant. */
  readonly notUsed: readonly NotUsed[];
  /** The fiscal year they were read by, where it is not the calendar's: what the year of an account means. */
  readonly fiscalYear?: FiscalYear | undefined;
  /** What transactions are called to count towards where their table names no measure. */
  readonly unnamedMeasure?: string | undefined;
  /** What results are called where their table names no measure. */
  readonly unnamedResults?: string | undefined;
}

/** Something that was given and is not used, or can hardly be meant. */
export interface NotUsed {
  /** Kind of table it is of: `roster`. */
  readonly table: string;
  /** What it is, where it stands, and why or what would use it: a sentence without its end. */
  readonly text: string;
  /** Whether it is used as it stands, and can hardly be meant. */
  readonly isDoubt?: boolean | undefined;
  /** Whether a backtest uses it all the same: to group people, or to hold pay against it. */
  readonly isOfBacktest?: boolean | undefined;
}

/** A row that was left out, the first thing wrong with it, and who waits for it. */
export interface LeftOutRow extends TableFinding {
  readonly row: number;
  /** Id in the row; undefined where it does not say whose it is. */
  readonly person: string | undefined;
  /** Ids that wait: the row's own, those it may mean, and those whose rows it throws doubt on. Empty where nobody can be told. */
  readonly waits: readonly string[];
  /** Of a row of the roster. */
  readonly team?: string | undefined;
}

/** One person on the roster. Dates are `YYYY-MM-DD`. */
export interface Person {
  readonly id: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
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
  /** money/year. Midpoint of the range the salary lies in; the latest where it has changed. */
  readonly midpoint?: number | undefined;
  /** What these were and from when on, in order of days, where they have changed; the last are the ones above. */
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
  /** money/year. */
  readonly midpoint?: number | undefined;
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
  /** Id of the sale that it takes back: a credit note. */
  readonly reverses?: string | undefined;
}
