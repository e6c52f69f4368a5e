"""Shares of draws, verdicts and the split of a variance: section 19 of docs/method.md."""

import math
from dataclasses import dataclass

import numpy as np

from estimates import Z95, block_means, estimate, jackknifed, share_at, student_quantile, variance
from run import luck_of_means

GROUPS = 20


@dataclass
class Between:
    """How a column varies with the draws of the assumptions, luck apart."""

    value: float
    low: float
    high: float
    linear: float
    beside: float
    means: np.ndarray
    line: np.ndarray
    rest: np.ndarray


def between_draws(values, sharpen):
    """Nested analysis of variance; of σ²_A what the draws explain linearly is known best."""
    means = block_means(values, sharpen.lucks)
    count = len(means)
    if count < 2:
        none = np.zeros(count)
        return Between(0.0, 0.0, math.inf, 0.0, 0.0, means, none, none)
    luck = luck_of_means(values, sharpen.lucks)
    apart = means - means.mean()
    fitted = sharpen.predict(values)
    spread = float(fitted @ fitted)
    slope = max(0.0, float(apart @ fitted) / spread) if spread > 0 else 0.0
    rest = apart - slope * fitted
    errors = lambda one: estimate(block_means(one, sharpen.size // sharpen.lucks))
    total = errors(apart * apart * count / (count - 1) - luck)
    line = errors(slope * fitted * (2 * apart - slope * fitted))
    linear = slope * slope * spread / (count - 1)
    value = linear + max(0.0, total["mean"] - linear)
    low = min(value, max(0.0, linear - (line["high"] - line["mean"]), total["low"]))
    return Between(value, low, max(value, total["high"]), linear, variance(rest), means, slope * fitted, rest)


def shrinkage(wanted, found):
    factor = math.sqrt(wanted / found) if found > 0 else 0.0
    return 1.0 if abs(factor - 1) < 1e-9 else factor


def expectations(between, mean, spread):
    """By draw: the expected value, with this mean and variance over draws."""
    along = shrinkage(min(between.linear, spread), between.linear)
    across = shrinkage(max(0.0, spread - between.linear), between.beside)
    if along == 0 and across == 0:
        return np.full(len(between.means), mean)
    shift = mean - math.fsum(between.means) / len(between.means)
    return between.means + shift + (along - 1) * between.line + (across - 1) * between.rest


def share_of_draws(between, mean, test):
    """Share of draws in which the expected value passes; its interval adds up what three unknowns do, squared."""
    at = lambda middle, spread: float(np.mean(test(expectations(between, middle, spread))))
    share = at(mean["mean"], between.value)
    if len(between.means) < 2:
        return dict(share=share, standardError=math.inf, low=0.0, high=1.0)
    values = expectations(between, mean["mean"], between.value)
    shape = shape_of(values, share, test)
    ends = [
        (at(mean["low"], between.value), at(mean["high"], between.value)),
        (at(mean["mean"], between.low), at(mean["mean"], between.high)),
        (shape["low"], shape["high"]),
    ]
    below = math.sqrt(sum((share - min(share, *pair)) ** 2 for pair in ends[:2]) + (share - shape["low"]) ** 2)
    above = math.sqrt(sum((max(share, *pair) - share) ** 2 for pair in ends[:2]) + (shape["high"] - share) ** 2)
    low, high = max(0.0, share - below), min(1.0, share + above)
    return dict(share=share, standardError=(high - low) / 2 / student_quantile(0.975, 1e6), low=low, high=high)


def standard(values):
    deviation = math.sqrt(variance(values)) if len(values) > 1 else 0.0
    return (values - values.mean()) / deviation if deviation > 0 else np.zeros(len(values))


def shape_of(values, share, test):
    """Groups of draws are left out in turn, the rest set to the same mean and variance."""
    count = len(values)
    many = min(GROUPS, count)
    group = np.arange(count) * many // count
    spread = math.sqrt(variance(values))
    middle = math.fsum(values) / count
    without = [float(np.mean(test(middle + spread * standard(values[group != g])))) for g in range(many)]
    return share_at(share, jackknifed(without), count, many - 1)


def is_clear(share, clear=0.75):
    return share["share"] >= clear and share["low"] > 0.5


def verdict(difference, better, worse, smallest):
    mean, low, high = difference["mean"], difference["low"], difference["high"]
    if (low > -smallest and high < smallest) or (low == 0 and high == 0):
        return "practically equal"
    for word, middle, end, share in (("better", mean, low, better), ("worse", -mean, -high, worse)):
        if end >= smallest and end > 0 and is_clear(share):
            return f"clearly {word}"
        if middle >= smallest and end > 0 and share["share"] > 0.5:
            return f"probably {word}"
    return "too close to call"


def contrast(own, other, sign, smallest, sharpen):
    """One column against another: difference, share of draws in which it is better, verdict where a smallest difference is known."""
    gap = own - other
    difference = estimate(sharpen(gap["steady"]))
    if sign == 0 or not own["by_world"]:
        return dict(difference=difference)
    between = between_draws(gap["calm"], sharpen)
    better = share_of_draws(between, difference, lambda e: sign * e > 0)
    if smallest is None:
        return dict(difference=difference, better=better)
    worse = share_of_draws(between, difference, lambda e: sign * e < 0)
    turned = difference if sign == 1 else dict(difference, mean=-difference["mean"], low=-difference["high"], high=-difference["low"])
    return dict(difference=difference, better=better, verdict=verdict(turned, better, worse, smallest))


def variance_split(gaps, sharpen):
    """Luck, assumptions and response of a difference; `gaps` by response that counts. None where draws have one luck."""
    names = list(gaps)
    if sharpen.lucks < 2 or not gaps or len(gaps[names[0]]["values"]) < 2 * sharpen.lucks:
        return None
    lucks = [estimate(luck_of_means(gaps[name]["values"], sharpen.lucks) * sharpen.lucks) for name in names]
    betweens = [between_draws(gaps[name]["calm"], sharpen) for name in names]
    mean = lambda numbers: sum(numbers) / len(names)
    parts = dict(
        luck=dict(
            value=mean(one["mean"] for one in lucks),
            low=mean(max(0.0, one["low"]) for one in lucks),
            high=mean(one["high"] for one in lucks),
        ),
        assumptions=dict(
            value=mean(one.value for one in betweens),
            low=mean(one.low for one in betweens),
            high=mean(one.high for one in betweens),
        ),
        response=between_responses([sharpen(gaps[name]["steady"]) for name in names]),
    )
    whole = sum(one["value"] for one in parts.values())
    for one in parts.values():
        one["share"] = one["value"] / whole if whole > 0 else 0.0
    return dict(parts, responses=names)


def between_responses(columns):
    """Variance of expected differences between responses, less what Monte Carlo error adds to it."""
    columns = np.array(columns)
    apart = columns - columns.mean(axis=0)
    found = [estimate(one) for one in apart]
    value = sum(one["mean"] ** 2 - one["standardError"] ** 2 for one in found) / len(columns)
    moves = 2 / len(columns) * sum(one["mean"] * row for one, row in zip(found, apart))
    reach = student_quantile(0.975, columns.shape[1] - 1) * estimate(moves)["standardError"]
    kept = max(0.0, value)
    return dict(value=kept, low=max(0.0, kept - reach), high=kept + reach)


__all__ = ["Z95", "between_draws", "contrast", "share_of_draws", "variance_split", "verdict"]
