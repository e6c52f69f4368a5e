/**
 * The nearest values that never fall (never rise), in least squares: pools neighbours that break the order (Ayer et al. 1955). Weights are
 * equal; the values stay as they are.
 */
export function isotonic(values: readonly number[], direction: "rising" | "falling"): number[] {
  const sign = direction === "rising" ? 1 : -1;
  const pools: { mean: number; size: number }[] = [];
  for (const value of values) {
    pools.push({ mean: sign * value, size: 1 });
    while (pools.length > 1 && pools[pools.length - 2].mean > pools[pools.length - 1].mean) {
      const last = pools.pop() as { mean: number; size: number };
      const before = pools[pools.length - 1];
      before.mean = (before.mean * before.size + last.mean * last.size) / (before.size + last.size);
      before.size += last.size;
    }
  }
  return pools.flatMap(({ mean, size }) => new Array<number>(size).fill(sign * mean));
}

/**
 * Where a monotone curve through the points first passes zero, by linear interpolation; undefined when its ends are not on opposite
 * sides of zero. `at` rises.
 */
export function crossing(at: readonly number[], values: readonly number[]): number | undefined {
  for (let k = 1; k < values.length; k++) {
    const [before, after] = [values[k - 1], values[k]];
    if (before === 0 || Math.sign(before) === Math.sign(after)) continue;
    if (after === 0 && !values.slice(k).some((one) => Math.sign(one) === -Math.sign(before))) continue;
    return at[k - 1] + ((at[k] - at[k - 1]) * before) / (before - after);
  }
  return undefined;
}
