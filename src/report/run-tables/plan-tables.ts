import type { Estimate } from "../../foundation/maths/summary.js";
import {
  blank,
  type DataTable,
  number,
  type Read,
  tableOf,
  textColumn,
  whole,
  yesOrNo,
} from "../../foundation/tables/data-table.js";
import { type PlanMade, plansMade } from "../../results/plans-made.js";
import type { Held, Run } from "../../simulation/data.js";

/** The plans designs were held at. */
function plansTable({ held, currency }: Run): DataTable {
  const asked = ({ to }: Held): number | undefined => (typeof to.value === "number" ? to.value : undefined);
  return tableOf("plans", "The plan each design was run at to make it equal; empty where nothing is held.", held, [
    textColumn("design", "that is held", (one) => one.design),
    textColumn("held under", "response it is held under", (one) => one.response),
    number("factor", "factor", "on all amounts of the design", (one) => one.scale),
    number("tightened", "score", "by which all targets were tightened", (one) => one.shift),
    textColumn("equal in", "outcome that is held equal", ({ to }) => to.outcome),
    blank(number("asked", `${currency} per KAM-year`, "of that outcome", asked)),
    blank(
      textColumn("as much as", "design whose amount is asked for, where none is written", ({ to }) =>
        typeof to.value === "string" ? to.value : undefined,
      ),
    ),
    blank(number("asked share", "share of closes", "at target asked for", ({ to }) => to.atTarget)),
    whole("pilots", "worlds", "the plan was found on, each with its mirror image", (one) => one.pilots),
    yesOrNo("met", "whether it could be made equal", (one) => one.isMet),
    textColumn("remark", "what was not met and by how much", (one) => one.remark),
  ]);
}

const runsOf = (held: readonly Held[]) =>
  held.flatMap((plan) => plan.runs.map((runs, at) => ({ plan, runs, slopes: plan.slopes[at], isOwn: at === 0 })));

/** Which columns of the run each plan gives. */
const planRuns = ({ held }: Run): DataTable =>
  tableOf(
    "plan_columns",
    "Which design under which response runs at which plan, and which columns of the outcomes it gives.",
    runsOf(held).flatMap((one) => one.runs.columns.map((column) => ({ ...one, column }))),
    [
      textColumn("plan of", "design that is held", ({ plan }) => plan.design),
      textColumn("held under", "response it is held under", ({ plan }) => plan.response),
      textColumn("design", "that runs at the plan", ({ runs }) => runs.design),
      textColumn("runs under", "response it runs under", ({ runs }) => runs.response),
      textColumn("response", "of the outcomes' rows it gives", ({ column }) => column),
      yesOrNo("own", "whether it is what is held", ({ isOwn }) => isOwn),
      yesOrNo(
        "corrected",
        "whether slopes are known, so that a miss is taken out",
        ({ slopes }) => slopes !== undefined,
      ),
    ],
  );

/** How expected outcomes answer to plans. */
const slopesTable = ({ held }: Run): DataTable =>
  tableOf(
    "slopes",
    "How the expectation of each outcome answers to the plan, bad luck added back, with errors.",
    runsOf(held).flatMap(({ slopes, ...one }) =>
      slopes === undefined ? [] : Object.keys(slopes.byScale).map((outcome) => ({ ...one, slopes, outcome })),
    ),
    [
      textColumn("plan of", "design that is held", ({ plan }) => plan.design),
      textColumn("held under", "response it is held under", ({ plan }) => plan.response),
      textColumn("design", "that runs at the plan", ({ runs }) => runs.design),
      textColumn("runs under", "response it runs under", ({ runs }) => runs.response),
      textColumn("outcome", "name", ({ outcome }) => outcome),
      whole("worlds", "worlds", "slopes were measured on", ({ slopes }) => slopes.worlds),
      number("by amounts", "outcome per 1 of ln(factor)", "slope", ({ slopes, outcome }) => slopes.byScale[outcome]),
      blank(
        number(
          "by targets",
          "outcome per 1 of score",
          "slope; blank where targets stay as they are",
          (one) => one.slopes.byShift[one.outcome],
        ),
      ),
      number(
        "variance amounts",
        "square of the slope's",
        "of the slope less what those of what is held explain",
        (one) => one.slopes.errors[one.outcome]?.[0] ?? 0,
      ),
      number(
        "covariance",
        "product of the slopes'",
        "of both, the same way",
        (one) => one.slopes.errors[one.outcome]?.[1] ?? 0,
      ),
      number(
        "variance targets",
        "square of the slope's",
        "the same way",
        (one) => one.slopes.errors[one.outcome]?.[2] ?? 0,
      ),
    ],
  );

type Made = PlanMade;

const estimateColumns = (
  name: string,
  unit: string,
  meaning: string,
  of: (one: Made) => Estimate | undefined,
): readonly Read<Made>[] => [
  blank(number(name, unit, meaning, (one) => of(one)?.mean)),
  blank(number(`${name}, standard error`, unit, "of it", (one) => of(one)?.standardError)),
  blank(number(`${name}, low`, unit, "lower end of its 95 % interval", (one) => of(one)?.low)),
  blank(number(`${name}, high`, unit, "upper end", (one) => of(one)?.high)),
];

/** What was done to each design, as the answer says it. */
function plansMadeTable(run: Run): DataTable {
  const { currency } = run;
  const made = run.responses.flatMap((response) => plansMade(run, { response }));
  return tableOf(
    "plans_made",
    "What was done to each design to make it equal, by response: at this it is equal.",
    made,
    [
      textColumn("design", "name", (one) => one.design),
      textColumn("response", "how managers react", (one) => one.response),
      ...estimateColumns("factor", "factor", "on all amounts at which it is equal", (one) => one.factor),
      ...estimateColumns("tightened", "score", "by which targets are tightened there", (one) => one.tightened),
      textColumn("equal in", "outcome that is held equal", (one) => one.outcome),
      ...estimateColumns(
        "amount missed",
        `${currency} per KAM-year`,
        "of that outcome, by the plan that was run",
        (one) => one.amount?.miss,
      ),
      ...estimateColumns("share missed", "share of closes", "by the plan that was run", (one) => one.atTarget?.miss),
      yesOrNo("met", "whether it could be made equal", (one) => one.isMet),
      textColumn("remark", "what was not met", (one) => one.remark),
    ],
  );
}

/** What was done to make designs equal. */
export const planTables = (run: Run): readonly DataTable[] => [
  plansTable(run),
  planRuns(run),
  slopesTable(run),
  plansMadeTable(run),
];
