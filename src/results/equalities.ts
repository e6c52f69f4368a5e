import { type Estimate, estimate } from "../foundation/maths/summary.js";
import { refuse } from "../foundation/text/problem.js";
import { type HeldName, heldNames } from "../model/outcomes/held.js";
import { edit, type Scenario } from "../scenario/scenario.js";
import type { AnyOutcomeName, ResponseName } from "../scenario/schema/file-types.js";
import type { Run, RunDesign } from "../simulation/data.js";

import { aboutOf, type RunAbout } from "./basis/about.js";
import { headlineOutcome, knownResponse } from "./basis/outcome-columns.js";
import { compare } from "./compare.js";
import { plansMade } from "./plans-made.js";
import type { Verdict } from "./statistics/verdict.js";

/** One design where all are equal in one outcome. */
export interface EqualityRow {
  readonly design: string;
  readonly title: string;
  readonly role: RunDesign["role"];
  /** Factor on its amounts; of a flat top-up the amount itself, money per KAM-year. Undefined for what is run as it is. */
  readonly factor: Estimate | undefined;
  /** By outcome, money per KAM-year; net value per KAM over the horizon. */
  readonly means: Readonly<Record<(typeof equalityOutcomes)[number], Estimate>>;
  /** Net value less the baseline's, equal in the same; undefined for the baseline. */
  readonly difference: Estimate | undefined;
  readonly verdict: Verdict | undefined;
  /** What could not be met and by how much; empty where all is met. */
  readonly remark: string;
}

/** All designs equal in one outcome: for the firm, or for its managers. */
export interface EqualityView {
  readonly equalIn: HeldName;
  /** Money per KAM-year. How much of it every design has. */
  readonly value: number;
  readonly rows: readonly EqualityRow[];
}

/** The same designs, made equal in one outcome after another. */
export interface Equalities {
  readonly about: RunAbout;
  readonly baseline: string;
  readonly response: ResponseName;
  readonly views: readonly EqualityView[];
}

export const equalityOutcomes = [...heldNames, "risk premium", headlineOutcome] as const satisfies AnyOutcomeName[];

/** What designs of a scenario are made equal in; refuses one that holds nothing. */
export function heldIn({ checked, fileName }: Scenario): HeldName {
  return (
    checked.hold?.outcome ??
    refuse(
      `${fileName} hold`,
      "missing: kinds of equality are compared from the one the file asks for",
      "add hold: { reward cost: 18 000 EUR/year }",
    )
  );
}

/**
 * The scenario with its designs equal in another outcome, at what the baseline comes to in a run of it: of all ways to be equal those that have
 * the baseline in common. Throws a Problem where the baseline comes to less than 1 of it a year.
 */
export function equalInstead(scenario: Scenario, run: Run, equalIn: HeldName): Scenario {
  if (heldIn(scenario) === equalIn) return scenario;
  const { mean } = meansOf(run, equalIn).find(({ design }) => design === run.baseline)?.mean ?? estimate([0]);
  if (mean < 1)
    refuse(
      `equal in ${equalIn}`,
      `the baseline "${run.baseline}" comes to ${Number(mean.toPrecision(4))} ${run.currency} a year, and amounts cannot be scaled to that`,
      "choose a baseline that is worth something to its managers",
    );
  return edit(scenario, (file) => {
    const { "reward cost": _cost, "expected pay": _pay, "certainty equivalent": _certain, ...rest } = file.hold ?? {};
    const note = `as much as the baseline has at equal ${heldIn(scenario)}`;
    file.hold = { ...rest, [equalIn]: { value: `${Number(mean.toPrecision(8))} ${run.currency}/year`, note } };
  });
}

const meansOf = (run: Run, outcome: AnyOutcomeName) => compare(run, { outcomes: [outcome] }).rows;

/** Runs of one scenario whose designs are equal in different outcomes, side by side. */
export function equalities(runs: readonly Run[], options: { readonly response?: ResponseName } = {}): Equalities {
  const [first] = runs;
  if (first === undefined) refuse("equalities", "no run was given", "give runs of equalInstead, one for each equality");
  const response = knownResponse(first, options.response);
  return {
    about: aboutOf(first),
    baseline: first.baseline,
    response,
    views: runs.map((run) => viewOf(run, response)),
  };
}

function viewOf(run: Run, response: ResponseName): EqualityView {
  const { to } =
    run.held.find(({ design, to }) => typeof to.value === "number" && design !== "flat top-up") ??
    refuse("equalities", `"${run.title}" holds nothing equal`, "give runs whose scenarios have a hold");
  const plans = plansMade(run, { response });
  const { rows } = compare(run, { outcomes: equalityOutcomes, response });
  const at = (design: string, outcome: string) =>
    rows.find((one) => one.design === design && one.outcome === outcome) ??
    refuse("equalities", `"${outcome}" is not in this run`, "simulate the scenario again");
  return {
    equalIn: to.outcome,
    value: to.value as number,
    rows: run.designs.map(({ name, title, role }) => {
      const { difference, verdict } = at(name, headlineOutcome);
      const plan = plans.find(({ design }) => design === name);
      const means = Object.fromEntries(equalityOutcomes.map((outcome) => [outcome, at(name, outcome).mean]));
      return {
        ...{ design: name, title, role, factor: plan?.factor, means: means as EqualityRow["means"] },
        ...{ difference: name === run.baseline ? undefined : difference, verdict, remark: plan?.remark ?? "" },
      };
    }),
  };
}
