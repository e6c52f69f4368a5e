"""Managers of a chunk after the month: learning, staying, succession."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tuned_rows import EFFORT_COST, LEFT, MEANS, UTILITY

OUTSIDE_PAY = 1.25

if TYPE_CHECKING:
    from tuned_team import Team


def learn(team: Team) -> None:
    """Ability, tenure, freshness of recognition and motivation move on."""
    if team.trains:
        kept = team.ln_ability[team.vacant]
        np.multiply(team.ln_at_hire, 0.2, out=team.a)
        np.add(team.a, team.gained, out=team.a)
        np.multiply(team.a, 1 / 12, out=team.a)
        np.multiply(team.ln_ability, 1 - 0.2 / 12, out=team.ln_ability)
        np.add(team.ln_ability, team.a, out=team.ln_ability)
        team.ln_ability[team.vacant] = kept
        np.exp(team.ln_ability, out=team.ability)
    np.add(team.tenure, team.filled, out=team.tenure)
    if team.has_awards:
        np.subtract(1, team.freshness, out=team.a)
        np.multiply(team.a, team.world.freshnessBack, out=team.a)
        np.add(team.freshness, team.a, out=team.freshness)
    if team.responds:
        np.multiply(team.tenth_support, team.freshness, out=team.a)
        np.add(team.a, team.tenth_goal, out=team.a)
        np.multiply(team.motive, 0.9, out=team.motive)
        np.add(team.motive, team.a, out=team.motive)


def stay(team: Team, month: int) -> None:
    """Utility of staying against the best job elsewhere, and who leaves."""
    world, chunk, utility, a, b = team.world, team.chunk, team.rows[UTILITY], team.a, team.b
    np.multiply(team.motive, world.salary, out=utility)
    np.multiply(utility, 0.5, out=utility)
    np.add(utility, team.base_utility, out=utility)
    np.add(utility, team.raised, out=utility)
    if team.board:
        np.add(utility, team.reward_utility, out=utility)
        np.multiply(team.accrued_pay, world.handcuff, out=a)
        np.multiply(a, 0.5, out=a)
        np.add(utility, a, out=utility)
        np.multiply(team.pay_variance, chunk.half_risk, out=a)
        np.subtract(utility, a, out=utility)
    if team.foresees:
        np.multiply(team.rows[EFFORT_COST], 12, out=a)
        np.subtract(utility, a, out=utility)
    np.sqrt(team.theta, out=a)
    np.multiply(a, world.salary, out=a)
    np.multiply(a, OUTSIDE_PAY, out=a)
    np.divide(utility, a, out=a)
    np.less(a, chunk.parting[month], out=team.is_left)
    np.copyto(team.rows[LEFT], team.is_left)
    team.rows[LEFT][team.vacant] = 0
    np.subtract(1, a, out=b)
    np.multiply(b, world.quitSlope, out=b)
    np.exp(b, out=b)
    np.multiply(b, chunk.monthly_quits, out=b)
    np.minimum(b, 0.3, out=b)
    np.subtract(team.rows[LEFT], b, out=team.leaving_luck)
    team.leaving_luck[team.vacant] = 0


def succeed(team: Team) -> None:
    """Leavers take part of the relationships along; successors come when the seat has been vacant long enough."""
    world = team.world
    leavers = np.flatnonzero(team.rows[LEFT])
    if team.vacant.size:
        team.vacancy[team.vacant] -= 1
    if leavers.size:
        for state, share in ((0, 1.0), (2, 0.5)):
            kept = 1 - share * world.handover[leavers]
            team.states[state][:, leavers] = (1 + team.states[state][:, leavers]) * kept - 1
            means = team.rows[MEANS][state]
            means[leavers] = (1 + means[leavers]) * kept - 1
        team.raised[leavers] = 0
        team.vacancy[leavers] = world.vacancy[leavers]
        if team.board:
            team.board.served[leavers] = 0
    waiting = np.concatenate([team.vacant, leavers])
    if not waiting.size:
        return
    hire(team, waiting[team.vacancy[waiting] <= 0])
    team.vacant = np.flatnonzero(team.vacancy > 0)
    team.filled.fill(1)
    team.filled[team.vacant] = 0


def hire(team: Team, seats: np.ndarray) -> None:
    """Successors, abler where pay is higher and more contingent."""
    world, chunk, at = team.world, team.chunk, team.hires[seats]
    team.vacancy[seats] = 0
    team.tenure[seats] = 0
    team.motive[seats] = 1
    team.freshness[seats] = 1
    is_seller = chunk.background[at, seats] == 1
    team.mixed[:, seats] = np.where(is_seller, team.given.activities.ex_sales, 1)
    offered = world.attraction[seats] * (team.expected_pay[seats] / (world.salary[seats] * OUTSIDE_PAY) - 1)
    sorted_in = world.sorting[seats] * np.minimum(0.4, team.contingent[seats])
    ability = world.abilitySpread[seats] * (chunk.talent[at, seats] + offered + sorted_in)
    team.ln_ability[seats] = ability
    team.ln_at_hire[seats] = ability
    team.ability[seats] = np.exp(ability)
    team.hires[seats] += 1
