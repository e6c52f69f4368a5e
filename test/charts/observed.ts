import type { Observations } from "../../src/simulation/observation/data.js";
import { type TinyObserved, tinyObservations } from "../results/tiny-observations.js";

export interface TinyDesign extends TinyObserved {
  readonly title?: string;
  readonly role?: Observations["designs"][number]["role"];
}

/** Observations of several designs, the first the baseline; worlds, months and quantities are those of the first. */
export function observing(designs: Readonly<Record<string, TinyDesign>>): Observations {
  const names = Object.keys(designs);
  const [first] = Object.values(designs).map(tinyObservations);
  return {
    ...first,
    run: { ...first.run, baseline: names[0] },
    designs: names.map((name) => ({
      ...tinyObservations(designs[name]).designs[0],
      name,
      title: designs[name].title ?? name,
      role: designs[name].role ?? "design",
    })),
  };
}

/** Whole manager-years, one manager in each world and as many years as there are numbers, with this variable pay on a salary of 60,000. */
export function yearsOf(variable: readonly (readonly number[])[]): TinyObserved {
  const rows = variable.flatMap((years, w) => years.map((pay, y) => ({ w, y, pay })));
  const column = (of: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, of);
  const whole = (of: (row: (typeof rows)[number]) => number): Int32Array => Int32Array.from(rows, of);
  return {
    worlds: variable.length,
    years: {
      world: whole(({ w }) => w),
      manager: whole(() => 0),
      year: whole(({ y }) => y + 1),
      length: whole(() => 12),
      filled: whole(() => 12),
      holder: whole(() => 1),
      isWhole: Uint8Array.from(rows, () => 1),
      salary: column(() => 60_000),
      pay: column(({ pay }) => 60_000 + pay),
      variable: column(({ pay }) => pay),
      variablePaid: column(({ pay }) => pay),
      ability: column(({ w }) => 1 + w / 100),
      effort: column(() => 1),
      attainment: column(({ pay }) => pay / 10_000),
      foreseen: column(() => 1),
      luck: column(({ pay }) => pay / 10_000 - 1),
    },
  };
}
