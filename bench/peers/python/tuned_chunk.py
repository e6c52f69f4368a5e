"""A chunk of worlds small enough for its state to stay in cache: what is given for it, worked out once for all tasks.

Lanes are turned so that the worlds of one manager are neighbours (lane = manager x worlds + world): a number of the
world then meets a column [manager][world] without being repeated. Effort is in units of the activity's normal share.
"""

from types import SimpleNamespace

import numpy as np

from curve import Column
from given import Card, Given

LEVEL, NOW, HELD, MARKET, ACCOUNTS, READING, REST, MONTH = 0, 1, 7, 15, 16, 17, 18, 19


class CardTables:
    """What a scorecard's indices add to a forecast by month of the period, whatever the reward."""

    def __init__(self, chunk: "Chunk", card: Card) -> None:
        given, world, normal = chunk.given, chunk.of_world, chunk.given.activities.normal
        documents = given.activities.documents
        months, worlds = given.months, chunk.worlds
        rater = card.judged * world["raterNoise"]
        self.base = np.zeros((months, worlds))
        self.variance = np.zeros((months, worlds))
        self.loads = np.zeros((len(normal), worlds))
        self.read_from = np.zeros(worlds)
        self.noise = np.zeros((months, chunk.lanes))
        self.month_share = np.zeros(months)
        self.rest_share = np.zeros(months)
        self.revenue: SimpleNamespace | None = None
        self.survey: SimpleNamespace | None = None
        for slot in card.slots:
            outlook, weight = given.outlooks[slot.outlook], slot.weight
            table = chunk.tables[slot.outlook]
            rows = np.array(outlook.row_of)
            facts = SimpleNamespace(plan=slot, table=table, row_of=outlook.row_of, samples=outlook.samples)
            if slot.measure == "account revenue":
                self.revenue = facts
                continue
            self.base += weight * table[rows, LEVEL]
            self.variance += weight**2 * table[rows, READING]
            if slot.sampling == "survey":
                self.survey = facts
                continue
            unit = weight * world["compression"]
            # How much of a period is still to be read is a matter of the calendar, not of the world.
            self.month_share = table[rows, MONTH, 0]
            self.rest_share = table[rows, REST, 0]
            self.loads += unit * slot.loads * normal
            self.loads[documents] += unit * world["boxTicking"]
            self.read_from += weight - unit * (1 + world["boxTicking"])
            self.base -= self.rest_share[:, None] * unit * (1 + world["boxTicking"])
            spread = np.tile(unit * slot.noise * world["readingNoise"], given.managers)
            self.noise += spread * chunk.readings[slot.measure]
        for month in range(months):
            start = month - month % card.period
            self.variance[month] += rater * rater * 12 / (min(start + card.period, months) - start)


class Chunk:
    """Worlds from one to another of what is given."""

    def __init__(self, given: Given, first: int, last: int) -> None:
        self.given, self.first, self.last = given, first, last
        self.worlds = last - first
        self.lanes = self.worlds * given.managers
        self.of_world = {name: column[first:last] for name, column in given.world.items()}
        self.world = SimpleNamespace(**{name: self.tile(column) for name, column in self.of_world.items()})
        luck = given.luck
        self.growth = self.turn(luck.growth)
        self.orders = self.turn(luck.orders)
        self.breaking = self.turn(luck.breaking) - 1
        self.rapport = self.turn(luck.rapport)
        self.survey = self.turn(luck.survey) * (self.world.surveyNoise / np.sqrt(given.accounts))
        self.rater = self.turn(luck.rater) * self.world.raterNoise
        self.parting = self.turn(luck.parting)
        self.talent = self.turn(luck.talent)
        self.background = self.turn(luck.background)
        self.monthly_size = self.turn(luck.startSize) / 12
        self.readings = {name: self.turn(one) for name, one in given.readings.items()}
        self.channel = np.tile(given.channel[:, :, first:last], given.managers)
        self.legacy = np.tile(given.legacy[:, first:last], given.managers)
        self.tables = [np.ascontiguousarray(one.table[:, first:last].transpose(0, 2, 1)) for one in given.outlooks]
        self._constants()
        self._cards: dict[str, CardTables] = {}

    def tile(self, column: Column) -> Column:
        """A column of worlds as a column of lanes."""
        return np.tile(column, self.given.managers)

    def turn(self, luck: Column) -> Column:
        """Luck of the chunk's lanes with the worlds of a manager as neighbours."""
        managers = self.given.managers
        part = luck[..., self.first * managers : self.last * managers]
        shape = part.shape[:-1]
        turned = part.reshape(*shape, self.worlds, managers).swapaxes(-1, -2)
        return np.ascontiguousarray(turned).reshape(*shape, self.lanes)

    def card(self, card: Card) -> CardTables:
        """Tables of a scorecard; cards that ask the same share them."""
        key = repr([card.period, card.judged, [(slot.measure, slot.weight, slot.outlook) for slot in card.slots]])
        if key not in self._cards:
            self._cards[key] = CardTables(self, card)
        return self._cards[key]

    def _constants(self) -> None:
        """Numbers that no task changes."""
        world, months = self.world, self.given.months
        self.cost_unit = world.effortCost * (world.salary / 12)
        self.inverse_diminishing = 1 / world.diminishing
        self.keep_boost = 1 - 1 / world.lag
        self.boost_of_relationship = world.relationYield / world.lag
        self.boost_of_adoption = world.adoptionYield / world.lag
        self.keep_relationship = 1 - world.relationFade
        self.keep_adoption = 1 - world.adoptionFade
        self.keep_pulled = 1 - world.payback
        self.stake_share = world.margin * (1 - world.replaced)
        self.ln_replaced = np.log(world.replaced)
        self.monthly_churn = world.churn / 12
        self.monthly_quits = world.quits / 12
        self.half_risk = 0.5 * world.riskAversion / world.salary
        self.with_on_costs = 1 + world.onCosts
        growth = (world.drift - world.churn * (1 - world.replaced)) / 12
        self.level_growth = growth
        firm = self.of_world["firmMonth"]
        self.discount = firm ** np.arange(months + 1)[:, None]
        left = np.arange(months - 1, -1, -1)[:, None]
        kept = firm**left
        rest = np.where(firm < 1, (1 - kept) / np.where(firm < 1, 1 - firm, 1), left)
        self.lasting = self.discount[:months] * (rest + kept * self.given.legacy[0, self.first : self.last])
