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
import { accountRetentionMeasure } from "./retention-reading.js";
import { sharedObjectives } from "./shared-objectives.js";
import { accountPlans } from "./work/account-plans.js";
import { coCreationWork } from "./work/co-creation-work.js";
import { customerEducationMeasure } from "./work/customer-education-reading.js";
import { customerTimeMeasure } from "./work/customer-time-reading.js";
import { ecosystemUnderstanding } from "./work/ecosystem-understanding.js";
import { executiveAccessMeasure } from "./work/executive-access-reading.js";
import { matrixCoordinationMeasure } from "./work/matrix-coordination-reading.js";
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
  accountRetentionMeasure,
  referenceableAccounts,
  customerGoals,
  relationshipQuality,
  customerContact,
  adoptionRate,
  executiveAccessMeasure,
  matrixCoordinationMeasure,
  accountPlans,
  coCreationWork,
  customerTimeMeasure,
  relationshipFootprint,
  ecosystemUnderstanding,
  pipelineQuality,
  customerEducationMeasure,
] as const;
