import { booking } from "./booking.js";
import { churn } from "./churn.js";
import { flow } from "./flow.js";
import { growth } from "./growth.js";
import { lifetimeValue } from "./lifetime-value.js";
import { pullForward } from "./pull-forward.js";
import { relationship } from "./relationship.js";
import { accountStanding } from "./standing.js";

/** Laws of motion of the accounts, in the order of the month. */
export const accounts = {
  flow,
  booking,
  churn,
  relationship,
  pullForward,
  growth,
  standing: accountStanding,
  lifetimeValue,
} as const;
