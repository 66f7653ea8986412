"""What changed, as an Atom feed (RFC 4287): one entry for each figure that was approved.

`write` takes plain entries, whatever they tell of, so that others can stand beside the figures.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from sqlmodel import Session

from store.database import settings
from store.exchange.names import public_names
from store.exchange.sdmx import period
from store.exchange.table import WARNING, number, plain
from store.figures import approved
from store.figures.approved import Reading
from store.ground import texts
from store.ledger.knowledge import Until
from store.models import Indicator, Qualifier
from store.plan import contents

MOST = 100  # entries
ATOM = "http://www.w3.org/2005/Atom"
# RFC 4151; the same for a figure in every copy of the store.
TAG = "tag:4p1000.org,2026:dashboard"
AUTHOR = "“4 per 1000” Dashboard"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `id` never changes; `link` counts from the home of the app.

    `subject` is the goal or objective it is about, "" for none.
    """

    id: str
    title: str
    summary: str
    updated: dt.datetime
    link: str
    category: str
    subject: str = ""


def entries(session: Session, until: Until, most: int = MOST) -> list[Entry]:
    """The figures approved last and known by then, corrections too, the newest first."""
    shown = public_names(session)
    is_invented = settings.is_invented(session)
    places = {place.code: place.name_en for place in contents.places(session)}
    indicators = {indicator.code: indicator for indicator in contents.indicators(session)}
    listed = []
    for reading in approved.approvals(session, until, most):
        indicator = indicators[reading.indicator_code]
        title = f"{indicator.name}, {places[reading.place_code]}, {_period(reading)}"
        corrects = "Correction: " if reading.revision else ""
        warning = f"{WARNING}. " if is_invented else ""
        names = shown(reading.reporter), shown(reading.approver)
        listed.append(
            Entry(
                id=_tag(reading, is_invented=is_invented),
                title=f"{warning}{corrects}{title}: {_figure(reading, indicator)}",
                summary=_summary(reading, names),
                updated=reading.approved_at,
                link=_link(indicator),
                category="correction" if reading.revision else "figure",
                subject=indicator.objective_code or "",
            )
        )
    return listed


def _tag(reading: Reading, *, is_invented: bool) -> str:
    """Names the revision of the slot, not the row, whose number another copy gives otherwise."""
    store = "invented" if is_invented else "measurement"
    slot = f"{reading.indicator_code}/{reading.place_code}/{_period(reading)}"
    return f"{TAG}/{store}/{slot}/{reading.revision}"


def _period(reading: Reading) -> str:
    return period(reading.period_start, reading.period_end)


def _figure(reading: Reading, indicator: Indicator) -> str:
    if reading.figure is None:
        return f"no figure ({reading.missing_reason})"
    qualifier = "" if reading.qualifier == Qualifier.EXACT else f"{reading.qualifier} "
    return f"{qualifier}{number(round(reading.figure, 6))} {indicator.unit}"


def _summary(reading: Reading, names: tuple[str, str]) -> str:
    reporter, approver = names
    parts = [
        f"Source: {reading.source_title}",
        f"Reported by {reporter}, approved by {approver}, known on {reading.known_on}",
        f"Corrected because: {reading.reason}" if reading.reason else "",
        reading.note,
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _link(indicator: Indicator) -> str:
    code = indicator.objective_code
    return f"objective?objective={code}" if code else "data"


def write(entries: Iterable[Entry], *, self_link: str, home: str, as_of: dt.date) -> bytes:
    """The newest entries as an Atom document.

    `self_link` is where the feed itself is, `home` the app's first page, with its last slash.
    """
    ET.register_namespace("", ATOM)
    listed = sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True)[:MOST]
    nothing = dt.datetime.combine(as_of, dt.time(), dt.UTC)
    root = ET.Element(f"{{{ATOM}}}feed")
    _say(root, "title", f"{AUTHOR}: what changed")
    _say(root, "id", f"{TAG}/feed")
    _say(root, "updated", plain(max((entry.updated for entry in listed), default=nothing)))
    _say(_say(root, "author"), "name", AUTHOR)
    ET.SubElement(root, f"{{{ATOM}}}link", rel="self", href=texts.fit_for_xml(self_link))
    ET.SubElement(root, f"{{{ATOM}}}link", rel="alternate", href=texts.fit_for_xml(home))
    for news in listed:
        entry = _say(root, "entry")
        _say(entry, "id", news.id)
        _say(entry, "title", news.title)
        _say(entry, "updated", plain(news.updated))
        _say(entry, "summary", news.summary)
        ET.SubElement(entry, f"{{{ATOM}}}category", term=news.category)
        href = texts.fit_for_xml(urljoin(home, news.link))
        ET.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", href=href)
    ET.indent(root)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _say(parent: ET.Element, name: str, text: object = None) -> ET.Element:
    """Add an element, with text that every reader of XML takes."""
    child = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    if text is not None:
        child.text = texts.fit_for_xml(str(text))
    return child
