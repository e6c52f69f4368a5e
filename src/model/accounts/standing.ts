import { defineLaw } from "../frame/step.js";

/** Where the accounts stand after the month: means of the indices, referenceable accounts. */
export const accountStanding = defineLaw({
  title: "standing of the accounts",
  summary:
    "After the month: mean relationship, satisfaction and adoption, the share of accounts that would serve as a reference (satisfaction and relationship both at least 1).",
  references: ["an account is a reference when both are at least normal: assumption"],
  assumptions: {},
  kernel(lanes) {
    const { lanes: count, accounts, satisfaction, relationship, adoption } = lanes;
    const { meanRelationship, meanSatisfaction, meanAdoption, referenceable } = lanes;
    const end = accounts * count;
    for (let i = 0; i < count; i++) {
      let r = 0;
      let s = 0;
      let q = 0;
      let known = 0;
      for (let at = i; at < end; at += count) {
        r += (relationship[at] - 1) / accounts;
        s += (satisfaction[at] - 1) / accounts;
        q += (adoption[at] - 1) / accounts;
        if (satisfaction[at] >= 1 && relationship[at] >= 1) known += 1 / accounts;
      }
      meanRelationship[i] = r;
      meanSatisfaction[i] = s;
      meanAdoption[i] = q;
      referenceable[i] = known;
    }
  },
  formula({ accounts }) {
    const mean = (of: (account: (typeof accounts)[number]) => number) =>
      accounts.reduce((sum, account) => sum + of(account) / accounts.length, 0);
    return {
      lane: {
        meanRelationship: mean((a) => a.relationship - 1),
        meanSatisfaction: mean((a) => a.satisfaction - 1),
        meanAdoption: mean((a) => a.adoption - 1),
        referenceable: mean((a) => (a.satisfaction >= 1 && a.relationship >= 1 ? 1 : 0)),
      },
    };
  },
  examples: [
    {
      why: "a satisfied account with a weak relationship is no reference",
      account: { satisfaction: 1.1, relationship: 0.95 },
      gives: { lane: { referenceable: 0 } },
    },
  ],
  laws: [
    {
      law: "the referenceable share lies between 0 and 1",
      holds: (_, after) => after.lane.referenceable >= 0 && after.lane.referenceable <= 1 + 1e-12,
    },
  ],
});
