"""Outcomes: sums over months by lane, finished at the horizon and averaged over each world's team."""

from types import SimpleNamespace

import numpy as np

from curve import Column
from given import Given, Task
from usual_card import Card

ACTIVITY = "effort: "


class Outcomes:
    """Running sums of one task, one column a lane for each outcome."""

    def __init__(self, given: Given, world: SimpleNamespace, task: Task) -> None:
        self.given, self.world, self.task = given, world, task
        self.discount = np.ones(given.lanes)
        self.legacy = np.repeat(given.legacy, given.managers, axis=1)
        self.sums: dict[str, Column] = {name: np.zeros(given.lanes) for name in given.outcomes}
        self.efforts = np.zeros((len(given.activities.normal), given.lanes))

    def add(self, s: SimpleNamespace, card: Card | None, closed: bool, month: int) -> None:
        """Adds a month to every outcome."""
        sums, world, discount = self.sums, self.world, self.discount
        hiring = s.left * world.hiring * world.salary
        sums["account value"] += s.margin * discount
        sums["reward spend"] += s.accrued * discount
        sums["hiring and monitoring"] += (hiring + self.task.design.monitoring / 12) * discount
        sums["effort spend"] += s.effort_cost * discount
        left = self.given.months - 1 - month
        kept = world.firmMonth**left
        rest = np.where(world.firmMonth < 1, (1 - kept) / (1 - np.minimum(world.firmMonth, 1 - 1e-16)), left)
        lasting = s.loss_luck * (rest + kept * self.legacy[0]) + s.leaving_luck * s.flow
        sums["bad luck"] += discount * lasting
        sums["revenue"] += s.revenue
        sums["margin"] += s.margin
        sums["reward cost"] += s.accrued
        sums["cash cost"] += s.spent
        sums["reward pay"] += s.paid
        sums["non-cash value"] += s.enjoyed
        sums["earnings"] += s.paid + np.where(s.vacant, 0, world.salary / 12)
        sums["account retention"] += s.lost
        sums["customer satisfaction"] += s.mean_satisfaction
        sums["relationship"] += s.mean_relationship
        sums["adoption"] += s.mean_adoption
        sums["referenceable accounts"] += s.referenceable
        sums["leavers"] += s.left
        sums["ability"] += np.exp(s.ln_ability)
        sums["effort cost"] += s.effort_cost
        sums["motivation"] += s.motive
        sums["utility"] += s.utility
        sums["selling push"] += s.push
        sums["demand pulled forward"] += s.share_pulled
        self.efforts += s.effort
        if closed and card:
            curve = card.plan.rewards[0].curve
            assert curve
            sums["closing push"] += s.push
            sums["above threshold"] += card.score >= curve.threshold
            sums["at target"] += card.score >= 1
            sums["at cap"] += card.score >= curve.cap
        if month == self.given.months - 1:
            kept_year = np.exp(-world.churn * np.exp(-world.churnSlope * (s.satisfaction - 1)))
            yearly = s.size * np.exp(s.ln_size + s.boost) * world.margin
            sums["customer lifetime value"] += (yearly * kept_year / (1 + world.firmDiscount - kept_year)).sum(axis=0)
        self.discount = discount * world.firmMonth

    def finish(self, s: SimpleNamespace, card: Card | None) -> Column:
        """Means over the team, [outcome][world], in the order given."""
        given, sums, months = self.given, self.sums, self.given.months
        self._add_legacy(s)
        for name in ("revenue", "margin", "reward cost", "cash cost", "reward pay", "non-cash value", "earnings"):
            sums[name] *= 12 / months
        for name in ("leavers", "effort cost"):
            sums[name] *= 12 / months
        for name in ("referenceable accounts", "ability", "motivation", "utility", "selling push"):
            sums[name] /= months
        sums["demand pulled forward"] /= months
        for name in ("customer satisfaction", "relationship", "adoption"):
            sums[name] = 1 + sums[name] / months
        sums["account retention"] = 1 - 12 * sums["account retention"] / months / given.accounts
        closes = -(-months // card.plan.period) if card else 1
        for name in ("closing push", "above threshold", "at target", "at cap"):
            sums[name] /= closes
        normal = given.activities.normal
        sums["effort"] = self.efforts.sum(axis=0) / normal.sum() / months
        for j, name in enumerate(one for one in given.outcomes if one.startswith(ACTIVITY)):
            sums[name] = self.efforts[j] / normal[j] / months
        other = sums["hiring and monitoring"]
        sums["net value"] = sums["account value"] - sums["reward spend"] - other
        sums["surplus"] = sums["account value"] - sums["effort spend"] - other
        team = (given.worlds, given.managers)
        return np.array([sums[name].reshape(team).mean(axis=1) for name in given.outcomes])

    def _add_legacy(self, s: SimpleNamespace) -> None:
        """What the accounts' states are worth after the horizon."""
        level, to_r, to_s, to_q, to_p, to_b = self.legacy
        months = (
            level
            + to_r * (s.relationship - 1)
            + to_s * (s.satisfaction - 1)
            + to_q * (s.adoption - 1)
            + to_p * s.pulled
            + to_b * s.boost
        )
        monthly = s.size / 12 * np.exp(s.ln_size) * self.world.margin
        self.sums["account value"] += (monthly * months).sum(axis=0) * self.discount
