/** What became of a row: set aside are rows of totals, and rows that say themselves that they do not count. */
export type Fate = "used" | "refused" | "aside";

/** Rows by why something became of them. */
export interface RowsByReason {
  readonly reason: string;
  readonly rows: number;
}

/** Sums of one column that add up exactly: read = used + refused + set aside. */
export interface ColumnTotal {
  readonly letter: string;
  readonly header: string;
  readonly meaning: string;
  /** Sums of all cells that could be read, of those in used, in refused and in rows set aside. */
  readonly read: number;
  readonly used: number;
  readonly refused: number;
  readonly aside: number;
  /** cells. Not blank and not readable; they are in no sum. */
  readonly unreadable: number;
}

/** What became of every row below the header of a table: read = used + refused + set aside + blank. */
export interface Reconciliation {
  /** Kind of table: `roster`. */
  readonly table: string;
  readonly file: string;
  readonly sheet?: string | undefined;
  /** rows. Above the header, not taken for data. */
  readonly above: number;
  readonly read: number;
  readonly used: number;
  readonly refused: number;
  /** Rows of totals, and rows that say themselves that they do not count. */
  readonly aside: number;
  readonly blank: number;
  /** What came out of the rows used: one row may hold several results. */
  readonly made: number;
  /** Refused rows by their first fault, most first. */
  readonly reasons: readonly RowsByReason[];
  /** Rows set aside by why, most first. */
  readonly asides: readonly RowsByReason[];
  readonly totals: readonly ColumnTotal[];
}

/** A sum without rounding: whole parts and ten-thousandths apart. Cells with more decimals count rounded, once. */
interface ExactSum {
  whole: number;
  parts: number;
}

const fine = 10_000;

function add(sum: ExactSum, value: number): void {
  const whole = Math.trunc(value);
  sum.whole += whole;
  sum.parts += Math.round((value - whole) * fine);
}

const total = ({ whole, parts }: ExactSum): number => {
  const carried = Math.trunc(parts / fine);
  return whole + carried + (parts - carried * fine) / fine;
};

/** Sums of one column while rows are read. */
export class ColumnSum {
  private readonly sums = { read: zero(), used: zero(), refused: zero(), aside: zero() };
  private unreadable = 0;

  /** A cell that could be read. */
  read(value: number): void {
    add(this.sums.read, value);
  }

  /** What became of its row. */
  book(value: number, fate: Fate): void {
    add(this.sums[fate], value);
  }

  spoil(): void {
    this.unreadable += 1;
  }

  totals(): Pick<ColumnTotal, "read" | Fate | "unreadable"> {
    const { read, used, refused, aside } = this.sums;
    const sums = { read: total(read), used: total(used), refused: total(refused), aside: total(aside) };
    return { ...sums, unreadable: this.unreadable };
  }
}

const zero = (): ExactSum => ({ whole: 0, parts: 0 });
