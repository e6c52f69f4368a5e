/** For `JSON.stringify`, which knows no infinity: written as `{"number": "-Infinity"}`. */
export const writeJsonNumber = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;

const infinite = /^(-?Infinity|NaN)$/;

/** For `JSON.parse`: gives such numbers back. */
export function readNumber(_: string, value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && "number" in value;
  return isObject && infinite.test(String(value.number)) ? Number(value.number) : value;
}
