"""Accounts of a chunk in a month: revenue, losses, relationships, demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from curve import Column
from tuned_rows import MARGIN, MEANS, PULLED, REFERENCEABLE, REVENUE

if TYPE_CHECKING:
    from tuned_team import Team


def expected_revenue(team: Team) -> None:
    """Expected revenue of each account, and the accounts' states weighted by it."""
    flow, share = team.account_flow, team.by_account
    np.add(team.ln_size, team.states[4], out=flow)
    np.exp(flow, out=flow)
    np.multiply(flow, team.chunk.monthly_size, out=flow)
    np.add.reduce(flow, axis=0, out=team.flow)
    np.divide(1, team.flow, out=team.a)
    np.multiply(flow, team.a, out=share)
    np.multiply(team.states, share, out=team.by_state)
    np.add.reduce(team.by_state, axis=1, out=team.shares)
    if team.board:
        np.multiply(share, share, out=share)
        np.add.reduce(share, axis=0, out=team.concentration)
    np.copyto(team.rows[PULLED], team.shares[3])


def accounts_move(team: Team, month: int) -> None:
    """Revenue booked, accounts lost, relationships, borrowed demand, growth; where the accounts stand."""
    book(team, month)
    lose(team, month)
    chunk, world, t = team.chunk, team.world, team.by_account
    r, s, q, pulled, boost = team.states
    gain, adoption_gain, push = team.three
    np.multiply(boost, chunk.keep_boost, out=boost)
    np.multiply(r, chunk.boost_of_relationship, out=t)
    np.add(boost, t, out=boost)
    np.multiply(q, chunk.boost_of_adoption, out=t)
    np.add(boost, t, out=boost)
    np.multiply(s, 0.75, out=s)
    np.multiply(r, 0.25, out=t)
    np.add(s, t, out=s)
    np.multiply(r, chunk.keep_relationship, out=r)
    np.multiply(gain, world.relationFade, out=team.a)
    np.add(r, team.a, out=r)
    np.add(r, chunk.rapport[month], out=r)
    np.multiply(q, chunk.keep_adoption, out=q)
    np.multiply(adoption_gain, world.adoptionFade, out=team.a)
    np.add(q, team.a, out=q)
    np.multiply(pulled, chunk.keep_pulled, out=pulled)
    np.multiply(push, world.pulled, out=team.a)
    np.add(pulled, team.a, out=pulled)
    np.add(team.ln_size, chunk.growth[month], out=team.ln_size)
    means = team.rows[MEANS]
    np.add.reduce(team.states[:3], axis=1, out=means)
    np.multiply(means, 1 / team.given.accounts, out=means)
    np.minimum(r, s, out=t)
    np.greater_equal(t, 0, out=t)
    np.add.reduce(t, axis=0, out=team.rows[REFERENCEABLE])


def book(team: Team, month: int) -> None:
    """Revenue and margin of the month."""
    world, t, revenue, margin = team.world, team.by_account, team.rows[REVENUE], team.rows[MARGIN]
    np.multiply(team.states[3], world.payback, out=t)
    np.subtract(team.push, t, out=t)
    np.add(t, 1, out=t)
    np.multiply(t, team.account_flow, out=t)
    np.multiply(t, team.chunk.orders[month], out=t)
    np.add.reduce(t, axis=0, out=revenue)
    np.multiply(revenue, world.margin, out=margin)
    np.maximum(team.push, 0, out=team.a)
    np.multiply(team.a, team.flow, out=team.a)
    np.multiply(team.a, world.concession, out=team.a)
    np.subtract(margin, team.a, out=margin)


def lose(team: Team, month: int) -> None:
    """Accounts lost, replaced by smaller ones; what luck alone cost."""
    chunk, world, t, luck = team.chunk, team.world, team.by_account, team.loss_luck
    satisfaction = team.states[1]
    np.multiply(satisfaction, world.churnSlope, out=t)
    np.negative(t, out=t)
    np.exp(t, out=t)
    np.multiply(t, chunk.monthly_churn, out=t)
    np.minimum(t, 0.2, out=t)
    np.multiply(t, team.account_flow, out=t)
    np.add.reduce(t, axis=0, out=luck)
    np.negative(luck, out=luck)
    np.less(satisfaction, chunk.breaking[month], out=team.is_lost)
    places = np.flatnonzero(team.is_lost)
    if places.size:
        lane = places % team.lanes
        luck += np.bincount(lane, team.account_flow.reshape(-1)[places], team.lanes)
        team.lost += np.bincount(lane, minlength=team.lanes)
        team.ln_size.reshape(-1)[places] += chunk.ln_replaced[lane]
        for state, value in zip(team.states, (-0.1, -0.05, -0.2, 0, 0), strict=True):
            state.reshape(-1)[places] = value
    np.multiply(luck, chunk.stake_share, out=luck)


def lifetime_value(team: Team) -> Column:
    """Lifetime value of the accounts at their present satisfaction."""
    world = team.world
    kept = np.exp(-world.churn * np.exp(-world.churnSlope * team.states[1]))
    yearly = 12 * team.chunk.monthly_size * np.exp(team.ln_size + team.states[4]) * world.margin
    return (yearly * kept / (1 + world.firmDiscount - kept)).sum(axis=0)
