"""Outcomes of a chunk: sums over months, finished at the horizon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from curve import Column
from tuned_accounts import lifetime_value
from tuned_rows import (
    ABILITY,
    ACCRUED,
    BASE_PAY,
    EFFORT,
    EFFORT_COST,
    ENJOYED,
    LEFT,
    MARGIN,
    MEANS,
    MOTIVE,
    PAID,
    PULLED,
    PUSH,
    REFERENCEABLE,
    REVENUE,
    SPENT,
    UTILITY,
)

if TYPE_CHECKING:
    from tuned_team import Team


def add_month(team: Team, month: int) -> None:
    """Adds the month to every outcome."""
    chunk, worlds = team.chunk, (-1, team.worlds)
    np.add(team.sums, team.rows, out=team.sums)
    four = team.four.reshape(4, *np.shape(team.a.reshape(worlds)))
    np.multiply(team.rows[:4].reshape(four.shape), chunk.discount[month], out=four)
    np.add(team.discounted, team.four, out=team.discounted)
    a, b = team.a, team.b
    np.multiply(team.loss_luck.reshape(worlds), chunk.lasting[month], out=a.reshape(worlds))
    np.multiply(team.leaving_luck, team.flow, out=b)
    np.multiply(b.reshape(worlds), chunk.discount[month], out=b.reshape(worlds))
    np.add(a, b, out=a)
    np.add(team.bad_luck, a, out=team.bad_luck)
    if month == team.given.months - 1:
        team.lifetime = lifetime_value(team)


def finish(team: Team) -> Column:
    """Means over the team, [outcome][world], in the order given."""
    given, chunk, months = team.given, team.chunk, team.given.months
    horizon = np.tile(chunk.discount[months], given.managers)
    r, s, q, pulled, boost = team.states
    level, to_r, to_s, to_q, to_p, to_b = chunk.legacy
    rest = level + to_r * r + to_s * s + to_q * q + to_p * pulled + to_b * boost
    monthly = chunk.monthly_size * np.exp(team.ln_size) * team.world.margin
    value = team.discounted[MARGIN] + (monthly * rest).sum(axis=0) * horizon
    measuring = team.design.monitoring / 12 * chunk.discount[:months].sum(axis=0)
    hiring = team.world.hiring * team.world.salary
    other = team.discounted[LEFT] * hiring + np.tile(measuring, given.managers)
    mean, yearly = team.sums / months, team.sums * (12 / months)
    effort = mean[EFFORT:]
    means = 1 + mean[MEANS]
    found = {
        "net value": value - team.discounted[ACCRUED] - other,
        "account value": value,
        "reward spend": team.discounted[ACCRUED],
        "hiring and monitoring": other,
        "effort spend": team.discounted[EFFORT_COST],
        "surplus": value - team.discounted[EFFORT_COST] - other,
        "bad luck": team.bad_luck,
        "revenue": yearly[REVENUE],
        "margin": yearly[MARGIN],
        "reward cost": yearly[ACCRUED],
        "cash cost": yearly[SPENT],
        "reward pay": yearly[PAID],
        "non-cash value": yearly[ENJOYED],
        "earnings": yearly[PAID] + mean[BASE_PAY],
        "account retention": 1 - team.lost * (12 / months / given.accounts),
        "relationship": means[0],
        "customer satisfaction": means[1],
        "adoption": means[2],
        "referenceable accounts": mean[REFERENCEABLE] / given.accounts,
        "customer lifetime value": team.lifetime,
        "leavers": yearly[LEFT],
        "ability": mean[ABILITY],
        "effort": team.weights @ effort / team.weights.sum(),
        "effort cost": yearly[EFFORT_COST],
        "motivation": mean[MOTIVE],
        "utility": mean[UTILITY],
        "selling push": mean[PUSH],
        "demand pulled forward": mean[PULLED],
    }
    zero = np.zeros(team.lanes)
    closes = (
        team.board.closes
        if team.board
        else dict.fromkeys(("closing push", "above threshold", "at target", "at cap"), zero)
    )
    named = [one for one in given.outcomes if one.startswith("effort: ")]
    found |= closes | dict(zip(named, effort, strict=True))
    columns = np.array([found[name] for name in given.outcomes])
    return columns.reshape(len(columns), given.managers, team.worlds).mean(axis=1)
