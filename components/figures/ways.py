"""Ways from a figure to the form that corrects it, from an indicator to a new one.

Only for who may report it; the store asks again.
"""

from collections.abc import Iterable

from components.language.text import _, _c
from components.look.markup import Html, note
from components.reader import access, cache, clock, links
from components.reader.places import name
from store.figures.approved import Reading
from store.models import Indicator
from store.reporting import answers
from store.rights import rights
from store.rights.rights import Act

MOST = 60  # figures of one indicator; the newest ones first


def may_report(indicator: Indicator, place_code: str) -> bool:
    """Whether the reader may report the indicator at the place."""
    about = rights.about(indicator, cache.places()[place_code])
    return rights.may(access.actor(), Act.REPORT, about)


def correct(indicator: Indicator, place_code: str, year: int, label: str = "") -> str:
    """The way to correct a figure, as HTML; "" for who may not."""
    if not may_report(indicator, place_code):
        return ""
    return Html(_link(label or _c("a figure", "Correct"), indicator, place_code, year))


def report(indicator: Indicator, place_code: str) -> str:
    """The way to report the year that is over, as HTML; "" for who may not at any place."""
    place = place_code if may_report(indicator, place_code) else _own_place(indicator)
    if place is None:
        return ""
    return Html(_link(_("Report a figure"), indicator, place, clock.today().year - 1))


def line(indicator: Indicator, readings: Iterable[Reading], place_code: str) -> str:
    """Both ways in one line: a new figure, and the newest one corrected; "" for who may not."""
    newest = max(readings, key=lambda reading: (reading.period_end, reading.id), default=None)
    ways = [report(indicator, place_code), _of(indicator, newest) if newest else ""]
    said = " ".join(way for way in ways if way)  # buttons, which need no sign between them
    return Html(f'<p class="call">{said}</p>') if said else ""


def all_of(indicator: Indicator, readings: Iterable[Reading]) -> str:
    """The ways to correct each of the figures, in one line; "" for who may not."""
    ways = [way for reading in list(readings)[:MOST] if (way := _of(indicator, reading))]
    return note(Html(" · ".join(ways))) if ways else ""


def _of(indicator: Indicator, reading: Reading) -> str:
    year = reading.period_end.year
    label = _("Correct {place} {year}", place=name(reading.place_code), year=year)
    return correct(indicator, reading.place_code, year, label)


def _own_place(indicator: Indicator) -> str | None:
    """The first place of the kind that reports the indicator for which the reader may."""
    kind = answers.KIND[indicator.reported_by]
    places = (place.code for place in cache.places().values() if place.kind == kind)
    return next((code for code in places if may_report(indicator, code)), None)


def _link(label: str, indicator: Indicator, place_code: str, year: int) -> str:
    return links.link(label, "report", indicator=indicator.code, place=place_code, year=str(year))
