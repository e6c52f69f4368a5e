import type { Channels } from "./given.js";
import { type Play, type Seat, sum } from "./seat.js";

/** Effort of a well-informed owner: three rounds from last month's. */
export function plan(play: Play, seat: Seat, month: number): void {
  if (seat.vacancy <= 0) for (let round = 0; round < 3; round++) improve(play, seat, play.world.channel[month]);
  for (const one of seat.work) one.genuine = 1;
}

/** Marginal value as a line around the present effort; the common burden shares it out. */
function improve({ facts, terms }: Play, { work, now }: Seat, worth: Channels): void {
  const { diminishing, hours, pressureHarm } = facts;
  const perUnit = now.theta * now.flow;
  const wishes = work.map(({ about, scale, effort, natural }) => {
    const isLine = about.normal === 0 || diminishing === 1;
    const x = Math.max((now.theta * effort) / scale, 0.05);
    const value = perUnit * (about.relationship * worth.R + about.adoption * worth.Q + about.push * worth.F);
    const h = isLine ? 1 : x ** (diminishing - 1);
    const steepness = about.pressing && x > 1 ? (perUnit * pressureHarm * worth.R) / scale : 0;
    const harm = steepness * (x - 1);
    const flattening = isLine || value <= 0 ? 0 : (value * (1 - diminishing) * h * now.theta) / (x * scale);
    const bend = flattening + (steepness * now.theta) / scale;
    const cost = terms.kappa / about.room;
    const give = 1 / (cost + bend);
    const wish = (value * h - harm + bend * effort + cost * natural) * give;
    return { wish, give, floor: Math.max(0.5 * effort, 0.05 * about.normal), isLow: false };
  });
  const chi = terms.kappa * facts.substitution;
  const usual = sum(work, ({ natural }) => natural);
  for (;;) {
    const free = sum(wishes, (one) => (one.isLow ? 0 : one.give));
    const wanted = sum(wishes, (one) => (one.isLow ? one.floor : one.wish));
    let burden = (chi * (wanted - usual)) / (1 + chi * free);
    const excess = wanted - burden * free - hours;
    if (excess > 0 && free > 0) burden += excess / free;
    const below = wishes.filter((one) => !one.isLow && one.wish - burden * one.give < one.floor);
    for (const one of below) one.isLow = true;
    if (below.length > 0) continue;
    for (const [j, one] of wishes.entries()) work[j].effort = one.isLow ? one.floor : one.wish - burden * one.give;
    return;
  }
}
