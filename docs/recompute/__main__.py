"""
Works every number of an answer out again from the tables that `rewardlab export` writes, and nothing else.

    python docs/recompute TABLES                              the comparison, from the tables
    python docs/recompute TABLES --answer answer.txt          and is that what `rewardlab compare` printed?

TABLES is a folder of CSV or Parquet files, or a workbook. Needs Python 3.10 and numpy; pandas for Parquet. --headline, --comparison,
--factorial, --hypotheses and --tornado take the results of the same name as JSON. Ends with 1 where a number is another, or is not
worked out. docs/export.md says which number comes from which table.
"""

import argparse
import json
import sys
from pathlib import Path

import answer
from against import differences
from drivers import tornado
from panel import panel_faults
from plans import Plans
from printed import check_page
from run import Run

# Copied into a result from the scenario or the run's settings, or words made of what is checked beside them
COPIED = ["about", "unit", "outcomes", "steps", "doubts"]
RESULTS = {
    "headline": (answer.headline, [*COPIED, "unmet"]),
    "comparison": (lambda run: answer.compare(run, list(run.outcomes)), COPIED),
    "factorial": (answer.factorial, [*COPIED, "factors", "outcome", "response", "baseline", "title", "isComplete", "model"]),
    "hypotheses": (answer.hypotheses, [*COPIED, "reason", "own", "other", "sides", "where", "outcome", "direction"]),
    "tornado": (lambda run: tornado(run, answer.ranking(run, "net value", run.response)["designs"][0]["design"], run.response), [*COPIED, "outcome"]),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", help="folder of tables, or workbook")
    parser.add_argument("--answer", help="what `rewardlab compare` printed")
    for name in RESULTS:
        parser.add_argument(f"--{name}", help=f"JSON of {name}")
    asked = parser.parse_args()
    run = Run(asked.tables)
    faults = [f"forms of outcomes: {one}" for one in Plans(run).faults()]
    faults += panel_faults(run) or []
    for name, (work_out, copied) in RESULTS.items():
        place = getattr(asked, name)
        if place:
            said = json.loads(Path(place).read_text(encoding="utf-8"))
            faults += [f"{name}{one}" for one in differences(said, work_out(run), copied)]
    if asked.answer:
        wrong, left = check_page(run, answer.headline(run), Path(asked.answer).read_text(encoding="utf-8"))
        faults += wrong + [f"not worked out: {one}" for one in left]
    show(run)
    print("\n".join(faults) if faults else "Every number is the one the tables give.")
    return 1 if faults else 0


def show(run):
    """Net value against the baseline, from the tables."""
    print(f"{run.settings['title']}: net value against {run.baseline} under {run.response}, {run.outcomes['net value']['unit']}")
    for one in run.designs:
        row = answer.row_of(run, one["design"], "net value", run.response)
        difference = row["difference"]
        reach = (difference["high"] - difference["low"]) / 2
        print(f"  {one['design']:30} {difference['mean']:12,.0f} ± {reach:10,.0f}   better in {row['better']['share']:4.0%}   {row['verdict']}")


if __name__ == "__main__":
    sys.exit(main())
