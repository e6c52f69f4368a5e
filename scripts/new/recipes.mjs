// What it takes to add each kind of part: files in the order they are edited. `npm run new` makes the first ones, tests hold the others, and
// the table in CONTRIBUTING.md is made from this list, so that none can say what the others do not.

/** Made by `npm run new`, by hand, or by a command; `test/parts/complete.test.ts` names the file as long as it lacks something. */
const byNew = (path, say) => ({ path, say, by: "new", isHeld: true });
const byHand = (path, say) => ({ path, say, by: "hand", isHeld: true });
const byCommand = (path, by, say) => ({ path, say, by, isHeld: true });

/** Complete as `npm run new` leaves it, or needed by some parts only. */
const list = (path, say = "its place in the list") => ({ path, say, by: "new", isHeld: false });
const ifAny = (path, say) => ({ path, say, by: "hand", isHeld: false });

const docs = (path, say = "what the part says of itself") => byCommand(path, "npm run docs", say);
const shipped = byHand(
  "test/parts/not-shipped.ts",
  "a reason, or use it in a scenario of `scenarios/` (a template, say)",
);
const everything = (what) => byHand("test/oracle/everything.ts", `a design that uses ${what}`);

/**
 * `{name}` stands for the name in kebab-case, `{Folder}` for the folder written before it. `index` is the list the part stands in;
 * `folders` says which folders there are to choose from, where a kind has several.
 */
export const recipes = {
  reward: {
    example: "sabbatical",
    files: [
      byNew(
        "src/model/rewards/{name}.ts",
        "if it is an award, seven lines as in `holiday.ts`; else `settings`; `pack` (settings → amount, curve, numbers); `worth` and `worthFormula` (EUR per unit of payout to the manager); `settle` (what a close pays, costs and leaves for later); `exact`, or real people cannot be paid it",
      ),
      list("src/model/rewards/index.ts"),
      byHand("test/oracle/rewards.ts", "its rules once more, from the method: `withDesign`, `worthOf`, `settle`"),
      everything("it"),
      ifAny(
        "test/payout/no-inert-part.test.ts",
        "two values that pay differently of a setting no other part of its kind has",
      ),
      ifAny("docs/method/15-pay-and-the-close.md", "its row of the table of worths"),
      shipped,
      docs("docs/parts.md"),
    ],
  },
  curve: {
    example: "plateau",
    files: [
      byNew(
        "src/model/curves/{name}.ts",
        "`settings`; `form` (jumps and kinks; it never falls as the score rises and is never below zero); `formula` (payout read off the settings); `check` for settings that contradict each other",
      ),
      list("src/model/curves/index.ts"),
      byHand("test/parts/curve-settings.ts", "settings of it, drawn at random: every law of curves is then held"),
      ifAny(
        "test/payout/no-inert-part.test.ts",
        "two values that pay differently of a setting no other part of its kind has",
      ),
      ifAny("docs/method/08-payout-curves.md", "its row of the table"),
      shipped,
      docs("docs/parts.md"),
    ],
  },
  linkage: {
    example: "floor",
    files: [
      byNew(
        "src/model/linkages/{name}.ts",
        "`settings`; `rows` (factor × curve); `formula` (payout read off the settings); `words` (a clause)",
      ),
      list("src/model/linkages/index.ts"),
      byHand("test/oracle/linked.ts", "a design that uses it"),
      byHand(
        "test/payout/no-inert-part.test.ts",
        "a reward with it and without, and two values of each of its settings",
      ),
      shipped,
      docs("docs/parts.md"),
    ],
  },
  measure: {
    example: "response-time",
    folders: ["work", ""],
    files: [
      byNew(
        "src/model/measures/{name}.ts",
        "what, how, who, when; `sampling`, `scale`, `judged`, `rebased`, `monitoring`; `gradient`, `growth` and `luck`, which are what managers foresee; `kernel` and `formula`; laws. Readings of activity, of states, of surveys and of levels need only their own lines",
      ),
      list("src/model/measures/index.ts"),
      byHand("test/oracle/measures.ts", "its row of the table of measures, and how it is read"),
      everything("it"),
      shipped,
      docs("docs/parts.md"),
    ],
  },
  activity: {
    example: "tender-work",
    files: [
      byNew("src/model/activities/{name}.ts", "its numbers"),
      list("src/model/activities/index.ts", "its place in the list; in `defaultActivities` only if every KAM does it"),
      everything("it"),
      shipped,
      docs("docs/parts.md"),
    ],
  },
  outcome: {
    example: "pay/pay-swing",
    folders: ["accounts", "pay", "people"],
    files: [
      byNew(
        "src/model/outcomes/{name}.ts",
        "unit, per what, direction; `add` (each month), `finish` (at the horizon). Money that suffers from lost accounts names its `control`",
      ),
      list("src/model/outcomes/index.ts", "its place in the list; last, unless something reads it by place"),
      byHand("test/oracle/outcomes.ts", "its rule once more, from the method"),
      byHand("docs/method/17-outcomes.md", "its row of the table"),
      docs("docs/parts.md"),
    ],
  },
  response: {
    example: "imitation",
    files: [
      byNew(
        "src/model/responses/{name}.ts",
        "`kernel`: set `gain` and let effort be chosen, or set `effort`; always set `genuine`",
      ),
      list("src/model/responses/index.ts", "its place in the list, before the yardstick"),
      byHand("test/oracle/responses.ts", "its rule once more, from the method"),
      byHand("docs/method/12-how-managers-react.md", "a paragraph that names it"),
      docs("docs/parts.md"),
    ],
  },
  assumption: {
    example: "coaching src/model/people/learning.ts",
    files: [
      byNew("{file}", "an entry in `assumptions` of the part that uses it; read it in the kernel and in the formula"),
      byHand("test/oracle", "the rule that reads it, once more"),
      byHand("docs/method", "the equation that reads it; if it has a source, its row of the table of evidence, too"),
      docs("docs/parts.md"),
    ],
  },
  chart: {
    example: "comparison/pay-gap",
    folders: ["comparison", "people", "plans", "tables"],
    files: [
      byNew(
        "src/charts/{name}.ts",
        "`takes` (src/charts/definition/inputs.ts); `draw`: a title that says the finding, a subtitle with units, columns, rows, a panel",
      ),
      list("src/charts/registry.ts"),
      ifAny("src/charts/options.ts", "its options, where it has any of its own"),
      byNew("test/charts/{base}.test.ts", "a test worked by hand"),
      byHand("src/docs-pages/gallery.ts", "an example"),
      byCommand("docs/gallery.md", "npm run docs:all", "its picture"),
    ],
  },
  "health check": {
    example: "notice",
    files: [
      byNew("src/plan-checks/health/checks/{name}.ts", "`rule`, `sources`, `limits`; `read` (design → number)"),
      list("src/plan-checks/health/checks/index.ts"),
      byNew("test/plan-checks/{base}.test.ts", "a design worked by hand that passes and one that is warned of"),
      docs("docs/health.md"),
    ],
  },
  "lint rule": {
    example: "kinks",
    files: [
      byNew("src/plan-checks/lint/rules/{name}.ts", "`rule`, `sources`, `limit`; `measure` (curve → places)"),
      list("src/plan-checks/lint/rules/index.ts"),
      byNew("test/plan-checks/{base}.test.ts", "a curve worked by hand that passes and one that is warned of"),
      docs("docs/health.md"),
    ],
  },
  "table kind": {
    example: "absences",
    files: [
      byNew("src/employee-data/import/{name}.ts", "columns and what each reads as; what a row makes, or why it waits"),
      byNew("src/employee-data/read-people.ts", "its place in the list and the names; by hand: where it is read"),
      byHand("src/employee-data/data.ts", "the shape of what a row makes, in `PeopleData`"),
      byHand("src/employee-data/import/words/english.ts", "headers, here and in the other languages"),
      byHand("src/cli/commands/tables.ts", "the option that takes its file"),
      byNew("test/tables/{base}.test.ts", "a table read by hand, row by row"),
      byHand("docs/tables.md", "what its columns are"),
    ],
  },
  command: {
    example: "payslips",
    files: [
      byNew("src/cli/commands/{name}.ts", "arguments, options, examples; the work"),
      byNew("src/cli/commands/index.ts", "its place in the list and its summary"),
      byNew("test/node/{base}.test.ts", "what it prints and writes, and what it refuses"),
      docs("docs/reference/command-line.md", "its section"),
    ],
  },
  verb: {
    example: "results/pay-gap",
    folders: ["results", "simulation", "plan-checks", "payout", "backtest", "report"],
    files: [
      byNew("src/{name}.ts", "what it takes and gives, with an `@example`; the shapes beside it"),
      list("src/{folder}/index.ts", "its export and its types"),
      byNew("test/{name}.test.ts", "a case worked by hand"),
      docs("docs/reference/surface.md", "its line among what can be imported"),
    ],
  },
  "validation row": {
    example: "annuity",
    files: [
      byNew("src/validation/{name}.ts", "the published result, ours beside it, and why they may differ by so much"),
      list("src/validation/validate.ts"),
      byCommand("docs/validation.md", "npm run docs:all", "its rows"),
    ],
  },
  notebook: {
    example: "who-leaves",
    files: [
      byNew("notebooks/src/{number}-{name}.ts", "one question: cells of text and of code"),
      byCommand("notebooks/{number}-{name}.ipynb", "npm run notebooks", "the notebook, run"),
    ],
  },
};

/** The recipes of CONTRIBUTING.md. */
export function recipesText() {
  const all = Object.entries(recipes).map(([kind, { example, files }]) => {
    const steps = files.map(({ path, say, by }, k) => {
      const how = by === "new" ? "✚ " : by === "hand" ? "" : `\`${by}\` → `;
      return `${k + 1}. ${how}\`${path}\`: ${say}`;
    });
    return [
      `### ${kind[0].toUpperCase()}${kind.slice(1)}: \`npm run new -- ${kind.replace(" ", "-")} ${example}\``,
      "",
      ...steps,
    ].join("\n");
  });
  return all.join("\n\n");
}
