import type { Estimate } from "../../foundation/maths/summary.js";
import { list, type Piece, paragraph, table } from "../../foundation/text/sheet.js";
import { joinWords } from "../../foundation/text/text.js";
import type { HeldName } from "../../model/outcomes/held.js";
import type { Headline } from "../../results/headline.js";
import { farOff, type PlanMade } from "../../results/plans-made.js";
import { columnsOf } from "../../wording/columns.js";
import { equalFor, equalityIn } from "../../wording/equal-words.js";
import { estimateText, halfWidth, nameText, percent, placesFor, plusMinus, valueText } from "../../wording/numbers.js";

/** What was done to each design to make it equal, what it missed in the run, and what could not be met. */
export function equalPieces({ plans, unmet, comparison }: Headline): Piece[] {
  const { currency } = comparison.about;
  const equal = equalityIn(comparison.about);
  if (equal === undefined) return [paragraph("Designs were not held at equal cost: the scenario has no `hold`.")];
  const own = plans.filter(({ design }) =>
    comparison.rows.some((one) => one.design === design && one.role === "design"),
  );
  const missed = unmet.map((one) => `"${nameText(one.design)}" under ${one.response}: ${one.remark}`);
  return [
    paragraph(equalFor[equal]),
    plansTable(own, currency, equal),
    paragraph(
      `Results are corrected for what each plan missed in the run, in a straight line: at the factor and the points shown every design ${met[equal]} and is as hard as asked. The ± of every result holds the error of the plan.`,
    ),
    ...(missed.length === 0
      ? [paragraph("Every design could be made equal.")]
      : [paragraph("Could not be made equal:"), list(missed)]),
    ...farPieces(own, currency),
  ];
}

/** What a design does at the plan that is equal. */
const met: Readonly<Record<HeldName, string>> = {
  "reward cost": "costs what was asked",
  "expected pay": "is expected to pay what was asked",
  "certainty equivalent": "is worth to the managers what was asked",
};

/** The outcome in a column's title. */
const short = (equal: HeldName): string => (equal === "reward cost" ? "cost" : equal);

function plansTable(plans: readonly PlanMade[], currency: string, equal: HeldName): Piece {
  const { names, numbers } = columnsOf(plans);
  const each = (
    of: (plan: PlanMade) => Estimate | undefined,
    factor: number,
    unit = "",
  ): ((plan: PlanMade) => string) => {
    const known = plans.flatMap((one) => of(one) ?? []);
    const places = placesFor(
      known.map((one) => factor * halfWidth(one)),
      known.map((one) => factor * one.mean),
    );
    return (plan) => {
      const found = of(plan);
      return found === undefined ? "" : `${plusMinus(found, factor, places, unit !== "")}${unit}`;
    };
  };
  const relative = ({ amount }: PlanMade): Estimate | undefined => {
    if (amount === undefined) return undefined;
    const { asked, miss } = amount;
    const over = (value: number): number => value / asked;
    return { ...miss, mean: over(miss.mean), low: over(miss.low), high: over(miss.high) };
  };
  const factor = each((one) => one.factor, 1);
  const [first] = plans.filter(({ amount }) => amount !== undefined);
  const asked = [
    ...(first?.amount === undefined ? [] : [valueText(first.amount.asked, { dimension: "money/year" }, currency, 4)]),
    ...(first?.atTarget === undefined ? [] : [`${percent(first.atTarget.asked)} at target`]),
  ];
  return table(
    `What was done to each design to make it equal${asked.length === 0 ? "" : ` (${joinWords(asked)})`}: amounts times, targets tightened by; and by how much the plan that was run was off in these worlds`,
    [
      names("", ({ design }) => design),
      numbers("amounts ×", factor),
      numbers(
        "targets, points",
        each((one) => one.tightened, 100, " "),
      ),
      numbers(`${short(equal)} off, %`, each(relative, 100, " ")),
      numbers(
        "at target off, points",
        each((one) => one.atTarget?.miss, 100, " "),
      ),
    ],
  );
}

const mostFar = 5;

function farPieces(plans: readonly PlanMade[], currency: string): Piece[] {
  const far = farOff(plans);
  if (far.length === 0) return [];
  const words = far.slice(0, mostFar).map(({ design, amount, outcome }) => {
    const off =
      amount === undefined
        ? ""
        : ` (${short(outcome)} ${estimateText(amount.miss, { dimension: "money/year" }, currency)})`;
    return `"${nameText(design)}"${off}`;
  });
  return [
    paragraph(
      `Corrected over a long distance, so less surely than their ± says: ${joinWords(words)}. More worlds find nearer plans.`,
    ),
  ];
}
