"""Expected payouts of many lanes in buffers made once: all knots of a curve at the same time."""

import numpy as np

from curve import CDF, CENTRE, REACH, ROOT_TWO_PI, STEPS, Column, Curve

# From knot 0 upwards, then from the lowest knot: a negative place counts from the end.
TABLE = np.roll(CDF, -CENTRE)


class Expectation:
    """Expected payout of a curve, its slope and its bend, for up to a number of lanes."""

    def __init__(self, curve: Curve, lanes: int) -> None:
        knots = len(curve.knots)
        self.curve, self.knots = curve, knots
        self.at = np.array([[at] for at, _, _ in curve.knots])
        self.jump = np.array([jump for _, jump, _ in curve.knots])
        self.kink = np.array([kink for _, _, kink in curve.knots])
        self.has_jumps, self.has_kinks = bool(self.jump.any()), bool(self.kink.any())
        self.buffers = np.empty(6 * knots * lanes)
        self.places = np.empty(knots * lanes, dtype=np.intp)
        self.columns = np.empty(5 * lanes)

    def slopes(self, mean: Column, sd: Column) -> tuple[Column, Column]:
        """Slope and bend of the expected payout in the mean; valid until the next call."""
        knots, lanes = self.knots, mean.size
        z, inside, near, d, density, below = self.buffers[: 6 * knots * lanes].reshape(6, knots, lanes)
        _, slope, bend, per, scratch = self.columns[: 5 * lanes].reshape(5, lanes)
        np.divide(1, sd, out=per)
        np.subtract(mean, self.at, out=z)
        np.multiply(z, per, out=z)
        self._density(z, near, inside, density)
        slope.fill(self.curve.rate)
        bend.fill(0)
        if self.has_kinks:
            self._distribution(z, inside, near, d, density, below)
            np.dot(self.kink, below, out=scratch)
            np.add(slope, scratch, out=slope)
            np.dot(self.kink, density, out=bend)
        if self.has_jumps:
            np.dot(self.jump, density, out=scratch)
            np.multiply(scratch, per, out=scratch)
            np.add(slope, scratch, out=slope)
            np.multiply(z, density, out=near)
            np.dot(self.jump, near, out=scratch)
            np.multiply(scratch, per, out=scratch)
            np.subtract(bend, scratch, out=bend)
        np.multiply(bend, per, out=bend)
        return slope, bend

    def pay(self, mean: Column, sd: Column) -> tuple[Column, Column]:
        """Expected payout and its slope; valid until the next call."""
        slope, _ = self.slopes(mean, sd)
        knots, lanes = self.knots, mean.size
        z, inside, near, d, density, below = self.buffers[: 6 * knots * lanes].reshape(6, knots, lanes)
        pay, _, _, _, scratch = self.columns[: 5 * lanes].reshape(5, lanes)
        if not self.has_kinks:
            self._distribution(z, inside, near, d, density, below)
        np.multiply(mean, self.curve.rate, out=pay)
        np.add(pay, self.curve.base, out=pay)
        if self.has_jumps:
            np.dot(self.jump, below, out=scratch)
            np.add(pay, scratch, out=pay)
        if self.has_kinks:
            np.multiply(z, below, out=near)
            np.add(near, density, out=near)
            np.dot(self.kink, near, out=scratch)
            np.multiply(scratch, sd, out=scratch)
            np.add(pay, scratch, out=pay)
        return pay, slope

    @staticmethod
    def _density(z: Column, near: Column, inside: Column, density: Column) -> None:
        """Density of the standard normal; 0 beyond the reach."""
        np.multiply(z, z, out=density)
        np.less(density, REACH * REACH, out=inside)
        np.multiply(density, -0.5, out=density)
        np.exp(density, out=density)
        np.multiply(inside, 1 / ROOT_TWO_PI, out=inside)
        np.multiply(density, inside, out=density)

    def _distribution(self, z: Column, inside: Column, near: Column, d: Column, density: Column, below: Column) -> None:
        """Distribution of the standard normal: d (1 + d (z/2 + d (z^2 - 1)/6)) density from the nearest knot."""
        places = self.places[: z.size].reshape(z.shape)
        np.maximum(z, -REACH, out=inside)
        np.minimum(inside, REACH, out=inside)
        np.multiply(inside, STEPS, out=near)
        np.rint(near, out=near)
        np.copyto(places, near, casting="unsafe")
        TABLE.take(places, out=below, mode="wrap")
        np.multiply(near, 1 / STEPS, out=near)
        np.subtract(inside, near, out=d)
        np.multiply(inside, inside, out=near)
        np.subtract(near, 1, out=near)
        np.multiply(near, d, out=near)
        np.multiply(near, 1 / 6, out=near)
        np.multiply(inside, 0.5, out=inside)
        np.add(near, inside, out=near)
        np.multiply(near, d, out=near)
        np.add(near, 1, out=near)
        np.multiply(near, d, out=near)
        np.multiply(near, density, out=near)
        np.add(below, near, out=below)
