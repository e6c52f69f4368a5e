"""The scalar search of a month: what a score point is worth, by Newton steps in the lanes still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from curve import Column
from tuned_curve import Expectation

if TYPE_CHECKING:
    from tuned_card import Board

MOST_STEPS = 100
PRECISE = 1e-11
LAST_STEP = 1e-6


def solve_stake(expectation: Expectation, board: Board, value: Column) -> None:
    """Solves Q = value * current * slope(lin + gain Q, spread) from last month's Q; lanes leave when precise."""
    stake, sd, lin, gain = board.stake, board.spread, board.lin, board.gain
    factor = value * board.current
    most = factor * expectation.curve.steepest(sd)
    lane: np.ndarray | None = None
    # Rows: factor, line, uncertainty, bracket, last step, place.
    pack = np.array([factor, lin, gain, sd, np.zeros_like(most), most, most, np.minimum(stake, most)])
    if not (most > 0).all():
        stake[most <= 0] = 0
        lane = np.flatnonzero(most > 0)
        pack = pack.take(lane, axis=1)
    for _ in range(MOST_STEPS):
        if not pack.size:
            return
        is_open, found = _step(expectation, pack)
        if lane is None:
            np.copyto(stake, found)
            lane = is_open
        else:
            stake[lane] = found
            lane = lane[is_open]
        pack = pack.take(is_open, axis=1)


def _step(expectation: Expectation, pack: Column) -> tuple[np.ndarray, Column]:
    """One step of the search: places of the lanes still open, and what each lane has found."""
    factor, lin, gain, sd, low, high, before, x = pack
    slope, bend = expectation.slopes(lin + gain * x, sd)
    gap = factor * slope
    np.subtract(gap, x, out=gap)
    rises = gap >= 0
    np.copyto(low, x, where=rises)
    np.logical_not(rises, out=rises)
    np.copyto(high, x, where=rises)
    np.multiply(bend, factor, out=bend)
    np.multiply(bend, gain, out=bend)
    np.subtract(bend, 1, out=bend)
    np.divide(gap, bend, out=gap)
    newton = x - gap
    change = np.abs(newton - x)
    size = 1 + x
    is_kept = (newton > low) & (newton < high) & (change <= 0.5 * before)
    is_last = (is_kept & (change <= LAST_STEP * size)) | (change <= PRECISE * size)
    following = np.where(is_kept, newton, 0.5 * (low + high))
    np.abs(following - x, out=before)
    is_done = is_last | (before <= PRECISE * size)
    np.copyto(x, following)
    np.copyto(following, newton, where=is_last)
    return np.flatnonzero(~is_done), following
