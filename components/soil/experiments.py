"""Measured stocks of long-term experiments against four per mille: the panels with their words."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

import pandas as pd

from components.exhibits.exhibit import Exhibit, Missing, Panel, kept, not_yet, share
from components.language.text import _, number
from components.reader import cache
from components.soil import experiments_chart, names
from components.soil.experiments_chart import LEFT_OUT
from store.soil import experiments, facts
from store.soil.experiments import Experiment, Series, Treatment

KEY = "soil_experiments"
SHALLOW = ("0-23", "0-25")  # depths at which Poulton et al. ask for more than four per mille


@kept
def exhibit(as_of: dt.date) -> Exhibit | Missing:
    """The panels; before any series was known the sentence that says so."""
    known = experiments.known(as_of)
    called = _("Measured in fields")
    if not known:
        first = min(experiments.series(), key=lambda series: series.source.known_on)
        return Missing(KEY, called, not_yet(as_of, first.source))
    invented = cache.is_invented()
    poulton = facts.known("poulton-rate", as_of)
    panels = []
    for title, of in experiments_chart.panels(known):
        steeper = poulton.low if poulton and of[0].depth.startswith(SHALLOW) else None
        axis = _("t C/ha, {depth} cm", depth=names.depth(of[0]))
        draw = partial(experiments_chart.build, title=title, axis=axis, invented=invented)
        panels.append(Panel(experiments_chart.frame(of, steeper), draw, is_small=True))
    drawn = sum(series.practice not in LEFT_OUT for series in known)
    return Exhibit(
        key=KEY,
        name=called,
        title=_(
            "Measured: topsoils pass the four-per-mille line where much carbon comes in, and most"
            " then slow down"
        ),
        reading=_(
            "Soil organic carbon in long-term experiments in England. Dashed: the first stock plus"
            " 4 ‰ of it a year. Hollow points: estimated, derived, or with an assumed weight of the"
            " soil. Own scales, all from zero. Drawn: {drawn} of {all} series; all stand in the"
            " table.",
            drawn=number(drawn),
            all=number(len(known)),
        ),
        panels=tuple(panels),
        alt=_describe(known),
        caption=_caption({(series.experiment, series.kind): series for series in known}),
        caveats=_caveats(as_of),
        table=table(known),
        sources=tuple(series.source for series in known),
        unknown=tuple(_unknown(known)),
    )


def _unknown(known: Sequence[Series]) -> Iterator[str]:
    missing = len(experiments.series()) - len(known)
    if missing:
        yield _(
            "{missing} of {all} series were not yet published then.",
            missing=number(missing),
            all=number(len(experiments.series())),
        )


def _describe(known: Sequence[Series]) -> str:
    ends = "; ".join(
        _(
            "{series}: {first} in {begin}, {last} in {end}",
            series=names.whole(series),
            first=number(series.first.stock),
            begin=series.first.year,
            last=number(series.last.stock),
            end=series.last.year,
        )
        for series in known
    )
    return _("Stocks of soil organic carbon over time, in t C/ha. {series}.", series=ends)


def table(known: Sequence[Series]) -> pd.DataFrame:
    """Every sampling as a row."""
    return pd.DataFrame(
        [
            {
                _("Experiment"): names.experiment(series),
                _("Treatment"): names.treatment(series),
                _("Depth, cm"): series.depth,
                _("Year"): sampling.year,
                _("t C/ha"): sampling.stock,
                _("Basis"): sampling.basis,
                _("DOI"): series.source.doi,
            }
            for series in known
            for sampling in series.samplings
        ]
    )


Known = dict[tuple[Experiment, Treatment], Series]


def _caption(known: Known) -> str:
    """What happened after manure stopped and grass was ploughed, where these series are known."""
    said = [_("35 t of manure a year is carbon moved from other land.")]
    stopped = known.get((Experiment.HOOSFIELD, Treatment.MANURE_STOPPED))
    bare = known.get((Experiment.HOOSFIELD, Treatment.NO_INPUT))
    if stopped and bare:
        said.append(
            _(
                "At Hoosfield manure stopped in {stop}: of the {more} t C/ha more than in its"
                " unmanured neighbour in {then}, {left} were left in {now}.",
                stop=1871,
                more=number(stopped.at(1882).stock - bare.at(1882).stock),
                then=1882,
                left=number(stopped.last.stock - bare.last.stock),
                now=stopped.last.year,
            )
        )
    ploughed = known.get((Experiment.HIGHFIELD, Treatment.TO_ARABLE))
    fallow = known.get((Experiment.BARE_FALLOW, Treatment.BARE_FALLOW))
    if ploughed and fallow:
        said.append(
            _(
                "Ploughed grassland at Highfield lost {lost} in {years} years, soil kept bare"
                " {more} in {fewer}.",
                lost=_lost(ploughed),
                years=ploughed.last.year - ploughed.first.year,
                more=_lost(fallow),
                fewer=fallow.last.year - fallow.first.year,
            )
        )
    said.append(
        _("England only: no openly licensed series from Africa, Asia or Latin America was found.")
    )
    return " ".join(said)


def _lost(series: Series) -> str:
    return share(1 - series.last.stock / series.first.stock)


def _caveats(as_of: dt.date) -> tuple[str, ...]:
    lines = [
        _("Plots are not replicated in Broadbalk and Hoosfield; laboratory methods changed."),
        _(
            "Woburn: computed from % C and one weight of soil for all years, an upper bound under"
            " leys. Wilderness: 0–69 cm of equivalent depth, without trees and roots."
        ),
    ]
    if facts.known("poulton-rate", as_of):
        lines.append(
            _(
                "Thin dotted line: 7 ‰ a year at 0–23 cm is about 4 ‰ at 0–40 cm (Poulton et al."
                " 2018)."
            )
        )
    return tuple(lines)
