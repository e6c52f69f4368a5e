import { accountPlans } from "./account-plans.js";
import { accountRetention } from "./account-retention.js";
import { accountRevenue } from "./account-revenue.js";
import { adoptionRate } from "./adoption-rate.js";
import { coCreationWork } from "./co-creation-work.js";
import { customerContact } from "./customer-contact.js";
import { customerEducation } from "./customer-education.js";
import { customerGoals } from "./customer-goals.js";
import { customerSatisfaction } from "./customer-satisfaction.js";
import { customerTime } from "./customer-time.js";
import { ecosystemUnderstanding } from "./ecosystem-understanding.js";
import { executiveAccess } from "./executive-access.js";
import { customerLifetimeValue } from "./lifetime-value.js";
import { matrixCoordination } from "./matrix-coordination.js";
import { organicGrowth } from "./organic-growth.js";
import { pipelineQuality } from "./pipeline-quality.js";
import { profitability } from "./profitability.js";
import { referenceableAccounts } from "./referenceable-accounts.js";
import { relationshipFootprint } from "./relationship-footprint.js";
import { relationshipQuality } from "./relationship-quality.js";
import { sharedObjectives } from "./shared-objectives.js";

/** Every measure a scorecard may use: results first, then what stands between, then inputs. */
export const measures = [
  accountRevenue,
  profitability,
  organicGrowth,
  customerLifetimeValue,
  sharedObjectives,
  customerSatisfaction,
  accountRetention,
  referenceableAccounts,
  customerGoals,
  relationshipQuality,
  customerContact,
  adoptionRate,
  executiveAccess,
  matrixCoordination,
  accountPlans,
  coCreationWork,
  customerTime,
  relationshipFootprint,
  ecosystemUnderstanding,
  pipelineQuality,
  customerEducation,
] as const;
