/** What scenarios offer from outside: reading, writing, editing and crossing them, and the types of their files. */

export type { Finding } from "./check/check.js";
export { describe } from "./describe/describe.js";
export { type Cell, type CrossOptions, cross, type Factors } from "./designs/cross.js";
export type { DesignChange, DesignDraft, RewardDraft } from "./designs/levers.js";
export type { PayoutTermsInput } from "./payout-terms/payout-terms.js";
export {
  defineScenario,
  type EditedFile,
  edit,
  makeScenario,
  ownReward,
  parseScenario,
  Scenario,
  type ScenarioOptions,
} from "./scenario.js";
export type {
  ActivityName,
  AnyOutcomeName,
  CurveFile,
  DerivedOutcomeName,
  DesignFile,
  Known,
  MeasureName,
  OutcomeName,
  OwnReward,
  ResponseName,
  RewardFile,
  ScenarioFile,
  YardstickName,
} from "./schema/file-types.js";
export type { FactorContrast, Where } from "./schema/hypothesis.js";
export type { Hypothesis } from "./schema/schema.js";
