"""Holds what was worked out against what RewardLab says, number by number."""

import math

# 4,096 draws decide a probability of being best: four of its standard errors are allowed for
CHANCE_DRAWS = 4096
TOLERANCE = 1e-7


def differences(said, found, allowed, place=""):
    """
    Every number, verdict and name in `said` (JSON of a result) that is not in `found`, or is another there. `allowed` names parts that are
    copied from the scenario file or the run's settings.
    """
    if any(place.endswith(one) for one in allowed):
        return
    if isinstance(said, dict):
        for key, one in said.items():
            if key in allowed:
                continue
            if not isinstance(found, dict) or key not in found:
                yield f"{place}.{key}: not worked out"
            else:
                yield from differences(one, found[key], allowed, f"{place}.{key}")
    elif isinstance(said, list):
        if not isinstance(found, list) or len(said) != len(found):
            yield f"{place}: {len(said)} there, {len(found) if isinstance(found, list) else 'none'} worked out"
        else:
            for k, (one, other) in enumerate(zip(said, found)):
                yield from differences(one, other, allowed, f"{place}[{k}]")
    elif not same(said, found, place):
        yield f"{place}: {said} there, {found} worked out"


def same(said, found, place):
    if isinstance(said, str) and said in ("infinity", "-infinity"):
        said = math.inf if said == "infinity" else -math.inf
    if isinstance(said, bool) or not isinstance(said, (int, float)):
        return said == found
    if place.endswith(".probability"):
        return abs(said - found) <= 4 * math.sqrt(max(found * (1 - found), 1e-4) / CHANCE_DRAWS)
    if math.isinf(said):
        return said == found
    return abs(said - found) <= TOLERANCE * max(1e-3, abs(said))
