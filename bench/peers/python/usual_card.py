"""The scorecard: forecasts, what they are worth to managers, closes and settlements; whole arrays."""

from types import SimpleNamespace

import numpy as np

from curve import Column
from given import Given, Reward, Task

LEAST_ACTIVITY = 0.05
LEAST_SPREAD = 1e-3

# Where things stand in a row of an outlook.
LEVEL, NOW, LATER, HELD, STATE = 0, slice(1, 4), slice(4, 7), slice(7, 10), slice(10, 15)
MARKET, ACCOUNTS, READING, REST, MONTH = 15, 16, 17, 18, 19


def position_factor(numbers: list[float], compa_ratio: Column) -> Column:
    """Factor of the merit matrix: the last band whose lower end the compa-ratio reaches."""
    factor = np.full_like(compa_ratio, numbers[2])
    for start, value in zip(numbers[1::2], numbers[2::2], strict=True):
        factor = np.where(compa_ratio >= start, value, factor)
    return factor


class Card:
    """A design's scorecard in every world."""

    def __init__(self, given: Given, world: SimpleNamespace, task: Task) -> None:
        assert task.design.card
        self.given, self.world, self.task, self.plan = given, world, task, task.design.card
        self.rewards = [SimpleNamespace(plan=reward) for reward in self.plan.rewards]
        self.slots = [SimpleNamespace(plan=slot, outlook=given.outlooks[slot.outlook]) for slot in self.plan.slots]
        for slot in self.slots:
            slot.sum = np.zeros(given.lanes)
            slot.sample = slot.target = np.ones(given.lanes)
        self.served = np.zeros(given.lanes)
        self.stake = np.zeros(given.lanes)
        self.shift = task.shift if self.plan.is_tightened else 0
        self.score = np.zeros(given.lanes)

    def period(self, month: int) -> tuple[int, int]:
        """Start and end of the period of a month."""
        start = month - month % self.plan.period
        return start, min(start + self.plan.period, self.given.months)

    def growth(self) -> Column:
        """log/month. Expected growth of account revenue."""
        world = self.world
        return (world.drift - world.churn * (1 - world.replaced)) / 12

    def forecast(self, s: SimpleNamespace, month: int) -> None:
        """Score natural effort leads to, its uncertainty, and what a unit of each activity adds to it."""
        world, plan = self.world, self.plan
        start, end = self.period(month)
        self._open(s, month, start, end)
        self.base = np.full(self.given.lanes, -float(self.shift))
        self.variance = np.zeros(self.given.lanes)
        self.channels = np.zeros((3, 3, self.given.lanes))
        self.own = np.zeros_like(s.natural)
        self.own_held = np.zeros_like(s.natural)
        natural = self._natural_gains(s)
        for slot in self.slots:
            row = np.repeat(slot.outlook.table[slot.outlook.row_of[month]].T, self.given.managers, axis=1)
            samples = slot.outlook.samples[month]
            self.base = self.base + slot.plan.weight * (slot.sum / samples if samples else slot.sample)
            if slot.plan.measure == "account revenue":
                self._forecast_revenue(s, slot, row, natural)
            else:
                self._forecast_index(s, slot, row, natural)
        harm = np.zeros_like(s.natural)
        activities = self.given.activities
        for j in activities.pressing:
            harm[j] = world.pressureHarm * np.maximum(s.usual[j] - 1, 0) / activities.normal[j]
        to_r = s.theta * (s.slope * activities.relationship - harm)
        to_q = s.theta * s.slope * activities.adoption
        to_push = s.theta * s.slope * activities.push
        now, later, held = (to_r * one[0] + to_q * one[1] + to_push * one[2] for one in self.channels)
        self.results, self.later = now, later
        self.effect = self.own_held + s.genuine * held
        rater = plan.judged * world.raterNoise
        self.variance = self.variance + rater * rater * 12 / (end - start)
        self.spread = np.maximum(np.sqrt(self.variance), LEAST_SPREAD)
        if month == start:
            for reward in self.rewards:
                reward.at_target, reward.slope_at_target, _ = reward.plan.curve.expected(
                    np.ones(self.given.lanes), self.spread
                )

    def _open(self, s: SimpleNamespace, month: int, start: int, end: int) -> None:
        """First targets, amounts of the period, and what a payout is worth to a manager now."""
        months = end - start
        if month == 0:
            for slot in self.slots:
                if slot.plan.measure == "account revenue":
                    slot.target = slot.plan.stretch * s.flow * (1 + self.growth() * self.plan.period / 2)
        for reward in self.rewards:
            plan = reward.plan
            if month == start:
                revenue = plan.of_revenue * 12 * self.slots[0].target
                yearly = plan.money + plan.of_salary * self.world.salary + revenue
                reward.unit = self.task.scale * yearly * months / 12
            reward.worth = self._worth(plan, reward.unit, s, months)
            reward.current = reward.worth * (self.served + end - month) / months

    def _worth(self, plan: Reward, unit: Column, s: SimpleNamespace, months: int) -> Column:
        """EUR per unit of payout, as the manager values it at the close."""
        world = self.world
        if plan.kind == "cash bonus":
            return unit
        if plan.kind == "salary increase":
            compa_ratio = (world.salary + s.raised) / (plan.numbers[0] * world.salary)
            return unit * position_factor(plan.numbers, compa_ratio) / 12 / (1 - world.keepMonth)
        years = months / 12
        value = world.valueFloor * (unit / years / world.valueFloor) ** world.awardPower
        return plan.numbers[0] * s.freshness * world.perceived * np.where(unit > 0, value, 0) * years

    def _natural_gains(self, s: SimpleNamespace) -> Column:
        """What natural effort does to relationship, adoption, sales, on the line at usual activity: [channel][lane]."""
        activities, world = self.given.activities, self.world
        x = np.maximum(s.usual, LEAST_ACTIVITY)
        level = (s.slope * x - 1) / world.diminishing
        done = activities.normal * level + s.slope * (s.theta * s.natural - activities.normal * x)
        gains = np.array(
            [(by * done).sum(axis=0) for by in (activities.relationship, activities.adoption, activities.push)]
        )
        for j in activities.pressing:
            over = np.maximum(s.usual[j] - 1, 0)
            natural = s.theta * s.natural[j] / activities.normal[j]
            gains[0] -= world.pressureHarm * over * (0.5 * over + (natural - s.usual[j]))
        return gains

    def _forecast_revenue(self, s: SimpleNamespace, slot: SimpleNamespace, row: Column, natural: Column) -> None:
        """A result in money: in proportion to its level against target."""
        states = np.array([s.share_relationship, s.share_satisfaction, s.share_adoption, s.share_pulled, s.share_boost])
        part = slot.plan.weight * s.flow / slot.target
        expected = row[LEVEL] + (row[STATE] * states).sum(axis=0) + (row[HELD] * natural).sum(axis=0)
        self.base = self.base + part * expected
        self.variance = self.variance + part * part * (row[ACCOUNTS] * s.concentration + row[MARKET])
        self.channels += part * np.array([row[NOW], row[LATER], row[HELD]])

    def _forecast_index(self, s: SimpleNamespace, slot: SimpleNamespace, row: Column, natural: Column) -> None:
        """An index: what is expected to be read, from the accounts or from activity."""
        world, plan, activities = self.world, slot.plan, self.given.activities
        self.base = self.base + plan.weight * row[LEVEL]
        self.variance = self.variance + plan.weight**2 * row[READING]
        if slot.outlook.follows_accounts:
            states = np.array([s.mean_relationship, s.mean_satisfaction, s.mean_adoption])
            expected = (row[STATE][:3] * states).sum(axis=0) + (row[HELD] * natural).sum(axis=0)
            self.base = self.base + plan.weight * expected
            self.channels += plan.weight * np.array([row[NOW], row[LATER], row[HELD]])
        if plan.is_judged:
            unit = plan.weight * world.compression
            j = activities.documents
            loads = np.repeat(plan.loads, self.given.lanes, axis=1)
            loads[j] += world.boxTicking / activities.normal[j]
            held = unit * loads * row[REST]
            self.own = self.own + unit * loads * row[MONTH]
            self.own_held = self.own_held + held
            self.base = self.base - unit * row[REST] * (1 + world.boxTicking) + (held * s.natural).sum(axis=0)

    def expect(self, s: SimpleNamespace, month: int, is_foreseen: bool) -> None:
        """What the card is worth a year at the forecast: expected reward, its variance, what leaving would forfeit."""
        start, end = self.period(month)
        yearly, left = 12 / (end - start), end - month
        mean = self.base
        if is_foreseen:
            added = (self.effect * (s.effort - s.natural)).sum(axis=0)
            mean = mean + np.where(s.vacant, 0, added)
        near = (month - start) / (end - start) * 12 * self.world.delayMonth**left / max(left, 6) if left > 1 else 0
        risk = np.zeros(self.given.lanes)
        for reward in self.rewards:
            expected, slope, _ = reward.plan.curve.expected(mean, self.spread)
            pay = reward.current * expected
            risk = risk + reward.current * slope * self.spread
            s.reward_utility = s.reward_utility + yearly * pay
            s.accrued_pay = s.accrued_pay + pay * near
            counted = 3 * reward.unit if reward.plan.kind == "salary increase" else reward.worth
            s.expected_pay = s.expected_pay + yearly * reward.at_target * counted
        s.pay_variance = s.pay_variance + yearly * risk * risk

    def settle(self, s: SimpleNamespace, month: int) -> bool:
        """Takes this month's samples and, at the end of a period, scores, pays and sets the next targets."""
        start, end = self.period(month)
        for slot in self.slots:
            if slot.plan.sampling == "monthly" or (month + 1) % slot.plan.cadence == 0:
                slot.sample = self._sample(s, slot, month)
                slot.sum = slot.sum + slot.sample
        self.served = np.where(s.vacant, self.served, self.served + 1)
        if month < end - 1:
            return False
        self._score(month, end - start)
        for reward in self.rewards:
            payout = reward.plan.curve.pay(self.score) * self.served / (end - start)
            self._pay_out(s, reward, payout)
        for slot in self.slots:
            if slot.plan.measure == "account revenue":
                learnt = self.world.rebase * (slot.reached - 1) if slot.plan.is_rebased else 0
                slot.target = slot.target * (1 + learnt) * (1 + self.growth() * (end - start))
            slot.sum = np.zeros(self.given.lanes)
        self.served = np.zeros(self.given.lanes)
        return True

    def _sample(self, s: SimpleNamespace, slot: SimpleNamespace, month: int) -> Column:
        """What one month, or one survey, contributes."""
        world, plan, activities = self.world, slot.plan, self.given.activities
        if plan.measure == "account revenue":
            return s.revenue / slot.target
        if plan.sampling == "survey":
            noise = plan.noise / np.sqrt(self.given.accounts) * world.surveyNoise * self.given.luck.survey[month]
            return 1 + s.mean_satisfaction + noise
        j = activities.documents
        ticked = world.boxTicking * (s.effort[j] / activities.normal[j] - 1)
        noise = plan.noise * world.readingNoise * self.given.readings[plan.measure][month]
        return 1 + world.compression * ((plan.loads * s.effort).sum(axis=0) - 1 + ticked + noise)

    def _score(self, month: int, months: int) -> None:
        rater = self.world.raterNoise * self.given.luck.rater[month]
        self.score = self.plan.judged * np.sqrt(12 / months) * rater - self.shift
        for slot in self.slots:
            samples = slot.outlook.samples[month]
            slot.reached = slot.sum / samples if samples else slot.sample
            self.score = self.score + slot.plan.weight * slot.reached

    def _pay_out(self, s: SimpleNamespace, reward: SimpleNamespace, payout: Column) -> None:
        """Turns a payout into money now, a raise, or an award."""
        world, numbers = self.world, reward.plan.numbers
        earned = reward.unit * payout
        if reward.plan.kind == "cash bonus":
            s.paid = s.paid + earned
            s.spent = s.spent + earned * (1 + world.onCosts)
            s.accrued = s.accrued + earned * (1 + world.onCosts)
        elif reward.plan.kind == "salary increase":
            earned = earned * position_factor(numbers, (world.salary + s.raised) / (numbers[0] * world.salary))
            s.raised = s.raised + earned
            s.accrued = s.accrued + earned / 12 * (1 + world.onCosts) / (1 - world.firmMonth * world.stayMonth)
        else:
            s.accrued = s.accrued + earned
            s.spent = s.spent + earned
            s.enjoyed = s.enjoyed + reward.worth * payout
            worn = s.freshness * (1 - world.habituation * np.minimum(1, payout))
            s.freshness = np.where(reward.unit > 0, worn, s.freshness)
