"""One region: figures beside the world's, representatives, activities, meetings, what is late."""

from collections import Counter, defaultdict
from html import escape

import streamlit as st

from components.activities import activity_list
from components.figures import ways
from components.language.markdown import escape as escape_markdown
from components.language.text import _, day, listed, number
from components.look import isolation
from components.look.markup import Html, grid, show_empty, show_lead, show_note
from components.overview import headline
from components.reader import cache, links
from components.reader.places import name
from components.reader.view import View
from components.regions import (
    asked,
    cells,
    owes,
    region_figures,
    region_head,
    region_people,
    strips,
)
from components.regions.cells import Cells
from components.twins import twins
from store.activities import activities
from store.partners import register
from store.partners.register import Entry
from store.people.task_forces import Seat
from store.people.task_forces import seats as all_seats
from store.reporting import dues
from store.reporting.dues import Due
from store.standing import IndicatorStanding, PlanStanding


def show(plan: PlanStanding, view: View) -> None:
    """Draw the message, what is owed, the region among the others, its seats, what happened."""
    known, late = cells.of(plan, view), overdue(view.place, view)
    st.html(region_head.others(view.place))
    left, right = st.columns([2, 1], gap="large")
    with left:
        st.title(escape_markdown(region_head.title(known, view.place)), anchor=False)
        if not plan.is_adopted:
            headline.show_not_adopted(plan)
        st.html(region_head.numbers(known, view))
    with right:
        st.html(owes.build(view.place, late))
    if cell := known.get((st.query_params.get("objective", ""), view.place)):
        st.html(asked.build(cell))
    _show_among(plan, known, view)
    left, right = st.columns(2, gap="large")
    with left:
        st.html(region_people.seats(known, view.place))
    with right:
        st.html(region_people.happened(view))
    _show_folds(plan, view, late)
    st.header(_("Partners and twin regions"))
    show_lead(Html(f"{escape(allies(view))} {_more()}"))
    st.header(_("Activities"))
    show_note(meetings(view))
    activity_list.show(view)


def _show_among(plan: PlanStanding, known: Cells, view: View) -> None:
    """Draw the strips of the region among the others."""
    st.header(_("{place} among the regions", place=name(view.place)), anchor=False)
    drawn = strips.of(plan, known, view.place)
    if not drawn:
        show_empty(_("No region has a figure of any indicator by {day}.", day=day(view.as_of)))
        return
    show_note(
        _(
            "Large: {place}. Rings: the other regions. Brown line: what was due. Shares of"
            " countries: of those that answered, 0 to 100 %. Other lines begin at nothing.",
            place=name(view.place),
        )
    )
    st.html(strips.build(drawn, view.place))


def _show_folds(plan: PlanStanding, view: View, late: list[Due]) -> None:
    """The figures beside the world's, and all that is owed; closed, they cost nothing."""
    figures = st.expander(_("The same in numbers"), key="region_numbers", on_change="rerun")
    if figures.open:
        with figures:
            _show_figures(plan, view)
    if not late:
        return
    owed = st.expander(_("All that is owed"), key="region_owed", on_change="rerun")
    if owed.open:
        with owed:
            st.html(owes.table(late))


def _show_figures(plan: PlanStanding, view: View) -> None:
    """Draw the region's figures beside the world's, with the way to report or correct them."""
    rows, columns = region_figures.rows(plan, view), region_figures.columns(view)
    on = [_way(one, view) for one in region_figures.regional_indicators(plan)]
    if any(on):
        columns = [*columns, _("Your part")]
        rows = [[*row, way or "–"] for row, way in zip(rows, on, strict=True)]
    st.html(grid(columns, rows, whole=True, stacked=True))


def _way(standing: IndicatorStanding, view: View) -> str:
    """To the form: to correct what the region reported last, else to report."""
    own = [one for one in standing.readings if one.place_code == view.place]
    if not own:
        return ways.report(standing.indicator, view.place)
    return ways.correct(standing.indicator, view.place, own[-1].period_end.year)


@isolation.words
def summary(plan: PlanStanding, view: View, late: list[Due]) -> str:
    """Figures, seats and what is late, in one sentence."""
    standings = region_figures.regional_indicators(plan)
    known = [standing for standing in standings if region_figures.known(standing, view.place, view)]
    region_seats = seats(view.place, view)
    return _(
        "{known} of {all} indicators have a figure here. {filled} of {seats} task forces have a"
        " representative. {late} figures are overdue.",
        known=number(len(known)),
        all=number(len(standings)),
        filled=number(sum(bool(seat.holders) for seat in region_seats)),
        seats=number(len(region_seats)),
        late=number(len(late)),
    )


def seats(place: str, view: View) -> list[Seat]:
    """The representatives' seats of a region as they stood on the day."""
    return [seat for seat in cache.ask(all_seats, view.as_of) if seat.region_code == place]


def overdue(place: str, view: View) -> list[Due]:
    """What the region and its countries owed on the day, the oldest first."""
    dues: dict[str | None, list[Due]] = cache.derived(
        "overdue by region", (view.until,), lambda: _by_region(view)
    )
    return dues.get(place, [])


def _by_region(view: View) -> dict[str | None, list[Due]]:
    by_region: dict[str | None, list[Due]] = defaultdict(list)
    for due in cache.ask(dues.overdue, view.until):
        by_region[due.where.region].append(due)
    return dict(by_region)


@isolation.words
def meetings(view: View) -> str:
    """How many regional meetings took place in which year."""
    regional = activities.regional_meetings(activity_list.chosen(view))
    years = Counter(row.starts_on.year for row in regional)
    if not years:
        return _("No regional meeting is known.")
    per_year = listed(f"{year} ({number(count)})" for year, count in sorted(years.items()))
    return _("Regional meetings took place in {years}.", years=per_year)


@isolation.words
def allies(view: View) -> str:
    """How many partners, members and pairs of twin regions are known in the region."""
    listed_here = partners(view)
    pairs = twins.of(view)
    return _(
        "The register lists {partners} partners here, {members} of them members. Pairs of twin"
        " regions that touch it: {pairs}.",
        partners=number(len(listed_here)),
        members=number(sum(entry.kind == "member" for entry in listed_here)),
        pairs=number(len(pairs)),
    )


def partners(view: View) -> list[Entry]:
    """Who was a partner or member on the day, of the region chosen."""
    return [
        entry
        for entry in cache.ask(register.register, view.as_of)
        if entry.kind is not None and entry.region_code == view.place
    ]


def _more() -> str:
    pages = (("partners", _("Partners")), ("twins", _("Twins")))
    return " · ".join(links.link(title, page) for page, title in pages)
