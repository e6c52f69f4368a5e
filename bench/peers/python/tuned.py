"""The model tuned for numpy: worlds in chunks that stay in cache, buffers made once and written with out=.

Rare events (accounts lost, managers leaving, vacant seats) are set by index instead of by mask.
"""

# ruff: noqa: I001

from itertools import pairwise

import one_thread  # noqa: F401  (before numpy)
import numpy as np
from curve import Column
from given import Given, Task, main
from tuned_accounts import accounts_move, expected_revenue
from tuned_chunk import Chunk
from tuned_outcomes import add_month, finish
from tuned_people import learn, stay, succeed
from tuned_team import Team

# Lanes of a chunk: fewer make calls dear, more leave the cache.
LANES = 4096


def play(given: Given) -> Column:
    """Outcomes of all tasks, [task][outcome][world]."""
    worlds = max(1, LANES // given.managers)
    chunks = -(-given.worlds // worlds)
    bounds = [given.worlds * k // chunks for k in range(chunks + 1)]
    out = np.empty((len(given.tasks), len(given.outcomes), given.worlds))
    for first, last in pairwise(bounds):
        chunk = Chunk(given, first, last)
        team = Team(chunk)
        for k, task in enumerate(given.tasks):
            out[k, :, first:last] = play_task(team, task)
    return out


def play_task(team: Team, task: Task) -> Column:
    """Outcomes of one task in the chunk, [outcome][world]."""
    team.start(task)
    for month in range(team.given.months):
        team.capacity()
        expected_revenue(team)
        team.decide(month)
        team.work()
        accounts_move(team, month)
        team.pay(month)
        learn(team)
        stay(team, month)
        add_month(team, month)
        succeed(team)
    return finish(team)


if __name__ == "__main__":
    main(play)
