"""Payout curves in one form, and what they pay on average when the score is normal."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]

ROOT_TWO_PI = 2.5066282746310002
STEPS = 256
REACH = 8.5
CENTRE = int(STEPS * REACH)


def _exact_cdf(z: Column) -> Column:
    """Distribution of the standard normal by its continued fraction and series: slow, to 1e-15."""
    size = np.abs(z)
    density = np.exp(-0.5 * z * z) / ROOT_TWO_PI
    term = total = size.copy()
    for n in range(1, 200):
        term = term * size * size / (2 * n + 1)
        total = total + term
    below = 0.5 + density * total
    fraction = size.copy()
    for n in range(200, 0, -1):
        fraction = size + n / np.maximum(fraction, 1e-300)
    below = np.where(size > 3, 1 - density / np.maximum(fraction, 1e-300), below)
    return np.where(z < 0, 1 - below, below)


CDF = _exact_cdf(np.arange(-CENTRE, CENTRE + 1) / STEPS)
# The lower half from the upper tail, so that it keeps its digits.
CDF[:CENTRE] = 1 - CDF[:CENTRE:-1]


CDF[0], CDF[-1] = 0, 1


def density(z: Column) -> Column:
    """Density of the standard normal; 0 beyond the reach."""
    return np.where(np.abs(z) < REACH, np.exp(-0.5 * z * z) / ROOT_TWO_PI, 0)


def cdf(z: Column, at_z: Column) -> Column:
    """Distribution of the standard normal given its density at z, to 1e-12; 0 or 1 beyond the reach."""
    inside = np.clip(z, -REACH, REACH)
    knot = np.rint(inside * STEPS)
    d = inside - knot / STEPS
    return CDF[knot.astype(np.intp) + CENTRE] + at_z * d * (1 + d * (0.5 * inside + d * (inside * inside - 1) / 6))


@dataclass(frozen=True)
class Curve:
    """pay(A) = base + rate A + sum of jumps reached + sum of kinks (A - at)+, in units of the amount at target.

    Knots are the triples (where, jump, kink) of the expected payout.
    """

    base: float
    rate: float
    jump_at: tuple[float, ...]
    jump: tuple[float, ...]
    kink_at: tuple[float, ...]
    kink: tuple[float, ...]
    knots: tuple[tuple[float, float, float], ...]
    threshold: float
    cap: float

    def pay(self, score: Column) -> Column:
        """Payout at a score; a tie at a jump pays the higher side."""
        total = self.base + self.rate * score
        for at, jump in zip(self.jump_at, self.jump, strict=True):
            total = total + jump * (score >= at)
        for at, kink in zip(self.kink_at, self.kink, strict=True):
            total = total + kink * np.maximum(score - at, 0)
        return total

    def expected(self, mean: Column, sd: Column) -> tuple[Column, Column, Column]:
        """Expected payout, its slope in the mean, and the slope's own slope."""
        pay = self.base + self.rate * mean
        slope = np.full_like(mean, self.rate)
        bend = np.zeros_like(mean)
        for at, jump, kink in self.knots:
            z = (mean - at) / sd
            p = density(z)
            below = cdf(z, p)
            pay = pay + jump * below + kink * sd * (z * below + p)
            slope = slope + jump * p / sd + kink * below
            bend = bend + p / sd * (kink - jump * z / sd)
        return pay, slope, bend

    def steepest(self, sd: Column) -> Column:
        """Largest slope any mean can have at this SD."""
        slope = np.full_like(sd, max(0.0, self.rate))
        for jump in self.jump:
            slope = slope + max(0.0, jump) / ROOT_TWO_PI / sd
        return slope + sum(max(0.0, kink) for kink in self.kink)
