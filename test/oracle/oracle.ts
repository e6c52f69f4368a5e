import { expectRevenue, lifetimeValue, moveAccounts } from "./accounts.js";
import type { DesignFacts, Setting } from "./inputs.js";
import { foreseeLinked } from "./linkages.js";
import { addMonth, finish, type Totals } from "./outcomes.js";
import { doWork, endOfMonth, naturalLine, prepare, succeed } from "./people.js";
import { respond } from "./responses.js";
import { openCard, payMonth, withDesign } from "./rewards.js";
import { rules } from "./rules.js";
import { expectations, forecast, foreseeTarget } from "./scorecard.js";
import { mean, type Play, periodAt, startTeam, type Team } from "./seats.js";

/**
 * The simulator a second time, for one world: one seat after another, one number at a time, from docs/method.md.
 * Gives every outcome as the mean of the team's seats.
 */
export function simulateWorld(setting: Setting, design: DesignFacts, play: Play): Totals {
  const world = withDesign(setting, design, play.scale, play.rules ?? rules);
  const team = startTeam(setting, world, design, play);
  const totals: Totals[] = team.seats.map(() => ({}));
  for (let t = 0; t < setting.months; t++) {
    const closed = month(team, t);
    for (const [i, seat] of team.seats.entries()) addMonth(team, seat, totals[i], t, closed[0] === true);
    for (const seat of team.seats) succeed(team, seat);
  }
  for (const [i, seat] of team.seats.entries()) finish(team, seat, totals[i]);
  return Object.fromEntries(Object.keys(totals[0]).map((name) => [name, mean(totals.map((one) => one[name]))]));
}

/** One month, in the method's order (§6). Returns which cards closed. */
function month(team: Team, t: number): boolean[] {
  const { seats, design, setting } = team;
  const usesLifetimeValue = design.cards.some(({ slots }) =>
    slots.some(({ measure }) => measure === "customer lifetime value"),
  );
  for (const seat of seats) prepare(team, seat);
  expectRevenue(team);
  if (t === 0 && usesLifetimeValue) for (const seat of seats) seat.now.lifetimeValue = lifetimeValue(team, seat);
  for (const seat of seats) naturalLine(team, seat);
  for (const [c, { period }] of design.cards.entries()) {
    openCard(team, c, t);
    forecast(team, c, t);
    if (t === periodAt(team, period, t).start) foreseeTarget(team, c);
  }
  for (const [c, { period }] of design.cards.entries()) {
    if (t === periodAt(team, period, t).start) for (const seat of seats) foreseeLinked(team, seat, c);
  }
  respond(team, t);
  expectations(team, t);
  for (const seat of seats) {
    doWork(team, seat);
    moveAccounts(team, seat, t);
    if (usesLifetimeValue || t === setting.months - 1) seat.now.lifetimeValue = lifetimeValue(team, seat);
  }
  const closed = payMonth(team, t);
  for (const seat of seats) endOfMonth(team, seat, t);
  return closed;
}
