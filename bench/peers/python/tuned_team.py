"""Managers and accounts of a chunk under one task, month by month, in buffers that all tasks share."""

from types import SimpleNamespace

import numpy as np

from given import Task
from tuned_card import Board
from tuned_chunk import Chunk
from tuned_response import evidence, look_ahead
from tuned_rows import ABILITY, ACCRUED, BASE_PAY, EFFORT, EFFORT_COST, ENJOYED, MOTIVE, PAID, PUSH, SPENT
from usual_response import planner

LEAST_ACTIVITY = 0.05


class Team:
    """State and buffers of a chunk."""

    def __init__(self, chunk: Chunk) -> None:
        self.chunk, self.given, self.world = chunk, chunk.given, chunk.world
        given, lanes = chunk.given, chunk.lanes
        one, accounts, activities = given.activities, given.accounts, len(given.activities.normal)
        self.lanes, self.worlds, self.managers = lanes, chunk.worlds, given.managers
        self.normal = one.normal
        self.activities = activities
        self.effects = np.ascontiguousarray(np.hstack([one.relationship, one.adoption, one.push]).T * one.normal.T)
        self.of_channels = np.ascontiguousarray(self.effects.T)
        self.weights = np.ascontiguousarray(one.normal[:, 0])
        self.rooms = np.ascontiguousarray((one.room / one.normal)[:, 0])
        self.stiffness = one.normal**2 / one.room
        self.states = np.empty((5, accounts, lanes))
        self.ln_size = np.empty((accounts, lanes))
        self.account_flow = np.empty((accounts, lanes))
        self.rows = np.empty((EFFORT + activities, lanes))
        self.sums = np.empty((EFFORT + activities, lanes))
        self.discounted = np.empty((4, lanes))
        self.four = np.empty((4, lanes))
        self.line = np.empty((8, lanes))
        self.gains, self.shares = self.line[:3], self.line[3:]
        self.mixed, self.natural, self.usual, self.genuine, self.slope, self.x, self.extra, self.t = np.empty(
            (8, activities, lanes)
        )
        self.effort = self.rows[EFFORT:]
        self.motive, self.ability, self.push = self.rows[MOTIVE], self.rows[ABILITY], self.rows[PUSH]
        self.three = np.empty((3, lanes))
        self.by_account = np.empty((accounts, lanes))
        self.by_state = np.empty((5, accounts, lanes))
        self.a, self.b, self.c = np.empty((3, lanes))
        self.flow, self.concentration, self.theta = np.empty((3, lanes))
        self.reward_utility, self.pay_variance, self.accrued_pay, self.expected_pay = np.empty((4, lanes))
        self.loss_luck, self.leaving_luck, self.bad_luck, self.lost = np.empty((4, lanes))
        self.ln_ability, self.ln_at_hire, self.tenure, self.vacancy, self.freshness, self.raised = np.empty((6, lanes))
        self.hires = np.empty(lanes, dtype=np.intp)
        self.is_lost = np.empty((accounts, lanes), dtype=bool)
        self.is_left = np.empty(lanes, dtype=bool)
        self.lifetime = np.zeros(lanes)
        self.board: Board | None = None

    def start(self, task: Task) -> None:
        """Founders in their seats, accounts at rest; what the design means for them."""
        self.task, self.design = task, task.design
        for zero in (self.states, self.ln_size, self.sums, self.discounted, self.bad_luck, self.lost, self.raised):
            zero.fill(0)
        for one in (self.usual, self.genuine, self.motive, self.freshness):
            one.fill(1)
        self.rows.fill(0)
        self.motive.fill(1)
        self.vacancy.fill(0)
        self.tenure.fill(60)
        self.hires.fill(1)
        np.multiply(self.world.abilitySpread, self.chunk.talent[0], out=self.ln_ability)
        np.copyto(self.ln_at_hire, self.ln_ability)
        np.exp(self.ln_ability, out=self.ability)
        self.mixed[:] = np.where(self.chunk.background[0] == 1, self.given.activities.ex_sales, 1)
        self.vacant = np.empty(0, dtype=np.intp)
        self.filled = np.ones(self.lanes)
        self._design_facts()
        self.board = Board(self, task) if task.design.card else None

    def _design_facts(self) -> None:
        """What a design at its scale means for motivation, learning, selection, and pays every month."""
        task, design, world = self.task, self.design, self.world
        judged = design.card.judged if design.card else 0
        zero = np.zeros(self.lanes)
        self.contingent, crowding, awards, training, top_up = zero, zero, zero, zero, zero
        for reward in [*(design.card.rewards if design.card else []), *design.fixed]:
            revenue = reward.of_revenue * self.given.accounts * world.accountRevenue
            amount = task.scale * (reward.money + reward.of_salary * world.salary + revenue)
            if reward.kind in ("cash bonus", "salary increase"):
                share = (1.5 if reward.kind == "salary increase" else 1) * amount / world.salary
                self.contingent = self.contingent + share
                crowding = crowding + share * (1 + 0.43 * judged)
            elif reward.kind == "development":
                training = training + amount
            elif reward.kind == "salary top-up":
                top_up = top_up + amount
            else:
                awards = awards + amount
        self.responds = task.response in ("look-ahead", "evidence")
        self.foresees = self.responds and design.card is not None
        self.compensates = task.response == "planner"
        self.award_share = np.minimum(1, np.sqrt(awards / world.valueFloor))
        self.has_awards, self.trains = bool(awards.any()), bool(training.any())
        self.tenth_goal = 0.1 * (1 - world.crowding * crowding / 0.25)
        self.tenth_support = 0.1 * world.support * self.award_share
        self.gained = world.training * np.sqrt(training / world.developmentUnit)
        self.base_pay = world.salary + top_up
        self.base_utility = self.base_pay + 0.5 * training - 0.5 * world.salary
        self.fixed_paid = top_up / 12
        self.fixed_enjoyed = 0.5 * training / 12
        self.fixed_cost = training / 12 + top_up / 12 * self.chunk.with_on_costs

    def capacity(self) -> None:
        """Ability times ramp-up, natural effort, marginal effect at usual activity."""
        world, theta, a = self.world, self.theta, self.a
        np.divide(self.tenure, world.ramp, out=theta)
        np.multiply(theta, 0.5, out=theta)
        np.add(theta, 0.5, out=theta)
        np.minimum(theta, 1, out=theta)
        np.multiply(theta, self.ability, out=theta)
        if self.responds:
            np.subtract(self.motive, 1, out=a)
            np.multiply(a, self.given.activities.appeal, out=self.natural)
            np.add(self.natural, 1, out=self.natural)
            np.multiply(self.natural, self.mixed, out=self.natural)
        else:
            np.copyto(self.natural, self.mixed)
        if self.vacant.size:
            theta[self.vacant] = 1
            self.natural[:, self.vacant] = world.cover[self.vacant]
        if self.board:
            np.maximum(self.usual, LEAST_ACTIVITY, out=self.x)
            np.subtract(world.diminishing, 1, out=a)
            np.power(self.x, a, out=self.slope)

    def decide(self, month: int) -> None:
        """Forecasts, response, choice of effort, what it makes managers expect."""
        response = self.task.response
        if self.board:
            self.board.forecast(month)
        if response == "planner":
            self._plan(month)
        elif self.board is None or not self.foresees:
            np.copyto(self.effort, self.natural)
            self.genuine.fill(1)
        elif response == "look-ahead":
            look_ahead(self.board, month)
        else:
            evidence(self.board)
        np.copyto(self.expected_pay, self.base_pay)
        if self.board:
            self.board.expect(month)

    def _plan(self, month: int) -> None:
        """The planner is one task of many: written as in the usual form."""
        state = SimpleNamespace(
            natural=self.natural * self.normal,
            effort=self.effort * self.normal,
            theta=self.theta,
            flow=self.flow,
            vacant=self.vacancy > 0,
        )
        planner(self.given, self.world, state, self.chunk.channel[month], month)
        np.divide(state.effort, self.normal, out=self.effort)
        self.genuine.fill(1)

    def work(self) -> None:
        """From effort to effects: show does not count, returns diminish, over-selling harms."""
        world, x, extra, t = self.world, self.x, self.extra, self.t
        cost = self.rows[EFFORT_COST]
        if self.foresees or self.compensates:
            if self.vacant.size:
                self.effort[:, self.vacant] = self.natural[:, self.vacant]
            np.subtract(self.effort, self.natural, out=extra)
            np.multiply(extra, self.genuine, out=x)
            np.minimum(x, extra, out=x)
            np.add(x, self.natural, out=x)
            np.multiply(x, self.theta, out=x)
            np.dot(self.weights, extra, out=cost)
            np.multiply(cost, cost, out=cost)
            np.multiply(cost, world.substitution, out=cost)
            np.multiply(extra, extra, out=extra)
            np.dot(self.stiffness[:, 0], extra, out=self.a)
            np.add(cost, self.a, out=cost)
            np.multiply(cost, self.chunk.cost_unit, out=cost)
            np.multiply(cost, 0.5, out=cost)
        else:
            np.multiply(self.natural, self.theta, out=x)
        np.maximum(x, LEAST_ACTIVITY, out=t)
        np.power(t, world.diminishing, out=t)
        np.subtract(t, 1, out=t)
        np.multiply(t, self.chunk.inverse_diminishing, out=t)
        np.matmul(self.effects, t, out=self.three)
        np.copyto(self.push, self.three[2])
        for j in self.given.activities.pressing:
            np.subtract(x[j], 1, out=self.a)
            np.maximum(self.a, 0, out=self.a)
            np.multiply(self.a, self.a, out=self.a)
            np.multiply(self.a, world.pressureHarm, out=self.a)
            np.multiply(self.a, 0.5, out=self.a)
            np.subtract(self.three[0], self.a, out=self.three[0])
        if self.board:
            np.multiply(self.usual, 0.7, out=self.usual)
            np.multiply(x, 0.3, out=t)
            np.add(self.usual, t, out=self.usual)

    def pay(self, month: int) -> None:
        """What the month pays."""
        rows, world = self.rows, self.world
        paid, spent, accrued, enjoyed = rows[PAID], rows[SPENT], rows[ACCRUED], rows[ENJOYED]
        np.multiply(self.fixed_paid, self.filled, out=paid)
        np.multiply(self.fixed_enjoyed, self.filled, out=enjoyed)
        np.multiply(self.fixed_cost, self.filled, out=accrued)
        np.multiply(self.raised, 1 / 12, out=self.a)
        np.add(paid, self.a, out=paid)
        np.multiply(self.a, self.chunk.with_on_costs, out=spent)
        np.add(spent, accrued, out=spent)
        np.multiply(self.filled, world.salary, out=rows[BASE_PAY])
        if self.compensates:
            np.multiply(rows[EFFORT_COST], self.chunk.with_on_costs, out=self.a)
            np.add(paid, rows[EFFORT_COST], out=paid)
            np.add(accrued, self.a, out=accrued)
            np.add(spent, self.a, out=spent)
        if self.board:
            self.board.settle(month)
