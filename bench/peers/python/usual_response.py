"""How managers respond: by foresight, by published effects, or as a well-informed owner would; whole arrays."""

from types import SimpleNamespace

import numpy as np

from curve import Column
from given import Given
from usual_card import LEAST_ACTIVITY, Card

MOST_STEPS = 100
PRECISE = 1e-11
LAST_STEP = 1e-6


def look_ahead(given: Given, world: SimpleNamespace, s: SimpleNamespace, card: Card | None, month: int) -> Column:
    """Marginal reward of each activity, from what a score point at the close is worth."""
    if card is None:
        s.genuine = np.ones_like(s.natural)
        return np.zeros_like(s.natural)
    value = world.presentBias * world.keepMonth ** (card.period(month)[1] - month)
    later_stake = value * sum(reward.worth * reward.slope_at_target for reward in card.rewards)
    room = given.activities.room
    unit = card.own + card.results
    rest = card.later * later_stake
    reach = card.effect * room
    chi = world.substitution
    crowd = chi * reach.sum(axis=0) / (1 + chi * room.sum())
    cost = world.effortCost * (world.salary / 12)
    line = ((reach * rest).sum(axis=0) - crowd * (room * rest).sum(axis=0)) / cost
    gain = ((reach * unit).sum(axis=0) - crowd * (room * unit).sum(axis=0)) / cost
    lin = card.base + np.where(s.vacant, 0, line)
    card.stake = solve_stake(card, lin, np.where(s.vacant, 0, gain), value)
    own = card.own * card.stake
    total = own + card.results * card.stake + rest
    shows = (own > 0) & (total > 0)
    share = np.minimum(1, own / np.where(shows, total, 1))
    s.genuine = np.where(shows, 1 - world.hollow * share, 1)
    return total


def solve_stake(card: Card, lin: Column, gain: Column, value: Column) -> Column:
    """Solves Q = value * sum of worth * slope(lin + gain Q, spread) for every lane by safeguarded Newton steps."""
    high = value * sum(reward.current * reward.plan.curve.steepest(card.spread) for reward in card.rewards)
    low = np.zeros_like(high)
    x = np.minimum(card.stake, high)
    before = high.copy()
    stake = np.zeros_like(high)
    is_open = high > 0
    for _ in range(MOST_STEPS):
        slope, bend = np.zeros_like(x), np.zeros_like(x)
        for reward in card.rewards:
            _, one_slope, one_bend = reward.plan.curve.expected(lin + gain * x, card.spread)
            slope += reward.current * one_slope
            bend += reward.current * one_bend
        gap = value * slope - x
        low = np.where(gap >= 0, x, low)
        high = np.where(gap >= 0, high, x)
        newton = x - gap / (value * gain * bend - 1)
        change = np.abs(newton - x)
        is_kept = (newton > low) & (newton < high) & (change <= 0.5 * before)
        is_last = (is_kept & (change <= LAST_STEP * (1 + x))) | (change <= PRECISE * (1 + x))
        following = np.where(is_kept, newton, 0.5 * (low + high))
        before = np.abs(following - x)
        is_done = is_last | (before <= PRECISE * (1 + x))
        stake = np.where(is_open & is_done, np.where(is_last, newton, following), stake)
        is_open = is_open & ~is_done
        x = following
        if not is_open.any():
            break
    return np.where(is_open, x, stake)


def best_response(given: Given, world: SimpleNamespace, s: SimpleNamespace, gain: Column) -> Column:
    """Effort that maximises reward less cost within a month's hours; activities at their least are dropped in turn."""
    room, chi, low = given.activities.room, world.substitution, world.leastEffort
    unit = world.effortCost * (world.salary / 12)
    dropped = np.zeros(gain.shape, dtype=bool)
    while True:
        free = np.where(dropped, 0, room)
        still = (free * gain).sum(axis=0) / unit + np.where(dropped, low - s.natural, 0).sum(axis=0)
        rooms = free.sum(axis=0)
        load = chi * still / (1 + chi * rooms)
        total = np.where(dropped, low, s.natural + room * (gain / unit - load)).sum(axis=0)
        over = (total > world.hours) & (rooms > 0)
        load = load + np.where(over, (total - world.hours) / np.where(over, rooms, 1), 0)
        effort = np.where(dropped, low, s.natural + room * (gain / unit - load))
        below = ~dropped & (effort < low)
        if not below.any():
            return effort
        dropped = dropped | below


def evidence(
    given: Given, world: SimpleNamespace, facts: SimpleNamespace, s: SimpleNamespace, card: Card | None
) -> None:
    """Effort rises by published effects and goes where it adds to the score."""
    s.effort, s.genuine = s.natural, np.ones_like(s.natural)
    if card is None:
        return
    normal = given.activities.normal
    mean = (normal * card.effect).sum(axis=0) / normal.sum()
    cash = world.cashUplift * (facts.contingent / 0.25) ** 0.25
    uplift = cash + world.awardUplift * np.minimum(1, facts.award_share) * s.freshness
    pull = np.where(mean > 0, np.clip(card.effect / np.where(mean > 0, mean, 1), -0.5, 3), 0)
    s.effort = s.natural * (1 + uplift * pull)
    shows = (card.own_held > 0) & (card.effect > 0)
    share = np.minimum(1, card.own_held / np.where(shows, card.effect, 1))
    s.genuine = np.where(shows, 1 - world.hollow * share, 1)


def planner(given: Given, world: SimpleNamespace, s: SimpleNamespace, value: Column, month: int) -> None:
    """Effort at which marginal value to the firm meets marginal cost, in three rounds from last month's.

    The value of a unit through each channel is [channel][lane].
    """
    s.genuine = np.ones_like(s.natural)
    if month == 0:
        s.effort = s.natural
    for _ in range(3):
        s.effort = np.where(s.vacant, s.effort, _improve(given, world, s, value))


def _improve(given: Given, world: SimpleNamespace, s: SimpleNamespace, value: Column) -> Column:
    """One round: marginal value as a line around the present effort, then the common burden."""
    activities, epsilon = given.activities, world.diminishing
    unit = world.effortCost * (world.salary / 12)
    x = np.maximum(s.theta * s.effort / activities.normal, LEAST_ACTIVITY)
    through = activities.relationship * value[0] + activities.adoption * value[1] + activities.push * value[2]
    worth = s.theta * s.flow * through
    slope = x ** (epsilon - 1)
    bend = np.where(worth > 0, worth * (1 - epsilon) * slope * s.theta / (x * activities.normal), 0)
    harm = np.zeros_like(x)
    for j in activities.pressing:
        steepness = np.where(x[j] > 1, s.theta * s.flow * world.pressureHarm * value[0] / activities.normal[j], 0)
        harm[j] = steepness * (x[j] - 1)
        bend[j] += steepness * s.theta / activities.normal[j]
    stiffness = unit / activities.room + bend
    wish = (worth * slope - harm + bend * s.effort + unit / activities.room * s.natural) / stiffness
    give = 1 / stiffness
    floor = np.maximum(0.5 * s.effort, LEAST_ACTIVITY * activities.normal)
    chi = unit * world.substitution
    is_low = np.zeros(x.shape, dtype=bool)
    while True:
        free = np.where(is_low, 0, give).sum(axis=0)
        still = np.where(is_low, floor, wish).sum(axis=0)
        burden = chi * (still - s.natural.sum(axis=0)) / (1 + chi * free)
        excess = still - burden * free - world.hours
        is_over = (excess > 0) & (free > 0)
        burden = burden + np.where(is_over, excess / np.where(is_over, free, 1), 0)
        below = ~is_low & (wish - burden * give < floor)
        if not below.any():
            return np.where(is_low, floor, wish - burden * give)
        is_low = is_low | below
