import { accountPlanning } from "./account-planning.js";
import { activityReporting } from "./activity-reporting.js";
import { coCreation } from "./co-creation.js";
import { customerEducation } from "./customer-education.js";
import { customerTime } from "./customer-time.js";
import { executiveAccess } from "./executive-access.js";
import { matrixCoordination } from "./matrix-coordination.js";
import { opportunityWork } from "./opportunity-work.js";
import { sellingPush } from "./selling-push.js";

/** Every activity a scenario may name. */
export const activities = [
  executiveAccess,
  matrixCoordination,
  accountPlanning,
  coCreation,
  customerTime,
  customerEducation,
  opportunityWork,
  sellingPush,
  activityReporting,
] as const;

/** The activities of a scenario that does not list its own. */
export const defaultActivities: readonly string[] = [
  "executive access",
  "matrix coordination",
  "account planning",
  "co-creation",
  "customer time",
  "selling push",
  "activity reporting",
];
