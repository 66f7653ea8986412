"""What everybody owes: a grid of objectives and regions, each cell the way to what is open."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from components.elements import table
from components.figures import ways
from components.language.text import _, _c, _n, day, number
from components.look.markup import Html, grid, heading, note, show_empty, show_note
from components.reader import bar, cache, clock, links
from components.reader.places import name
from components.reporting import due_states
from components.reporting.due_states import glyph, word
from store.models import PlaceKind
from store.models.places import REGIONS, WORLD
from store.reporting import country_grid, dues
from store.reporting.dues import OPEN, Due, DueState

CELL = "owing"  # the parameter of the address: an objective and a place
NAMED = 3  # people that a row names

Cells = dict[tuple[str, str], list[Due]]


def show(owed: list[Due]) -> None:
    """Draw the grid, and offer one reminder a person."""
    said = _(
        "Returned, overdue and due figures of each objective and place; the bar is their share"
        " of what was asked for. A cell leads to what is open in it, and who owes it."
    )
    key = (bar.current(), clock.today())
    drawn = cache.derived("owing grid", key, lambda: build(cells(owed)))
    st.html(Html(f"{heading(_('What everybody owes'))}{note(said)}{drawn}"))
    table.offer_file(
        _("Save one reminder a person"),
        lambda: reminders(owed).encode(),
        f"4p1000-reminders-{clock.today()}.txt",
    )


def codes() -> list[str]:
    """The columns: the world and the regions."""
    return [WORLD, *(f"R-{region}" for region in REGIONS)]


def cells(owed: Iterable[Due]) -> Cells:
    """What was asked for by now, by objective and place."""
    found: Cells = defaultdict(list)
    for due in owed:
        if due.state is not DueState.NOT_DUE:
            found[due.indicator.objective_code or "–", due.where.region or WORLD].append(due)
    return found


def build(found: Cells) -> Html:
    """The grid as HTML: a row an objective, a column the world and each region."""
    view = bar.current()
    plan = cache.plan_standing(view.plan, view.until)
    head = "".join(f'<th scope="col">{escape(name(code))}</th>' for code in codes())
    rows = []
    for objective in sorted({code for code, _place in found}):
        standing = plan.objective(objective)
        title = f"{objective} {standing.title}" if standing else _("Beside the plan")
        inside = "".join(
            _cell(objective, code, found.get((objective, code), [])) for code in codes()
        )
        rows.append(f'<tr><th scope="row">{escape(title)}</th>{inside}</tr>')
    first = escape(_("Objective"))
    return Html(
        f'<table class="owing-grid"><thead><tr><th scope="col">{first}</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _cell(objective: str, place: str, asked: Sequence[Due]) -> str:
    """How much is open: the number, its words and its share; a dash where nothing was asked."""
    if not asked:
        return "<td>–</td>"
    counts = Counter(due.state for due in asked if due.state in OPEN)
    if not counts:
        return f"<td><span>✓ {escape(_('nothing open'))}</span></td>"
    said = ", ".join(f"{number(counts[state])} {word(state)}" for state in OPEN if counts[state])
    share = counts.total() / len(asked)
    where = escape(links.address("my-figures", **{CELL: f"{objective} {place}"}))
    words = word(*counts) if len(counts) == 1 else said  # the number stands before it already
    worst = next(state for state in OPEN if counts[state])
    return (
        f'<td><a href="{where}" style="--share:{share:.2f}">'
        f"<b>{glyph(worst)} {number(counts.total())}</b> <small>{escape(words)}</small></a></td>"
    )


def show_chosen(owed: list[Due]) -> None:
    """Draw what is open in the cell that was pressed, with who owes it, before all else."""
    objective, _blank, place = st.query_params.get(CELL, "").partition(" ")
    if place not in codes():
        return
    asked = cells(owed).get((objective, place), [])
    found = [due for due in asked if due.state in OPEN]
    title = _("{objective}, {place}: what is open", objective=objective, place=name(place))
    st.html(heading(title))
    if not found:
        show_empty(_("Nothing is open here."))
    else:
        columns = [
            _("Indicator"),
            _("Place"),
            _("Year"),
            _c("heading", "State"),
            _("Who owes it"),
            _("Lead on"),
        ]
        st.html(grid(columns, _lines(found), whole=True, stacked=True))
    show_note(Html(links.link(_("Close this list"), "my-figures")))


def _lines(found: Sequence[Due]) -> list[list[str]]:
    """A row a figure; the countries of a region, which are asked together, in one."""
    groups: dict[tuple[str, int, DueState, str], list[Due]] = defaultdict(list)
    for due in found:
        is_country = due.place.kind == PlaceKind.COUNTRY
        key = "" if is_country else due.place.code
        groups[due.indicator.code, due.year, due.state, key].append(due)
    order = sorted(groups.values(), key=lambda group: (OPEN.index(group[0].state), -group[0].year))
    return [_line(group) for group in order]


def _line(group: Sequence[Due]) -> list[str]:
    due = group[0]
    indicator, region = due.indicator, due.place.region_code or ""
    where = name(due.place.code)
    way = ways.correct(indicator, due.place.code, due.year, _("Open the form"))
    if len(group) > 1:
        where = _n("{count} country", "{count} countries", len(group))
        if country_grid.is_asked(indicator):
            asked = {"indicator": indicator.code, "place": region, "year": str(due.year)}
            way = Html(links.link(_("Answer for countries"), "countries", **asked))
    state = _(
        "{state}, by {day}", state=f"{glyph(due.state)} {word(due.state)}", day=day(due.due_on)
    )
    return [indicator.name, where, str(due.year), state, _who(due), way or "–"]


def _who(due: Due) -> str:
    """The people from whose roles the figure is expected."""
    names = [one.name for one, actor in cache.actors() if dues.is_mine(due, actor)]
    if not names:
        return _("nobody has this seat")
    more = len(names) - NAMED
    if more > 0:
        named = ", ".join(names[:NAMED])
        return _n("{names} and {count} more", "{names} and {count} more", more, names=named)
    return ", ".join(names)


def reminders(owed: list[Due]) -> str:
    """One text a person with what they owe now, to be sent by the Secretariat's own mail."""
    texts = []
    for person, actor in cache.actors():
        mine = [due for due in owed if due.state in OPEN and dues.is_mine(due, actor)]
        if mine:
            texts.append("\n".join([_address(person.name, person.email), *_told(mine)]))
    return "\n\n".join(texts) or _("Nobody owes anything now.")


def _address(person_name: str, email: str | None) -> str:
    return f"{person_name} <{email}>" if email else person_name


def _told(mine: Iterable[Due]) -> list[str]:
    listed = [
        f"- {due.indicator.objective_code} {due.indicator.name}, {name(due.place.code)} {due.year}:"
        f" {word(due.state)}; {due_states.why(due)}"
        for due in mine
    ]
    head = _n("{count} figure is open:", "{count} figures are open:", len(listed))
    return [head, *listed]
