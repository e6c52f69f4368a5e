"""The answer of a run, worked out from its tables, in the shape of `headline(run)`, `compare(run)`, `factorial(run)` and `testHypotheses(run)`."""

import math
from itertools import combinations

import numpy as np

from best import ranking
from drivers import drivers, mean_of_some
from estimates import block_means, estimate, quantile, student_quantile
from plans import Plans
from run import Column, Sharpen
from shares import between_draws, contrast, is_clear, share_of_draws, variance_split
from tables import rows_of

USUAL = ["net value", "account value", "reward cost", "cash cost", "leavers", "at target", "effort", "return on reward spend"]
BUDGETED = ["reward cost", "cash cost", "reward spend", "hiring and monitoring"]


def some(**parts):
    """A dict without what there is not."""
    return {key: value for key, value in parts.items() if value is not None}


def compare(run, outcomes=None, response=None):
    response = response or run.response
    names = outcomes or [one for one in USUAL if one in run.outcomes]
    rows = [row_of(run, one["design"], name, response) for name in names for one in run.designs]
    ranked = [name for name in names if run.sign(name) != 0 and run.outcomes[name]["in tables"]]
    return dict(
        baseline=run.baseline,
        response=response,
        smallestDifference=run.smallest,
        rows=[one for one in rows if one is not None],
        rankings=[ranking(run, name, response) for name in ranked],
    )


def row_of(run, design, outcome, response):
    under = [one for one in (under_response(run, design, outcome, name) for name in run.responses) if one is not None]
    main = next((one for one in under if one["response"] == response), None)
    column = run.column(design, outcome, response)
    if main is None or column is None:
        return None
    places = {}
    if column["by_world"]:
        places = {name: quantile(column["values"], p, run.size, column["plan_error"]) for name, p in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9))}
    budget = places if outcome in BUDGETED else {}
    return some(
        design=design,
        title=run.title(design),
        role=next(one["role"] for one in run.designs if one["design"] == design),
        outcome=outcome,
        **main,
        varianceSplit=None if design == run.baseline else split_of(run, design, outcome),
        **places,
        budget=budget["p50"]["value"] if budget else None,
        reserve=budget["p90"]["value"] - budget["p50"]["value"] if budget else None,
        responses=under,
    )


def under_response(run, design, outcome, response):
    own = run.column(design, outcome, response)
    if own is None:
        return None
    base = run.column(run.baseline, outcome, response)
    smallest = run.smallest if outcome == "net value" else None
    found = {} if base is None else contrast(own, base, run.sign(outcome), smallest, run.sharpen)
    return dict(response=response, mean=estimate(run.sharpen(own["steady"])), **found)


def split_of(run, design, outcome):
    gaps = {}
    for response in run.counting:
        own, base = (run.column(one, outcome, response) for one in (design, run.baseline))
        if own is not None and base is not None and own["by_world"] and base["by_world"]:
            gaps[response] = own - base
    return variance_split(gaps, run.sharpen)


def headline(run):
    response = run.response
    ranked = ranking(run, "net value", response)
    best = ranked["designs"][0]
    plans = Plans(run)
    lead = lambda other: None if other in (None, best["design"]) else lead_of(run, best["design"], other, response)
    others = [lead(one["design"]) for one in ranked["designs"][1:]]
    views = [view_of(run, best["design"], one) for one in run.responses]
    return some(
        comparison=compare(run),
        best=best,
        contenders=[one for one in ranked["designs"] if one["mayBeBest"]],
        rivals=[one for one in others if one["verdict"] in ("too close to call", "practically equal")],
        runnerUp=others[0] if others else None,
        baseline=lead(run.baseline),
        noReward=lead(run.role("no reward")),
        flatTopUp=lead(run.role("flat top-up")),
        ranking=ranked,
        responses=views,
        responsesAgree=all(one["isSame"] for one in views),
        bridge=bridge(run, best["design"], response),
        effort=effort(run, best["design"], response),
        drivers=drivers(run, response),
        unmet=[one for one in plans.plans.values() if not one["met"]],
        plans=plans.made(response),
    )


def lead_of(run, best, other, response):
    found = contrast(*(run.column(one, "net value", response) for one in (best, other)), 1, run.smallest, run.sharpen)
    return dict(design=other, title=run.title(other), **found)


def view_of(run, best, response):
    ranked = ranking(run, "net value", response)["designs"]
    first = ranked[0]["design"]
    missed = lead_of(run, first, best, response)
    gap = run.column(best, "net value", response) - run.column(run.baseline, "net value", response)
    return dict(
        response=response,
        best=first,
        title=run.title(first),
        difference=estimate(run.sharpen(gap["steady"])),
        missed=missed["difference"],
        verdict=missed["verdict"],
        isSame=first == best,
        contenders=sum(one["mayBeBest"] for one in ranked),
    )


def bridge(run, design, response):
    """From no reward to a design: mechanics (nobody reacts), behaviour, result; parts add up to net value, and what reward spend pays for to it."""
    parts = {"account value": 1, "reward spend": -1, "hiring and monitoring": -1}
    steps = [(run.role("no reward"), "none"), (design, "none"), (design, response)]
    at = lambda name, sign: [run.sharpen(sign * run.raw("steady", who, name, under)) for who, under in steps]
    columns = {name: at(name, sign) for name, sign in parts.items()}
    spend = {}
    if "effort spend" in run.outcomes and "risk spend" in run.outcomes:
        spend = {"cost of effort": at("effort spend", -1), "risk premium": at("risk spend", -1)}
        rest = [whole - sum(one[step] for one in spend.values()) for step, whole in enumerate(columns["reward spend"])]
        spend["managers' gain, on-costs and the rest"] = rest
    total = [sum(one[step] for one in columns.values()) for step in range(3)]
    line = lambda name, at: dict(
        name=name,
        base=estimate(at[0]),
        mechanics=estimate(at[1] - at[0]),
        behaviour=estimate(at[2] - at[1]),
        result=estimate(at[2]),
        gain=estimate(at[2] - at[0]),
    )
    return dict(
        design=design,
        title=run.title(design),
        response=response,
        netValue=line("net value", total),
        parts=[line(name, at) for name, at in columns.items()],
        spend=[line(name, at) for name, at in spend.items()],
    )


def effort(run, best, response):
    """How the best design moves effort on each activity against the baseline."""
    if best == run.baseline:
        return []
    found = [
        dict(
            activity=name.removeprefix("effort: "),
            change=estimate(
                block_means(run.raw("steady", best, name, response) - run.raw("steady", run.baseline, name, response), run.size)
            ),
        )
        for name in run.outcomes
        if name.startswith("effort: ")
    ]
    return sorted(found, key=lambda one: -abs(one["change"]["mean"]))


def weighted(columns, weights):
    """A weighted sum of columns; what is left of sums that cancel is rounding."""
    total = {}
    for form in ("values", "calm", "steady"):
        terms = np.array([weight * one[form] for weight, one in zip(weights, columns)])
        whole = terms.sum(axis=0)
        total[form] = np.where(np.abs(whole) <= 1e-12 * np.abs(terms).sum(axis=0), 0.0, whole)
    return Column(by_world=all(one["by_world"] for one in columns), plan_error=0.0, **total)


def factorial(run, outcome="net value"):
    """Main effects and interactions of a crossed run: least squares over the cells with codes that add up to zero."""
    response = run.response
    levels = rows_of(run.tables["levels"])
    cells = {}
    for one in levels:
        cells.setdefault(one["design"], {})[one["factor"]] = one["level"]
    factors = {}
    for one in levels:
        known = factors.setdefault(one["factor"], [])
        if one["level"] not in known:
            known.append(one["level"])
    columns = [run.column(one, outcome, response) for one in cells]
    smallest = run.smallest if outcome == "net value" else None
    effect = lambda weights: contrast(weighted(columns, weights), weighted(columns, 0 * weights), run.sign(outcome), smallest, run.sharpen)
    main, pairs = effect_weights(factors, list(cells.values()))
    base = run.column(run.baseline, outcome, response)
    return dict(
        effects=[dict(factor=f, **{"from": a}, to=b, **effect(weights)) for (f, a, b), weights in main],
        interactions=[
            dict(factors=[f, g], **{"from": [a, c]}, to=[b, d], **effect(weights)) for (f, a, b), (g, c, d), weights in pairs
        ],
        cells=[
            dict(
                design=design,
                cell=cell,
                mean=estimate(run.sharpen(column["steady"])),
                **contrast(column, base, run.sign(outcome), None, run.sharpen),
            )
            for (design, cell), column in zip(cells.items(), columns)
        ],
    )


def effect_weights(factors, cells):
    """Weights of cells for every step of a factor and every pair of steps; no pairs where cells cannot tell them apart."""
    code = {
        (f, level): np.eye(len(levels) - 1)[k] if k < len(levels) - 1 else -np.ones(len(levels) - 1)
        for f, levels in factors.items()
        for k, level in enumerate(levels)
    }
    pairs = list(combinations(factors, 2))
    row = lambda cell, both: np.concatenate(
        [[1.0], *(code[f, cell[f]] for f in factors), *(np.outer(code[f, cell[f]], code[g, cell[g]]).ravel() for f, g in both)]
    )
    matrix = np.array([row(cell, pairs) for cell in cells])
    if np.linalg.matrix_rank(matrix) < matrix.shape[1]:
        pairs = []
        matrix = np.array([row(cell, pairs) for cell in cells])
    weigh = lambda combination: np.linalg.pinv(matrix).T @ combination
    place = lambda wanted, steps: np.concatenate(
        [[0.0], *(wanted.get(f, 0 * code[f, factors[f][0]]) for f in factors), *(steps.get(pair, np.zeros((len(factors[pair[0]]) - 1) * (len(factors[pair[1]]) - 1))) for pair in pairs)]
    )
    steps = {f: [(f, a, b) for a, b in combinations(levels, 2)] for f, levels in factors.items()}
    move = lambda step: code[step[0], step[2]] - code[step[0], step[1]]
    main = [(step, weigh(place({f: move(step)}, {}))) for f in factors for step in steps[f]]
    both = [
        (one, two, weigh(place({}, {(f, g): np.outer(move(one), move(two)).ravel()})))
        for f, g in pairs
        for one in steps[f]
        for two in steps[g]
    ]
    return main, both


def hypotheses(run):
    """What the run says about each claim under each response."""
    claims = rows_of(run.tables["hypotheses"])
    sides, ranges = rows_of(run.tables["hypothesis_sides"]), rows_of(run.tables["hypothesis_ranges"])
    found = []
    for one in claims:
        name = one["hypothesis"]
        of = lambda side: [row["design"] for row in sides if (row["hypothesis"], row["side"]) == (name, side)]
        limits = {row["assumption"]: row for row in ranges if row["hypothesis"] == name}
        results = [claim_under(run, one, of("own"), of("other"), limits, response, len(claims)) for response in run.responses]
        main = next(row for row in results if row["response"] == run.response)
        found.append(dict(name=name, claim=one["claim"], smallestEffect=one["smallest effect"], **main, responses=results))
    return dict(response=run.response, tested=len(claims), tests=found)


def claim_under(run, claim, own, other, limits, response, tested):
    within = np.ones(run.worlds, bool)
    for name, row in limits.items():
        draws = run.draws[name]
        within &= (draws >= row["low"]) & (draws <= row["high"]) if row["closed"] else (draws > row["low"]) & (draws < row["high"])
    rows = np.flatnonzero(within)
    # a condition moves the mean of its own assumption and of no other
    free = [one for one in run.assumptions if one["assumption"] not in limits]
    sharpen = Sharpen([run.draws[one["assumption"]][rows] for one in free], [one["expected"] for one in free], run.lucks, run.lucks)
    weights = [1 / len(own)] * len(own) + [-1 / len(other)] * len(other)
    column = weighted([run.column(one, claim["outcome"], response) for one in own + other], weights)
    steady = column["steady"][rows]
    difference = mean_of_some(steady, rows, run.worlds, run.size) if run.size > run.lucks else estimate(sharpen(steady))
    between = between_draws(column["calm"][rows], sharpen)
    smallest, direction = claim["smallest effect"], claim["direction"]
    higher = lambda d: (d >= smallest) & (d > 0)
    equal = lambda d: (np.abs(d) < smallest) | (d == 0)
    tests = {"higher": (higher, lambda d: higher(-d)), "lower": (lambda d: higher(-d), higher), "equivalent": (equal, lambda d: ~equal(d))}
    holds, contrary = (share_of_draws(between, difference, test) for test in tests[direction])
    reach = student_quantile(1 - 0.025 / tested, difference["count"] - 1) * difference["standardError"]
    together = dict(low=difference["mean"] - reach, high=difference["mean"] + reach)
    judge = lambda ends: claim_verdict(direction, smallest, ends["low"], ends["high"], holds, len(rows))
    return dict(
        response=response,
        worlds=len(rows),
        difference=difference,
        holds=holds,
        contrary=contrary,
        verdict=judge(difference),
        adjusted=dict(together, verdict=judge(together)),
    )


def claim_verdict(direction, smallest, low, high, holds, worlds):
    if worlds < 50:
        return "undecided"
    if direction == "equivalent":
        true = (low > -smallest and high < smallest) or (low == 0 and high == 0)
        false = (low >= smallest and low > 0) or (high <= -smallest and high < 0)
    else:
        near, far = (low, high) if direction == "higher" else (-high, -low)
        true, false = near >= smallest and near > 0, far < smallest or far <= 0
    if true:
        return "supported" if is_clear(holds) else "undecided"
    return "not supported" if false and holds["share"] <= 0.5 else "undecided"


__all__ = ["compare", "factorial", "headline", "hypotheses", "math"]
