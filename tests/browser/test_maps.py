"""Maps are drawn from the app's own shapes, without a tile from anywhere."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page

from components.look.colours import INK
from components.maps import world
from components.maps.map_layers import rgb
from tests.browser.bar import choose_region
from tests.browser.maps import Camera, said_at
from tests.browser.reader import THEMES, WIDTHS, Theme, Windows, turn, visit
from tests.browser.shots import still_picture

VISIBLE = 0.01  # of the picture
WORLD = Camera(*world.CENTRES["WLD"])
ASIA_PACIFIC = Camera(*world.CENTRES["APA"])
FIJI, PERU = (-17.8, 178.0), (-13.5, -72.0)
SOUTH_ATLANTIC, SOUTH_PACIFIC = (-13.0, -15.0), (-13.0, -150.0)
PACIFIC = Camera(
    *world.around([(FIJI[1], FIJI[0]), (PERU[1], PERU[0])], "WLD")
)  # where the pair is shown
FIJI_AND_PERU = (
    "Invented pair, islands and Andes: Invented islands, Fiji – Invented high valley, Peru"
)
BAND = 70  # pixels above and below a point in which a bent arc may pass
NEAR = 24  # how far a colour may be off at an edge


@pytest.fixture(scope="module")
def atlas(windows_with_maps: Windows, demo_server: str) -> Iterator[Page]:
    """The page of twins, Fiji and Peru shown, opened once: maps are dear to draw."""
    problems: list[str] = []
    with windows_with_maps.open(WIDTHS[0], "light", problems) as page:
        visit(page, f"{demo_server}/twins?as_of=2025-08-01")
        yield page
    assert problems == []


@pytest.fixture(scope="module", params=THEMES)
def theme(request: pytest.FixtureRequest, atlas: Page) -> Theme:
    """The theme of the atlas, which is turned once: each turn draws everything anew."""
    if request.param != THEMES[0]:
        turn(atlas, request.param)
    return request.param


def map_of(page: Page) -> Locator:
    """The world map, above the side-by-side ones."""
    return page.get_by_test_id("stDeckGlJsonChart").first


def colours(picture: bytes) -> list[tuple[int, ...]]:
    """The colours that fill a visible part of a picture, widest first."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    counted = image.getcolors(image.width * image.height) or []
    wide = [(n, colour) for n, colour in counted if n > VISIBLE * image.width * image.height]
    return [tuple(colour) for _n, colour in sorted(wide, reverse=True) if isinstance(colour, tuple)]


# First, so that the window is free again for the atlas.
def test_the_pilots_countries_are_marked_and_joined_to_none(
    windows_with_maps: Windows, real_server: str
) -> None:
    problems: list[str] = []
    with windows_with_maps.open(WIDTHS[0], "light", problems) as page:
        visit(page, f"{real_server}/twins")
        chart = map_of(page)
        for country, point in (("Mali", (18.69, -1.88)), ("Germany", (50.96, 9.85))):
            said = said_at(page, chart, WORLD.spot(chart, *point))
            assert said == f"{country}: pilot country (pairs unpublished)"
        assert said_at(page, chart, WORLD.spot(chart, -10, -55)) == "Brazil"
        assert page.get_by_test_id("stDeckGlJsonChart").count() == 1
    assert problems == []


def test_the_map_shows_land_and_sea(atlas: Page, theme: Theme) -> None:
    drawn = colours(still_picture(atlas, map_of(atlas)))
    assert len(drawn) >= 2
    paper = sum(drawn[0]) / 3
    assert paper > 200 if theme == "light" else paper < 60


def crosses(page: Page, chart: Locator, spot: tuple[float, float], theme: Theme) -> bool:
    """Whether the arc of the pair shown crosses the meridian of a spot, near its parallel."""
    page.mouse.move(0, 0)  # what is said under a pointer would cover the arc
    image = Image.open(io.BytesIO(still_picture(page, chart))).convert("RGB")
    wanted = rgb(INK.dark if theme == "dark" else INK.light)
    x, y = round(spot[0]), round(spot[1])
    column = [image.getpixel((x, row)) for row in range(y - BAND, min(y + BAND, image.height))]
    return any(
        isinstance(pixel, tuple)
        and all(abs(have - want) <= NEAR for have, want in zip(pixel, wanted, strict=True))
        for pixel in column
    )


def test_an_arc_between_fiji_and_peru_crosses_the_pacific_and_not_the_atlantic(
    atlas: Page, theme: Theme
) -> None:
    chart = map_of(atlas)
    assert crosses(atlas, chart, PACIFIC.spot(chart, *SOUTH_PACIFIC), theme)
    assert not crosses(atlas, chart, PACIFIC.spot(chart, *SOUTH_ATLANTIC), theme)


def test_places_on_both_sides_of_the_date_line_are_where_they_belong(atlas: Page) -> None:
    chart = map_of(atlas)
    apart = [PACIFIC.spot(chart, *place)[0] for place in (FIJI, PERU)]
    assert 0 < apart[1] - apart[0] < min(WIDTHS) - 60  # both are seen on a phone too
    for place in (FIJI, PERU):
        assert FIJI_AND_PERU in said_at(atlas, chart, PACIFIC.spot(chart, *place))


def test_a_map_of_asia_and_the_pacific_goes_on_beyond_the_date_line(atlas: Page) -> None:
    is_dark = atlas.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    theme: Theme = "dark" if is_dark else "light"  # as the tests before leave it
    choose_region(atlas, "Asia-Pacific")
    chart = map_of(atlas)
    assert crosses(atlas, chart, ASIA_PACIFIC.spot(chart, *SOUTH_PACIFIC), theme)
    assert FIJI_AND_PERU in said_at(atlas, chart, ASIA_PACIFIC.spot(chart, *FIJI))
