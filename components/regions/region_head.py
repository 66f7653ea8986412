"""A region's first words: how much of what is asked it reports, its seats, and four numbers."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from components.activities import activity_list
from components.language.text import _, _n, number
from components.look import isolation
from components.reader import links
from components.reader.places import name
from components.reader.view import View
from components.regions import cells, heat_grid
from components.regions.cells import Cell, Cells, State
from components.twins import twins
from store.activities import activities

MOST = 0.5  # of what is asked: from here on it is "most"


def others(place: str) -> str:
    """The way to all regions and to each of the others, as HTML."""
    ways = [links.link(_("All regions"), "regions")]
    ways += [
        f"<b>{escape(name(other))}</b>"
        if other == place
        else links.link(name(other), "region", region=other[2:])
        for other in cells.places()
    ]
    return f'<p class="eyebrow">{" · ".join(ways)}</p>'


@isolation.words
def title(known: Cells, place: str) -> str:
    """Two sentences: of what is asked, and of the seats."""
    there = heat_grid.in_place(known, place)
    return f"{_reports(*heat_grid.reported(known, place), name(place))} {_seats(there)}"


def _reports(count: int, asked: int, place: str) -> str:
    if not count:
        return _("{place} reports nothing yet of what it is asked.", place=place)
    if count == asked:
        return _("{place} reports on everything that it is asked.", place=place)
    if count >= MOST * asked:
        return _("{place} reports most of what it is asked.", place=place)
    return _("{place} reports little of what it is asked.", place=place)


def _seats(there: Sequence[Cell]) -> str:
    filled = sum(bool(cell.seat.holders) for cell in there)
    if not filled:
        return _("None of its {all} seats is filled.", all=number(len(there)))
    if filled == len(there):
        return _("Each of its {all} seats is filled.", all=number(len(there)))
    return _n(
        "{count} of its {all} seats is filled.",
        "{count} of its {all} seats are filled.",
        filled,
        all=number(len(there)),
    )


def numbers(known: Cells, view: View) -> str:
    """Indicators with a figure, seats, meetings of the newest year, pairs: large, as HTML."""
    there = heat_grid.in_place(known, view.place)
    answers = [answer for cell in there for answer in cell.answers]
    figures = sum(answer.state is State.FIGURE for answer in answers)
    filled = sum(bool(cell.seat.holders) for cell in there)
    facts = [
        (_of(figures, len(answers)), _("indicators have a figure")),
        (_of(filled, len(there)), _("seats are filled")),
        _meetings(view),
        (
            number(len(pairs := twins.of(view))),
            _n("twin pair touches it", "twin pairs touch it", len(pairs)),
        ),
    ]
    drawn = "".join(f"<p><b>{escape(large)}</b>{escape(words)}</p>" for large, words in facts)
    return f'<div class="numbers">{drawn}</div>'


def _of(count: int, whole: int) -> str:
    return _("{count} of {all}", count=number(count), all=number(whole))


def _meetings(view: View) -> tuple[str, str]:
    """How many regional meetings took place in the newest year that had any."""
    regional = activities.regional_meetings(activity_list.chosen(view))
    years = Counter(row.starts_on.year for row in regional)
    if not years:
        return "–", _("no regional meeting is known")
    year = max(years)
    words = _n("regional meeting in {year}", "regional meetings in {year}", years[year], year=year)
    return number(years[year]), words
