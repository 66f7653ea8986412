"""One objective in one region: what was answered, who is silent, and whose turn it is."""

from html import escape

from components.language.text import _, _n, listed
from components.look import isolation
from components.reader import links
from components.reader.places import name
from components.regions import cells, ways_in
from components.regions.cells import Answer, Cell, State
from components.task_forces.task_forces import holder


@isolation.piece
def build(cell: Cell) -> str:
    """The box as HTML, to stand above everything else of the region."""
    title = _(
        "{code} {title} in {place}",
        code=cell.objective.code,
        title=cell.objective.title,
        place=name(cell.place),
    )
    rows = "".join(_row(answer, cell.place) for answer in cell.answers)
    body = f"<ul>{rows}</ul>" if rows else f"<p>{escape(_('The plan asks no region for it.'))}</p>"
    way = links.link(
        _("All of {code}", code=cell.objective.code), "objective", objective=cell.objective.code
    )
    return (
        f'<section class="asked"><h2>{escape(title)}</h2>{body}'
        f'<p class="note">{escape(_who(cell))} {way}</p></section>'
    )


def _row(answer: Answer, place: str) -> str:
    form = ways_in.form_of(answer, place)
    act = f' <a class="act" href="{escape(form)}">{escape(_("Enter"))}</a>' if form else ""
    return (
        f"<li><span><b>{escape(cells.said(answer))}</b>"
        f"<small>{escape(_silent(answer, place))}</small></span>{act}</li>"
    )


def _silent(answer: Answer, place: str) -> str:
    """Who owes a figure and has none, by name."""
    if answer.is_counted and answer.silent:
        return _n(
            "{count} country is silent: {names}.",
            "{count} countries are silent: {names}.",
            len(answer.silent),
            names=listed(sorted(map(name, answer.silent))),
        )
    if answer.state is State.SILENT:
        return _("{place} itself is silent: no figure was ever approved.", place=name(place))
    if answer.state is State.NONE:
        return "; ".join(one.missing_reason or "" for one in answer.readings)
    return ""


def _who(cell: Cell) -> str:
    place = name(cell.place)
    if not cell.seat.holders:
        return _("Nobody represents {place} in this task force: the seat is vacant.", place=place)
    return _(
        "The seat of {place} in this task force: {people}.",
        place=place,
        people=listed(map(holder, cell.seat.holders)),
    )
