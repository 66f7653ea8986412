"""What the search finds: goals, objectives and indicators, with words that describe them."""

import json
from dataclasses import dataclass

from components.language.text import _
from components.look.markup import Html
from components.look.status import word
from components.objective import objective_card
from components.site import layout
from components.wording.figures import latest_fact, objective_fact
from store.standing import PlanStanding


@dataclass(frozen=True, slots=True)
class Entry:
    """One page or part of a page."""

    title: str
    address: str
    badge: Html
    words: str
    status: str


def groups(plan: PlanStanding) -> list[tuple[str, list[Entry]]]:
    """All entries by what they are, each group in the order of the alphabet."""
    return [
        (_("Goals"), _goals(plan)),
        (_("Objectives"), _objectives(plan)),
        (_("Indicators"), _indicators(plan)),
    ]


def _goals(plan: PlanStanding) -> list[Entry]:
    return [
        Entry(
            title=f"{goal.code} · {goal.name}",
            address=layout.goal(goal.code),
            badge=Html(objective_card.badge(goal.gauge.status)),
            words=goal.aim,
            status=word(goal.gauge.status),
        )
        for goal in plan.goals
    ]


def _objectives(plan: PlanStanding) -> list[Entry]:
    entries = [
        Entry(
            title=f"{objective.title} ({objective.code})",
            address=layout.objective(objective.code),
            badge=Html(objective_card.badge(objective.statuses)),
            words=" ".join((objective.aim, objective_fact(objective))).strip(),
            status=word(objective.statuses),
        )
        for objective in plan.objectives
    ]
    return sorted(entries, key=lambda entry: entry.title.casefold())


def _indicators(plan: PlanStanding) -> list[Entry]:
    entries = [
        Entry(
            title=f"{standing.indicator.name} ({objective.code})",
            address=f"{layout.objective(objective.code)}#{standing.indicator.code}",
            badge=Html(objective_card.badge(standing.statuses)),
            words=" ".join((standing.indicator.definition, latest_fact(standing))).strip(),
            status=word(standing.statuses),
        )
        for objective in plan.objectives
        for standing in objective.indicators
    ]
    return sorted(entries, key=lambda entry: entry.title.casefold())


def index(plan: PlanStanding) -> bytes:
    """The same entries as JSON."""
    rows = [
        {
            "kind": kind,
            "title": entry.title,
            "address": entry.address,
            "status": entry.status,
            "words": entry.words,
        }
        for kind, entries in groups(plan)
        for entry in entries
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()
