import Big from "big.js";

/** What a decimal is reckoned with. */
type Operand = Decimal | number | string;

/** A decimal number. Sums, differences and products are exact; quotients carry 40 decimals. Said here, so that who uses it needs no types of ours. */
export interface Decimal {
  plus(other: Operand): Decimal;
  minus(other: Operand): Decimal;
  times(other: Operand): Decimal;
  div(other: Operand): Decimal;
  abs(): Decimal;
  /** To so many decimals; 0 drops the digits after, 1 rounds halves up, 2 to the even digit. */
  round(decimals?: number, mode?: 0 | 1 | 2): Decimal;
  cmp(other: Operand): -1 | 0 | 1;
  eq(other: Operand): boolean;
  gt(other: Operand): boolean;
  gte(other: Operand): boolean;
  lt(other: Operand): boolean;
  lte(other: Operand): boolean;
  toNumber(): number;
  toFixed(decimals?: number): string;
  toString(): string;
}

/** How a digit too many is dropped. Halves go away from zero ("half up"), to the even digit ("half even"); "down" goes towards zero. */
export type Rounding = "half up" | "half even" | "down";

export const roundings = ["half up", "half even", "down"] as const satisfies readonly Rounding[];

const modes = { down: 0, "half up": 1, "half even": 2 } as const satisfies Record<Rounding, 0 | 1 | 2>;

/**
 * A kind of decimals of our own, so that nobody else's settings of the package reach it. 40 decimals: a quotient of numbers of up to
 * 15 digits that is no tie lies further than that from one.
 */
const Exact = Object.assign(Big(), { DP: 40, RM: 1, NE: -1_000, PE: 1_000 });

/** The decimal a finite number or its text stands for: 0.1 is one tenth, as it is written, not the binary number beside it. */
export const decimal = (value: number | string | Decimal): Decimal => new Exact(value as Big) as unknown as Decimal;

export const zero: Decimal = decimal(0);
export const one: Decimal = decimal(1);

/** Rounded to so many decimals. */
export const roundTo = (value: Decimal, decimals: number, rounding: Rounding = "half up"): Decimal =>
  value.round(decimals, modes[rounding]);

export const sumOfDecimals = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, value) => sum.plus(value), zero);

export const lower = (left: Decimal, right: Decimal): Decimal => (left.lt(right) ? left : right);
export const higher = (left: Decimal, right: Decimal): Decimal => (left.gt(right) ? left : right);

/** `12,078.50`: commas between groups of three, at least so many decimals and as many more as the number has. */
export function decimalText(value: Decimal, decimals = 0): string {
  const [whole = "0", parts = ""] = value.abs().toFixed().split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const digits = parts.padEnd(decimals, "0");
  return `${value.lt(0) ? "−" : ""}${grouped}${digits === "" ? "" : `.${digits}`}`;
}

/** `99.3257 %`: every digit the number has. */
export const exactShareText = (value: Decimal): string => `${decimalText(value.times(100))} %`;
