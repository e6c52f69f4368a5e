"""What makes designs equal: section 18 of docs/method.md. From outcomes as they happened, plans and slopes to every other form."""

import math

import numpy as np

from estimates import block_means, estimate
from tables import rows_of


class Plans:
    def __init__(self, run):
        self.run = run
        self.plans = {(one["design"], one["held under"]): one for one in rows_of(run.tables["plans"])}
        self.columns = rows_of(run.tables["plan_columns"])
        self.slopes = {}
        for one in rows_of(run.tables["slopes"]):
            self.slopes[one["plan of"], one["held under"], one["design"], one["runs under"], one["outcome"]] = one

    def of(self, design, response):
        """The row of plan_columns that gives these outcomes; None where the design is not held."""
        return next(
            (one for one in self.columns if (one["design"], one["response"]) == (design, response) and one["corrected"]), None
        )

    def slopes_of(self, row, outcome):
        """d(outcome)/d(ln factor, tightening) as (value, value), and their variances and covariance."""
        found = self.slopes[row["plan of"], row["held under"], row["design"], row["runs under"], outcome]
        shift = found["by targets"]
        return (
            np.array([found["by amounts"], 0.0 if math.isnan(shift) else shift]),
            (found["variance amounts"], found["covariance"], found["variance targets"]),
        )

    def own_row(self, row):
        key = (row["plan of"], row["held under"])
        return next(one for one in self.columns if (one["plan of"], one["held under"]) == key and one["own"])

    def inverse(self, row):
        """J⁻¹: what 1 of the amount held and 1 of share at target are in ln(factor) and tightening."""
        own = self.own_row(row)
        amount, _ = self.slopes_of(own, self.plans[row["plan of"], row["held under"]]["equal in"])
        share, _ = self.slopes_of(own, "at target")
        by_targets = self.slopes[own["plan of"], own["held under"], own["design"], own["runs under"], "at target"]["by targets"]
        if math.isnan(by_targets):
            return np.array([[1 / amount[0], 0.0], [0.0, 0.0]])
        return np.linalg.inv(np.array([amount, share]))

    def missed(self, row, under):
        """g: the amount held less the wanted one and share at target less the wanted one, by world."""
        run, plan = self.run, self.plans[row["plan of"], row["held under"]]
        own = [one for one in self.columns if (one["plan of"], one["held under"]) == (row["plan of"], row["held under"]) and one["own"]]
        seen = [one["response"] for one in own]
        response = under if under in seen else seen[0]
        amount = run.raw("happened", row["plan of"], plan["equal in"], response)
        if plan["as much as"] is not None:
            return amount - run.raw("happened", plan["as much as"], plan["equal in"], run.response), None
        share = None
        if not math.isnan(plan["asked share"]):
            share = run.raw("happened", row["plan of"], "at target", response) - plan["asked share"]
        return amount - plan["asked"], share

    def correction(self, design, response, outcome):
        """B·g by world without the signs that carry the slopes' own error, and the size of those; None where nothing is held."""
        row = self.of(design, response)
        if row is None:
            return None
        slopes, (scale, both, shift) = self.slopes_of(row, outcome)
        inverse = self.inverse(row)
        by_amount, by_share = slopes @ inverse
        if by_amount == 0 and by_share == 0:
            return None
        amount, share = self.missed(row, response)
        along = inverse @ [amount.mean(), 0.0 if share is None else share.mean()]
        error = math.sqrt(max(0.0, along[0] ** 2 * scale + 2 * along[0] * along[1] * both + along[1] ** 2 * shift))
        return by_amount * amount + (0 if share is None else by_share * share), error * math.sqrt(len(amount))

    def asked(self, design, response, outcome):
        """What an outcome comes to by construction; None where nothing was asked of it."""
        row = self.of(design, response)
        if row is None or not row["own"]:
            return None
        plan = self.plans[row["plan of"], row["held under"]]
        wanted = {"at target": plan["asked share"], plan["equal in"]: plan["asked"]}.get(outcome, math.nan)
        return None if math.isnan(wanted) else wanted

    def faults(self):
        """Where the forms of an outcome are not what plans, slopes and outcomes as they happened say."""
        run, faults = self.run, []
        for response, design in run.places:
            for outcome, about in run.outcomes.items():
                if about["in tables"]:
                    faults += [f"{response}, {design}, {outcome}: {one}" for one in self._faults(design, response, outcome, about["control"])]
        return faults

    def _faults(self, design, response, outcome, control):
        run = self.run
        happened, values, calm, steady = (run.raw(form, design, outcome, response) for form in ("happened", "values", "calm", "steady"))
        luck = 0 if control is None else run.raw("happened", design, control, response)
        near = lambda a, b: np.allclose(a, b, rtol=1e-9, atol=1e-9 * max(1.0, np.abs(happened).max()))
        found = self.correction(design, response, outcome)
        taken, size = (0.0, 0.0) if found is None else found
        asked = self.asked(design, response, outcome)
        if not near(values, happened - block_means(np.broadcast_to(taken, happened.shape), run.size).mean()):
            yield "equal form"
        if not near(calm, values + luck):
            yield "calm form"
        if asked is not None:
            if not near(steady, np.full(len(steady), asked)):
                yield "steady form"
            return
        signs = happened + luck - taken - steady
        # one sign a world, of one size, less their mean
        plus = signs > 0
        share = plus.mean()
        if not near(signs, size * np.where(plus, 2 * (1 - share), -2 * share)):
            yield "steady form"

    def made(self, response):
        """What was done to each design to make it equal under a response."""
        run, result = self.run, []
        for (design, held_under), plan in self.plans.items():
            rows = [one for one in self.columns if (one["plan of"], one["held under"]) == (design, held_under)]
            if not any(one["response"] == response for one in rows) or not plan["factor"] > 0:
                continue
            about = dict(
                design=design,
                title=run.title(design),
                response=response,
                run=dict(factor=plan["factor"], tightened=plan["tightened"]),
                outcome=plan["equal in"],
                isMet=plan["met"],
                remark=plan["remark"] or "",
            )
            own = next(one for one in rows if one["own"])
            if not own["corrected"]:
                exact = lambda value: estimate(np.full(run.worlds, value))
                result.append(dict(about, factor=exact(plan["factor"]), tightened=exact(plan["tightened"])))
                continue
            amount, share = self.missed(own, response)
            to_factor, to_shift = self.inverse(own)
            along = lambda start, by: estimate(run.sharpen(start - by[0] * amount - (0 if share is None else by[1] * share)))
            log = along(math.log(plan["factor"]), to_factor)
            at = math.exp(log["mean"])
            asked = plan["asked"]
            if plan["as much as"] is not None:
                asked = float(run.raw("happened", plan["as much as"], plan["equal in"], run.response).mean())
            one = dict(
                about,
                factor=dict(
                    mean=at, standardError=at * log["standardError"], low=math.exp(log["low"]), high=math.exp(log["high"]), count=log["count"]
                ),
                tightened=along(plan["tightened"], to_shift),
                amount=dict(asked=asked, miss=estimate(run.sharpen(amount))),
            )
            if share is not None:
                one["atTarget"] = dict(asked=plan["asked share"], miss=estimate(run.sharpen(share)))
            result.append(one)
        return result
