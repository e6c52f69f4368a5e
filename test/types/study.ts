/**
 * What compiles and what does not, for whoever writes a study in TypeScript. Nothing here runs: the project's own type check reads it, and
 * the test of the package compiles it as a user's file against the published types.
 */
import {
  backtest,
  type Comparison,
  chart,
  column,
  compare,
  cross,
  defineScenario,
  edit,
  fan,
  headline,
  idealWeights,
  type OutcomeName,
  observe,
  ownReward,
  type PeopleData,
  payout,
  type RewardFile,
  type Run,
  readScenario,
  type ScenarioFile,
  simulate,
  testHypotheses,
  tornado,
  trace,
} from "../../src/index.js";

export const study = () =>
  defineScenario({
    rewardlab: 2,
    title: "A study with every section",
    question: "Does it compile?",
    status: "illustrative",
    currency: "EUR",
    horizon: "2 years",
    remainder: "close early",
    sources: { survey: "our own", paper: { title: "A paper", link: "https://example.org" } },
    team: { managers: 3, salary: { value: "72 000 EUR/year", source: "survey" }, "least effort": 0.1 },
    accounts: { "per manager": 4, "account revenue": "1 000 000 EUR/year" },
    activities: { "executive access": { normal: "20 %" }, "selling push": { note: "as usual" } },
    measures: { "customer satisfaction": { cadence: "3 months", rebased: true } },
    weights: { results: { "account revenue": "70 %", "executive access": "30 %", note: "talks" } },
    designs: {
      today: {
        period: "1 year",
        weights: "results",
        rewards: [
          {
            kind: "cash bonus",
            "at target": "20 % of base salary",
            curve: { kind: "steps", steps: [{ at: "100 %", pays: "100 %" }] },
            gate: [{ measure: "customer satisfaction", "at least": "95 %" }],
          },
          { kind: "salary increase", "at target": "1 000 EUR/year" },
        ],
      },
      patient: { like: "today", period: "2 years", weights: { "account revenue": "100 %" } },
    },
    baseline: "today",
    hold: { "reward cost": "16 000 EUR/year", "at target": "60 %" },
    assumptions: { hollow: "10 % to 30 %, most likely 20 %", "effort cost": { value: 1, note: "a guess" } },
    hypotheses: {
      patience: {
        claim: "Patience pays",
        design: "patient",
        against: "flat top-up",
        outcome: "net value",
        direction: "higher",
      },
      pushing: {
        claim: "Less push",
        design: "patient",
        against: "today",
        outcome: "effort: selling push",
        direction: "lower",
      },
    },
    payout: { rounding: "half up", spiffs: [{ title: "Club", amount: "500 EUR", "at least": "100 %" }] },
    run: { worlds: 8, response: "evidence", sampling: "latin hypercube" },
  });

/** Names of designs go with a scenario into its run and its results, and back into what is asked next. */
export async function known(): Promise<void> {
  const run = await simulate(study());
  const better = compare(run, { baseline: "patient", outcomes: ["net value", "agency loss"], response: "none" });
  compare(run, { baseline: "no reward" });
  const first = better.rows[0];
  if (first !== undefined) tornado(run, { design: first.design, response: better.response });
  const best: "today" | "patient" | "no reward" | "flat top-up" | "first best" = headline(run).best.design;
  column(run, best, "net value");
  const seen = await observe(run, { designs: ["today"] });
  fan(seen, { design: "today", quantity: "revenue" });
  await trace(study(), { design: "patient" });
  const claim = { claim: "x", against: "today", outcome: "leavers", direction: "lower" } as const;
  testHypotheses(run, [{ ...claim, design: "patient" }]);
  const rows = (one: Comparison): readonly string[] => one.rows.map((row) => row.design);
  rows(better);
  chart.differences(better, { outcome: "agency loss" });
  run.draws.get("relationFade");

  // @ts-expect-error a misspelt design
  compare(run, { baseline: "patiemt" });
  // @ts-expect-error a misspelt design
  tornado(run, { design: "patiemt" });
  // @ts-expect-error a misspelt design
  column(run, "patiemt", "net value");
  // @ts-expect-error a misspelt design
  observe(run, { designs: ["patiemt"] });
  // @ts-expect-error a misspelt design
  fan(seen, { design: "patiemt", quantity: "revenue" });
  // @ts-expect-error a misspelt design
  trace(study(), { design: "patiemt" });
  // @ts-expect-error a misspelt design
  testHypotheses(run, [{ ...claim, design: "patiemt" }]);
  // @ts-expect-error a misspelt design
  payout(study(), "patiemt", {} as PeopleData);
  // @ts-expect-error a misspelt assumption
  run.draws.get("relationFad");
}

/** Of a scenario from a file no design is known by name; outcomes, responses and measures are. */
export async function fromFile(people: PeopleData): Promise<void> {
  const scenario = await readScenario("kam.yaml");
  const run: Run = await simulate(scenario);
  compare(run, { baseline: "anything", outcomes: run.outcomes.map(({ name }) => name), response: run.response });
  for (const { name } of run.outcomes) for (const design of run.designs) column(run, design.name, name);
  payout(scenario, "anything", people);
  backtest([{ scenario, design: "anything" }], people);
  const measures = idealWeights(scenario).measures.map(({ name }) => name);
  idealWeights(scenario, { measures: measures.filter((name) => name !== "customer satisfaction") });
  idealWeights(scenario, { measures: { mine: { "account revenue": 0.5, profitability: 0.5 } } });
  simulate(cross(scenario, { period: ["1 year", "3 years"], reward: ["cash", "today"] }), { response: "none" });

  // @ts-expect-error a misspelt outcome
  compare(run, { outcomes: ["net valeu"] });
  // @ts-expect-error a misspelt response
  headline(run, { response: "nonne" });
  // @ts-expect-error a misspelt response
  simulate(scenario, { response: "look ahead" });
  // @ts-expect-error a misspelt measure
  idealWeights(scenario, { measures: ["acount revenue"] });
  // @ts-expect-error a misspelt outcome
  chart.differences(compare(run), { outcome: "net valeu" });
  // @ts-expect-error a misspelt outcome
  named("effort: seling push");
}

const named = (name: OutcomeName): OutcomeName => name;

/** Every section is there to be set; lists can be added to, and what is set is checked. */
export function edited(): void {
  edit(study(), (file) => {
    file.title = "Another";
    file.horizon = "3 years";
    file.sources.interview = "a talk";
    file.team.managers = 5;
    file.accounts.churn = "5 %/year";
    file.activities["co-creation"] = { normal: "10 %" };
    file.measures.profitability = { target: "110 %" };
    file.weights.mixed = { "account revenue": "50 %", "executive access": "50 %", source: "survey" };
    file.designs.today.period = "1 year";
    file.designs.fresh = { like: "today", rewards: [{ kind: "commission", rate: "2 %" }] };
    file.designs.today.rewards?.push(
      { kind: "recognition", "at target": "1 000 EUR/year" },
      ownReward({ kind: "sabbatical", weeks: 6 }),
    );
    file.baseline = "fresh";
    file.hold = { "reward cost": "16 000 EUR/year" };
    file.assumptions.hollow = "20 %";
    file.hypotheses = {};
    file.hypotheses.new = {
      claim: "x",
      design: "fresh",
      against: "today",
      outcome: "leavers",
      direction: "equivalent",
    };
    file.payout.rounding = "down";
    file.payout.spiffs = [{ title: "Club", amount: "500 EUR", "at least": "100 %" }];
    file.run.seed = 3;
    for (const reward of file.designs.patient.rewards ?? []) {
      if (reward.kind === "cash bonus") reward["at target"] = doubled(reward);
    }
    delete file.hold;

    // @ts-expect-error a misspelt assumption
    file.assumptions.holow = "0.2";
    // @ts-expect-error an assumption of another section
    file.assumptions.churn = "5 %/year";
    // @ts-expect-error a misspelt setting of the team
    file.team.manager = 5;
    // @ts-expect-error a misspelt activity
    file.activities.cocreation = { normal: "10 %" };
    // @ts-expect-error a misspelt measure
    file.measures.profitabilty = { target: "110 %" };
    // @ts-expect-error a misspelt measure
    file.weights.mixed = { "acount revenue": "100 %" };
    // @ts-expect-error a misspelt reward
    file.designs.fresh = { rewards: [{ kind: "comission", rate: "2 %" }] };
    // @ts-expect-error a misspelt setting of a reward
    file.designs.fresh = { rewards: [{ kind: "commission", ratte: "2 %" }] };
    // @ts-expect-error a misspelt curve
    file.designs.fresh = { rewards: [{ kind: "cash bonus", "at target": "1 EUR/year", curve: { kind: "stepps" } }] };
    // @ts-expect-error a misspelt response
    file.run.response = "look ahead";
    // @ts-expect-error a misspelt outcome
    file.hypotheses.new = { claim: "x", outcome: "leaver", direction: "lower" };
    // @ts-expect-error a misspelt section
    file.asumptions = {};
  });
}

const doubled = ({ "at target": amount }: Extract<RewardFile, { kind: "cash bonus" }>): string => `${amount}`;

/** What a file names itself is known where it is used. */
export function misspelt(): void {
  defineScenario({
    rewardlab: 2,
    title: "x",
    horizon: "1 year",
    weights: { results: { "account revenue": "100 %" } },
    designs: {
      today: {},
      patient: {
        // @ts-expect-error a misspelt design
        like: "todya",
        // @ts-expect-error a misspelt weighting
        weights: "result",
      },
    },
    // @ts-expect-error a misspelt design
    baseline: "todya",
    hypotheses: {
      one: {
        claim: "x",
        // @ts-expect-error a misspelt design
        design: "patiemt",
        against: "today",
        outcome: "leavers",
        direction: "lower",
      },
    },
  });
  // @ts-expect-error a file needs its designs
  const incomplete: ScenarioFile = { rewardlab: 2, title: "x", horizon: "1 year" };
  // @ts-expect-error a file is of this version
  const old: ScenarioFile = { ...incomplete, rewardlab: 1 };
  void old;
}
