import type { Held, RunHeader, Runs } from "../data.js";

/** Pilot worlds of those runs. */
const olderPilots = 48;

type Saved = Pick<Held, "design" | "response" | "scale" | "shift" | "isMet" | "remark"> & {
  readonly rewardCost: number;
};

/** What a plan is made equal in, saved when that was reward cost alone. */
const asCost = (plan: Held): Held => {
  if (plan.to.outcome !== undefined) return plan;
  const { rewardCost, atTarget } = plan.to as unknown as { rewardCost: number | string; atTarget: number | undefined };
  return { ...plan, to: { outcome: "reward cost", value: rewardCost, atTarget } };
};

/** Whether plans are saved as they are today. */
export const isToday = ({ held }: RunHeader): boolean =>
  held.every(({ runs, to }) => runs !== undefined && to?.outcome !== undefined);

/**
 * Plans of a run saved before plans knew what runs them and how outcomes answer: the same plans, so that worlds can be replayed; results stay
 * as they were, not corrected.
 */
export function heldAsSaved(header: RunHeader): readonly Held[] {
  return header.held.map((plan) => {
    if (plan.runs !== undefined) return asCost(plan);
    const { rewardCost, ...saved } = plan as unknown as Saved;
    const to = { outcome: "reward cost", value: rewardCost, atTarget: undefined } as const;
    const { design, response, scale, shift, isMet, remark } = saved;
    const runs = runsOf(header, saved);
    return { design, response, runs, scale, shift, to, pilots: olderPilots, slopes: [], isMet, remark };
  });
}

/** What ran a plan: a flat top-up's the first best too, that of the headline's response every response without a plan of its own. */
function runsOf(
  { designs, responses, response: main, held }: RunHeader,
  { design, response }: Pick<Held, "design" | "response">,
): Runs[] {
  if (designs.find(({ name }) => name === design)?.role === "flat top-up") {
    const best = designs.filter(({ role }) => role === "first best").map(({ name }) => name);
    return [design, ...best].map((name, k) => ({
      design: name,
      response: k === 0 ? "none" : "planner",
      columns: responses,
    }));
  }
  const own = new Set(held.filter((one) => one.design === design).map((one) => one.response));
  const others = response === main ? responses.filter((one) => !own.has(one)) : [];
  return [response, ...others].map((name) => ({ design, response: name, columns: [name] }));
}
