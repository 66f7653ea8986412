"""The regions' figures of an indicator on a page: the chart, or nothing where none reported."""

from components.elements import captions, chart
from components.look import theme
from components.look.markup import show_note
from components.objective import regions_chart
from components.reader import cache
from components.reader.view import View
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
