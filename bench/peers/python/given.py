"""What the benchmark gives every implementation, and the protocol all of them speak (see bench/README.md)."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from curve import Column, Curve

KINDS = ("cash bonus", "salary increase", "recognition", "development", "salary top-up")


@dataclass(frozen=True)
class Reward:
    """One reward of a design: its amount at target, its own numbers, and what turns a score into a payout."""

    kind: str
    money: float
    of_salary: float
    of_revenue: float
    numbers: list[float]
    curve: Curve | None


@dataclass(frozen=True)
class Slot:
    """A measure on a scorecard."""

    measure: str
    sampling: str
    is_judged: bool
    loads: Column
    weight: float
    cadence: int
    noise: float
    is_rebased: bool
    stretch: float
    outlook: int


@dataclass(frozen=True)
class Card:
    """A scorecard, its period in months, and the rewards it pays."""

    period: int
    is_tightened: bool
    judged: float
    slots: list[Slot]
    rewards: list[Reward]


@dataclass(frozen=True)
class Design:
    """A way of rewarding: at most one scorecard, and rewards that depend on no score."""

    name: str
    monitoring: float
    card: Card | None
    fixed: list[Reward]


@dataclass(frozen=True)
class Task:
    """One design under one response, at a scale and with targets shifted."""

    design: Design
    response: str
    scale: float
    shift: float


@dataclass(frozen=True)
class Outlook:
    """How a measure answers to the accounts: [row][world][number], rows and samples by month."""

    table: Column
    row_of: list[int]
    samples: list[int]
    follows_accounts: bool


@dataclass(frozen=True)
class Given:
    """Everything given; luck is [month][account][lane] or [month][lane], lane = world x managers + manager."""

    months: int
    worlds: int
    managers: int
    accounts: int
    lanes: int
    activities: SimpleNamespace
    world: dict[str, Column]
    luck: SimpleNamespace
    readings: dict[str, Column]
    channel: Column
    legacy: Column
    outlooks: list[Outlook]
    tasks: list[Task]
    outcomes: list[str]


def read(folder: Path) -> Given:
    """All files of a folder, as 64-bit numbers."""
    facts = json.loads((folder / "given.json").read_text())
    arrays = {
        name: np.fromfile(folder / one["file"], dtype="<" + one["type"]).reshape(one["shape"]).astype(np.float64)
        for name, one in facts["arrays"].items()
    }
    world = dict(zip(facts["assumptions"], arrays.pop("worlds"), strict=True))
    if world["lossAversion"].any() or world["payGrowth"].any():
        sys.exit("loss aversion and growth of pay are not played here")
    designs = [_design(one, {measure["name"]: measure for measure in facts["measures"]}) for one in facts["designs"]]
    return Given(
        **{name: facts[name] for name in ("months", "worlds", "managers", "accounts", "lanes")},
        activities=_activities(facts["activities"]),
        world=world,
        luck=SimpleNamespace(**arrays),
        readings=dict(zip(facts["readings"], arrays["readings"], strict=True)),
        channel=arrays["channel"],
        legacy=arrays["legacy"],
        outlooks=[
            Outlook(arrays[one["table"]], one["rowOf"], one["samples"], one["followsAccounts"])
            for one in facts["outlooks"]
        ],
        tasks=[Task(designs[one["design"]], one["response"], one["scale"], one["shift"]) for one in facts["tasks"]],
        outcomes=[one["name"] for one in facts["outcomes"]],
    )


def _activities(facts: list[dict[str, Any]]) -> SimpleNamespace:
    """Numbers of the activities as columns [activity][1]; the index of the one that documents; the pressing ones."""
    names = {"normal": "normal", "relationship": "relationship", "adoption": "adoption", "push": "push"}
    names |= {"appeal": "appeal", "exSales": "ex_sales", "room": "room"}
    if any(one["normal"] <= 0 for one in facts):
        sys.exit("activities without a normal share are not played here")
    columns = {to: np.array([[one[name]] for one in facts], dtype=np.float64) for name, to in names.items()}
    documents = next(j for j, one in enumerate(facts) if one["reporting"])
    pressing = [j for j, one in enumerate(facts) if one["pressing"]]
    return SimpleNamespace(**columns, documents=documents, pressing=pressing)


def _design(facts: dict[str, Any], measures: dict[str, Any]) -> Design:
    cards = [_card(one, measures) for one in facts["cards"]]
    if len(cards) > 1:
        sys.exit("designs with several scorecards are not played here")
    return Design(
        name=facts["name"],
        monitoring=facts["monitoring"],
        card=cards[0] if cards else None,
        fixed=[_reward(one) for one in facts["fixed"]],
    )


def _card(facts: dict[str, Any], measures: dict[str, Any]) -> Card:
    return Card(
        period=facts["period"],
        is_tightened=facts["isTightened"],
        judged=facts["judged"],
        slots=[_slot(one, measures[one["measure"]]) for one in facts["slots"]],
        rewards=[_reward(one) for one in facts["rewards"]],
    )


def _slot(facts: dict[str, Any], measure: dict[str, Any]) -> Slot:
    is_reading = measure["judged"] and measure["sampling"] == "monthly" and any(measure["loads"])
    if measure["name"] not in ("account revenue", "customer satisfaction") and not is_reading:
        sys.exit(f"{measure['name']}: not played here")
    return Slot(
        measure=measure["name"],
        sampling=measure["sampling"],
        is_judged=measure["judged"],
        loads=np.array([[load] for load in measure["loads"]], dtype=np.float64),
        weight=facts["weight"],
        cadence=facts["cadence"],
        noise=facts["noise"],
        is_rebased=facts["isRebased"],
        stretch=facts["stretch"],
        outlook=facts["outlook"],
    )


def _reward(facts: dict[str, Any]) -> Reward:
    if facts["kind"] not in KINDS:
        sys.exit(f"{facts['kind']}: not played here")
    if facts["kind"] == "cash bonus" and any(facts["numbers"]):
        sys.exit("bonuses paid later are not played here")
    amount = facts["amount"]
    curve = facts.get("curve")
    return Reward(
        kind=facts["kind"],
        money=amount["money"],
        of_salary=amount["ofSalary"],
        of_revenue=amount["ofRevenue"],
        numbers=facts["numbers"],
        curve=_curve(curve) if curve else None,
    )


def _curve(facts: dict[str, Any]) -> Curve:
    flat = facts["knots"]
    return Curve(
        base=facts["base"],
        rate=facts["rate"],
        jump_at=tuple(facts["jumpAt"]),
        jump=tuple(facts["jump"]),
        kink_at=tuple(facts["kinkAt"]),
        kink=tuple(facts["kink"]),
        knots=tuple(zip(flat[0::3], flat[1::3], flat[2::3], strict=True)),
        threshold=facts["threshold"],
        cap=facts["cap"],
    )


def main(play: Callable[[Given], Column]) -> None:
    """`<peer> <folder of given> <rounds> <folder for results>`: plays, prints processor seconds, writes results."""
    if len(sys.argv) != 4 or not sys.argv[2].isdigit() or int(sys.argv[2]) < 1:
        sys.exit(f"usage: {Path(sys.argv[0]).name} <folder of given> <rounds> <folder for results>")
    folder, rounds, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    if not (folder / "given.json").is_file() or not out.is_dir():
        sys.exit(f"{folder / 'given.json'} or {out}: not there; make it by node bench/given.mjs <folder> <worlds>")
    given = read(folder)
    seconds = []
    results = np.empty(0)
    for _ in range(rounds):
        start = time.process_time()
        results = play(given)
        seconds.append(time.process_time() - start)
    results.astype("<f8").tofile(out / "results.bin")
    print(json.dumps({"seconds": seconds}))
