"""The briefing on soil carbon: every chart of the page, without its calculator."""

from collections import Counter

from components.briefing.content import Agenda, Chart, Illustration, Source, Table
from components.exhibits.exhibit import Exhibit, Missing, cited
from components.language.text import _
from components.look.theme import LIGHT
from components.reader import cache
from components.reader.view import View
from components.soil import foot, head, soil

WIDTH = 620  # pixels, of which a map is as high as its share


def of_view(view: View) -> Agenda:
    """What the page shows on the day of the view; what it did not know yet is said in a table."""
    found = soil.exhibits(view)
    drawn = [one for one in found if isinstance(one, Exhibit)]
    missing = [(one.name, one.why) for one in found if isinstance(one, Missing)]
    limits = tuple((line,) for line in foot.limits())
    tables = [Table(_("What this briefing does not say"), (_("In words"),), limits)]
    if missing:
        columns = (_("Part"), _("In words"))
        tables.append(Table(_("Not known yet, or not reported"), columns, tuple(missing)))
    return Agenda(
        name="soil-carbon",
        title=_("Soil carbon: what four per mille means"),
        codes=(),
        lead=" ".join(head.lead(view.as_of)),
        lines=_lines(view),
        tables=tuple(tables),
        illustrations=tuple(map(_illustration, drawn)),
        sources=_sources(drawn),
    )


def _lines(view: View) -> tuple[str, ...]:
    lines = [foot.citation(view.as_of), foot.attribution()]
    if cache.is_invented():
        lines.append(_("The figures of this page are published ones, in the demonstration too."))
    return tuple(lines)


def _illustration(exhibit: Exhibit) -> Illustration:
    specs = [panel.draw(LIGHT, WIDTH) for panel in exhibit.panels]
    alone = len(specs) == 1
    charts = tuple(
        Chart("", spec, panel.frame, exhibit.alt if alone else spec["title"]["text"])
        for panel, spec in zip(exhibit.panels, specs, strict=True)
    )
    below = (cited(exhibit.sources), exhibit.caption, *exhibit.caveats)
    return Illustration(
        name=exhibit.name,
        title=exhibit.title,
        reading=(exhibit.reading, *exhibit.unknown),
        charts=charts,
        below=tuple(line for line in below if line),
        rows=exhibit.table,
    )


def _sources(drawn: list[Exhibit]) -> tuple[Source, ...]:
    """Every publication once, with the number of exhibits that rest on it."""
    uses = Counter(source for exhibit in drawn for source in dict.fromkeys(exhibit.sources))
    return tuple(
        Source(f"{source.who} ({source.year}): {source.title}", source.link, count)
        for source, count in uses.items()
    )
