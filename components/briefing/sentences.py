"""What the document says by itself, in the reader's language: heads, labels and notes."""

from components.briefing.content import Briefing
from components.language.text import _, _n, day
from components.overview import gauge
from store.progress import Gauge


def words() -> dict[str, str]:
    """The fixed words of the template."""
    return {
        "initiative": _("The international “4 per 1000” Initiative"),
        "invented": _("Invented figures: demonstration"),
        "contents": _("Contents"),
        "summary": _("Summary"),
        "objective": _("Objective"),
        "status": _("Status"),
        "latest": _("Latest figure"),
        "share": _("Share of the way"),
        "due": _("Due by then"),
        "figures": _("Figures"),
        "countries": _("Newest figure of each country"),
        "more": _("every figure of a country stands in the workbook"),
        "period": _("Period"),
        "place": _("Place"),
        "figure": _("Figure"),
        "source": _("Source"),
        "people": _("Reported / approved"),
        "known_on": _("Known on"),
        "sources": _("Sources"),
        "uses": _("Used for"),
        "annex": _("Annex: the objectives on the agenda"),
        "gauge_note": gauge.legend(),
    }


def covered(goal_gauge: Gauge) -> str:
    """How many of a goal's objectives can be judged."""
    return gauge.coverage(goal_gauge)


def counted(uses: int) -> str:
    """How many figures rest on a source."""
    return _n("{count} figure", "{count} figures", uses)


def known_on(briefing: Briefing) -> str:
    """The day of the figures, for the head of every page."""
    return _("Figures known on {day}", day=day(briefing.as_of))


def sources_note(briefing: Briefing) -> str:
    """Whose the figures are."""
    if briefing.invented:
        return _("All figures and sources of this demonstration are invented.")
    return _(
        "Every figure belongs to the source named beside it. The five regions are this dashboard’s"
        " assumption: no document names them."
    )
