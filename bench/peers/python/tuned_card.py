"""A scorecard in a chunk of worlds: forecasts, responses, closes and settlements in buffers made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from curve import Column
from given import Reward, Task
from tuned_chunk import ACCOUNTS, HELD, LEVEL, MARKET, NOW
from tuned_curve import Expectation
from tuned_rows import ACCRUED, ENJOYED, MEANS, PAID, REVENUE, SPENT
from usual_card import position_factor

if TYPE_CHECKING:
    from tuned_team import Team

LEAST_SPREAD = 1e-3


class Board:
    """The scorecard of one task."""

    def __init__(self, team: Team, task: Task) -> None:
        assert task.design.card
        if len(task.design.card.rewards) != 1:
            raise SystemExit("scorecards with several rewards are not played here")
        self.team, self.chunk, self.world, self.plan = team, team.chunk, team.world, task.design.card
        lanes, activities = team.lanes, team.activities
        self.tables = team.chunk.card(self.plan)
        self.reward = self.plan.rewards[0]
        assert self.reward.curve
        self.curve = self.reward.curve
        self.expectation = Expectation(self.curve, lanes)
        self.scale, self.shift = task.scale, task.shift if self.plan.is_tightened else 0.0
        self.acts = team.responds
        self.base, self.spread, self.mean, self.worth, self.current, self.unit = np.empty((6, lanes))
        self.score, self.part, self.lin, self.gain = np.empty((4, lanes))
        self.slope_at_target, self.newcomer_pay = np.empty((2, lanes))
        self.read, self.revenue_sum, self.served, self.stake = np.zeros((4, lanes))
        self.target = np.ones(lanes)
        self.read_by_activity = np.empty(lanes)
        self.channels = np.empty((3, 3, lanes))
        self.reached = np.empty((3, activities, lanes))
        self.own, self.effect, self.t = np.empty((3, activities, lanes))
        self.eight = np.empty((8, lanes))
        self.harm = np.empty((len(team.given.activities.pressing), lanes))
        self.rest_loads = np.empty_like(self.tables.loads)
        self.nine = np.empty((9, lanes))
        self.closes = {name: np.zeros(lanes) for name in ("closing push", "above threshold", "at target", "at cap")}
        self.number_of_closes = -(-team.given.months // self.plan.period)

    def period(self, month: int) -> tuple[int, int]:
        """Start and end of the period of a month."""
        start = month - month % self.plan.period
        return start, min(start + self.plan.period, self.team.given.months)

    def by_world(self, column: Column) -> Column:
        """A column of lanes as [manager][world], rows before it kept."""
        return column.reshape(*column.shape[:-1], -1, self.chunk.worlds)

    def forecast(self, month: int) -> None:
        """Score natural effort leads to, its uncertainty, and what a unit of each activity adds to it."""
        team, tables, by_world = self.team, self.tables, self.by_world
        start, end = self.period(month)
        self._open(month, start, end)
        self._natural_gains()
        base, spread = self.base, self.spread
        np.add(by_world(self.read), tables.base[month] - self.shift, out=by_world(base))
        np.multiply(by_world(team.natural), tables.loads[:, None], out=by_world(self.t))
        np.add.reduce(self.t, axis=0, out=self.read_by_activity)
        np.multiply(self.read_by_activity, tables.rest_share[month], out=team.a)
        np.add(base, team.a, out=base)
        spread.fill(0)
        if self.acts:
            self.channels.fill(0)
        self._forecast_survey(month)
        self._forecast_revenue(month)
        np.add(by_world(spread), tables.variance[month], out=by_world(spread))
        np.sqrt(spread, out=spread)
        np.maximum(spread, LEAST_SPREAD, out=spread)
        if self.acts:
            self._effects(month)
        if month == start:
            pay, slope = self.expectation.pay(np.ones(team.lanes), spread)
            np.copyto(self.slope_at_target, slope)
            np.multiply(pay, 12 / (end - start), out=self.newcomer_pay)

    def _open(self, month: int, start: int, end: int) -> None:
        """First targets, amounts of the period, and what a payout is worth to a manager now."""
        team, plan, world, months = self.team, self.reward, self.world, end - start
        if month == 0 and self.tables.revenue:
            grown = 1 + self.chunk.level_growth * (self.plan.period / 2)
            self.target[:] = self.tables.revenue.plan.stretch * team.flow * grown
        if month == start:
            revenue = plan.of_revenue * 12 * self.target
            self.unit[:] = self.scale * (plan.money + plan.of_salary * world.salary + revenue) * months / 12
            self._open_award(plan, months)
        if plan.kind == "cash bonus":
            np.copyto(self.worth, self.unit)
        elif plan.kind == "salary increase":
            self._factor()
            np.multiply(self.unit, self.factor, out=self.worth)
            np.multiply(self.worth, self.per_raise, out=self.worth)
        else:
            np.multiply(self.value, team.freshness, out=self.worth)
        np.add(self.served, end - month, out=self.current)
        np.multiply(self.current, self.worth, out=self.current)
        np.multiply(self.current, 1 / months, out=self.current)

    def _open_award(self, plan: Reward, months: int) -> None:
        """What a raise, or a fresh award, is worth per unit of payout this period."""
        world = self.world
        if plan.kind == "salary increase":
            self.per_raise = 1 / 12 / (1 - world.keepMonth)
        elif plan.kind != "cash bonus":
            years = months / 12
            value = world.valueFloor * (self.unit / years / world.valueFloor) ** world.awardPower
            self.value = plan.numbers[0] * world.perceived * np.where(self.unit > 0, value, 0) * years

    def _factor(self) -> None:
        """Factor of the merit matrix at the present position in the pay range."""
        numbers, salary = self.reward.numbers, self.world.salary
        self.factor = position_factor(numbers, (salary + self.team.raised) / (numbers[0] * salary))

    def _natural_gains(self) -> None:
        """What natural effort does to relationship, adoption and sales, on the line at usual activity."""
        team, world, t = self.team, self.world, self.t
        inverse = self.chunk.inverse_diminishing
        np.multiply(team.slope, team.theta, out=self.effect)  # theta x slope, kept for the effects
        np.multiply(team.slope, team.x, out=t)
        np.subtract(inverse, 1, out=team.a)
        np.multiply(t, team.a, out=t)
        np.subtract(t, inverse, out=t)
        np.multiply(self.effect, team.natural, out=self.own)
        np.add(t, self.own, out=t)
        np.matmul(team.effects, t, out=team.gains)
        for j, harm in zip(team.given.activities.pressing, self.harm, strict=True):
            over, line = team.a, team.b
            np.subtract(team.usual[j], 1, out=over)
            np.maximum(over, 0, out=over)
            np.multiply(team.theta, team.natural[j], out=line)
            np.subtract(line, team.usual[j], out=line)
            np.multiply(over, 0.5, out=team.c)
            np.add(line, team.c, out=line)
            np.multiply(over, world.pressureHarm, out=over)
            np.multiply(line, over, out=line)
            np.subtract(team.gains[0], line, out=team.gains[0])
            np.multiply(over, team.theta, out=harm)  # of a unit more, kept for the effects

    def _forecast_survey(self, month: int) -> None:
        """An index that follows the accounts."""
        facts, team = self.tables.survey, self.team
        if facts is None:
            return
        row, weight, six = facts.table[facts.row_of[month]], facts.plan.weight, self.eight[:6]
        np.multiply(self.by_world(team.gains), row[HELD : HELD + 3, None], out=self.by_world(six[:3]))
        means = team.rows[MEANS]
        np.multiply(self.by_world(means), row[HELD + 3 : HELD + 6, None], out=self.by_world(six[3:]))
        np.add.reduce(six, axis=0, out=team.a)
        np.multiply(team.a, weight, out=team.a)
        np.add(self.base, team.a, out=self.base)
        if self.acts:
            nine = self.channels.reshape(9, -1, self.chunk.worlds)
            np.add(nine, (weight * row[NOW : NOW + 9])[:, None], out=nine)

    def _forecast_revenue(self, month: int) -> None:
        """A result in money: in proportion to its level against target."""
        facts, team, by_world = self.tables.revenue, self.team, self.by_world
        if facts is None:
            return
        row = facts.table[facts.row_of[month]]
        part, expected, variance = self.lin, team.a, team.b
        np.divide(team.flow, self.target, out=part)
        np.multiply(part, facts.plan.weight, out=part)
        np.multiply(by_world(team.line), row[HELD : HELD + 8, None], out=by_world(self.eight))
        np.add.reduce(self.eight, axis=0, out=expected)
        np.add(by_world(expected), row[LEVEL], out=by_world(expected))
        np.multiply(expected, part, out=expected)
        np.add(self.base, expected, out=self.base)
        np.multiply(by_world(team.concentration), row[ACCOUNTS], out=by_world(variance))
        np.add(by_world(variance), row[MARKET], out=by_world(variance))
        np.multiply(variance, part, out=variance)
        np.multiply(variance, part, out=variance)
        np.add(self.spread, variance, out=self.spread)
        if self.acts:
            np.multiply(by_world(part), row[NOW : NOW + 9, None], out=by_world(self.nine))
            nine = self.channels.reshape(9, -1)
            np.add(nine, self.nine, out=nine)

    def _effects(self, month: int) -> None:
        """From channels to activities: now, in later periods, and held to the close; per normal share."""
        team, tables, reached = self.team, self.tables, self.reached
        slope = self.effect
        np.matmul(team.of_channels, self.channels, out=reached)
        np.multiply(reached, slope, out=reached)
        for j, harm in zip(team.given.activities.pressing, self.harm, strict=True):
            for kind in range(3):
                np.multiply(self.channels[kind, 0], harm, out=team.a)
                np.subtract(reached[kind, j], team.a, out=reached[kind, j])
        np.multiply(reached[2], team.genuine, out=self.effect)
        np.multiply(tables.loads, tables.rest_share[month], out=self.rest_loads)
        effect = self.by_world(self.effect)
        np.add(effect, self.rest_loads[:, None], out=effect)

    def expect(self, month: int) -> None:
        """What the card is worth a year at the forecast: expected reward, its variance, what leaving would forfeit."""
        team, mean = self.team, self.mean
        start, end = self.period(month)
        yearly, left = 12 / (end - start), end - month
        np.copyto(mean, self.base)
        if self.acts:
            np.subtract(team.effort, team.natural, out=self.t)
            np.multiply(self.t, self.effect, out=self.t)
            np.add.reduce(self.t, axis=0, out=mean)
            mean[team.vacant] = 0
            np.add(mean, self.base, out=mean)
        pay, slope = self.expectation.pay(mean, self.spread)
        np.multiply(pay, self.current, out=pay)
        np.multiply(pay, yearly, out=team.reward_utility)
        if left > 1:
            near = (month - start) / (end - start) * 12 * self.chunk.of_world["delayMonth"] ** left / max(left, 6)
            np.multiply(self.by_world(pay), near, out=self.by_world(team.accrued_pay))
        else:
            team.accrued_pay.fill(0)
        np.multiply(slope, self.current, out=slope)
        np.multiply(slope, self.spread, out=slope)
        np.multiply(slope, slope, out=slope)
        np.multiply(slope, yearly, out=team.pay_variance)
        counted = self.unit if self.reward.kind == "salary increase" else self.worth
        np.multiply(counted, self.newcomer_pay, out=team.a)
        if self.reward.kind == "salary increase":
            np.multiply(team.a, 3, out=team.a)
        np.add(team.expected_pay, team.a, out=team.expected_pay)

    def settle(self, month: int) -> None:
        """Takes this month's samples and, at the end of a period, scores, pays and sets the next targets."""
        team, tables, a = self.team, self.tables, self.team.a
        start, end = self.period(month)
        if tables.month_share[month] > 0:
            if self.acts:
                np.multiply(self.by_world(team.effort), tables.loads[:, None], out=self.by_world(self.t))
                np.add.reduce(self.t, axis=0, out=self.read_by_activity)
            np.add(self.read_by_activity, tables.noise[month], out=a)
            np.add(self.by_world(a), tables.read_from, out=self.by_world(a))
            np.multiply(a, tables.month_share[month], out=a)
            np.add(self.read, a, out=self.read)
        if tables.survey and (month + 1) % tables.survey.plan.cadence == 0:
            np.multiply(self.chunk.survey[month], tables.survey.plan.noise, out=a)
            np.add(a, team.rows[MEANS][1], out=a)
            np.add(a, 1, out=a)
            np.multiply(a, tables.survey.plan.weight / tables.survey.samples[month], out=a)
            np.add(self.read, a, out=self.read)
        if tables.revenue:
            np.divide(team.rows[REVENUE], self.target, out=a)
            np.multiply(a, 1 / tables.revenue.samples[month], out=a)
            np.add(self.revenue_sum, a, out=self.revenue_sum)
            np.multiply(a, tables.revenue.plan.weight, out=a)
            np.add(self.read, a, out=self.read)
        np.add(self.served, team.filled, out=self.served)
        if month == end - 1:
            self._close(month, end - start)

    def _close(self, month: int, months: int) -> None:
        """Score, payout, outcomes of the close, next targets; rare, so written plainly."""
        team, world, curve = self.team, self.world, self.curve
        score = self.plan.judged * np.sqrt(12 / months) * self.chunk.rater[month] - self.shift + self.read
        self._pay_out(curve.pay(score) * self.served / months)
        share = 1 / self.number_of_closes
        self.closes["closing push"] += team.push * share
        self.closes["above threshold"] += (score >= curve.threshold) * share
        self.closes["at target"] += (score >= 1) * share
        self.closes["at cap"] += (score >= curve.cap) * share
        if self.tables.revenue:
            learnt = world.rebase * (self.revenue_sum - 1) if self.tables.revenue.plan.is_rebased else 0
            self.target *= (1 + learnt) * (1 + self.chunk.level_growth * months)
        for zero in (self.read, self.revenue_sum, self.served):
            zero.fill(0)

    def _pay_out(self, payout: Column) -> None:
        """Turns a payout into money now, a raise, or an award."""
        team, world, on_costs = self.team, self.world, self.chunk.with_on_costs
        rows = team.rows
        earned = self.unit * payout
        if self.reward.kind == "cash bonus":
            rows[PAID] += earned
            rows[SPENT] += earned * on_costs
            rows[ACCRUED] += earned * on_costs
        elif self.reward.kind == "salary increase":
            self._factor()
            earned = earned * self.factor
            team.raised += earned
            rows[ACCRUED] += earned / 12 * on_costs / (1 - world.firmMonth * world.stayMonth)
        else:
            rows[ACCRUED] += earned
            rows[SPENT] += earned
            rows[ENJOYED] += self.worth * payout
            worn = team.freshness * (1 - world.habituation * np.minimum(1, payout))
            team.freshness[:] = np.where(self.unit > 0, worn, team.freshness)
