"""What `observe` saw, held against the outcomes of the same worlds: money adds up, however it is cut."""

import numpy as np

# outcome as it happened: kind of money of the rewards
YEARLY = {"reward cost": "accrued", "cash cost": "spent", "reward pay": "paid"}


def panel_faults(run):
    """Where yearly means of what was observed are not the outcomes of these worlds; None where nothing was observed."""
    if "observed_years" not in run.tables:
        return None
    years, money = run.tables["observed_years"], run.tables["observed_money_by_year"]
    months = run.tables["observed_money_by_month"]
    worlds = int(years["world"].max()) + 1
    faults = []
    for design in sorted(set(years["design"])):
        own = np.array([one == design for one in years["design"]])
        paid = np.array([one == design for one in money["design"]], bool)
        monthly = np.array([one == design for one in months["design"]], bool)
        per_world = lambda table, rows, kind: np.bincount(table["world"][rows].astype(int), table[kind][rows], minlength=worlds)
        sums = {outcome: per_world(money, paid, kind) / run.managers for outcome, kind in YEARLY.items()}
        sums["earnings"] = per_world(years, own, "pay") / run.managers
        for outcome, total in sums.items():
            if outcome in run.outcomes:
                expected = run.raw("happened", design, outcome, run.response)[:worlds]
                faults += fault(design, outcome, 12 * total / run.months, expected)
        for kind in YEARLY.values():
            faults += fault(design, f"{kind} by month", per_world(months, monthly, kind), per_world(money, paid, kind) / run.managers)
    return faults


def fault(design, what, found, expected):
    near = np.allclose(found, expected, rtol=1e-9, atol=1e-6)
    return [] if near else [f"observed: {design}, {what}: {found[:3]} is not {expected[:3]}"]



