"""The regions' figures of an indicator on a page: the chart, or nothing where none reported."""

from components import cache, captions, chart, regions_chart, theme
from components.facts import show_note
from components.view import View
from store.standing import IndicatorStanding


def show(standing: IndicatorStanding, view: View) -> None:
    """Draw a row for each region, or for the region chosen."""
    data = regions_chart.frame(standing, view)
    if data.empty:
        return
    show_note(regions_chart.heading(standing))
    chart.show(
        f"regions_{standing.indicator.code}",
        data,
        regions_chart.build(theme.current(), invented=cache.is_invented()),
        captions.of_regions(standing, view),
        alt=regions_chart.describe(standing, data),
    )
