"""A region's seats as 24 squares, and what happened there, the newest first."""

import datetime as dt
from html import escape

from components.activities import activity_list
from components.activities.wording import what
from components.language.text import _, _n, day
from components.look import isolation, markup
from components.reader import links
from components.reader.places import name, names
from components.reader.view import View
from components.regions import heat_grid
from components.regions.cells import Cell, Cells
from components.task_forces import task_forces
from components.twins import twins, wording

SHOWN = 5  # things that happened


@isolation.piece
def seats(known: Cells, place: str) -> str:
    """The squares as HTML, each the way to its task force."""
    there = heat_grid.in_place(known, place)
    squares = "".join(_square(cell) for cell in there)
    head = _("Who represents {place}", place=name(place))
    key = _("Filled: a representative. Dotted: vacant.")
    vacant = [cell.objective.code for cell in there if not cell.seat.holders]
    act = ""
    if vacant:
        address = escape(links.address("task-forces", objective=vacant[0]))
        act = f'<p class="acts"><a class="act" href="{address}">{escape(_("Take a seat"))}</a></p>'
    return (
        f"{markup.heading(head)}{markup.note(f'{key} {_vacant(vacant)}')}"
        f'<div class="squares seats">{squares}</div>{act}'
    )


def _vacant(vacant: list[str]) -> str:
    if not vacant:
        return ""
    return _n("{count} seat is vacant.", "{count} seats are vacant.", len(vacant))


def _square(cell: Cell) -> str:
    code = cell.objective.code
    who = cell.seat.state
    said = task_forces.described(cell.seat)
    address = escape(links.address("task-forces", objective=code))
    return (
        f'<a class="seat-{who}" href="{address}"'
        f' title="{escape(f"{code} {cell.objective.title}: {said}")}">{code}</a>'
    )


@isolation.piece
def happened(view: View) -> str:
    """Events, activities and pairs of the region as HTML."""
    entries = [
        (row.starts_on, "figure", f"{row.title}, {what(row)}", row.place_name)
        for row in activity_list.chosen(view)
        if row.starts_on <= view.as_of
    ]
    entries += [
        (
            pair.row.since,
            "decision",
            _("Twin pair: {pair}, {state}", pair=pair.row.name, state=wording.since(pair)),
            " – ".join(wording.place(side, names()) for side in pair.sides),
        )
        for pair in twins.of(view)
        if pair.row.since <= view.as_of
    ]
    head = markup.heading(_("What happened"))
    if not entries:
        nothing = _("Nothing is known that happened here by {day}.", day=day(view.as_of))
        return f'{head}<p class="empty">{escape(nothing)}</p>'
    newest = sorted(entries, key=lambda one: one[0], reverse=True)[:SHOWN]
    return f'{head}<div class="history"><ul>{"".join(_entry(*one) for one in newest)}</ul></div>'


def _entry(on: dt.date, kind: str, said: str, where: str) -> str:
    when = f"{day(on)}, {where}" if where else day(on)
    return f'<li class="{kind}"><p><small>{escape(when)}</small>{escape(said)}</p></li>'
