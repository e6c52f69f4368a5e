import type { PayoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import { payoutTerms } from "../../scenario/payout-terms/payout-terms.js";
import { isIncentive } from "../rewards/amount.js";
import type { PayableReward, PayoutContext } from "../scores/payout-context.js";
import { measuresRead } from "./checks.js";

/** What a design and its terms look at: what decides which other terms can change anything. */
interface Facts {
  readonly terms: PayoutTerms;
  readonly paying: readonly PayableReward[];
  readonly cash: boolean;
  readonly raises: boolean;
  readonly incentives: boolean;
  /** Whether anything is an attainment: a score, a linked measure, a condition. */
  readonly attainments: boolean;
  readonly measures: ReadonlySet<string>;
}

function factsOf({ terms, paying }: PayoutContext): Facts {
  const isOfForm = (...forms: readonly string[]) => paying.some(({ plan }) => forms.includes(plan.reward.form));
  const conditions = terms.spiffs.length > 0 || terms.clawback !== undefined;
  return {
    ...{ terms, paying },
    cash: isOfForm("cash", "salary"),
    raises: isOfForm("raise"),
    incentives: paying.some(isIncentive),
    attainments: conditions || paying.some((one) => isScored(one) || one.plan.linkages !== undefined),
    measures: measuresRead({ terms, paying }),
  };
}

/** Whether a reward is paid along a curve on attainment. */
const isScored = ({ plan, isStraight }: PayableReward): boolean => plan.form !== undefined && !isStraight;

/** Whether a reward is an amount a year, which part of a period has part of. */
const isYearly = ({ plan }: PayableReward): boolean => plan.amount.ofRevenue === 0;

type Term = Exclude<keyof PayoutTerms, "source" | "note">;

interface Idle {
  readonly term: Term;
  readonly isUsed: (facts: Facts) => boolean;
  readonly why: string;
}

const noAttainment = "no reward, SPIFF or clawback looks at an attainment";

const hasCap = ({ "payout cap": cap }: PayoutTerms): boolean => cap !== undefined;

/** Terms that some designs have no use for. All others can change the pay of any. */
const rules: readonly Idle[] = [
  {
    term: "target incentive",
    isUsed: ({ incentives }) => incentives,
    why: "no reward has an amount at target",
  },
  {
    term: "midpoint",
    isUsed: ({ paying }) => paying.some(({ plan }) => plan.reward.needsMidpoint?.(plan) === true),
    why: "no reward looks at the midpoint of a pay range",
  },
  { term: "merit budget", isUsed: ({ raises }) => raises, why: "no reward is a raise" },
  {
    term: "salary of a period",
    isUsed: ({ paying, terms, incentives }) =>
      (terms["target incentive"] === "roster" && incentives) ||
      terms["team pool"]?.["split by"] === "base salary" ||
      paying.some(({ plan }) => plan.reward.form !== "raise" && plan.amount.ofSalary > 0),
    why: "no amount follows from a salary or an incentive of the roster; raises are of the salary at the end",
  },
  { term: "share decimals", isUsed: ({ attainments }) => attainments, why: noAttainment },
  {
    term: "missing measure",
    isUsed: ({ paying, terms }) =>
      paying.some((one) => (isScored(one) && isYearly(one)) || one.plan.linkages !== undefined) ||
      [...terms.spiffs, ...(terms.clawback ? [terms.clawback] : [])].some(({ measure }) => measure !== undefined),
    why: "a commission needs its results, and nothing else looks at a measure",
  },
  {
    term: "zero target",
    isUsed: ({ attainments, terms, paying }) =>
      attainments && (terms["zero target"] !== "base rate" || paying.some((one) => !isYearly(one) && isScored(one))),
    why: "no reward is held against a target, or, for base rate, no commission is",
  },
  { term: "negative result", isUsed: ({ measures }) => measures.size > 0, why: "no reward looks at a measure" },
  { term: "results from", isUsed: ({ measures }) => measures.size > 0, why: "no reward looks at a measure" },
  {
    term: "shared sales",
    isUsed: ({ terms, measures }) =>
      measures.size > 0 && (terms["results from"] === "transactions" || terms["transaction rates"] !== undefined),
    why: "no reward reads transactions",
  },
  {
    term: "part periods",
    isUsed: ({ paying, terms, attainments }) =>
      paying.some(isYearly) ||
      hasCap(terms) ||
      terms.guarantee !== undefined ||
      terms.draw !== undefined ||
      (attainments && terms["targets of part periods"] === "prorated"),
    why: "commissions are paid on what was sold, whatever part was served",
  },
  {
    term: "targets of part periods",
    isUsed: ({ attainments, terms }) =>
      attainments || terms["transaction rates"]?.tiers.some((tier) => tier["from quota"] !== undefined) === true,
    why: "no reward is held against a target",
  },
  {
    term: "target ratchet",
    isUsed: ({ attainments, terms }) =>
      attainments || terms["transaction rates"]?.tiers.some((tier) => tier["from quota"] !== undefined) === true,
    why: "no reward is held against a target",
  },
  {
    term: "periods",
    isUsed: ({ paying }) => paying.some(({ months }) => months < 12),
    why: "every period is a year",
  },
  { term: "payout cap", isUsed: ({ cash }) => cash, why: "no reward pays cash" },
  { term: "bank", isUsed: ({ cash }) => cash, why: "no reward pays cash" },
  {
    term: "clawback",
    isUsed: ({ cash, terms }) => cash || terms.spiffs.length > 0,
    why: "no reward or SPIFF pays cash",
  },
];

const usual = payoutTerms.parse({});

/** Terms that are written and can change nothing in this design, with why; those that say what holds anyway are not told. */
export function idleTerms(context: PayoutContext): string[] {
  const facts = factsOf(context);
  const { terms } = facts;
  const whole = rules
    .filter(({ term, isUsed }) => JSON.stringify(terms[term]) !== JSON.stringify(usual[term]) && !isUsed(facts))
    .map(({ term, why }) => `payout.${term}: ${why}`);
  const names = Object.keys(terms.measures)
    .filter((measure) => !facts.measures.has(measure))
    .map((measure) => `payout.measures.${measure}: no reward looks at it`);
  const rates = terms["transaction rates"];
  const isIdle = rates !== undefined && rates.by !== "size" && rates["size of shared sales"] !== "whole sale";
  const sizes = isIdle ? ["payout.transaction rates.size of shared sales: positions always count own shares"] : [];
  return [...whole, ...names, ...sizes];
}
