import type { AccountYear } from "../employee-data/data.js";
import { sum } from "../foundation/maths/summary.js";

/** What the accounts of one person answered in one year. */
export interface SurveyYear {
  readonly person: string;
  readonly year: number;
  /** accounts that answered. Those lost in the year are left out: simulated ones have no answer either. */
  readonly answers: number;
  /** index. Mean of their answers; 1 is normal. */
  readonly satisfaction: number;
}

/** Answers by person and year, of accounts held to the end of the year. */
export function surveysOf(accounts: readonly AccountYear[]): SurveyYear[] {
  const found = new Map<string, { readonly person: string; readonly year: number; readonly answers: number[] }>();
  for (const { person, year, satisfaction, isLost } of accounts) {
    if (satisfaction === undefined || isLost) continue;
    const key = `${year} ${person}`;
    const one = found.get(key) ?? { person, year, answers: [] };
    one.answers.push(satisfaction);
    found.set(key, one);
  }
  return [...found.values()].map(({ person, year, answers }) => ({
    ...{ person, year, answers: answers.length },
    satisfaction: sum(answers) / answers.length,
  }));
}
