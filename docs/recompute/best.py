"""
Who may be best, how probably, and how often: section 19 of docs/method.md. Two numbers rest on random draws of their own (4,096 normal
errors): the probability of being best and the point q of the set. Here they are worked out from other, more numerous draws, so the two
agree within the error of 4,096.
"""

import math

import numpy as np

from estimates import block_means, estimate, jackknifed, normal, quantile7, share_at, student_quantile, variance

CONFIDENCE = 0.95
DRAWS = 100_000


def contest(columns):
    """Alternatives (columns that are the same are one), their means, standard errors of differences, and directions of the covariance."""
    columns = np.array(columns)
    most = np.abs(columns).max()
    members = []
    for k, column in enumerate(columns):
        twin = next((one for one in members if (np.abs(column - columns[one[0]]) <= 1e-9 * most).all()), None)
        twin.append(k) if twin else members.append([k])
    own = columns[[one[0] for one in members]]
    count, rows = own.shape
    centred = own - own.mean(axis=0)
    means = centred.mean(axis=1)
    apart = np.array([[math.sqrt(variance(a - b) / rows) if (a != b).any() else 0.0 for b in own] for a in own])
    if count == 1:
        return dict(members=members, rows=rows, means=means, apart=apart, values=np.zeros(0), vectors=np.zeros((0, 1)))
    covariance = np.cov(centred) / rows
    # an orthogonal basis of all that is not common to all
    basis = np.linalg.qr(np.column_stack([np.ones(count), np.eye(count)[:, 1:]]))[0][:, 1:]
    values, turn = np.linalg.eigh(basis.T @ covariance @ basis)
    values = np.maximum(values, 0)
    # fewer rows than twice the directions cannot tell all of them
    values = values + max(0.0, 1 - (rows - 1) / (2 * len(values))) * (values.mean() - values)
    return dict(members=members, rows=rows, means=means, apart=apart, values=values, vectors=(basis @ turn).T)


def spread_out(found, columns, by_member):
    """One number a design, from one a member."""
    out = [None] * columns
    for member, value in zip(found["members"], by_member):
        for column in member:
            out[column] = value
    return out


def set_of_best(found, columns, draws=DRAWS):
    """Whether each cannot be told from the best, and by how much (in units of q) that was decided."""
    members, rows, means, apart = (found[name] for name in ("members", "rows", "means", "apart"))
    if len(members) == 1 or rows < 2:
        return spread_out(found, columns, [(True, math.inf)] * len(members))
    rng = np.random.default_rng(1)
    errors = rng.standard_normal((draws, len(found["values"]))) * np.sqrt(found["values"]) @ found["vectors"]
    bonferroni = student_quantile(1 - (1 - CONFIDENCE) / (len(members) - 1), rows - 1)
    result = []
    for i in range(len(members)):
        size = np.sqrt((found["values"][:, None] * (found["vectors"][:, [i]] - found["vectors"]) ** 2).sum(axis=0))
        gaps = np.zeros(len(errors))
        for j in range(len(members)):
            if apart[i, j] > 0:
                gaps = np.maximum(gaps, (errors[:, j] - errors[:, i]) / size[j])
        share = normal.cdf(quantile7(np.sort(gaps), CONFIDENCE))
        q = min(bonferroni, student_quantile(share, rows - 1)) if share < 1 else bonferroni
        others = [j for j in range(len(members)) if j != i]
        lead = max((means[j] - means[i]) / apart[i, j] if apart[i, j] > 0 else math.copysign(math.inf, means[j] - means[i]) for j in others)
        result.append((lead <= q, abs(lead / q - 1)))
    return spread_out(found, columns, result)


def chances_of_best(found, columns, draws=DRAWS):
    """Probability of being the best, the first of many being first by luck too (Zellner's prior, √g half-Cauchy)."""
    members, rows, values, vectors = (found[name] for name in ("members", "rows", "values", "vectors"))
    if len(members) == 1 or rows < 2:
        chances = np.full(len(members), 1 / len(members))
    else:
        least = 1e-15 * values.max()
        seen = vectors @ found["means"]
        wider = student_quantile(0.975, rows - 1) / normal.inv_cdf(0.975)
        error, known = wider * np.sqrt(np.maximum(values, least)), values <= least
        g = 2.0 ** np.arange(-12, 41)
        excess = float(((seen / error)[~known] ** 2).sum())
        log = np.log(g) / 2 - np.log1p(g) - ((~known).sum() * np.log1p(g) + excess / (1 + g)) / 2
        weights = np.exp(log - log.max())
        rng = np.random.default_rng(2)
        places = (np.arange(draws) + 0.5) / draws
        steps = np.minimum(np.searchsorted(np.cumsum(weights / weights.sum()), places), len(g) - 1)
        kept = (g / (1 + g))[steps][:, None]
        luck = rng.standard_normal((draws, len(values)))
        along = np.where(known, seen + error * luck, kept * seen + np.sqrt(kept) * error * luck)
        chances = np.bincount(np.argmax(along @ vectors, axis=1), minlength=len(members)) / draws
    return spread_out(found, columns, [one / len(member) for one, member in zip(chances, members)])


def best_by_draw(calm, sharpen, sharp):
    """Share of draws in which each is best in expectation, and regret, for columns of which higher is better."""
    lucks = sharpen.lucks
    calm = np.array(calm)
    own = calm - calm.mean(axis=0)
    means = np.array([block_means(one, lucks) for one in own])
    draws = means.shape[1]
    within = own[:, : draws * lucks] - np.repeat(means, lucks, axis=1)
    parts = dict(means=means, fitted=np.array([sharpen.predict(one) for one in own]), within=within, sharp=np.array(sharp), lucks=lucks)
    keep_all = lambda count: np.ones(count, bool)
    best, regret = count_best(parts, keep_all)
    values = parts["sharp"].shape[1]
    many = min(20, draws, values)
    without = [count_best(parts, lambda count, g=g: np.arange(count) * many // count != g) for g in range(many)] if many > 1 else []
    result = []
    for d in range(len(own)):
        if not without:
            share = dict(share=best[d], standardError=math.inf, low=0.0, high=1.0)
            gives_up = dict(mean=regret[d], standardError=math.inf, low=0.0, high=math.inf, count=values)
        else:
            share = share_at(best[d], jackknifed([one[0][d] for one in without]), draws, many - 1)
            share.update(low=min(best[d], share["low"]), high=max(best[d], share["high"]))
            error = math.sqrt(jackknifed([one[1][d] for one in without]))
            reach = student_quantile(0.975, many - 1) * error
            gives_up = dict(mean=regret[d], standardError=error, low=max(0.0, regret[d] - reach), high=regret[d] + reach, count=values)
        result.append(dict(best=share, regret=gives_up))
    return result


def count_best(parts, kept):
    """Shares and regrets over the draws that are kept."""
    expected = expected_by_draw(parts, kept)
    close = 1e-9 * np.abs(expected).max()
    top = expected.max(axis=0)
    tied = expected >= top - close
    return (tied / tied.sum(axis=0)).mean(axis=1), (top - expected).mean(axis=1)


def expected_by_draw(parts, kept):
    means, fitted, within, sharp, lucks = (parts[name] for name in ("means", "fitted", "within", "sharp", "lucks"))
    centred = lambda rows: rows - rows.mean(axis=1, keepdims=True)
    by_draw = kept(means.shape[1])
    middles = sharp[:, kept(sharp.shape[1])].mean(axis=1, keepdims=True)
    apart, line = centred(means[:, by_draw]), centred(fitted[:, by_draw])
    spread = float((line * line).sum())
    slope = max(0.0, float((apart * line).sum()) / spread) if spread > 0 else 0.0
    rest = apart - slope * line
    luck = within[:, np.repeat(by_draw, lucks)]
    part = 0.0 if lucks < 2 else 1 / (luck.shape[1] * (lucks - 1))
    return middles + slope * line + shrinking(rest @ rest.T / max(1, rest.shape[1] - 1), luck @ luck.T * part) @ rest


def shrinking(whole, luck):
    """Turns columns of the covariance `whole` into columns of that less `luck`, negative parts taken as 0 (Amemiya 1985)."""
    values, vectors = np.linalg.eigh(whole)
    kept = values > 1e-12 * values.max()
    root = np.sqrt(values[kept])
    axes = vectors[:, kept]
    turned, turn = np.linalg.eigh((axes / root).T @ luck @ (axes / root))
    factors = np.sqrt(np.maximum(0, 1 - turned))
    return (axes * root @ turn * factors) @ ((axes / root) @ turn).T


def ranking(run, outcome, response):
    """The scenario's own designs by an outcome, best first."""
    sign = run.sign(outcome)
    names = [one["design"] for one in run.own]
    columns = [run.column(one, outcome, response) for one in names]
    steady = [run.sharpen(sign * one["steady"]) for one in columns]
    by_draw = best_by_draw([sign * one["calm"] for one in columns], run.sharpen, steady)
    found = contest(steady)
    chances, members = chances_of_best(found, len(names)), set_of_best(found, len(names))
    first = steady[int(np.argmax([math.fsum(one) for one in steady]))]
    designs = [
        dict(
            design=name,
            title=run.title(name),
            mean=estimate(sign * steady[d]),
            **by_draw[d],
            behind=estimate(first - steady[d]),
            probability=chances[d],
            mayBeBest=members[d][0],
            margin=members[d][1],
        )
        for d, name in enumerate(names)
    ]
    # means that agree to 12 digits are equal but for rounding, and stay in the run's order
    designs.sort(key=lambda one: -sign * float(f"{one['mean']['mean']:.11e}"))
    needed = worlds_needed(steady, run.smallest, run.size) if outcome == "net value" else None
    return dict(outcome=outcome, response=response, designs=designs, **({} if needed is None else dict(needed=needed)))


def worlds_needed(columns, lead, size, chance=0.95):
    """⌈h²s²/(2δ²)⌉ (Bechhofer 1954)."""
    if len(columns) < 2 or len(columns[0]) < 2 or not lead > 0:
        return None
    most = max(variance(a - b) for k, a in enumerate(columns) for b in columns[k + 1 :])
    h = selection_lead(len(columns), chance)
    return dict(lead=lead, chance=chance, worlds=size * max(1, math.ceil(h * h * most / (2 * lead * lead))))


def selection_lead(designs, chance):
    """h with ∫Φ(x + h)^(k−1) φ(x) dx = chance."""
    x = np.arange(-8.5, 8.5 + 1 / 32, 1 / 16)
    density = np.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    on_top = lambda h: float(sum(normal.cdf(one + h) ** (designs - 1) * weight for one, weight in zip(x, density))) / 16
    low, high = 0.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if on_top(middle) < chance else (low, middle)
    return (low + high) / 2
