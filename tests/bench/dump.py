"""What the other contestants show: the Overview's content under both plans, as JSON.

`python -m tests.bench.dump FILE` reads the store of DATABASE_URL. Each view also names its marks:
the texts by which a browser sees that everything is drawn.
"""

import json
import sys
from pathlib import Path
from typing import Any

from components.look.status import MARKS, glyph, label
from components.overview import changes, method_change, tiles
from components.reader import cache
from components.reader.view import View
from store.ground import clock
from store.ledger.knowledge import Until
from store.standing import PlanStanding
from tests.bench import gauge_spec

PLANS = ("2022", "2020")
ROWS_IN_SIGHT = 8  # some tables draw no more than fit into their frame


def view(code: str) -> dict[str, Any]:
    """One plan as it stands today."""
    today = clock.today()
    since = changes.year_before(today)
    plan = cache.plan_standing(code, Until.day(today))
    news = changes.figure_rows(plan, changes.news(plan, View(Until.day(today), code), since))
    known = [_told(*row) for row in news[: changes.NEWEST]]
    before = cache.plan_standing(code, Until.day(since))
    flips = [
        [f"{one.code} {one.title}", f"{label(was)} → {label(one.statuses)}", tiles.fact(plan, one)]
        for one, was in method_change.moved(before, plan)
    ]
    cards = _tiles(plan)
    return {
        "gauges": gauge_spec.build(plan.goals),
        "tiles": cards,
        "changes": [
            {"columns": ["Objective", "Was and is", "Last fact"], "rows": flips},
            {"columns": ["Known on", "Objective", "Indicator", "Figure"], "rows": known},
        ],
        "marks": {
            "texts": [
                *("".join(gauge_spec.said(goal)) for goal in plan.goals),
                *(tile["mark"] + tile["name"] + tile["status"] + tile["fact"] for tile in cards),
                *(turn for _objective, turn, _fact in flips[:ROWS_IN_SIGHT]),
            ],
            "cells": list(dict.fromkeys(cell for row in known for cell in row)),
        },
    }


def _tiles(plan: PlanStanding) -> list[dict[str, str]]:
    return [
        {
            "code": objective.code,
            "mark": glyph(objective.statuses) if objective.verdict.judged.is_known else "",
            "name": f"{objective.code} {objective.title}",
            "status": tiles.standing(objective),
            "fact": tiles.fact(plan, objective),
            "colour": MARKS[objective.statuses[0]].colour.light,
        }
        for objective in plan.objectives
    ]


def _told(
    known: str, code: str, indicator: str, place: str, figure: str, period: str, source: str
) -> list[str]:
    """A figure as the Overview tells it: where, when and by which source below its indicator."""
    return [known, code, f"{indicator} {place}, {period}. Source: {source}", figure]


if __name__ == "__main__":
    views = {code: view(code) for code in PLANS}
    Path(sys.argv[1]).write_text(json.dumps(views), encoding="utf-8")
