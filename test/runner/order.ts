import { BaseSequencer, type TestSpecification } from "vitest/node";
import { budgetOf } from "./budgets.js";

/** Projects in the order they are started: those of one long file first, so that nothing long is left to the end. */
const projects = ["notebooks", "node", "slow", "fast", "architecture"];

/** Long files first, so that no processor waits for another at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification): number => projects.indexOf(project.name);
    const budget = ({ moduleId, project }: TestSpecification): number => budgetOf(moduleId, project.name);
    const bySize = await super.sort(files);
    return bySize.sort((a, b) => place(a) - place(b) || budget(b) - budget(a));
  }
}
