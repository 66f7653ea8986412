"""The page Soil carbon of the site: the exhibits of the page on screen, without its calculator."""

from dataclasses import dataclass

from components.elements import pictures
from components.exhibits import section
from components.exhibits.exhibit import Exhibit, Missing
from components.language.text import _
from components.look import theme
from components.look.markup import Html
from components.reader import cache
from components.reader.view import View
from components.site import charts
from components.site.template import Frame, render
from components.soil import foot, head, soil, stock_picture

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
    found = stock_picture.exhibit(view.as_of)
    return (
        None
        if isinstance(found, Missing)
        else cache.derived(
            "site_soil_map",
            (view,),
            lambda: pictures.svg(section.whole(found, theme.LIGHT, view)).encode(),
        )
    )


def _parts(view: View) -> list[Part]:
    return list(map(_part, soil.exhibits(view)))


def _part(found: Exhibit | Missing) -> Part:
    key = found.key.replace("_", "-")
    if isinstance(found, Missing):
        return Part(key, found.name, why=found.why)
    is_map = found.panels[0].frame.empty
    return Part(
        key,
        found.title,
        note=found.note,
        pictures=() if is_map else _pictures(found),
        map=found.alt if is_map else "",
        below=found.below,
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
