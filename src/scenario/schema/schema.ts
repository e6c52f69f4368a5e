import { z } from "zod";
import type { Distribution } from "../../foundation/maths/distribution.js";
import { camelToWords } from "../../foundation/text/text.js";
import { numberField, rangeField, sourced } from "../../foundation/values/field.js";
import type { Unit } from "../../foundation/values/quantity.js";
import { currencyOf } from "../../foundation/values/unit-words.js";
import { activities } from "../../model/activities/index.js";
import { assumptions, shareAndAmount } from "../../model/assumptions.js";
import { usualDifference } from "../../model/frame/firm.js";
import { exampleMeasures } from "../../model/measures/examples.js";
import { responses } from "../../model/responses/index.js";
import { rewards } from "../../model/rewards/index.js";
import type { Reward, RewardPlan } from "../../model/rewards/reward.js";
import { type PayoutTerms, payoutTerms } from "../payout-terms/payout-terms.js";
import { designFields, exampleWeights, measureNames, sourceFields, weightingField } from "./design-fields.js";
import type { ResponseName, ScenarioFile } from "./file-types.js";
import { type Hold, holdFields } from "./hold.js";
import { type Hypothesis, hypothesisFields } from "./hypothesis.js";
import { activityFields, measureFields, wordsField } from "./part-fields.js";
import { type Sampling, samplings, usualLucks } from "./sampling.js";

export type { Hypothesis, ScenarioFile };

/** Version of the file format. Files of an older one are refused, since their words meant something else. */
export const fileVersion = 2;

/** A scenario after parsing: numbers in base units, ranges as distributions. */
export interface Checked {
  readonly rewardlab: typeof fileVersion;
  readonly title: string;
  readonly question: string;
  readonly status: "illustrative" | "calibrated" | "validated";
  readonly currency: string;
  /** months. */
  readonly horizon: number;
  readonly remainder: "close early" | undefined;
  readonly sources: Readonly<Record<string, string | { readonly title: string; readonly link?: string | undefined }>>;
  readonly managers: number;
  readonly accountsPerManager: number;
  readonly assumptions: Readonly<Record<string, Distribution>>;
  readonly activities: Readonly<Record<string, Readonly<Record<string, number | undefined>>>> | undefined;
  readonly measures: Readonly<Record<string, MeasureSettings>>;
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly designs: Readonly<Record<string, CheckedDesign>>;
  readonly baseline: string;
  readonly hold: Hold | undefined;
  readonly hypotheses: Readonly<Record<string, Hypothesis>>;
  /** How real people are paid; simulations do not read it. */
  readonly payout?: PayoutTerms | undefined;
  readonly run: RunSettings;
}

export interface MeasureSettings {
  readonly noise: number;
  readonly cadence: number;
  readonly cost: number | undefined;
  readonly target: number;
  readonly rebased: boolean | undefined;
}

export interface CheckedDesign {
  readonly title: string | undefined;
  readonly period: number;
  /** months. How often targets are set within the period; once unless given. */
  readonly interval?: number | undefined;
  readonly weights: Readonly<Record<string, number>>;
  readonly rewards: readonly RewardPlan[];
  /** Level of each factor, where `cross` made the design. */
  readonly cell?: Readonly<Record<string, string>> | undefined;
}

export interface RunSettings {
  readonly worlds: number;
  readonly seed: number;
  readonly response: ResponseName;
  /** In the scenario's currency, per KAM over the horizon; undefined where it follows from pay nobody has written. */
  readonly smallestDifference: number | undefined;
  readonly sampling: Sampling;
  /** Worlds that share one draw of the assumptions, each with its own luck. */
  readonly lucksPerDraw: number;
}

/** The assumptions of one section, each a number or a range, by their name in words. */
function assumptionFields(section: "team" | "accounts" | "assumptions") {
  const entries = Object.entries(assumptions)
    .filter(([, one]) => one.section === section)
    .map(([name, one]) => [camelToWords(name), rangeField(one.unit, one.meaning).optional()] as const);
  return Object.fromEntries(entries) as Record<string, z.ZodOptional<ReturnType<typeof rangeField>>>;
}

const runFields = z.strictObject({
  worlds: numberField({ dimension: "count", min: 1, max: 10_000_000 }, "replications: worlds to draw").prefault(1000),
  seed: numberField({ dimension: "count", max: Number.MAX_SAFE_INTEGER }, "seed of all luck").prefault(1),
  response: z
    .enum(responses.filter((one) => !one.compensates).map((one) => one.name) as [ResponseName, ...ResponseName[]])
    .prefault("look-ahead")
    .meta({ description: "how managers react in the headline; the others are shown beside it" }),
  "smallest difference": numberField(
    { dimension: "money" },
    `smallest difference in net value per KAM over the horizon worth acting on; unless given ${shareAndAmount(usualDifference, { dimension: "money" })}`,
  ).optional(),
  sampling: z
    .enum(samplings)
    .prefault("independent")
    .meta({ description: "how worlds are drawn: each by itself, or evenly in blocks of 128 (less Monte Carlo error)" }),
  "lucks per draw": numberField(
    { dimension: "count", min: 1, max: 100 },
    "worlds that share one draw of the assumptions, each with its own luck: 2 or more tell what luck does from what is not known",
  ).prefault(usualLucks),
});

/** What to write for a currency by its sign or name. */
function codeFor(written: string): string {
  const code = currencyOf(written);
  return code === undefined ? "write three capital letters such as EUR" : `did you mean ${code}?`;
}

const managers: Unit = { dimension: "count", min: 1, max: 500, label: "manager" };
const perManager: Unit = { dimension: "count", min: 1, max: 60, label: "account" };

/** The schema of a scenario file with these rewards; every part brings its own settings. */
export const scenarioSchema = (kinds: readonly Reward[] = rewards) =>
  z
    .strictObject({
      rewardlab: z.literal(fileVersion).meta({ description: "version of the file format" }),
      title: wordsField("what the scenario is about", "Annual bonus"),
      question: wordsField("the question it answers", "Is a bonus over three years worth its money?").prefault(
        "Which way of rewarding is worth its money?",
      ),
      status: z
        .enum(["illustrative", "calibrated", "validated"])
        .prefault("illustrative")
        .meta({ description: "what its numbers rest on; stands in every title and footer" }),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, { error: ({ input }) => `not a currency code; ${codeFor(String(input))}` })
        .prefault("EUR")
        .meta({ description: "currency of all its amounts, three letters", examples: ["EUR"] }),
      horizon: numberField({ dimension: "duration", min: 1, max: 240 }, "how far the simulation looks"),
      remainder: z
        .literal("close early")
        .optional()
        .meta({ description: "what happens to a period that is still open at the horizon: it closes early, pro rata" }),
      sources: z
        .record(z.string(), z.union([z.string(), sourceFields]))
        .prefault({})
        .meta({
          description: "where numbers come from, by id",
          examples: [{ "pay-survey": { title: "Pay survey of the trade, 2025", link: "https://example.org/survey" } }],
        }),
      team: z
        .strictObject({
          managers: numberField(managers, "KAMs in the team").prefault(4),
          ...assumptionFields("team"),
          ...sourced,
        })
        .prefault({})
        .meta({ description: "the managers: how many, their pay, how they come and go" }),
      accounts: z
        .strictObject({
          "per manager": numberField(perManager, "accounts of each KAM").prefault(5),
          ...assumptionFields("accounts"),
          ...sourced,
        })
        .prefault({})
        .meta({ description: "the accounts of each manager: how many, their size, demand and loss" }),
      activities: z
        .partialRecord(z.enum(activities.map((one) => one.name) as [string, ...string[]]), activityFields)
        .optional()
        .meta({
          description: "activities of the job; replaces the default list",
          examples: [{ [activities[0].name]: { normal: "40 %" } }],
        }),
      measures: z
        .partialRecord(z.enum(measureNames), measureFields)
        .prefault({})
        .meta({
          description: "settings of measures, where they differ from the defaults",
          examples: [{ [exampleMeasures.asked]: { cadence: "12 months" } }],
        }),
      weights: z
        .record(z.string(), weightingField)
        .prefault({})
        .meta({ description: "weightings of measures by name", examples: [{ outputs: exampleWeights }] }),
      designs: z.record(z.string(), designFields(kinds)).meta({
        description: "ways of rewarding, by name",
        examples: [
          { "yearly-bonus": { period: "1 year", weights: exampleWeights, rewards: [kinds[0].examples[0].settings] } },
        ],
      }),
      baseline: z
        .string()
        .optional()
        .meta({
          description: "the design others are compared with; the first unless given",
          examples: ["today"],
        }),
      hold: holdFields.optional(),
      assumptions: z
        .strictObject({ ...assumptionFields("assumptions"), ...sourced })
        .prefault({})
        .meta({ description: "how people and accounts react: numbers or ranges, drawn anew for every draw" }),
      hypotheses: z
        .record(z.string(), hypothesisFields)
        .prefault({})
        .meta({ description: "claims to be tested, by name" }),
      payout: payoutTerms
        .optional()
        .meta({ description: "how real people are paid to the cent; simulations do not read it" }),
      run: runFields.prefault({}).meta({ description: "how much is simulated, and what the headline shows" }),
    })
    .meta({
      title: "RewardLab scenario",
      description: "A team, its accounts and ways of rewarding it, as RewardLab reads them.",
    });

export type ParsedFile = z.output<ReturnType<typeof scenarioSchema>>;
