"""Means, shares and quantiles with their 95 % intervals: section 19 of docs/method.md."""

import math
from functools import lru_cache
from statistics import NormalDist

import numpy as np

normal = NormalDist()
Z95 = normal.inv_cdf(0.975)


def beta_fraction(x, a, b):
    """Continued fraction of the incomplete beta function (Lentz)."""
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    fraction = d
    for m in range(1, 500):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + numerator * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + numerator / c
            c = c if abs(c) > tiny else tiny
            fraction *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return fraction


def student_above(t, degrees):
    """P(T > t) for t ≥ 0."""
    a, x = degrees / 2, degrees / (degrees + t * t)
    front = math.exp(math.lgamma(a + 0.5) - math.lgamma(a) - math.lgamma(0.5) + a * math.log(x) + 0.5 * math.log1p(-x))
    if x < (a + 1) / (a + 2.5):
        return front * beta_fraction(x, a, 0.5) / a / 2
    return 0.5 - front * beta_fraction(1 - x, 0.5, a)


@lru_cache(maxsize=None)
def student_quantile(p, degrees):
    """The value a Student t variate stays below with probability p ≥ ½."""
    if p <= 0.5:
        return 0.0 if p == 0.5 else -student_quantile(1 - p, degrees)
    low, high = 0.0, 1.0
    while student_above(high, degrees) > 1 - p:
        low, high = high, 2 * high
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if student_above(middle, degrees) > 1 - p else (low, middle)
    return (low + high) / 2


def variance(values):
    """Divisor count − 1; exactly 0 of a constant column."""
    apart = values - values[0]
    apart = apart - apart.mean()
    return float(apart @ apart) / (len(values) - 1)


def estimate(values):
    """Mean of independent values, Student's t."""
    count, mean = len(values), math.fsum(values) / len(values)
    if count == 1:
        return dict(mean=mean, standardError=math.inf, low=-math.inf, high=math.inf, count=1)
    error = math.sqrt(variance(values) / count)
    reach = student_quantile(0.975, count - 1) * error
    return dict(mean=mean, standardError=error, low=mean - reach, high=mean + reach, count=count)


def block_means(values, size):
    """Means of so many values after another; what is left over at the end is not taken."""
    blocks = len(values) // size
    return values[: blocks * size].reshape(blocks, size).mean(axis=1) if size > 1 else values


def share_at(share, spread, most, degrees):
    """Wilson's interval of a share at the number of values that would vary by `spread`, at `most` where it does not vary."""
    free = share * (1 - share)
    effective = free / spread if spread > 0 and free > 0 else most
    reach = student_quantile(0.975, degrees)
    weight = reach * reach / effective
    centre = (share + weight / 2) / (1 + weight)
    width = reach * math.sqrt(free / effective + weight / (4 * effective)) / (1 + weight)
    low, high = (0.0 if share == 0 else centre - width), (1.0 if share == 1 else centre + width)
    return dict(share=share, standardError=width / reach, low=low, high=high)


def quantile7(ordered, p):
    """Type 7 of Hyndman and Fan (1996), of values in ascending order."""
    place = (len(ordered) - 1) * p
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (place - below) * (ordered[above] - ordered[below]))


def quantile(values, p, size, plan_error):
    """A quantile over worlds with its interval; `size` worlds count as one independent value."""
    ordered = np.sort(values)
    value = quantile7(ordered, p)
    low, high = order_ends(ordered, p) if size == 1 else share_ends(values, ordered, value, size)
    if plan_error > 0:
        low = value - math.hypot(value - low, Z95 * plan_error)
        high = value + math.hypot(high - value, Z95 * plan_error)
    return dict(value=value, low=low, high=high)


def share_ends(values, ordered, value, size):
    """The quantiles at the ends of the interval of the share of worlds below (Woodruff 1952)."""
    passed = block_means((values <= value).astype(float), size)
    if len(passed) == 1:
        found = dict(low=0.0, high=1.0)
    else:
        found = share_at(passed.mean(), variance(passed) / len(passed), len(passed) * size, len(passed) - 1)
    return min(value, quantile7(ordered, found["low"])), max(value, quantile7(ordered, found["high"]))


def order_ends(ordered, p):
    """Order statistics with at most 2.5 % on either side (Conover 1999, §3.2)."""
    n = len(ordered)
    log = [math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1) for k in range(n + 1)]
    weights = np.exp([one + k * math.log(p) + (n - k) * math.log1p(-p) for k, one in enumerate(log)])
    low = int(np.argmax(np.cumsum(weights) > 0.025))
    high = n - int(np.argmax(np.cumsum(weights[::-1]) > 0.025))
    return (float(ordered[low - 1]) if low > 0 else -math.inf), (float(ordered[high]) if high < n else math.inf)


def jackknifed(without):
    """Variance of a statistic from its values without each of some groups."""
    without = np.asarray(without)
    return (len(without) - 1) / len(without) * float(((without - without.mean()) ** 2).sum())
