"""A run read from its tables: columns by world, and how they become independent values. Sections 17 to 19 of docs/method.md."""

import math

import numpy as np

from estimates import block_means, estimate, variance
from tables import read_tables, rows_of

FORMS = {"happened": "outcomes", "values": "outcomes_equal", "calm": "outcomes_calm", "steady": "outcomes_steady"}


class Column(dict):
    """An outcome of a design by world: `values` for quantiles, `calm` for shares of draws, `steady` for means."""

    def __sub__(self, other):
        both = {form: self[form] - other[form] for form in ("values", "calm", "steady")}
        return Column(by_world=self["by_world"] and other["by_world"], plan_error=math.hypot(self["plan_error"], other["plan_error"]), **both)


class Run:
    def __init__(self, place):
        self.tables = read_tables(place)
        self.settings = {one["setting"]: one["value"] for one in rows_of(self.tables["run"])}
        self.worlds, self.lucks, self.size, self.months, self.managers, self.seed = (
            int(self.settings[name])
            for name in ("worlds", "lucks per draw", "worlds per value", "months", "managers", "seed")
        )
        self.smallest = float(self.settings["smallest difference"])
        self.baseline, self.response = self.settings["baseline"], self.settings["response"]
        self.designs = rows_of(self.tables["designs"])
        self.responses = self.tables["responses"]["response"]
        self.counting = [one for one, counts in zip(self.responses, self.tables["responses"]["counts"]) if counts]
        self.outcomes = {one["outcome"]: one for one in rows_of(self.tables["about_outcomes"])}
        self.assumptions = rows_of(self.tables["about_assumptions"])
        self.draws = {one["assumption"]: self.tables["assumptions"][one["assumption"]] for one in self.assumptions}
        self.places = self._places()
        self.sharpen = Sharpen(list(self.draws.values()), [one["expected"] for one in self.assumptions], self.lucks, self.size)

    def _places(self):
        """Where the rows of each response and design begin; worlds stand in order."""
        table = self.tables["outcomes"]
        starts = {}
        for row, key in enumerate(zip(table["response"], table["design"])):
            starts.setdefault(key, row)
        return starts

    def raw(self, form, design, outcome, response):
        start = self.places[response, design]
        return self.tables[FORMS[form]][outcome][start : start + self.worlds]

    def role(self, role):
        return next((one["design"] for one in self.designs if one["role"] == role), None)

    @property
    def own(self):
        return [one for one in self.designs if one["role"] == "design"]

    def title(self, design):
        return next(one["title"] for one in self.designs if one["design"] == design)

    def sign(self, outcome):
        return {"higher": 1, "lower": -1, "neither": 0}[self.outcomes[outcome]["direction"]]

    def column(self, design, outcome, response):
        """None where a ratio has nothing to divide by."""
        if outcome == "return on reward spend":
            return self._return(design, response)
        if outcome == "agency loss":
            best = self.role("first best")
            return best and self.column(best, "surplus", response) - self.column(design, "surplus", response)
        forms = {form: self.raw(form, design, outcome, response) for form in ("values", "calm", "steady")}
        return Column(by_world=True, plan_error=self.plan_error(design, outcome, response), **forms)

    def miss(self, design, outcome, response):
        """What the plan's miss adds in each world: the outcome as it happened and its control, less the steady form."""
        control = self.outcomes[outcome]["control"]
        happened = self.raw("happened", design, outcome, response)
        luck = 0 if control is None else self.raw("happened", design, control, response)
        return happened + luck - self.raw("steady", design, outcome, response)

    def plan_error(self, design, outcome, response):
        """Standard error of the mean miss: what the plan's error adds to a quantile."""
        moved = self.raw("values", design, outcome, response) - self.raw("happened", design, outcome, response)
        if not moved.any():
            return 0.0
        error = estimate(block_means(self.miss(design, outcome, response), self.size))["standardError"]
        return error if math.isfinite(error) else 0.0

    def _return(self, design, response):
        """Value created beyond no reward per unit of reward spend: a ratio of means (Cochran 1977, §6.4)."""
        unpaid = self.role("no reward")
        spend = self.raw("steady", design, "reward spend", response)
        if unpaid is None or not spend.sum() > 0:
            return None
        created = [
            self.raw("steady", one, "account value", response) - self.raw("steady", one, "hiring and monitoring", response)
            for one in (design, unpaid)
        ]
        gain = created[0] - created[1]
        ratio = gain.sum() / spend.sum()
        values = ratio + (gain - ratio * spend) / spend.mean()
        return Column(values=values, calm=values, steady=values, plan_error=0.0, by_world=False)


class Sharpen:
    """
    Turns a column by world into independent values with the luck of the draws taken out, by ridge regression on the draws with prediction
    residuals. `predict` gives what the draws explain of each draw's mean, fitted without that draw.
    """

    def __init__(self, draws, expected, lucks, size):
        self.lucks, self.size = lucks, size
        means = [block_means(one, lucks) for one in draws]
        varying = [(one, mean) for one, mean in zip(means, expected) if (one != one[0]).any()]
        self.count = len(means[0]) if means else 0
        self.explains = len(varying) > 0 and self.count >= 20
        if not self.explains:
            return
        deviations = [math.sqrt(((one - one.mean()) ** 2).mean()) for one, _ in varying]
        self.rows = np.array([(one - one.mean()) / deviation for (one, _), deviation in zip(varying, deviations)])
        self.off = np.array([(one.mean() - mean) / deviation for (one, mean), deviation in zip(varying, deviations)])
        p = len(varying)
        self.inverse = np.linalg.inv(self.rows @ self.rows.T + p * np.eye(p))
        self.apart = 1 - 1 / self.count - np.einsum("kw,kl,lw->w", self.rows, self.inverse, self.rows)

    def _regressed(self, values):
        slopes = self.inverse @ (self.rows @ values)
        return slopes, (values - values.mean() - slopes @ self.rows) / self.apart

    def __call__(self, values):
        if self.size > self.lucks:
            return block_means(values, self.size)
        values = block_means(values, self.lucks)
        if not self.explains:
            return values
        slopes, residuals = self._regressed(values)
        return values.mean() - slopes @ self.off - residuals.mean() + residuals

    def predict(self, values):
        values = block_means(values, self.lucks)
        if not self.explains:
            return np.zeros(len(values))
        fitted = values - values.mean() - self._regressed(values)[1]
        return fitted - fitted.mean()


def luck_of_means(values, lucks):
    """By draw: variance that luck leaves in the mean over the draw's worlds; 0 where a draw has one world."""
    draws = len(values) // lucks
    if lucks < 2:
        return np.zeros(draws)
    return values[: draws * lucks].reshape(draws, lucks).var(axis=1, ddof=1) / lucks


__all__ = ["Run", "Sharpen", "Column", "luck_of_means", "variance"]
