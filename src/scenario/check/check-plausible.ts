import { type Distribution, mean } from "../../foundation/maths/distribution.js";
import { camelToWords, significant } from "../../foundation/text/text.js";
import { formatQuantity, moneyPerYear, share } from "../../foundation/values/quantity.js";
import { activityNumbers } from "../../model/activities/activity.js";
import { activities, defaultActivities } from "../../model/activities/index.js";
import type { RewardPlan } from "../../model/rewards/reward.js";
import type { KeyPath } from "../document/place.js";
import type { Checked } from "../schema/schema.js";
import { assumptionRange, baseSalary } from "../schema/usual.js";
import type { Find } from "./check-designs.js";

/** Two amounts a year that stand to each other as people and firms have them: the first is between `least` and `most` times the second. */
interface Standing {
  readonly least: number;
  readonly most: number;
}

/** Revenue of a manager's accounts, per unit of salary. */
const revenueToSalary: Standing = { least: 0.5, most: 20_000 };
/** What a reward gives at target, and a budget, per unit of salary. */
const rewardToSalary: Standing = { least: 0.0005, most: 5 };
/** What a month can hold, per unit of what the activities take; and what they take, in full-time months. */
const hoursToWork: Standing = { least: 1, most: 3 };
const workInMonths: Standing = { least: 0.25, most: 2 };
/** First targets relative to plan. */
const targetToPlan: Standing = { least: 0.3, most: 3 };

/** An amount a year as a file has it: where it stands and what it is. */
interface Amount {
  readonly path: KeyPath;
  readonly what: string;
  readonly value: number;
}

/** Remarks on settings that are each allowed and stand orders of magnitude apart: one of them is probably in another unit. */
export function checkPlausible(checked: Checked, rewardsOf: (design: string) => KeyPath, find: Find): void {
  // amounts are held against the salary: nothing can be said where nobody has written it
  if (baseSalary(checked) !== undefined) checkAmounts(checked, rewardsOf, find);
  checkWork(checked, find);
  checkTargets(checked, find);
}

function checkAmounts(checked: Checked, rewardsOf: (design: string) => KeyPath, find: Find): void {
  const salary: Amount = { path: ["team", "salary"], what: "base salary", value: meanOf(checked, "salary") };
  const account = meanOf(checked, "accountRevenue");
  const revenue: Amount = {
    path: ["accounts", camelToWords("accountRevenue")],
    what: "revenue of a manager's accounts",
    value: checked.accountsPerManager * account,
  };
  let isSalarySaid = false;
  // a wrong salary stands apart from everything: that is said once
  const compared = (one: Amount, standing: Standing): void =>
    compare(one, salary, standing, checked.currency, (path, finding) => {
      const isSalary = path === salary.path;
      if (!isSalary || !isSalarySaid) find(path, finding);
      isSalarySaid ||= isSalary;
    });
  compared(revenue, revenueToSalary);
  for (const [name, { rewards }] of Object.entries(checked.designs)) {
    for (const [k, plan] of rewards.entries()) {
      const value = yearly(plan, salary.value, revenue.value);
      compared({ path: [...rewardsOf(name), k], what: "reward at target", value }, rewardToSalary);
    }
  }
  if (checked.hold) {
    const { outcome, value } = checked.hold;
    compared({ path: ["hold", outcome], what: outcome, value }, rewardToSalary);
  }
}

const yearly = ({ amount: { money, ofSalary, ofRevenue } }: RewardPlan, salary: number, revenue: number): number =>
  money + ofSalary * salary + ofRevenue * revenue;

const meanOf = (checked: Checked, name: string): number => mean(assumptionRange(checked, name) as Distribution);

const isWithin = (ratio: number, { least, most }: Standing): boolean => ratio >= least && ratio <= most;

/** Says both amounts, how they stand to each other, and which is probably typed in thousands; nothing where one of them is zero. */
function compare(one: Amount, other: Amount, standing: Standing, currency: string, find: Find): void {
  const ratio = one.value / other.value;
  if (one.value === 0 || isWithin(ratio, standing)) return;
  const low = ratio > standing.most ? other : one;
  const isThousands = isWithin(ratio > standing.most ? ratio / 1000 : ratio * 1000, standing);
  const money = (value: number): string => formatQuantity(significant(value, 3), moneyPerYear(), currency);
  const stands =
    ratio > 1 ? `${plain(ratio)} times the ${other.what}` : `${plain(1 / ratio)} times less than the ${other.what}`;
  const guess = isThousands
    ? `the ${low.what} is probably typed in thousands: was ${money(1000 * low.value)} meant?`
    : "one of the two is probably in another unit";
  find(low.path, `${one.what} of ${money(one.value)} is ${stands} of ${money(other.value)}; ${guess}`);
}

const plain = (value: number): string => formatQuantity(significant(value, 2), { dimension: "number" }, "");

/** What a month can hold against what the activities take of it. */
function checkWork(checked: Checked, find: Find): void {
  const chosen: NonNullable<Checked["activities"]> =
    checked.activities ?? Object.fromEntries(defaultActivities.map((name) => [name, {}]));
  const work = activities
    .filter(({ name }) => Object.hasOwn(chosen, name))
    .reduce((sum, one) => sum + (chosen[one.name].normal ?? activityNumbers(one).normal), 0);
  const hours = meanOf(checked, "hours");
  if (work > 0 && !isWithin(work, workInMonths)) {
    const whole = formatQuantity(significant(work, 2), share(), "");
    find(["activities"], `normal shares add up to ${whole} of a full-time month; about 100 % is usual`);
  } else if (work > 0 && !isWithin(hours / work, hoursToWork)) {
    find(
      ["team", "hours"],
      `a month can hold ${plain(hours)} full-time months of effort and the activities take ${plain(work)}; hours is a share of a full-time month, such as 1.3, not a number of hours`,
    );
  }
}

function checkTargets({ measures }: Checked, find: Find): void {
  for (const [name, { target }] of Object.entries(measures)) {
    if (isWithin(target, targetToPlan)) continue;
    const written = formatQuantity(significant(target, 3), share(), "");
    find(["measures", name], `a first target of ${written} of plan; 90 % to 110 % is usual`);
  }
}
