import { expect } from "vitest";
import type { PlainNumbers } from "../../src/model/frame/part.js";

/** Algebra done twice agrees to 1e-9 relative; sums that cancel are compared with a hundredth. */
export const isSame = (left: number, right: number, relative = 1e-9): boolean =>
  Object.is(left, right) || Math.abs(left - right) <= relative * Math.max(Math.abs(left), Math.abs(right), 0.01);

/** Says what differs: name, what was found, what was expected. */
export function expectSame(found: number, expected: number, what: string, relative = 1e-9): void {
  if (!isSame(found, expected, relative)) expect.fail(`${what}: found ${found}, expected ${expected}`);
}

export function expectView(found: PlainNumbers, expected: PlainNumbers, what: string): void {
  for (const [name, value] of Object.entries(expected)) expectSame(found[name], value, `${what} ${name}`);
}
