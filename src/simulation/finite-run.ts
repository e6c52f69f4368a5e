import { refuse } from "../foundation/text/problem.js";
import { camelToWords } from "../foundation/text/text.js";
import { firstNotFinite } from "./batch/finite.js";
import type { Run } from "./data.js";

/** The run, unless a number in it is none or infinite: then a Problem says which. `place` names the run in it. Looks at each column once. */
export function finiteRun(run: Run, place: string): Run {
  const seen = new Set<Float64Array>();
  for (const columns of [run.columns, run.draws]) {
    for (const [name, values] of columns) {
      if (!seen.has(values)) seen.add(finiteColumn(name, values, place));
    }
  }
  return run;
}

/** The column, unless a number in it is none or infinite; `name` is its name in the run. */
export function finiteColumn(name: string, values: Float64Array, place: string): Float64Array {
  const w = firstNotFinite(values);
  if (w < 0) return values;
  const [response, design, outcome] = name.split("|");
  const whose = outcome === undefined ? camelToWords(name) : `${outcome} of "${design}" under ${response}`;
  return refuse(place, `${whose} is not a finite number in world ${w}`, "simulate again and save the run anew");
}
