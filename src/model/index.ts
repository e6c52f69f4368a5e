/** What users of the package see of this room: how accounts, people, measures, rewards and outcomes behave: one file per part. */

export type { AssumptionName } from "./assumptions.js";
export { defineReward, type Reward } from "./rewards/reward.js";
