import { accountRevenue } from "./account-revenue.js";
import { adoptionRate } from "./adoption-rate.js";
import { customerContact } from "./customer-contact.js";
import { customerGoals } from "./customer-goals.js";
import { customerLifetimeValue } from "./customer-lifetime-value.js";
import { customerSatisfaction } from "./customer-satisfaction.js";
import { organicGrowth } from "./organic-growth.js";
import { profitability } from "./profitability.js";
import { referenceableAccounts } from "./referenceable-accounts.js";
import { relationshipQuality } from "./relationship-quality.js";
import { accountRetention } from "./retention-reading.js";
import { sharedObjectives } from "./shared-objectives.js";
import { accountPlans } from "./work/account-plans.js";
import { coCreationWork } from "./work/co-creation-work.js";
import { customerEducation } from "./work/customer-education-reading.js";
import { customerTime } from "./work/customer-time-reading.js";
import { ecosystemUnderstanding } from "./work/ecosystem-understanding.js";
import { executiveAccess } from "./work/executive-access-reading.js";
import { matrixCoordination } from "./work/matrix-coordination-reading.js";
import { pipelineQuality } from "./work/pipeline-quality.js";
import { relationshipFootprint } from "./work/relationship-footprint.js";

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
