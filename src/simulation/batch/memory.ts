import { refuse } from "../../foundation/text/problem.js";
import type { Program } from "../world/program.js";
import { outcomesFor } from "./batch.js";

/** GB. Memory that results may take. */
export const mostMemory = 8;

/** GB. What the results of so many worlds take. */
export const runMemory = (worlds: number, program: Program): number =>
  (worlds * program.designs.length * outcomesFor(program).length * 3 * 8) / 1e9;

/** Throws a Problem unless this is a number of worlds whose results fit in memory. */
export function checkWorlds(replications: number, program: Program): void {
  if (!Number.isInteger(replications) || replications < 1) {
    refuse("replications", `${replications} is not a number of worlds`, "ask for a whole number such as 1000");
  }
  const need = runMemory(replications, program);
  if (need > mostMemory)
    refuse(
      "replications",
      `${replications} worlds would need about ${Math.ceil(need)} GB for results`,
      "ask for fewer worlds",
    );
}
