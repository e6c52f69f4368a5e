import { responses } from "../model/responses/index.js";
import type { Scenario } from "../scenario/scenario.js";
import { unlessAborted } from "./abort.js";
import type { Held, HoldTarget } from "./equalise.js";
import type { Answer, Job, Workshop } from "./jobs.js";
import type { Program } from "./program.js";

/** Worlds on which designs are made equal, each together with its mirror image; the first of the run's own. */
export const pilotWorlds = 48;
/** Worlds on which the cost of the baseline is measured where nothing is held. */
const costWorlds = 256;

interface Plan {
  readonly scale: number;
  readonly shift: number;
}

/** At which scale and shift each design runs under each response. */
export interface Plans {
  /** The response of the headline. */
  readonly main: string;
  readonly held: readonly Held[];
  readonly of: (design: number, response: string) => Plan;
}

interface HoldOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { stage: "holding cost equal"; done: number; total: number }) => void) | undefined;
}

/**
 * Makes designs equal in expected cost and in difficulty, under each response that reacts. `none` runs the plan held
 * under the headline's response: the same plan, nobody reacting. Yardsticks cost what the designs cost.
 */
export async function equaliseAll(
  scenario: Scenario,
  program: Program,
  workshop: Workshop,
  options: HoldOptions,
): Promise<Plans> {
  const { hold, run, baseline } = scenario.checked;
  const main = run.response;
  const reacting = reactingUnder(main);
  const flat = program.designs.findIndex((one) => one.role === "flat top-up");
  const held: Held[] = [];
  const jobs: Job[] = [];
  const ask = (design: number, held: readonly string[], target: HoldTarget, scale = 1): void => {
    jobs.push({ kind: "hold", design, responses: held, target, pilots: pilotWorlds, from: { scale, shift: 0 } });
  };
  if (hold) {
    for (const [d, design] of program.designs.entries()) {
      if (design.role !== "design" || (design.cards.length === 0 && design.fixed.length === 0)) continue;
      ask(d, [main, ...reacting.filter((one) => one !== main)], hold);
    }
    ask(flat, ["none"], { rewardCost: hold.rewardCost, atTarget: undefined }, hold.rewardCost);
  }
  held.push(...(await runAll(jobs, workshop, options)));
  if (!hold) held.push(await unlessAborted(options.signal, () => flatLike(program, baseline, main, flat, workshop)));
  return plansOf(program, main, held);
}

/** Responses that have plans of their own: those that react, and the headline's. */
const reactingUnder = (main: string): readonly string[] =>
  responses.filter((one) => !one.compensates && (one.movesMotive || one.name === main)).map((one) => one.name);

/** The plans that follow from what was held: those of a run, without looking for them again. */
export function plansOf(program: Program, main: string, held: readonly Held[]): Plans {
  const reacting = reactingUnder(main);
  const flat = program.designs.find((one) => one.role === "flat top-up")?.name;
  const flatPlan = held.find((one) => one.design === flat);
  return {
    main,
    held,
    of(design, response) {
      const { name, role } = program.designs[design];
      if (role === "flat top-up" || role === "first best") return { scale: flatPlan?.scale ?? 0, shift: 0 };
      const wanted = reacting.includes(response) ? response : main;
      const found = held.find((one) => one.design === name && one.response === wanted);
      return { scale: found?.scale ?? 1, shift: found?.shift ?? 0 };
    },
  };
}

/** Without a hold the flat top-up costs what the baseline costs. */
async function flatLike(
  program: Program,
  baseline: string,
  main: string,
  flat: number,
  workshop: Workshop,
): Promise<Held> {
  const design = program.designs.findIndex((one) => one.name === baseline);
  const task = { design, response: main, scale: 1, shift: 0 };
  const answer = (await workshop.run({ kind: "batch", first: 0, count: costWorlds, tasks: [task] })) as Extract<
    Answer,
    { kind: "batch" }
  >;
  const at = answer.costIndex * costWorlds;
  const rewardCost = answer.results[0].subarray(at, at + costWorlds).reduce((sum, one) => sum + one, 0) / costWorlds;
  const job: Job = {
    kind: "hold",
    design: flat,
    responses: ["none"],
    target: { rewardCost, atTarget: undefined },
    pilots: pilotWorlds,
    from: { scale: rewardCost, shift: 0 },
  };
  if (rewardCost <= 0) {
    return {
      design: program.designs[flat].name,
      response: "none",
      scale: 0,
      shift: 0,
      rewardCost: 0,
      costError: 0,
      shareError: undefined,
      atTarget: undefined,
      isMet: true,
      remark: "",
    };
  }
  return ((await workshop.run(job)) as Extract<Answer, { kind: "hold" }>).held[0];
}

async function runAll(jobs: readonly Job[], workshop: Workshop, { signal, onProgress }: HoldOptions): Promise<Held[]> {
  const out: (readonly Held[])[] = jobs.map(() => []);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length) {
      const k = next++;
      out[k] = ((await unlessAborted(signal, () => workshop.run(jobs[k]))) as Extract<Answer, { kind: "hold" }>).held;
      onProgress?.({ stage: "holding cost equal", done: ++done, total: jobs.length });
    }
  };
  await Promise.all(Array.from({ length: workshop.size }, work));
  return out.flat();
}
