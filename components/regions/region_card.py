"""One region: figures beside the world's, representatives, activities, meetings, what is late."""

from collections import Counter, defaultdict
from html import escape

import streamlit as st

from components.activities import activity_list
from components.figures import ways
from components.language.text import _, _n, listed, number
from components.look import isolation
from components.look.markup import Html, grid, show_empty, show_lead, show_note
from components.overview import headline
from components.reader import cache, links
from components.reader.places import name
from components.reader.view import View
from components.regions import region_figures
from components.task_forces import task_forces
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
    """Draw everything that is known of the region chosen in the bar."""
    if not plan.is_adopted:
        headline.show_not_adopted(plan)
    late = overdue(view.place, view)
    show_lead(summary(plan, view, late))
    st.header(_("Figures"))
    _show_figures(plan, view)
    _show_people(plan, view)
    st.header(_("Partners and twin regions"))
    show_lead(Html(f"{escape(allies(view))} {_more()}"))
    st.header(_("Activities"))
    show_note(meetings(view))
    activity_list.show(view)
    _show_overdue(late)


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
    pages = (("partners", _("Partners")), ("regions", _("Regions & twins")))
    return " · ".join(links.link(title, page) for page, title in pages)


def _show_people(plan: PlanStanding, view: View) -> None:
    st.header(_("Representatives"))
    region_seats = {seat.objective_code: seat for seat in seats(view.place, view)}
    filled = [objective for objective in plan.objectives if region_seats[objective.code].holders]
    vacant = [
        objective for objective in plan.objectives if not region_seats[objective.code].holders
    ]
    if filled:
        rows = [
            [
                f"{objective.code} {objective.title}",
                task_forces.describe(region_seats[objective.code]),
            ]
            for objective in filled
        ]
        st.html(grid([_("Task force"), _("Regional Representative")], rows, whole=True))
    if vacant:
        pages = ", ".join(
            links.link(objective.code, "task-forces", objective=objective.code)
            for objective in vacant
        )
        sentence = _n("{count} seat is vacant:", "{count} seats are vacant:", len(vacant))
        show_lead(Html(f"{sentence} {pages}"))


def _show_overdue(late: list[Due]) -> None:
    st.header(_("Overdue"))
    if not late:
        show_empty(_("Nothing is overdue."))
        return
    groups: dict[tuple[str, int], list[Due]] = defaultdict(list)
    for due in late:
        groups[due.indicator.code, due.year].append(due)
    rows = [
        [
            f"{group[0].indicator.objective_code or '–'} {group[0].indicator.name}",
            str(year),
            name(group[0].place.code)
            if len(group) == 1
            else _n("{count} country", "{count} countries", len(group)),
            group[0].due_on.isoformat(),
        ]
        for (_code, year), group in groups.items()
    ]
    st.html(grid([_("Indicator"), _("Year"), _("Whose"), _("Was due by")], rows, stacked=True))
