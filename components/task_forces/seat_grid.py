"""All seats at a glance: filled, asked for and vacant as one bar, and a grid of who sits where."""

from collections import Counter
from collections.abc import Callable, Sequence
from html import escape

from components.language.text import _, _c, _n, listed, number
from components.reader import links, people_names
from components.reader.places import name
from components.wording.short import region_name
from store.people.task_forces import LEADER, Seat
from store.standing import GoalStanding, ObjectiveStanding, PlanStanding

Seats = dict[tuple[str, str | None], Seat]


def bar(seats: Sequence[Seat]) -> str:
    """The seats as one bar with their numbers below it, as HTML."""
    counts = Counter(seat.state for seat in seats)
    filled, asked, vacant = (counts[kind] for kind in ("filled", "candidate", "vacant"))
    words = {
        "filled": _n("{count} filled", "{count} filled", filled),
        "candidate": _n("{count} with a candidate", "{count} with a candidate", asked),
        "vacant": _n("{count} vacant", "{count} vacant", vacant),
    }
    shown = [kind for kind in words if counts[kind]]
    parts = "".join(
        f'<i class="seat-{kind}" style="--share:{counts[kind] / len(seats):.4f}"></i>'
        for kind in shown
    )
    said = "".join(
        f'<span><i class="seat-{kind}"></i>{escape(words[kind])}</span>' for kind in shown
    )
    label = _("{count} seats: {states}", count=number(len(seats)), states=listed(words.values()))
    return (
        f'<div class="seat-bar" role="img" aria-label="{escape(label)}">{parts}</div>'
        f'<p class="heat-key">{said}</p>'
    )


def build(
    plan: PlanStanding,
    seats: Seats,
    columns: Sequence[str | None],
    described: Callable[[Seat], str],
) -> str:
    """The grid as HTML: a row an objective, its leader's seat, then a region's each."""
    heads = "".join(
        f'<th scope="col"><span>{escape(_head(place))}</span><small>{escape(_short(place))}</small>'
        "</th>"
        for place in columns
    )
    body = "".join(_goal(goal, seats, columns, described) for goal in plan.goals)
    return (
        f'<table class="heat seats"><thead><tr><th class="o" scope="col">'
        f"{escape(_('Objective'))}</th>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _head(place: str | None) -> str:
    return name(place) if place else people_names.role_name(LEADER)


def _short(place: str | None) -> str:
    return region_name(place) if place else _c("column of leaders", "Lead")


def _goal(
    goal: GoalStanding,
    seats: Seats,
    columns: Sequence[str | None],
    described: Callable[[Seat], str],
) -> str:
    title = escape(f"{goal.code} {goal.name}")
    rows = "".join(_row(objective, seats, columns, described) for objective in goal.objectives)
    return f'<tr><th class="goal-row" colspan="{len(columns) + 1}">{title}</th></tr>{rows}'


def _row(
    objective: ObjectiveStanding,
    seats: Seats,
    columns: Sequence[str | None],
    described: Callable[[Seat], str],
) -> str:
    way = escape(links.address("task-forces", objective=objective.code))
    cells = "".join(_cell(seats[objective.code, place], described) for place in columns)
    return (
        f'<tr><th class="o" scope="row"><a href="{way}"><b>{objective.code}</b>'
        f" <span>{escape(objective.title)}</span></a></th>{cells}</tr>"
    )


def _cell(seat: Seat, described: Callable[[Seat], str]) -> str:
    look = {"filled": " on", "candidate": " half", "vacant": ""}[seat.state]
    return (
        f'<td class="{seat.state}"><i class="seat{look}"></i>'
        f"<span>{escape(described(seat))}</span></td>"
    )
