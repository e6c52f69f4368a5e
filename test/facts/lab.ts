import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Estimate, estimate } from "../../src/foundation/maths/summary.js";
import { edit, parseScenario, type Scenario } from "../../src/scenario/scenario.js";
import { drawBatch, type MonthObserver, outcomesFor, runTask } from "../../src/simulation/batch/batch.js";
import { compile } from "../../src/simulation/compile.js";
import type { DesignPlan, Program } from "../../src/simulation/world/program.js";

const path = join(import.meta.dirname, "..", "..", "scenarios", "kam-flagship.yaml");
const flagship = parseScenario(readFileSync(path, "utf8"), { name: path });

export interface Setting {
  readonly designs: Readonly<Record<string, unknown>>;
  /** Assumptions set to something else than the flagship's, by their names in words. */
  readonly assumptions?: Readonly<Record<string, string | number>>;
  readonly accounts?: Readonly<Record<string, string | number>>;
  readonly managers?: number;
  readonly horizon?: string;
}

/** The flagship with other designs, nothing held equal, fewer people and years. */
export const reduced = ({ designs, assumptions, accounts, managers, horizon }: Setting): Scenario =>
  edit(flagship, (file) => {
    file.designs = structuredClone(designs) as typeof file.designs;
    file.baseline = Object.keys(designs)[0];
    file.horizon = horizon ?? "3 years";
    file.team = { ...file.team, managers: managers ?? 2 };
    file.accounts = { ...file.accounts, ...accounts };
    file.assumptions = { ...assumptions };
    delete file.hold;
    file.hypotheses = {};
  });

/** One number per world: an outcome of a design, with the luck of known mean taken out. */
export type Results = (design: string, outcome: string) => Float64Array;

const worldsPerBatch = 64;

interface PlayOptions {
  readonly worlds?: number;
  readonly response?: string;
  /** score. Tightening of every card. */
  readonly shift?: number;
}

/** Plays every design of a setting in the same worlds, at the size in the file. Deterministic. */
export function play(
  setting: Setting,
  { worlds = 256, response = "look-ahead", shift = 0 }: PlayOptions = {},
): Results {
  const program: Program = compile(reduced(setting));
  const outcomes = outcomesFor(program);
  const own = program.designs.flatMap((design: DesignPlan, d) =>
    design.role === "design" || design.role === "no reward" ? [{ d, name: design.name }] : [],
  );
  const columns = new Map<string, Float64Array>();
  for (const { name } of own) for (const one of outcomes) columns.set(`${name}|${one.name}`, new Float64Array(worlds));
  for (let first = 0; first < worlds; first += worldsPerBatch) {
    const count = Math.min(worldsPerBatch, worlds - first);
    const batchInputs = drawBatch(program, first, count);
    for (const { d, name } of own) {
      const values = runTask(batchInputs, { design: d, response, scale: 1, shift }, outcomes);
      for (const [o, one] of outcomes.entries()) {
        columns.get(`${name}|${one.name}`)?.set(values.subarray(o * count, (o + 1) * count), first);
      }
    }
  }
  const column: Results = (design, outcome) => {
    const found = columns.get(`${design}|${outcome}`);
    if (found === undefined) throw new Error(`no ${outcome} of ${design}`);
    return found;
  };
  return (design, outcome) => {
    const control = outcomes.find((one) => one.name === outcome)?.control;
    const values = column(design, outcome);
    return control === undefined ? values : values.map((value, w) => value + column(design, control)[w]);
  };
}

/** Plays one design of a setting and shows every month of every batch of worlds, as the engine has it. */
export function watch(
  setting: Setting,
  design: string,
  observer: MonthObserver,
  { worlds = 256, response = "look-ahead" }: PlayOptions = {},
): void {
  const program = compile(reduced(setting));
  const d = program.designs.findIndex((one) => one.name === design);
  for (let first = 0; first < worlds; first += worldsPerBatch) {
    const batchInputs = drawBatch(program, first, Math.min(worldsPerBatch, worlds - first));
    runTask(batchInputs, { design: d, response, scale: 1, shift: 0 }, [], observer);
  }
}

/** Paired difference: mean, interval, standard error. */
export const difference = (a: Float64Array, b: Float64Array): Estimate => estimate(a.map((value, w) => value - b[w]));

/** Standard errors by which a mean is off zero; 0 where it is exactly zero. */
export const errorsOff = ({ mean, standardError }: Estimate): number => (mean === 0 ? 0 : mean / standardError);
