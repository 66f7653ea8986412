"""The page Soil carbon of the site: the exhibits of the page on screen, without its calculator."""

import datetime as dt
from dataclasses import dataclass

from components.elements import pictures
from components.exhibits import section
from components.exhibits.exhibit import Exhibit
from components.language.text import _
from components.look import theme
from components.look.markup import Html
from components.pledges import words
from components.reader import cache
from components.reader.view import View
from components.site import charts
from components.site.template import Frame, render
from components.soil import (
    experiments,
    foot,
    head,
    loss_chart,
    measures,
    members,
    message,
    rates_chart,
    stock_picture,
)

NOTHING = Html()
WIDE, PANEL = 640, 400  # pixels of a chart, and of one of several


@dataclass(frozen=True, slots=True)
class Part:
    """One exhibit, or under its heading why there is none; the map lies in a file of its own."""

    key: str
    title: str
    why: str = ""
    note: Html = NOTHING
    pictures: tuple[Html, ...] = ()
    map: str = ""
    below: Html = NOTHING


def page(view: View, frame: Frame) -> bytes:
    """The whole page."""
    day = view.as_of
    return render(
        "soil.html",
        frame,
        _("Soil carbon: what four per mille means"),
        description=" ".join(head.lead(day)),
        lead=head.lead(day),
        numbers=head.tiles(day),
        cropland=head.of_cropland(day),
        parts=cache.derived("site_soil", (view,), lambda: _parts(view)),
        limits=foot.limits_html(),
        sources=foot.sources_html(day),
        attribution=foot.attribution(),
        citation=foot.citation(day),
    )


def picture_of_map(view: View) -> bytes | None:
    """The map with all that is said around it, as SVG; None before the stocks were known."""
    found = _map(view.as_of)
    return (
        None
        if isinstance(found, str)
        else cache.derived(
            "site_soil_map",
            (view,),
            lambda: pictures.svg(section.whole(found, theme.LIGHT, view)).encode(),
        )
    )


def _map(day: dt.date) -> Exhibit | str:
    return stock_picture.exhibit(day, measures.measures()[measures.FIRST])


def _parts(view: View) -> list[Part]:
    day = view.as_of
    made = (
        ("soil_message", _("Four per mille beside emissions"), message.exhibit(day)),
        ("soil_map", _("Where the carbon is"), _map(day)),
        ("soil_loss", _("What was lost"), loss_chart.exhibit(day)),
        ("soil_experiments", _("Measured in fields"), experiments.exhibit(day)),
        ("soil_rates", _("How fast"), rates_chart.exhibit(day)),
        *(
            (f"soil_members_{at}", _("Measured by the Initiative’s members"), exhibit)
            for at, exhibit in enumerate(members.exhibits(view.until))
        ),
        ("soil_pledges", _("In the pledges"), words.exhibit(view.until)),
    )
    return [_part(key.replace("_", "-"), heading, found) for key, heading, found in made]


def _part(key: str, heading: str, found: Exhibit | str) -> Part:
    if isinstance(found, str):
        return Part(key, heading, why=found)
    is_map = found.panels[0].frame.empty
    return Part(
        key,
        found.title,
        note=section.note(found),
        pictures=() if is_map else _pictures(found),
        map=found.alt if is_map else "",
        below=section.below(found),
    )


def _pictures(found: Exhibit) -> tuple[Html, ...]:
    """The charts without script: a page that anybody reads in one go stays light."""
    width = WIDE if len(found.panels) == 1 else PANEL
    specs = [panel.build(theme.EITHER) for panel in found.panels]
    labels = [found.alt] if len(specs) == 1 else [str(spec["title"]["text"]) for spec in specs]
    return tuple(
        charts.still(spec, panel.frame, label, width)
        for panel, spec, label in zip(found.panels, specs, labels, strict=True)
    )
