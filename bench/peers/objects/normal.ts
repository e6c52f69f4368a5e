/** Distribution and density of the standard normal at one place. */
export interface Normal {
  readonly cdf: number;
  readonly density: number;
}

/** Beyond this the model takes the distribution for 0 or 1. */
const reach = 8.5;
const above = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const below = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, c) => sum * x + c);

/** Both at once, since both need the exponential: Hart (1968) as given by West (2005), about 15 digits. */
export function normal(z: number): Normal {
  if (z >= reach) return { cdf: 1, density: 0 };
  if (z <= -reach) return { cdf: 0, density: 0 };
  const x = Math.abs(z);
  const bell = Math.exp(-0.5 * x * x);
  const tail =
    x < 7.07106781186547
      ? (bell * polynomial(above, x)) / polynomial(below, x)
      : bell / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / 2.506628274631;
  return { cdf: z > 0 ? 1 - tail : tail, density: bell / 2.5066282746310002 };
}
