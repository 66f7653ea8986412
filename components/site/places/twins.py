"""The page Twins of the site: all pairs as a table, each with what both of its places report."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components.indicator import regions_rows
from components.language.text import _, _c, _n
from components.look.markup import Html, grid
from components.reader import cache
from components.reader.places import name, names
from components.reader.view import View
from components.site.template import Frame, render
from components.twins import answers, comparison, pair_list, twin_message, twins, wording
from components.twins.comparison import Compared
from store.activities import twins as pairs_known
from store.activities.twins import Pair
from store.figures.approved import Reading
from store.models import PilotCountry
from store.standing import PlanStanding

MOST = 100  # pairs in the table
MOST_COMPARED = 20  # pairs with their figures: the page stays light


@dataclass(frozen=True, slots=True)
class Part:
    """One pair: what it is, what both of its places report, and what their countries answered."""

    code: str
    title: str
    lead: str
    aims: str
    both: Html
    answers: Html


def page(plan: PlanStanding, view: View, frame: Frame) -> bytes:
    """The whole page."""
    pairs = pair_list.ordered(twins.of(view))
    pilot = cache.ask(pairs_known.pilot_countries, view.as_of)
    more = len(pairs) - MOST
    return render(
        "twins.html",
        frame,
        _("Twin regions") if pairs else twin_message.silent_title(pilot),
        lead=twin_message.summary(plan, pairs),
        pairs=_table(pairs[:MOST]),
        more=_n("and {count} more", "and {count} more", more) if more > 0 else "",
        parts=[_part(pair, plan, view) for pair in pairs[:MOST_COMPARED]],
        pilot=_pilot(pilot),
        unpublished=twin_message.unpublished(pilot, view.as_of),
    )


def _table(pairs: Sequence[Pair]) -> Html:
    """The pairs as a table; those with figures below lead to them."""
    columns = [
        _("Pair"),
        _("First place"),
        _("Second place"),
        _c("heading", "State"),
        _("Neutral by"),
    ]
    named = names()
    rows = [
        [
            Html(f'<a href="#{pair.row.code}">{escape(pair.row.name)}</a>')
            if at < MOST_COMPARED
            else pair.row.name,
            wording.place(pair.first, named),
            wording.place(pair.second, named),
            wording.since(pair),
            str(pair.row.neutrality_year),
        ]
        for at, pair in enumerate(pairs)
    ]
    return Html(grid(columns, rows, whole=True, stacked=True) if rows else "")


def _part(pair: Pair, plan: PlanStanding, view: View) -> Part:
    rows = comparison.compare(plan, pair, view.until)
    return Part(
        pair.row.code,
        twin_message.title(pair),
        twin_message.lead(pair),
        pair.row.aims,
        _both([row for row in rows if comparison.difference(row) is not None]),
        Html(answers.build(answers.of(rows))),
    )


def _both(rows: Sequence[Compared]) -> Html:
    """What both places report in numbers, with the year of each."""
    if not rows:
        return Html("")
    heads = [_("Indicator"), *map(name, rows[0].codes)]
    cells = [[answers.title(row), *(_said(row, one) for one in row.readings)] for row in rows]
    return Html(grid(heads, cells, whole=True))


def _said(row: Compared, reading: Reading | None) -> str:
    if reading is None:
        return "–"
    figure = escape(regions_rows.brief(row.standing.indicator, reading))
    return Html(f'<b>{figure}</b> <span class="vacant">{reading.period_end.year}</span>')


def _pilot(pilot: Sequence[PilotCountry]) -> Html:
    columns = [_("Country"), _("Region"), _("Source")]
    places = cache.places()
    rows = [
        [
            name(country.place_code),
            name(places[country.place_code].region_code or ""),
            country.source_title,
        ]
        for country in pilot
    ]
    return Html(grid(columns, rows, whole=True, stacked=True) if rows else "")
