"""What the Initiative's members measured at sites: panels against four per mille, and rates.

What waits for a review is drawn hollow for those who may see it, and counts for nothing.
"""

from collections.abc import Iterable, Sequence
from functools import partial

import pandas as pd

from components.exhibits.exhibit import Exhibit, Missing, Panel, kept
from components.language.text import _, _n, number
from components.reader import access, cache, clock, people_names
from components.reader.places import name
from components.reader.view import View
from components.soil import experiments_chart, members_chart
from store.ledger.knowledge import Until
from store.models import SoilSampling
from store.samplings import samplings, series
from store.samplings.series import SiteSeries

KEY = "soil_members"


def known(until: Until) -> list[SiteSeries]:
    """The approved series of the day."""
    return series.of(row for row, _step in cache.ask(samplings.approved, until))


def points(until: Until) -> list[tuple[str, float, float]]:
    """The sites that say where they lie: what to write there, longitude, latitude."""
    return [
        (_named(sampled), row.longitude, row.latitude)
        for sampled in known(until)
        if (row := sampled.last).longitude is not None and row.latitude is not None
    ]


def waiting(view: View) -> list[SoilSampling]:
    """What the reader may see of samplings that wait for a review; none on a day that is past."""
    if view.until != clock.until_today():
        return []
    there = cache.ask(samplings.waiting, access.actor())
    return [row for row in there if not row.is_withdrawn]


def exhibits(until: Until, waiting: Sequence[SoilSampling] = ()) -> list[Exhibit | Missing]:
    """Panels and, of series with two samplings, rates; else the sentence that there are none."""
    return _exhibits(until, waiting) if waiting else _approved(until)


@kept
def _approved(until: Until) -> list[Exhibit | Missing]:
    return _exhibits(until, ())


def _exhibits(until: Until, waiting: Sequence[SoilSampling]) -> list[Exhibit | Missing]:
    there = known(until)
    if not there and not waiting:
        why = _(
            "No member’s sampling was approved by this day. Regional Representatives of E2"
            " report theirs on the page Soil samplings."
        )
        return [Missing(KEY, _("Measured by members"), why)]
    return [_panels(there, series.of(waiting)), *_rates(there)]


def _panels(there: Sequence[SiteSeries], waiting: Sequence[SiteSeries]) -> Exhibit:
    reading = _(
        "Soil organic carbon of sites, each reported with its source and approved. Upright"
        " lines: 95 % of the samples’ error. Dashed: the first stock plus 4 ‰ of it a year."
        " Green: carbon came from other land too; grey: none did. Own scales, all from zero."
    )
    hollow = _("Hollow points wait for a review: visitors do not see them.")
    return Exhibit(
        key=KEY,
        name=_("Measured by members"),
        title=_n(
            "Measured by the Initiative’s members: {count} series",
            "Measured by the Initiative’s members: {count} series",
            len(there),
        ),
        reading=f"{reading} {hollow}" if waiting else reading,
        panels=tuple(_by_layer(there, waiting)),
        alt=_(
            "Stocks of soil organic carbon over time, in t C/ha. {series}.",
            series=_ends([*there, *waiting]),
        ),
        caption=_(
            "Measured; who reported a sampling and from which source stands in the table. Sites are"
            " no sample of a country: they are never averaged. Compare a treatment with its"
            " neighbour on the same soil."
        ),
        caveats=(
            _("The data set says whether depths or masses of soil are compared, and the method."),
            _("On the map points are rounded to about a kilometre. What waits counts for nothing."),
        ),
        table=_table(there),
        sources=(),
    )


def _by_layer(there: Sequence[SiteSeries], waiting: Sequence[SiteSeries]) -> Iterable[Panel]:
    """A panel for each site and layer, with what was approved and what waits."""
    invented = cache.is_invented()
    for layer in sorted({_layer(one) for one in (*there, *waiting)}):
        country, site, start, end = layer
        title = _("{site}, {country}", site=site, country=name(country))
        axis = _("t C/ha, {depth} cm", depth=f"{start}–{end}")
        draw = partial(experiments_chart.build, title=title, axis=axis, invented=invented)
        shown, hollow = ([one for one in of if _layer(one) == layer] for of in (there, waiting))
        yield Panel(members_chart.frame(shown, hollow), draw, is_small=True)


def _rates(there: Sequence[SiteSeries]) -> list[Exhibit]:
    changes = [(_named(sampled), sampled.change) for sampled in there]
    changed = [(label, change) for label, change in changes if change is not None]
    if not changed:
        return []
    shown = sum(change.is_shown for _label, change in changed)
    frame = members_chart.rates(changed)
    draw = partial(members_chart.build_rates, rows=len(changed), invented=cache.is_invented())
    return [
        Exhibit(
            key=f"{KEY}_rates",
            name=_("How fast, members"),
            title=_(
                "A change is shown in {shown} of {all} members’ series",
                shown=number(shown),
                all=number(len(changed)),
            ),
            reading=_(
                "Change from the first sampling to the last, with its 95 % interval; hollow while"
                " the interval holds zero. Dashed: 4 ‰."
            ),
            panels=(Panel(frame, draw),),
            alt="; ".join(frame["tooltip"]),
            caption=_(
                "From the standard errors that were reported: laboratory and layer must have stayed"
                " the same."
            ),
            caveats=(_("With few samples the true interval is wider than this normal one."),),
            table=frame[["name", "rate", "low", "high"]].rename(
                columns={
                    "name": _("Series"),
                    "rate": _("‰ a year"),
                    "low": _("95 % from"),
                    "high": _("95 % to"),
                }
            ),
            sources=(),
        )
    ]


def _layer(sampled: SiteSeries) -> tuple[str, str, int, int]:
    row = sampled.last
    return row.place_code, row.site, row.depth_from, row.depth_to


def _named(sampled: SiteSeries) -> str:
    row = sampled.last
    return _(
        "{site}, {country}: {treatment}, {start}–{end} cm",
        site=row.site,
        country=name(row.place_code),
        treatment=row.treatment,
        start=row.depth_from,
        end=row.depth_to,
    )


def _ends(there: Sequence[SiteSeries]) -> str:
    return "; ".join(
        _(
            "{series}: {first} in {begin}, {last} in {end}",
            series=_named(sampled),
            first=number(sampled.first.stock),
            begin=sampled.first.year,
            last=number(sampled.last.stock),
            end=sampled.last.year,
        )
        for sampled in there
    )


def _table(there: Sequence[SiteSeries]) -> pd.DataFrame:
    return pd.DataFrame([_cells(row) for sampled in there for row in sampled.samplings])


def _cells(row: SoilSampling) -> dict[str, object]:
    return {
        _("Country"): name(row.place_code),
        _("Site"): row.site,
        _("Treatment"): row.treatment,
        _("Depth, cm"): f"{row.depth_from}–{row.depth_to}",
        _("Year"): row.year,
        _("t C/ha"): row.stock,
        _("Standard error"): row.standard_error,
        _("Samples"): row.samples,
        _("Source"): row.source_title,
        _("Reported by"): people_names.display(row.reporter),
    }
