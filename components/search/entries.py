"""What can be found of the plan and its method, on screen and on the public site."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from components.about import documents
from components.language.text import _, number
from components.look.markup import Html
from components.look.status import Shown, word
from components.objective import objective_card
from components.pledges import words_chart
from components.wording.figures import latest_fact, objective_fact
from store.ledger.knowledge import Until
from store.ndc import counts
from store.standing import PlanStanding


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find: its name, where it is, what is said of it, its verdict if it has one."""

    title: str
    address: str
    words: str = ""
    shown: Shown | None = None

    @property
    def badge(self) -> Html:
        """Its verdict as HTML; empty without one."""
        return Html(objective_card.badge(self.shown) if self.shown is not None else "")

    @property
    def status(self) -> str:
        """Its verdict in a word; empty without one."""
        return word(self.shown) if self.shown is not None else ""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the pages of a goal, an objective, an indicator and a rule of the method are."""

    goal: Callable[[str], str]
    objective: Callable[[str], str]
    indicator: Callable[[str, str], str]  # the code of its objective, then its own
    rule: Callable[[str], str]


Group = tuple[str, list[Entry]]


def of_plan(plan: PlanStanding, ways: Ways) -> list[Group]:
    """Goals, objectives, indicators and rules, each group in the order of the alphabet."""
    found = (
        (_("Goals"), _goals(plan, ways)),
        (_("Objectives"), _objectives(plan, ways)),
        (_("Indicators"), _indicators(plan, ways)),
        (_("Method"), _rules(ways)),
    )
    return [
        (kind, sorted(entries, key=lambda one: one.title.casefold())) for kind, entries in found
    ]


def _goals(plan: PlanStanding, ways: Ways) -> Iterator[Entry]:
    for goal in plan.goals:
        title = f"{goal.code} · {goal.name}"
        yield Entry(title, ways.goal(goal.code), goal.aim, goal.gauge.status)


def _objectives(plan: PlanStanding, ways: Ways) -> Iterator[Entry]:
    for objective in plan.objectives:
        yield Entry(
            f"{objective.title} ({objective.code})",
            ways.objective(objective.code),
            " ".join((objective.aim, objective_fact(objective))).strip(),
            objective.statuses,
        )


def _indicators(plan: PlanStanding, ways: Ways) -> Iterator[Entry]:
    for objective in plan.objectives:
        for standing in objective.indicators:
            yield Entry(
                f"{standing.indicator.name} ({objective.code})",
                ways.indicator(objective.code, standing.indicator.code),
                " ".join((standing.indicator.definition, latest_fact(standing))).strip(),
                standing.statuses,
            )


def _rules(ways: Ways) -> Iterator[Entry]:
    for title, address, first in documents.sections():
        yield Entry(title, ways.rule(address), first)


def of_pledges(until: Until, address: str) -> list[Entry]:
    """The groups of words that the Parties' pledges were screened for; none before they were."""
    counted, named = counts.known(until), words_chart.names()
    if counted is None:
        return []
    return [
        Entry(
            named[one.group],
            address,
            _(
                "Named by {newest} of {all} Parties in their pledges, by {first} in their first",
                newest=number(one.newest),
                all=number(counted.parties),
                first=number(one.first),
            ),
        )
        for one in counted.groups
    ]
