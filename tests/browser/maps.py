"""Where a point of a map lies on the screen, and what the map says of it under the pointer."""

import math
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.browser.wait import until_quiet

TILE = 512  # pixels of the whole world at zoom 0


@dataclass(frozen=True, slots=True)
class Camera:
    """What a map shows when it opens: its centre in degrees, and its zoom."""

    latitude: float
    longitude: float
    zoom: float

    def spot(self, chart: Locator, latitude: float, longitude: float) -> tuple[float, float]:
        """Pixels from the left and the top of the chart, in Web Mercator."""
        box = chart.bounding_box()
        assert box is not None
        scale = TILE * 2**self.zoom / 360
        across = (longitude - self.longitude + 180) % 360 - 180
        up = _mercator(latitude) - _mercator(self.latitude)
        return box["width"] / 2 + across * scale, box["height"] / 2 - up * scale


def _mercator(latitude: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


def said_at(page: Page, chart: Locator, spot: tuple[float, float]) -> str:
    """The words under the pointer."""
    chart.scroll_into_view_if_needed()
    # deck.gl looks under a pointer that moves.
    for step in (3, 1, 0):
        chart.hover(position={"x": spot[0] + step, "y": spot[1]})
        until_quiet(page)
    return page.locator(".deck-tooltip").first.inner_text()
