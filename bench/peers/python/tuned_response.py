"""How managers of a chunk respond: by foresight or by published effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from curve import Column
from tuned_newton import solve_stake

if TYPE_CHECKING:
    from tuned_card import Board
    from tuned_team import Team


def look_ahead(board: Board, month: int) -> None:
    """Effort by what a score point at the close is worth, given what is still uncertain."""
    team, world, tables = board.team, board.world, board.tables
    left = board.period(month)[1] - month
    firm = board.chunk.of_world
    value = board.chunk.tile(firm["presentBias"] * firm["keepMonth"] ** left)
    later_stake = team.c
    np.multiply(board.worth, board.slope_at_target, out=later_stake)
    np.multiply(later_stake, value, out=later_stake)
    now, rest, _ = board.reached
    np.multiply(rest, later_stake, out=rest)
    loads = tables.loads[:, None] * tables.month_share[month]
    np.add(board.by_world(now), loads, out=board.by_world(now))  # readings and results
    line(board, now, rest)
    solve_stake(board.expectation, board, value)
    total = now
    np.multiply(now, board.stake, out=total)
    np.add(total, rest, out=total)
    own, stake = board.by_world(board.own), board.by_world(board.stake)
    np.multiply(stake, loads, out=own)
    with np.errstate(divide="ignore", invalid="ignore"):
        np.divide(board.own, total, out=board.own)
    np.fmax(board.own, 0, out=board.own)
    np.fmin(board.own, 1, out=board.own)
    np.multiply(board.own, world.hollow, out=board.own)
    np.subtract(1, board.own, out=team.genuine)
    best_response(team, total)


def line(board: Board, unit: Column, rest: Column) -> None:
    """The forecast as a line in the stake, by best response without bounds."""
    team, chunk = board.team, board.chunk
    rooms, stiffness, room = team.rooms, team.stiffness, team.given.activities.room.sum()
    lift, crowd, pull, other = team.a, team.b, board.part, board.mean
    np.dot(rooms, board.effect, out=lift)
    np.dot(rooms, unit, out=pull)
    np.dot(rooms, rest, out=other)
    np.multiply(board.world.substitution, room, out=crowd)
    np.add(crowd, 1, out=crowd)
    np.divide(board.world.substitution, crowd, out=crowd)
    np.multiply(crowd, lift, out=crowd)
    for towards, by, burden in ((board.lin, rest, other), (board.gain, unit, pull)):
        np.multiply(board.effect, by, out=board.t)
        np.dot(1 / stiffness[:, 0], board.t, out=towards)
        np.multiply(burden, crowd, out=burden)
        np.subtract(towards, burden, out=towards)
        np.divide(towards, chunk.cost_unit, out=towards)
        towards[team.vacant] = 0
    np.add(board.lin, board.base, out=board.lin)


def evidence(board: Board) -> None:
    """Effort rises by published effects and goes where it adds to the score."""
    team, world = board.team, board.world
    mean, uplift = team.a, team.b
    np.add.reduce(board.effect, axis=0, out=mean)
    np.multiply(mean, 1 / team.weights.sum(), out=mean)
    shows = mean > 0
    np.copyto(mean, np.where(shows, 1 / np.where(shows, mean, 1), 0))
    np.multiply(board.effect, mean, out=board.t)
    np.multiply(board.t, 1 / team.normal, out=board.t)
    np.clip(board.t, -0.5, 3, out=board.t)
    np.multiply(world.awardUplift, team.award_share, out=uplift)
    np.multiply(uplift, team.freshness, out=uplift)
    np.add(uplift, world.cashUplift * (team.contingent / 0.25) ** 0.25, out=uplift)
    np.multiply(board.t, uplift, out=board.t)
    np.add(board.t, 1, out=board.t)
    np.multiply(board.t, team.natural, out=team.effort)
    with np.errstate(divide="ignore", invalid="ignore"):
        np.divide(board.rest_loads[:, None], board.by_world(board.effect), out=board.by_world(board.own))
    np.fmax(board.own, 0, out=board.own)
    np.fmin(board.own, 1, out=board.own)
    np.multiply(board.own, world.hollow, out=board.own)
    np.subtract(1, board.own, out=team.genuine)


def best_response(team: Team, gain: Column) -> None:
    """Effort that maximises reward less cost within a month's hours; gains and efforts per normal share."""
    world, natural, effort = team.world, team.natural, team.effort
    unit, chi = team.chunk.cost_unit, world.substitution
    room = team.given.activities.room.sum()
    pull, load, total = team.a, team.b, team.c
    np.dot(team.rooms, gain, out=pull)
    np.divide(pull, unit, out=pull)
    np.multiply(chi, room, out=load)
    np.add(load, 1, out=load)
    np.divide(chi, load, out=load)
    np.multiply(load, pull, out=load)
    np.dot(team.weights, natural, out=total)
    np.add(total, pull, out=total)
    np.multiply(load, room, out=pull)
    np.subtract(total, pull, out=total)
    np.subtract(total, world.hours, out=total)
    np.maximum(total, 0, out=total)
    np.multiply(total, 1 / room, out=total)
    np.add(load, total, out=load)
    t = team.t
    np.divide(gain, unit, out=effort)
    np.multiply(effort, 1 / team.stiffness, out=effort)
    np.multiply(load, team.rooms[:, None], out=t)
    np.subtract(effort, t, out=effort)
    np.add(effort, natural, out=effort)
    np.multiply(effort, team.normal, out=t)
    np.minimum.reduce(t, axis=0, out=total)
    lane = np.flatnonzero(total < world.leastEffort)
    if lane.size:
        effort[:, lane] = _bounded(team, gain[:, lane] / team.normal, lane, t[:, lane]) / team.normal


def _bounded(team: Team, gain: Column, lane: np.ndarray, effort: Column) -> Column:
    """The same for lanes in which an activity would fall below the least: it is dropped and the rest solved again."""
    world, room = team.world, team.given.activities.room
    natural = team.natural[:, lane] * team.normal
    unit, chi, low, hours = (
        one[lane] for one in (team.chunk.cost_unit, world.substitution, world.leastEffort, world.hours)
    )
    dropped = effort < low
    while True:
        free = np.where(dropped, 0, room)
        still = (free * gain).sum(axis=0) / unit + np.where(dropped, low - natural, 0).sum(axis=0)
        rooms = free.sum(axis=0)
        load = chi * still / (1 + chi * rooms)
        total = np.where(dropped, low, natural + room * (gain / unit - load)).sum(axis=0)
        over = (total > hours) & (rooms > 0)
        load = load + np.where(over, (total - hours) / np.where(over, rooms, 1), 0)
        effort = np.where(dropped, low, natural + room * (gain / unit - load))
        below = ~dropped & (effort < low)
        if not below.any():
            return effort
        dropped = dropped | below
