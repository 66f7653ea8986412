"""What an indicator counts and how, under the headings of the metadata of the SDG indicators."""

from collections import Counter
from html import escape

import streamlit as st

from components.language.text import _, _c, _n, day_and_month, listed, number
from components.look.markup import pairs
from components.reader import address, cache
from components.reader.places import name
from components.wording import flags
from components.wording.figures import turn
from store.ledger.knowledge import Until
from store.models import Indicator, Qualifier, ReportedBy, RollUp
from store.progress import DEFAULT, Kind
from store.reporting import dues
from store.standing import IndicatorStanding, PlanStanding


def show(plan: PlanStanding) -> None:
    """Draw the metadata of the indicator that the reader chooses."""
    titles = {one.indicator.code: title(one) for one in plan.indicators}
    code = address.choose("indicator", _("Indicator"), titles, default=next(iter(titles)))
    standing = plan.indicator(code) or plan.indicators[0]
    st.html(pairs(rows(standing, plan.until)))


def build(plan: PlanStanding) -> str:
    """The metadata of every indicator of the plan version, each a fold of HTML."""
    return "".join(
        f'<details id="{escape(one.indicator.code)}"><summary>{escape(title(one))}</summary>'
        f"{pairs(rows(one, plan.until))}</details>"
        for one in plan.indicators
    )


def title(standing: IndicatorStanding) -> str:
    """The indicator with the objective it belongs to."""
    return f"{standing.indicator.objective_code or '–'} · {standing.indicator.name}"


def rows(standing: IndicatorStanding, until: Until) -> list[tuple[str, str]]:
    """The headings with what is to say under each."""
    indicator = standing.indicator
    return [
        (_c("metadata", "Concept"), indicator.definition or indicator.name),
        (_c("metadata", "Custodian"), turn(indicator)),
        (_c("metadata", "Unit of measure"), _unit(indicator)),
        (_("Data collection"), _collection(indicator)),
        (_("Release calendar"), _calendar(indicator, until)),
        (_c("metadata", "Coverage"), _coverage(standing)),
        (
            _("Revision policy"),
            _(
                "A correction is a new entry with its reason; the earlier one stays, and every day"
                " shows what was known on it."
            ),
        ),
        (_c("metadata", "Quality"), _quality(standing)),
    ]


def _unit(indicator: Indicator) -> str:
    kinds = {
        Kind.STOCK: _c("kind of indicator", "a level on a day"),
        Kind.RATE: _c("kind of indicator", "a yearly rate"),
        Kind.CUMULATIVE: _c("kind of indicator", "a running total"),
        Kind.MILESTONE: _c("kind of indicator", "a milestone, 0 to 5"),
    }
    return _("{unit}: {kind}", unit=indicator.unit, kind=kinds[Kind(indicator.kind)])


def _collection(indicator: Indicator) -> str:
    """Who reports at which level, and how places make the world's figure."""
    by = {
        ReportedBy.SECRETARIAT: _("Reported for the world."),
        ReportedBy.REGION: _("Reported for each of the five regions."),
        ReportedBy.COUNTRY: _("Reported country by country."),
    }[indicator.reported_by]
    joined = {
        RollUp.NONE: "",
        RollUp.SUM: _("The regions are added up."),
        RollUp.SHARE: _("Counts are pooled, percentages never averaged."),
        RollUp.UNITS: _("Confirmed places are counted."),
        RollUp.MEAN: _("Each region has the target; progress is averaged over all."),
    }[indicator.roll_up]
    return f"{by} {joined}".strip()


def _calendar(indicator: Indicator, until: Until) -> str:
    schedule = cache.ask(dues.schedules, until)[indicator.code]
    due = day_and_month(schedule.due_month, schedule.due_day)
    return _n(
        "Every year from {first} on, due by {due} of the next year.",
        "Every {count} years from {first} on, due by {due} of the next year.",
        schedule.every_years,
        first=str(schedule.first_year),
        due=due,
    )


def _coverage(standing: IndicatorStanding) -> str:
    """Which places and years have spoken."""
    spoken = [one for one in standing.readings if one.figure is not None]
    if not spoken:
        return _("No figure of the world or of a region yet.")
    places = list(dict.fromkeys(one.place_code for one in spoken))
    return _n(
        "{count} figure, {first} to {last}: {places}.",
        "{count} figures, {first} to {last}: {places}.",
        len(spoken),
        first=str(min(one.period_start.year for one in spoken)),
        last=str(max(one.period_end.year for one in spoken)),
        places=listed(name(code) for code in places),
    )


def _quality(standing: IndicatorStanding) -> str:
    """How exactly it is known, and what the plan's own numbers lack."""
    counts = Counter(one.qualifier for one in standing.readings if one.figure is not None)
    limit = standing.indicator.stale_after_years or DEFAULT.stale_after_years
    exact = counts[Qualifier.EXACT]
    said = [
        _(
            "Exact figures: {exact}; bounds and estimates: {other}.",
            exact=number(exact),
            other=number(counts.total() - exact),
        ),
        _("A verdict fades {years} years after its figure.", years=number(limit)),
        *flags.of_numbers(standing),
    ]
    return " ".join(said)
