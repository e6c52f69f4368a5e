import { z } from "zod";
import { numberField, sourced } from "../../foundation/values/field.js";
import { choice } from "./choice.js";

const tier = z.strictObject({
  from: numberField({ dimension: "money" }, "amount from which the tier holds").optional(),
  "from quota": numberField(
    { dimension: "share" },
    "share of the period's quota from which it holds, in place of an amount",
  ).optional(),
  rate: numberField(
    { dimension: "number", min: 0 },
    "what it pays, in units of the commission's rate: 1.5 is one and a half times that",
  ),
});

/** Who a result belongs to and at which rate it is paid: shared sales, rates by transaction, pools of a team, targets without one. */
export const creditTerms = {
  "shared sales": choice(
    ["whole", "as given"],
    "whether the shares of a sale must make 100 %, or count as they stand, more or less than all of it",
  ),
  "transaction rates": z
    .strictObject({
      by: z.enum(["size", "position before", "position after"]).meta({
        description:
          "what decides the tier: the size of the transaction, or the sum of the period's transactions without it or with it",
      }),
      apply: z.enum(["flat", "stepped"]).meta({
        description: "one rate for the whole transaction, or each tier's rate for what lies in it",
      }),
      "size of shared sales": choice(
        ["whole sale", "own share"],
        "whether the whole of a shared sale decides the tier or only the person's share; positions always count own shares",
      ),
      tie: choice(["higher", "lower"], "which tier an amount exactly on a bound belongs to"),
      tiers: z
        .array(tier)
        .min(1, { error: "no tiers; write at least one, such as { from: 0 EUR, rate: 1 }" })
        .meta({
          description: "tiers and their rates, lowest first; nothing below the first",
          examples: [
            [
              { from: "0 EUR", rate: 1 },
              { from: "100 000 EUR", rate: 1.5 },
            ],
          ],
        }),
      ...sourced,
    })
    .optional()
    .meta({ description: "rates of commissions by single transaction, in place of one rate for the period" }),
  "team pool": z
    .strictObject({
      "split by": z.enum(["amount at target", "equal parts", "base salary", "own score"]).meta({
        description: "what members share the pool in proportion to, times the part of the period each served",
      }),
      "of those without a claim": choice(
        ["stays with the firm", "goes to the others"],
        "what becomes of the part of members whose service is too short or who left without a claim",
      ),
      ...sourced,
    })
    .optional()
    .meta({
      description:
        "rewards on the score of the team make one pool, the amounts of all members × payout, shared to the smallest coin",
    }),
  "target ratchet": z
    .strictObject({
      share: numberField(
        { dimension: "share", max: 1 },
        "share of what was reached beyond or below the last target that moves the next one",
      ),
      direction: choice(["both ways", "up only"], "whether targets also fall after a bad period"),
      ...sourced,
    })
    .optional()
    .meta({
      description: "targets the data leave out after a period with one: old target × (1 + share × (attainment − 1))",
    }),
};
