import type { Scenario } from "../../scenario/scenario.js";
import { worker } from "../../simulation/jobs.js";
import type { Program } from "../../simulation/world/program.js";

/** How large and how hard each design is made, by name. */
export type PlansByDesign = Readonly<Record<string, { readonly scale: number; readonly shift: number }>>;

/** Pilot worlds on which designs are held equal here unless given; a run has as many as its size asks for. */
export const usualPilots = 48;

/** Scale and shift of designs under look-ahead, held equal as a run holds them; as written where the scenario holds nothing. */
export function heldPlans(
  scenario: Scenario,
  program: Program,
  designs: readonly number[],
  pilots = usualPilots,
): PlansByDesign {
  const { hold } = scenario.checked;
  const work = worker(program);
  const plans: Record<string, { scale: number; shift: number }> = {};
  for (const design of designs) {
    const { name } = program.designs[design];
    plans[name] = { scale: 1, shift: 0 };
    if (!hold) continue;
    const from = { scale: 1, shift: 0 };
    const answer = work({
      kind: "hold",
      design,
      searches: [[{ design: name, response: "look-ahead", columns: ["look-ahead"] }]],
      target: hold,
      pilots,
      from,
    });
    if (answer.kind === "hold") plans[name] = { scale: answer.held[0].scale, shift: answer.held[0].shift };
  }
  return plans;
}
