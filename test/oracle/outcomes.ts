import { revenueAnswer, type Start } from "./outlook.js";
import { type Seat, scaleOf, sum, type Team } from "./seats.js";

/** Running totals of one seat, by outcome. */
export type Totals = Record<string, number>;

/** Outcomes that are a yearly mean of a monthly amount, by its name in `now`; then those that are a mean over months. */
const yearly = {
  revenue: "revenue",
  margin: "marginEarned",
  "reward cost": "accrued",
  "cash cost": "spent",
  "reward pay": "paid",
  "non-cash value": "enjoyed",
  "expected pay": "awarded",
  "risk premium": "riskPremium",
  "effort cost": "effortCost",
  leavers: "left",
};
const monthly = {
  "customer satisfaction": "meanSatisfaction",
  relationship: "meanRelationship",
  adoption: "meanAdoption",
  "referenceable accounts": "referenceable",
  utility: "utility",
  "selling push": "push",
  "demand pulled forward": "sharePulled",
};

const shares = ["closing push", "above threshold", "at target", "at cap"];

/** Adds month t of one seat to its totals (§17). */
export function addMonth(team: Team, seat: Seat, totals: Totals, t: number, isMainClosed: boolean): void {
  const { world, setting, design } = team;
  const { now, work, vacancy, cards } = seat;
  const { months, activities } = setting;
  const add = (name: string, value: number): void => {
    totals[name] = (totals[name] ?? 0) + value;
  };
  const discount = world.firmMonth ** t;
  add("account value", discount * now.marginEarned);
  add("reward spend", discount * now.accrued);
  add("effort spend", discount * now.effortCost);
  add("risk spend", discount * now.riskPremium);
  const felt = vacancy > 0 ? 0 : (team.rules.motiveWorth * world.salary * (seat.motive - 1)) / 12;
  add("certainty equivalent", (12 / months) * (now.awarded - now.effortCost - now.riskPremium + felt));
  add("hiring and monitoring", discount * (now.left * world.hiring * world.salary + design.monitoring / 12));
  add("bad luck", discount * badLuck(team, seat, t));
  for (const [name, of] of Object.entries(yearly)) add(name, (12 / months) * now[of]);
  for (const [name, of] of Object.entries(monthly)) add(name, now[of] / months);
  add("earnings", (12 / months) * (now.paid + (vacancy > 0 ? 0 : world.salary / 12)));
  add("account retention", -((12 / months) * now.lost) / seat.accounts.length);
  add("motivation", seat.motive / months);
  add("ability", Math.exp(seat.lnAbility) / months);
  add("effort", sum(work.map((one) => one.effort)) / sum(activities.map((one) => one.normal)) / months);
  for (const [j, one] of activities.entries()) add(`effort: ${one.name}`, work[j].effort / scaleOf(one) / months);
  for (const name of shares) add(name, 0);
  if (!isMainClosed) return;
  const closes = Math.ceil(months / design.cards[0].period);
  const { threshold, cap } = design.cards[0].rewards[0].form;
  const { score } = cards[0];
  add("closing push", now.push / closes);
  add("above threshold", (score >= threshold ? 1 : 0) / closes);
  add("at target", (score >= 1 ? 1 : 0) / closes);
  add("at cap", (score >= cap ? 1 : 0) / closes);
}

/** EUR. What chance alone cost in month t. */
function badLuck({ world, setting }: Team, { now }: Seat, t: number): number {
  const left = setting.months - 1 - t;
  const f = world.firmMonth;
  const kept = Math.exp(-world.churn);
  const toHorizon = f < 1 ? (1 - f ** left) / (1 - f) : left;
  const after = (f ** left * 12 * kept) / (1 + world.firmDiscount - kept);
  return now.lossLuck * (toHorizon + after) + now.leavingLuck * now.flow;
}

/** What is only known at the horizon, succession of the last month included (§17). */
export function finish(team: Team, seat: Seat, totals: Totals): void {
  totals["account value"] += legacy(team, seat);
  totals["customer lifetime value"] = seat.now.lifetimeValue;
  for (const name of ["account retention", "customer satisfaction", "relationship", "adoption"]) totals[name] += 1;
  const created = totals["account value"] - totals["hiring and monitoring"];
  totals["net value"] = created - totals["reward spend"];
  totals.surplus = created - totals["effort spend"];
}

/** EUR. What the accounts' states are worth at the horizon under normal effort. */
function legacy(team: Team, { accounts }: Seat): number {
  const { world, setting, rules } = team;
  const kept = Math.exp(-world.churn);
  const level = (12 * kept) / (1 + world.firmDiscount - kept);
  const worth = (start: Start): number => {
    let total = 0;
    for (let q = 0; q < rules.afterwards; q++) total += world.firmMonth ** q * revenueAnswer(team, start, q);
    return total;
  };
  const [R, S, Q] = [worth("relationship"), worth("satisfaction"), worth("adoption")];
  const [P, B, fading] = [worth("pulled"), worth("boost"), worth("transitory")];
  const values = accounts.map((one) => {
    const states = R * (one.relationship - 1) + S * (one.satisfaction - 1) + Q * (one.adoption - 1);
    const months = level * Math.exp(-one.transitory) + fading * (1 - Math.exp(-one.transitory));
    const moved = states + P * one.pulled + B * one.boost;
    return (one.size / 12) * Math.exp(one.lnSize) * world.margin * (months + moved);
  });
  return world.firmMonth ** setting.months * sum(values);
}
