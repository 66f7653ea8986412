"""Which colour a country gets for its figure of an indicator, and the legend of these colours."""

from dataclasses import dataclass
from html import escape

from components.language.text import _, given
from components.look.theme import Palette
from components.reader.places import name
from components.wording.figures import reading_figure
from components.wording.short import answer
from store.figures.approved import Reading
from store.models import Indicator, Place, PlaceKind, ReportedBy, RollUp
from store.standing import IndicatorStanding


@dataclass(frozen=True, slots=True)
class Shade:
    """What a country is filled with, the sentence under the pointer, how old it is, and whose."""

    figure: float | None
    said: str
    year: int = 0
    is_regional: bool = False


def shades(
    standing: IndicatorStanding, countries: list[Reading], places: dict[str, Place]
) -> dict[str, Shade]:
    """The newest figure of each country, or of its region where countries do not report.

    Shape: keys are ISO 3166-1 alpha-3 codes; a country without a figure has no key.
    """
    if standing.indicator.reported_by == ReportedBy.COUNTRY:
        return {
            reading.place_code: _shade(standing, reading)
            for reading in countries  # oldest first: the newest stays
            if reading.figure is not None
        }
    regional = {
        reading.place_code: _shade(standing, reading, of=name(reading.place_code))
        for reading in standing.readings
        if reading.figure is not None and reading.place_code.startswith("R-")
    }
    return {
        place.code: regional[place.region_code]
        for place in places.values()
        if place.kind == PlaceKind.COUNTRY and place.region_code in regional
    }


def _shade(standing: IndicatorStanding, reading: Reading, of: str = "") -> Shade:
    """The figure of a country, or `of` its region, by whose name it is told then."""
    label = f"{reading_figure(standing.indicator, reading)}, {reading.period_end.year}"
    if of:
        label = _("{said} (figure of {place})", said=label, place=of)
    return Shade(reading.figure, label, reading.period_end.year, is_regional=bool(of))


def classes(shades: dict[str, Shade], palette: Palette) -> list[tuple[float, str]]:
    """The upper bound of each class of the ramp with its colour; few values need few classes."""
    figures = sorted({shade.figure for shade in shades.values() if shade.figure is not None})
    if not figures:
        return []
    steps = min(len(figures), len(palette.ramp))
    bounds = [figures[(len(figures) * (step + 1)) // steps - 1] for step in range(steps)]
    top = len(palette.ramp) - 1
    colours = [palette.ramp[top * step // (steps - 1) if steps > 1 else 2] for step in range(steps)]
    return list(zip(bounds, colours, strict=True))


def legend(
    indicator: Indicator, shades: dict[str, Shade], palette: Palette
) -> list[tuple[str, str]]:
    """Colour and label of each class, the lowest first."""
    if indicator.roll_up == RollUp.UNITS:
        return [(colour, answer(is_yes=bool(bound))) for bound, colour in classes(shades, palette)]
    rows, low = [], None
    for bound, colour in classes(shades, palette):
        label = given(bound) if low is None or low == bound else f"≤ {given(bound)}"
        rows.append((colour, label))
        low = bound
    return rows


def key(indicator: Indicator, shades: dict[str, Shade], palette: Palette, marks: str = "") -> str:
    """The unit, a swatch for each class, and what the `marks` above the countries are, as HTML."""
    swatches = "".join(
        f'<span><i style="background:{colour}"></i>{escape(label)}</span>'
        for colour, label in legend(indicator, shades, palette)
    )
    nothing = f'<span><i style="background:{palette.land}"></i>{_("no figure")}</span>'
    unit = f"<b>{escape(indicator.unit)}</b>"
    return f'<div class="legend">{unit}{swatches}{nothing}{marks}</div>'


def colour_of(shade: Shade | None, ranked: list[tuple[float, str]]) -> str | None:
    """The colour of the class that the figure falls into; None without a figure."""
    if shade is None or shade.figure is None:
        return None
    return next(colour for bound, colour in ranked if shade.figure <= bound)
