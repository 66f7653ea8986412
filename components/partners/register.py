"""The register of partners on a day, held against the totals that were published."""

from html import escape

import streamlit as st

from components.language.text import _, _n, listed, period
from components.look.markup import show_empty
from components.partners import counts, counts_chart, listing
from components.reader import cache
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import point_fact, qualified, quantity
from store.models.places import WORLD
from store.partners.register import Count, Entry, register
from store.standing import IndicatorStanding

PARTNERS, MEMBERS = "X-partners", "X-members"  # the published totals


def show(series: tuple[IndicatorStanding, ...], view: View) -> None:
    """Draw how far the register reaches, its counts over time, and its organisations."""
    st.header(_("The register"))
    entries = cache.ask(register, view.as_of)
    st.html(f'<p class="verdict">{escape(difference(series, entries, view))}</p>')
    if not entries:
        show_empty(
            _(
                "No partner was entered by name by then. The Secretariat adds them on this page,"
                " one by one or as a spreadsheet."
            )
        )
        return
    if not any(view.place in (WORLD, entry.region_code) for entry in entries):
        show_empty(
            _(
                "Nobody in {region} was entered by name by then. The Secretariat adds partners on"
                " this page.",
                region=name(view.place),
            )
        )
        return
    counts.show(entries, view)
    listing.show(entries, view)


def difference(series: tuple[IndicatorStanding, ...], entries: list[Entry], view: View) -> str:
    """What was published, what the register lists by name on the day, and what lies between."""
    partners = sum(entry.kind is not None for entry in entries)
    members = sum(entry.kind == "member" for entry in entries)
    known = (
        _(
            "The register lists {counted} by name.",
            counted=counts_chart.sentence(Count(view.as_of, partners, members)),
        )
        if partners
        else _("The register lists nobody by name.")
    )
    registered = {PARTNERS: partners, MEMBERS: members}
    last = [
        standing
        for standing in series
        if standing.latest is not None and standing.indicator.code in registered
    ]
    if not last:
        return known
    return " ".join([_published(last), known, *_gaps(last, registered)])


def _published(last: list[IndicatorStanding]) -> str:
    """The newest total of each kind, with its period."""
    points = [
        (standing.indicator, standing.latest) for standing in last if standing.latest is not None
    ]
    periods = {(point.start, point.end) for _indicator, point in points}
    if len(periods) > 1:
        facts = "; ".join(point_fact(indicator, point) for indicator, point in points)
        return _("Published: {facts}.", facts=facts)
    facts = listed(
        quantity(indicator, point.figure, point.qualifier) for indicator, point in points
    )
    return _("Published for {period}: {facts}.", period=period(*periods.pop()), facts=facts)


def _gaps(last: list[IndicatorStanding], registered: dict[str, int]) -> list[str]:
    """How many of a published total the register lacks, and how many it has beyond it."""
    lacking: list[str] = []
    beyond: list[str] = []
    for standing in last:
        if standing.latest is None:
            continue
        gap = standing.latest.figure - registered[standing.indicator.code]
        if gap > 0:
            missing = qualified(_counted(standing.indicator.code, gap), standing.latest.qualifier)
            lacking.append(missing)
        elif gap < 0:
            beyond.append(_counted(standing.indicator.code, -gap))
    if not lacking and not beyond:
        return [_("That is the number that was published.")]
    return [
        *(
            [_("{gap} of the published total are not in it.", gap=listed(lacking))]
            if lacking
            else []
        ),
        *([_("It lists {gap} more than were published.", gap=listed(beyond))] if beyond else []),
    ]


def _counted(code: str, count: float) -> str:
    if code == PARTNERS:
        return _n("{count} partner", "{count} partners", count)
    return _n("{count} member", "{count} members", count)
