"""The published totals drawn: on the page Partners, and where little else is known."""

from html import escape

import streamlit as st

from components.elements import captions, chart, later
from components.language.text import _, listed
from components.look import markup, theme
from components.look.markup import Html, show_lead, show_note
from components.overview import message
from components.partners import published_chart
from components.reader import cache, links
from components.wording.figures import point_fact
from store.standing import IndicatorStanding, PlanStanding

Series = tuple[IndicatorStanding, ...]
KEY = "partners"


def series_of(plan: PlanStanding) -> Series:
    """What the Initiative counts of itself and judges no objective by, where it was published."""
    return tuple(standing for standing in plan.context if standing.series)


def summary(series: Series) -> str:
    """The last count of each series."""
    facts = [point_fact(s.indicator, s.latest) for s in series if s.latest is not None]
    return _("Last counts: {facts}.", facts=listed(facts))


def show(series: Series) -> None:
    """Draw the totals over time, the page's own words above them."""
    show_lead(summary(series))
    chart.show(
        KEY,
        published_chart.frame(series),
        published_chart.build(
            theme.current(), published_chart.kinds_of(series), invented=cache.is_invented()
        ),
        captions.Caption(
            title=_("Partners and members"),
            meaning=summary(series),
            source=captions.cited(r.source_title for standing in series for r in standing.readings),
        ),
        alt=summary(series),
    )


def show_growth(plan: PlanStanding) -> None:
    """Where few objectives can be judged: what is known well, drawn once the reader is near."""
    series = series_of(plan)
    if not message.is_little_known(plan) or not series:
        return
    has_grown = all(one.series[-1].figure > one.series[0].figure for one in series)
    title = (
        _("What is known well: the Initiative has grown")
        if has_grown
        else _("What is known well: partners and members")
    )
    st.html(markup.heading(title))
    if later.is_near(KEY):
        show(series)
    more = links.link(_("Every count with its source"), "partners")
    show_note(Html(f"{escape(_('No objective is judged by them.'))} {more}"))
