import type { Interval } from "../foundation/maths/summary.js";
import type { Unit } from "../foundation/values/quantity.js";
import { healthChecks } from "../plan-checks/health/checks/index.js";
import { lintRules } from "../plan-checks/lint/rules/index.js";
import { littleLuck } from "../plan-checks/step-only-curves.js";
import { checkText } from "../wording/checked.js";
import { reference } from "./references.js";

const rowsOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`).join("\n");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rowsOf([head, head.map(() => "---"), ...rows]);

const rangeText = ({ low, high }: Interval, unit: Unit): string =>
  low === high ? checkText(low, unit) : `${checkText(low, unit)} to ${checkText(high, unit)}`;

const sourcesText = (sources: readonly string[]): string => sources.map(reference).join("; ");

const needsText = { scenario: "the scenario alone", run: "a run", observations: "observations" } as const;

const intro = `Rules of thumb the trade judges a plan by. They are not laws: a warning asks for a reason, not for obedience. Every row carries its
number, the limits, where on the plan it was read, and an interval. A number passes when its whole interval lies within the limits, warns
when all of it lies beyond one, and *cannot tell* when it crosses one: more worlds narrow the interval. Numbers the plan itself gives are
exact; pay mix carries the 5th to 95th percentile of what salary and revenue are assumed to be; all others carry 95 % of Monte Carlo error, worlds being
the independent draws. Sources marked *house rule* are ours: change them where you know better.

\`\`\`ts
health(scenario);                       // what the plan says: measures, weights, pay mix, leverage
health(await simulate(scenario));       // and who reaches threshold, target, cap
health(await observe(run));             // and everything else
lint(scenario); lint(await observe(run)); lintCurve(form, { attainment: [0.9, 1, 1.1] });
\`\`\`

\`rewardlab health scenarios/x.yaml\` does all of it, with \`--quick\` only what needs no simulation. Exit codes: 0 no warning, 1 warnings, 2 bad input.`;

const lintIntro = `Each rule looks at one curve, in shares of the amount at target, so that neither currency nor size matters. A finding names the place from
where to where, its number and the limit; numbers above the limit warn. Where the scores people reach are known, *within reach* is P5 to P95 of them;
else from the first to the last place of the curve. Moving results across a close is tried with 5 % of target, into a next period expected at the
median score (target where nothing is known). What of over-performance is built into the next target, and the margin of a point, are the scenario's most
likely values; margin is known only where a card holds revenue or margin and the reward is cash.

\`compare\` itself says where a design pays by steps alone on a score that luck moves by less than ${100 * littleLuck} points (SD, from the start of a
period to its close, every assumption at its median; a house rule): what it finds then hinges on where the steps lie.`;

/** The page of all health checks and lint rules: made from the registries, by `npm run docs`. */
export function healthPage(): string {
  return `${[
    "# Health checks and curve linter",
    "Made from the checks themselves by `npm run docs`; a test holds it up to date.",
    intro,
    `## Health checks\n\n${table(
      ["check", "number", "rule", "limits", "aim", "needs", "sources"],
      healthChecks.map(({ name, quantity, rule, limits, aim, unit, needs, sources }) => [
        name,
        quantity,
        rule,
        rangeText(limits, unit),
        aim === undefined ? "" : rangeText(aim, unit),
        needsText[needs],
        sourcesText(sources),
      ]),
    )}`,
    "Where designs are scaled to equal cost, pay mix needs a run too: only then are the amounts known. A run alone counts closes at the cap; excellence below the cap needs observations.",
    `## Curve linter\n\n${lintIntro}\n\n${table(
      ["rule", "number", "in words", "limit", "sources"],
      lintRules.map(({ name, quantity, rule, limit, unit, sources }) => [
        name,
        quantity,
        rule,
        checkText(limit, unit),
        sourcesText(sources),
      ]),
    )}`,
  ].join("\n\n")}\n`;
}
