"""The model as most analysts write it: every world at once, whole arrays, one plain expression a rule.

Columns are [lane], [account][lane] or [activity][lane]; a month is one pass over all lanes.
"""

from types import SimpleNamespace

import numpy as np

from curve import Column
from given import Given, Task, main
from usual_card import Card
from usual_outcomes import Outcomes
from usual_response import best_response, evidence, look_ahead, planner

LEAST_ACTIVITY = 0.05
OUTSIDE_PAY = 1.25


def play(given: Given) -> Column:
    """Outcomes of all tasks, [task][outcome][world]."""
    world = SimpleNamespace(**{name: np.repeat(column, given.managers) for name, column in given.world.items()})
    return np.array([play_task(given, world, task) for task in given.tasks])


def play_task(given: Given, world: SimpleNamespace, task: Task) -> Column:
    """Outcomes of one task, [outcome][world]."""
    design = task.design
    facts = design_facts(given, world, task)
    s = founders(given, world)
    card = Card(given, world, task) if design.card else None
    outcomes = Outcomes(given, world, task)
    for month in range(given.months):
        capacity(given, world, s)
        expected_revenue(world, s)
        decide(given, world, facts, s, card, task, month)
        work(given, world, s)
        accounts_move(given, world, s, month)
        closed = pay(given, world, facts, s, card, task, month)
        learn(world, facts, s)
        stay(given, world, facts, s, month)
        if card:
            card.served = np.where(s.left, 0, card.served)
        outcomes.add(s, card, closed, month)
        succeed(given, world, facts, s)
    return outcomes.finish(s, card)


def design_facts(given: Given, world: SimpleNamespace, task: Task) -> SimpleNamespace:
    """What a design at its scale means for motivation, learning and selection."""
    design = task.design
    judged = design.card.judged if design.card else 0
    f = SimpleNamespace(contingent=0.0, crowding=0.0, awards=0.0, training=0.0, top_up=0.0)
    for reward in [*(design.card.rewards if design.card else []), *design.fixed]:
        revenue = reward.of_revenue * given.accounts * world.accountRevenue
        amount = task.scale * (reward.money + reward.of_salary * world.salary + revenue)
        if reward.kind in ("cash bonus", "salary increase"):
            share = (1.5 if reward.kind == "salary increase" else 1) * amount / world.salary
            f.contingent = f.contingent + share
            f.crowding = f.crowding + share * (1 + 0.43 * judged)
        elif reward.kind == "development":
            f.training = f.training + amount
        elif reward.kind == "salary top-up":
            f.top_up = f.top_up + amount
        else:
            f.awards = f.awards + amount
    f.award_share = np.minimum(1, np.sqrt(f.awards / world.valueFloor))
    f.responds = task.response in ("look-ahead", "evidence")
    f.compensates = task.response == "planner"
    return f


def founders(given: Given, world: SimpleNamespace) -> SimpleNamespace:
    """Founders in their seats, accounts at rest."""
    lanes = given.lanes
    accounts = (given.accounts, lanes)
    activities = (len(given.activities.normal), lanes)
    ability = world.abilitySpread * given.luck.talent[0]
    return SimpleNamespace(
        ln_ability=ability,
        ln_ability_at_hire=ability,
        ex_sales=given.luck.background[0],
        tenure=np.full(lanes, 60.0),
        vacancy=np.zeros(lanes),
        hires=np.ones(lanes, dtype=np.intp),
        motive=np.ones(lanes),
        freshness=np.ones(lanes),
        raised=np.zeros(lanes),
        mean_relationship=np.zeros(lanes),
        mean_satisfaction=np.zeros(lanes),
        mean_adoption=np.zeros(lanes),
        size=given.luck.startSize,
        ln_size=np.zeros(accounts),
        boost=np.zeros(accounts),
        pulled=np.zeros(accounts),
        satisfaction=np.ones(accounts),
        relationship=np.ones(accounts),
        adoption=np.ones(accounts),
        usual=np.ones(activities),
        genuine=np.ones(activities),
        effort=np.zeros(activities),
    )


def capacity(given: Given, world: SimpleNamespace, s: SimpleNamespace) -> None:
    """Ability times ramp-up, natural effort, marginal effect at usual activity."""
    activities = given.activities
    s.vacant = s.vacancy > 0
    ramped = np.where(s.tenure >= world.ramp, 1, 0.5 + 0.5 * s.tenure / world.ramp)
    s.theta = np.where(s.vacant, 1, np.exp(s.ln_ability) * ramped)
    mix = np.where(s.ex_sales == 1, activities.ex_sales, 1)
    share = np.where(s.vacant, world.cover, mix * (1 + activities.appeal * (s.motive - 1)))
    s.natural = activities.normal * share
    s.slope = np.maximum(s.usual, LEAST_ACTIVITY) ** (world.diminishing - 1)


def expected_revenue(world: SimpleNamespace, s: SimpleNamespace) -> None:
    """Expected revenue of each account, and the accounts' states weighted by it."""
    s.account_flow = s.size / 12 * np.exp(s.ln_size + s.boost)
    s.flow = s.account_flow.sum(axis=0)
    share = s.account_flow / s.flow
    s.concentration = (share * share).sum(axis=0)
    s.share_relationship = (share * (s.relationship - 1)).sum(axis=0)
    s.share_satisfaction = (share * (s.satisfaction - 1)).sum(axis=0)
    s.share_adoption = (share * (s.adoption - 1)).sum(axis=0)
    s.share_pulled = (share * s.pulled).sum(axis=0)
    s.share_boost = (share * s.boost).sum(axis=0)


def decide(
    given: Given,
    world: SimpleNamespace,
    facts: SimpleNamespace,
    s: SimpleNamespace,
    card: Card | None,
    task: Task,
    month: int,
) -> None:
    """Forecasts, response, choice of effort, what it makes managers expect."""
    if card:
        card.forecast(s, month)
    if task.response == "none":
        s.effort = s.natural
        s.genuine = np.ones_like(s.natural)
    elif task.response == "look-ahead":
        gain = look_ahead(given, world, s, card, month)
        s.effort = best_response(given, world, s, gain)
    elif task.response == "evidence":
        evidence(given, world, facts, s, card)
    else:
        planner(given, world, s, np.repeat(given.channel[month], given.managers, axis=1), month)
    s.reward_utility = s.pay_variance = s.accrued_pay = np.zeros(given.lanes)
    s.expected_pay = world.salary + facts.top_up
    if card:
        card.expect(s, month, is_foreseen=task.response in ("look-ahead", "evidence"))


def work(given: Given, world: SimpleNamespace, s: SimpleNamespace) -> None:
    """From effort to effects: show does not count, returns diminish, over-selling harms."""
    activities = given.activities
    s.effort = np.where(s.vacant, s.natural, s.effort)
    extra = s.effort - s.natural
    real = s.theta * (s.natural + np.where(extra > 0, s.genuine * extra, extra))
    x = real / activities.normal
    achieved = (np.maximum(x, LEAST_ACTIVITY) ** world.diminishing - 1) / world.diminishing
    added = activities.normal * achieved
    s.relationship_gain = (activities.relationship * added).sum(axis=0)
    s.adoption_gain = (activities.adoption * added).sum(axis=0)
    s.push = (activities.push * added).sum(axis=0)
    for j in activities.pressing:
        s.relationship_gain -= 0.5 * world.pressureHarm * np.maximum(x[j] - 1, 0) ** 2
    s.usual = s.usual + 0.3 * (x - s.usual)
    cost = (extra * extra / activities.room).sum(axis=0) + world.substitution * extra.sum(axis=0) ** 2
    s.effort_cost = 0.5 * world.effortCost * world.salary / 12 * cost


def accounts_move(given: Given, world: SimpleNamespace, s: SimpleNamespace, month: int) -> None:
    """Revenue booked, accounts lost, relationships, borrowed demand, growth; where the accounts stand."""
    luck = given.luck
    booked = s.account_flow * (1 + s.push - world.payback * s.pulled) * luck.orders[month]
    s.revenue = booked.sum(axis=0)
    s.margin = world.margin * s.revenue - world.concession * np.maximum(0, s.push) * s.flow
    stake = world.margin * (1 - world.replaced) * s.account_flow
    hazard = np.minimum(0.2, world.churn / 12 * np.exp(-world.churnSlope * (s.satisfaction - 1)))
    lost = s.satisfaction < luck.breaking[month]
    s.lost = lost.sum(axis=0)
    s.loss_luck = (stake * (lost - hazard)).sum(axis=0)
    s.ln_size = s.ln_size + np.where(lost, np.log(world.replaced), 0)
    boost = np.where(lost, 0, s.boost)
    pulled = np.where(lost, 0, s.pulled)
    r = np.where(lost, 0.9, s.relationship)
    satisfaction = np.where(lost, 0.95, s.satisfaction)
    q = np.where(lost, 0.8, s.adoption)
    s.boost = boost + (world.relationYield * (r - 1) + world.adoptionYield * (q - 1) - boost) / world.lag
    s.satisfaction = satisfaction + 0.25 * (r - satisfaction)
    s.relationship = r + world.relationFade * (1 + s.relationship_gain - r) + luck.rapport[month]
    s.adoption = q + world.adoptionFade * (1 + s.adoption_gain - q)
    s.pulled = (1 - world.payback) * pulled + world.pulled * s.push
    s.ln_size = s.ln_size + luck.growth[month]
    s.mean_relationship = (s.relationship - 1).mean(axis=0)
    s.mean_satisfaction = (s.satisfaction - 1).mean(axis=0)
    s.mean_adoption = (s.adoption - 1).mean(axis=0)
    s.referenceable = ((s.satisfaction >= 1) & (s.relationship >= 1)).mean(axis=0)


def pay(
    given: Given,
    world: SimpleNamespace,
    facts: SimpleNamespace,
    s: SimpleNamespace,
    card: Card | None,
    task: Task,
    month: int,
) -> bool:
    """What the month pays; whether the scorecard closed."""
    s.paid = np.where(s.vacant, 0, s.raised / 12)
    s.spent = s.paid * (1 + world.onCosts)
    s.accrued = np.zeros(given.lanes)
    s.enjoyed = np.zeros(given.lanes)
    for reward in task.design.fixed:
        amount = np.where(s.vacant, 0, task.scale * (reward.money + reward.of_salary * world.salary) / 12)
        cost = amount * (1 + world.onCosts) if reward.kind == "salary top-up" else amount
        if reward.kind == "salary top-up":
            s.paid = s.paid + amount
        else:
            s.enjoyed = s.enjoyed + 0.5 * amount
        s.accrued = s.accrued + cost
        s.spent = s.spent + cost
    if facts.compensates:
        cost = s.effort_cost * (1 + world.onCosts)
        s.paid = s.paid + s.effort_cost
        s.accrued = s.accrued + cost
        s.spent = s.spent + cost
    return card is not None and card.settle(s, month)


def learn(world: SimpleNamespace, facts: SimpleNamespace, s: SimpleNamespace) -> None:
    """Ability, tenure, freshness of recognition and motivation move on."""
    gained = world.training * np.sqrt(facts.training / world.developmentUnit)
    change = (gained - 0.2 * (s.ln_ability - s.ln_ability_at_hire)) / 12
    s.ln_ability = np.where(s.vacant, s.ln_ability, s.ln_ability + change)
    s.tenure = np.where(s.vacant, s.tenure, s.tenure + 1)
    s.freshness = s.freshness + world.freshnessBack * (1 - s.freshness)
    if facts.responds:
        goal = 1 - world.crowding * facts.crowding / 0.25 + world.support * facts.award_share * s.freshness
        s.motive = s.motive + 0.1 * (goal - s.motive)


def stay(given: Given, world: SimpleNamespace, facts: SimpleNamespace, s: SimpleNamespace, month: int) -> None:
    """Utility of staying against the best job elsewhere, and who leaves."""
    outside = world.salary * OUTSIDE_PAY * np.sqrt(s.theta)
    s.utility = (
        world.salary
        + s.raised
        + facts.top_up
        + 0.5 * facts.training
        + s.reward_utility
        + world.handcuff * 0.5 * s.accrued_pay
        - 0.5 * world.riskAversion * s.pay_variance / world.salary
        - (0 if facts.compensates else 12 * s.effort_cost)
        + 0.5 * world.salary * (s.motive - 1)
    )
    s.left = ~s.vacant & (s.utility < given.luck.parting[month] * outside)
    hazard = np.minimum(0.3, world.quits / 12 * np.exp(-world.quitSlope * (s.utility / outside - 1)))
    s.leaving_luck = np.where(s.vacant, 0, s.left - hazard)


def succeed(given: Given, world: SimpleNamespace, facts: SimpleNamespace, s: SimpleNamespace) -> None:
    """Leavers take part of the relationships along; successors come when the seat has been vacant long enough."""
    left = s.left
    kept = np.where(left, 1 - world.handover, 1)
    kept_adoption = np.where(left, 1 - 0.5 * world.handover, 1)
    s.relationship = s.relationship * kept
    s.adoption = s.adoption * kept_adoption
    s.mean_relationship = (1 + s.mean_relationship) * kept - 1
    s.mean_adoption = (1 + s.mean_adoption) * kept_adoption - 1
    s.raised = np.where(left, 0, s.raised)
    waiting = np.where(left, world.vacancy, s.vacancy - 1)
    comes = (left | s.vacant) & (waiting <= 0)
    s.vacancy = np.where((left | s.vacant) & ~comes, waiting, 0)
    lane = np.arange(given.lanes)
    s.ex_sales = np.where(comes, given.luck.background[s.hires, lane], s.ex_sales)
    offered = world.attraction * (s.expected_pay / (world.salary * OUTSIDE_PAY) - 1)
    sorted_in = world.sorting * np.minimum(0.4, facts.contingent)
    ability = world.abilitySpread * (given.luck.talent[s.hires, lane] + offered + sorted_in)
    s.ln_ability = np.where(comes, ability, s.ln_ability)
    s.ln_ability_at_hire = np.where(comes, ability, s.ln_ability_at_hire)
    s.tenure = np.where(comes, 0, s.tenure)
    s.motive = np.where(comes, 1, s.motive)
    s.freshness = np.where(comes, 1, s.freshness)
    s.hires = s.hires + comes


if __name__ == "__main__":
    main(play)
