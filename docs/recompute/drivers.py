"""Which assumptions would change the answer: sections 18 and 19 of docs/method.md."""

import math

import numpy as np

from estimates import block_means, estimate, jackknifed, student_quantile, variance

FEWEST = 50
FIFTHS = 5


def bins_by_rank(values, bins):
    """Groups of equal count by value; equal values in order of row."""
    order = np.argsort(values, kind="stable")
    found = np.empty(len(values), int)
    found[order] = np.arange(len(values)) * bins // len(values)
    return found


def explained(counts, sums, squares):
    """Share of variance between groups, less what noise within them adds: ε² of analysis of variance."""
    there = counts > 0
    counts, sums, bins = counts[there], sums[there], int(there.sum())
    count = counts.sum()
    mean = sums.sum() ** 2 / count
    whole = squares - mean
    if not whole > 0 or count <= bins:
        return 0.0
    among = (sums**2 / counts).sum() - mean
    return float((among - (bins - 1) * (whole - among) / (count - bins)) / whole)


def bins_for(count):
    return max(3, min(50, math.floor(math.sqrt(count) / 2)))


def part_of_draws(rows, lucks):
    """Turns a share of the variance between draws into one of that between worlds."""
    whole = variance(rows) if lucks > 1 and len(rows) > lucks else 0.0
    return variance(block_means(rows, lucks)) / whole if whole > 0 else 1.0


def first_order(values, output, size, lucks):
    """First-order index with a standard error from leaving out every twentieth draw in turn."""
    by, of = block_means(values, lucks), block_means(output, lucks)
    bins = bins_for(len(of))
    bin_, of = bins_by_rank(by, bins), of - of.mean()
    size //= lucks
    groups = min(20, len(of) // size)
    group = np.arange(len(of)) // size % groups
    index = lambda keep: explained(
        np.bincount(bin_[keep], minlength=bins), np.bincount(bin_[keep], of[keep], minlength=bins), float((of[keep] ** 2).sum())
    )
    value = index(np.ones(len(of), bool))
    error = math.sqrt(jackknifed([index(group != g) for g in range(groups)]))
    reach = student_quantile(0.975, groups - 1) * error
    part = part_of_draws(output, lucks)
    return dict(value=part * value, standardError=part * error, low=part * (value - reach), high=part * (value + reach), bins=bins)


def shifts(count):
    return [(k + 1) * count // 20 for k in range(19)]


def chance_index(inputs, output, lucks):
    """The largest index that inputs without influence reach: each is paired with the outputs of other draws, 19 times over."""
    of = block_means(output, lucks)
    of = of - of.mean()
    bins = bins_for(len(of))
    squares, highest = float((of**2).sum()), 0.0
    for one in inputs:
        bin_ = bins_by_rank(block_means(one, lucks), bins)
        counts = np.bincount(bin_, minlength=bins)
        for shift in shifts(len(of)):
            highest = max(highest, explained(counts, np.bincount(bin_, np.roll(of, -shift), minlength=bins), squares))
    return part_of_draws(output, lucks) * highest


def mean_of_some(values, rows, worlds, size):
    """Mean over some worlds; how many of them fall in a draw is luck as well (ratio of sums)."""
    if size == 1:
        return estimate(values)
    mean, each = values.mean(), len(values) / worlds
    numbers = np.full(worlds, mean)
    numbers[rows] += (values - mean) / each
    return estimate(block_means(numbers, size))


def fifths_of(values, lead, size):
    bin_ = bins_by_rank(values, FIFTHS)
    result = []
    for k in range(FIFTHS):
        rows = np.flatnonzero(bin_ == k)
        there = np.sort(values[rows])
        middle = (there[(len(there) - 1) // 2] + there[len(there) // 2]) / 2
        difference = mean_of_some(lead[rows], rows, len(lead), size)
        result.append(dict(low=there[0], middle=middle, high=there[-1], worlds=len(rows), difference=difference))
    return result


def isotonic(values, rising):
    """Nearest values that never fall (or rise): neighbours that break the order are pooled."""
    sign, pools = (1 if rising else -1), []
    for value in values:
        pools.append([sign * value, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            mean, size = pools.pop()
            before = pools[-1]
            before[0] = (before[0] * before[1] + mean * size) / (before[1] + size)
            before[1] += size
    return [sign * mean for mean, size in pools for _ in range(size)]


def threshold_of(fifths, rising):
    """Where the lead, made monotone over the middles of the fifths, passes zero; None where it does not."""
    at = [one["middle"] for one in fifths]
    values = isotonic([one["difference"]["mean"] for one in fifths], rising)
    for k in range(1, len(values)):
        before, after = values[k - 1], values[k]
        if before == 0 or np.sign(before) == np.sign(after):
            continue
        if after == 0 and not any(np.sign(one) == -np.sign(before) for one in values[k:]):
            continue
        return at[k - 1] + (at[k] - at[k - 1]) * before / (before - after)
    return None


def ranks(values):
    """From 1; equal values share their mean rank."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts + 1 + ends) / 2)[inverse]


def sensitivity(values, lead, against, chance, size, lucks):
    fifths = fifths_of(values, lead, size)
    x, y = values - values.mean(), lead - lead.mean()
    a, b = ranks(values), ranks(lead)
    a, b = a - a.mean(), b - b.mean()
    scale = math.sqrt(float(a @ a)) * math.sqrt(float(b @ b))
    rank = float(a @ b) / scale if scale > 0 else 0.0
    index = first_order(values, lead, size, lucks)
    found = dict(
        against=against,
        fifths=fifths,
        index=index,
        isAboveChance=index["value"] > chance,
        slope=float(x @ y) / float(x @ x) if (x != 0).any() else 0.0,
        correlation=rank,
    )
    place = threshold_of(fifths, rank >= 0)
    return found if place is None else dict(found, threshold=place)


def winner_in(bin_, fifth, shift, columns, own):
    """The design with the highest sum over one fifth; None when none is above the examined one."""
    rows = (np.flatnonzero(bin_ == fifth) + shift) % len(bin_)
    best, highest = None, 0.0
    for d, column in enumerate(columns):
        lead = float((column[rows] - own[rows]).sum())
        if lead > highest:
            best, highest = d, lead
    return best


def flips_of(run, values, columns, design, own, looks):
    names = [one["design"] for one in run.own]
    bin_, result = bins_by_rank(values, FIFTHS), []
    for side, fifth in (("low", 0), ("high", FIFTHS - 1)):
        winner = winner_in(bin_, fifth, 0, columns, own)
        if winner is None or names[winner] == design:
            continue
        fifths = fifths_of(values, columns[winner] - own, run.size)
        difference = fifths[fifth]["difference"]
        others = max(1, len(names) - 1)
        reach = student_quantile(1 - 0.025 / (2 * looks * others), difference["count"] - 1) * difference["standardError"]
        found = dict(
            side=side,
            design=names[winner],
            title=run.title(names[winner]),
            difference=difference,
            isClear=difference["mean"] - reach > 0,
            isWorthActing=difference["mean"] >= run.smallest,
        )
        place = threshold_of(fifths, side == "high")
        result.append(found if place is None else dict(found, threshold=place))
    return result


def drivers(run, response):
    """The assumptions that move the lead of the best design over the baseline and the runner-up."""
    names = [one["design"] for one in run.own]
    columns = [run.column(one, "net value", response)["steady"] for one in names]
    means = [math.fsum(run.sharpen(one)) for one in columns]
    order = sorted(range(len(names)), key=lambda d: -means[d])
    design = names[order[0]]
    runner_up = next((names[d] for d in order if names[d] != design), None)
    own = columns[order[0]]
    lead = lambda other: None if other in (None, design) else own - run.column(other, "net value", response)["steady"]
    leads = dict(againstBaseline=(run.baseline, lead(run.baseline)), againstRunnerUp=(runner_up, lead(runner_up)))
    inputs = {name: one for name, one in run.draws.items() if (one != one[0]).any()} if run.worlds >= FEWEST else {}
    chance = {key: 0.0 if one is None else chance_index(inputs.values(), one, run.lucks) for key, (_, one) in leads.items()}
    chance["flips"] = chance_flips(run, inputs.values(), columns, own)
    about = {one["assumption"]: one for one in run.assumptions}
    found = []
    for name, values in inputs.items():
        against = {
            key: sensitivity(values, one, other, chance[key], run.size, run.lucks)
            for key, (other, one) in leads.items()
            if one is not None
        }
        found.append(
            dict(
                assumption=name,
                dimension=about[name]["dimension"],
                meaning=about[name]["meaning"] or "",
                source=about[name]["source"] or "",
                **against,
                flips=flips_of(run, values, columns, design, own, len(inputs)),
                importance=max([0.0, *(one["index"]["value"] for one in against.values())]) if len(against) < 2 else max(one["index"]["value"] for one in against.values()),
                isAboveChance=any(one["isAboveChance"] for one in against.values()),
            )
        )
    found.sort(key=lambda one: -one["importance"])
    return dict(
        outcome="net value",
        response=response,
        design=design,
        baseline=run.baseline,
        **({} if runner_up is None else dict(runnerUp=runner_up)),
        drivers=found,
        chance=chance,
        hasEnoughWorlds=run.worlds >= FEWEST,
    )


def chance_flips(run, inputs, columns, own):
    """Flips that luck alone gives: the mean count over pairings with the results of other draws."""
    columns, own = [block_means(one, run.lucks) for one in columns], block_means(own, run.lucks)
    count = 0
    for one in inputs:
        bin_ = bins_by_rank(block_means(one, run.lucks), FIFTHS)
        for shift in shifts(len(own)):
            count += sum(winner_in(bin_, fifth, shift, columns, own) is not None for fifth in (0, FIFTHS - 1))
    return count / 19


def tornado(run, design, response):
    """The difference from the baseline at either end of each assumption, and under each response."""
    gaps = {
        one: (run.column(design, "net value", one) - run.column(run.baseline, "net value", one))["steady"]
        for one in run.responses
    }
    lead = gaps[response]
    bars = []
    if run.worlds >= FEWEST:
        inputs = {name: one for name, one in run.draws.items() if (one != one[0]).any()}
        chance = chance_index(inputs.values(), lead, run.lucks)
        about = {one["assumption"]: one for one in run.assumptions}
        bars = [assumption_bar(run, about[name], values, lead, chance) for name, values in inputs.items()]
        bars += [response_bar(run, gaps)] if len(gaps) > 1 else []
    return dict(
        design=design,
        baseline=run.baseline,
        title=run.title(design),
        baselineTitle=run.title(run.baseline),
        response=response,
        difference=estimate(run.sharpen(lead)),
        bars=sorted(bars, key=lambda one: -abs(one["swing"]["mean"])),
        hasEnoughWorlds=run.worlds >= FEWEST,
    )


def is_flip(low, high):
    low, high = low["difference"], high["difference"]
    return (low["high"] < 0 < high["low"]) or (high["high"] < 0 < low["low"])


def assumption_bar(run, about, values, lead, chance):
    found = sensitivity(values, lead, run.baseline, chance, run.size, run.lucks)
    levels = [dict(value=one["middle"], difference=one["difference"]) for one in found["fifths"]]
    low, high = levels[0], levels[-1]
    return dict(
        name=about["assumption"],
        kind="assumption",
        meaning=about["meaning"] or "",
        source=about["source"] or "",
        levels=levels,
        low=low,
        high=high,
        swing=welch(high["difference"], low["difference"]),
        share={key: found["index"][key] for key in ("value", "low", "high")},
        isAboveChance=found["isAboveChance"],
        flips=is_flip(low, high),
    )


def welch(a, b):
    """Difference of the means of two groups of worlds (Welch 1947)."""
    u, v = a["standardError"] ** 2, b["standardError"] ** 2
    error, mean = math.sqrt(u + v), a["mean"] - b["mean"]
    degrees = (u + v) ** 2 / (u * u / (a["count"] - 1) + v * v / (b["count"] - 1)) if u + v > 0 else 1
    reach = student_quantile(0.975, degrees) * error if error > 0 else 0.0
    return dict(mean=mean, standardError=error, low=mean - reach, high=mean + reach, count=a["count"] + b["count"])


def response_bar(run, gaps):
    """How managers react is no draw but a choice: B/(B + W), each response equally plausible."""
    sharp = {name: run.sharpen(one) for name, one in gaps.items()}
    levels = [dict(choice=name, difference=estimate(one)) for name, one in sharp.items()]
    order = sorted(levels, key=lambda one: one["difference"]["mean"])
    low, high = order[0], order[-1]
    columns = np.array(list(gaps.values()))
    groups = min(20, columns.shape[1] // run.size)
    group = np.arange(columns.shape[1]) // run.size % groups
    value = category_share(columns, run.size)
    error = math.sqrt(jackknifed([category_share(columns[:, group != g], run.size) for g in range(groups)]))
    reach = student_quantile(0.975, groups - 1) * error
    return dict(
        name="response",
        kind="choice",
        meaning="how managers react to the design",
        source="assumption",
        levels=levels,
        low=low,
        high=high,
        swing=estimate(sharp[high["choice"]] - sharp[low["choice"]]),
        share=dict(value=value, low=value - reach, high=value + reach),
        isAboveChance=value - reach > 0,
        flips=is_flip(low, high),
    )


def category_share(columns, size):
    apart = columns - columns.mean(axis=0)
    values = [block_means(one, size) for one in apart]
    between = sum(one.mean() ** 2 - variance(own) / len(own) for one, own in zip(apart, values)) / len(columns)
    within = sum(variance(one) for one in columns) / len(columns)
    return between / (between + within) if between + within > 0 else 0.0
