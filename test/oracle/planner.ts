import { revenueAnswer } from "./outlook.js";
import { type Channels, once, type Seat, scaleOf, sum, type Team } from "./seats.js";

/** EUR per unit of revenue. Value to the firm of a unit through each channel in month t (§12). */
function firmValue(team: Team, t: number): Channels {
  const { world, setting, rules } = team;
  return once(team, `firm value ${t}`, () => {
    const of = (c: keyof Channels): number => {
      let total = 0;
      for (let q = 0; q < setting.months + rules.afterwards - t; q++) {
        total += world.firmMonth ** q * revenueAnswer(team, c, q);
      }
      return world.margin * total;
    };
    return { R: of("R"), Q: of("Q"), F: of("F") - world.concession };
  });
}

/** Effort of a well-informed owner: three rounds from last month's. */
export function plan(team: Team, seat: Seat, t: number): void {
  if (seat.vacancy <= 0)
    for (let round = 0; round < team.rules.rounds; round++) improve(team, seat, firmValue(team, t));
  for (const one of seat.work) one.genuine = 1;
}

/** Marginal value as a line around the present effort; the common burden shares it out. */
function improve({ world, setting, rules }: Team, { work, now }: Seat, worth: Channels): void {
  const { kappa, diminishing, hours } = world;
  const perUnit = now.theta * now.flow;
  const wishes = setting.activities.map((one, j) => {
    const { effort, natural } = work[j];
    const isLine = one.normal === 0 || diminishing === 1;
    const scale = scaleOf(one);
    const x = Math.max((now.theta * effort) / scale, rules.leastActivity);
    const value = perUnit * (one.relationship * worth.R + one.adoption * worth.Q + one.push * worth.F);
    const h = isLine ? 1 : x ** (diminishing - 1);
    const steepness = one.pressing && x > 1 ? (perUnit * world.pressureHarm * worth.R) / scale : 0;
    const harm = steepness * (x - 1);
    const flattening = isLine || value <= 0 ? 0 : (value * (1 - diminishing) * h * now.theta) / (x * scale);
    const bend = flattening + (steepness * now.theta) / scale;
    const k = kappa / one.room + bend;
    const wish = (value * h - harm + bend * effort + (kappa * natural) / one.room) / k;
    return {
      wish,
      give: 1 / k,
      floor: Math.max(rules.shrink * effort, rules.leastActivity * one.normal),
      isLow: false,
    };
  });
  const chi = kappa * world.substitution;
  const normal = sum(work.map((one) => one.natural));
  for (;;) {
    const free = sum(wishes.map((one) => (one.isLow ? 0 : one.give)));
    const wanted = sum(wishes.map((one) => (one.isLow ? one.floor : one.wish)));
    let burden = (chi * (wanted - normal)) / (1 + chi * free);
    const excess = wanted - burden * free - hours;
    if (excess > 0 && free > 0) burden += excess / free;
    const below = wishes.filter((one) => !one.isLow && one.wish - burden * one.give < one.floor);
    for (const one of below) one.isLow = true;
    if (below.length > 0) continue;
    for (const [j, one] of wishes.entries()) work[j].effort = one.isLow ? one.floor : one.wish - burden * one.give;
    return;
  }
}
