"""Maps are drawn from the app's own shapes, without a tile from anywhere."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.reader import THEMES, Theme
from tests.browser.shots import still_picture

VISIBLE = 0.01  # of the picture


def colours(picture: bytes) -> list[tuple[int, ...]]:
    """The colours that fill a visible part of a picture, widest first."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    counted = image.getcolors(image.width * image.height) or []
    wide = [(n, colour) for n, colour in counted if n > VISIBLE * image.width * image.height]
    return [tuple(colour) for _n, colour in sorted(wide, reverse=True) if isinstance(colour, tuple)]


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_shows_land_and_sea_and_figures(page_at: Callable[..., Page], theme: Theme) -> None:
    page = page_at("/regions", theme=theme, store="demo")
    chart = page.get_by_test_id("stDeckGlJsonChart")
    drawn = colours(still_picture(page, chart))
    assert len(drawn) >= 3
    paper = sum(drawn[0]) / 3
    assert paper > 200 if theme == "light" else paper < 60
