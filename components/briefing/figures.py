"""The figures and targets of an indicator as rows of a briefing."""

from collections import Counter
from collections.abc import Iterable, Sequence

from components.briefing.content import Chapter, Figure, PlanNumber, Source
from components.figures import provenance, remarks
from components.language.text import _
from components.reader import cache, people_names
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import reading_figure, reading_period, span
from store.figures.approved import Reading
from store.figures.remarks import annotations
from store.models import PlaceKind, Remark
from store.standing import IndicatorStanding


def of(standing: IndicatorStanding, view: View) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Every figure of the view, newest first: of the world and its regions, and of countries."""
    noted, places = cache.ask(annotations, view.until), cache.places()
    readings = provenance.every(standing, view)
    rows = [
        (
            places[reading.place_code].kind == PlaceKind.COUNTRY,
            _figure(standing, reading, noted.get(reading.id, [])),
        )
        for reading in readings
    ]
    return (
        tuple(row for is_country, row in rows if not is_country),
        tuple(row for is_country, row in rows if is_country),
    )


def _figure(standing: IndicatorStanding, reading: Reading, noted: Iterable[Remark]) -> Figure:
    return Figure(
        indicator=standing.indicator.code,
        place=name(reading.place_code),
        period=reading_period(reading),
        start=reading.period_start,
        end=reading.period_end,
        said=reading_figure(standing.indicator, reading),
        figure=reading.figure,
        unit=standing.indicator.unit,
        qualifier=reading.qualifier,
        source=reading.source_title,
        link=reading.source_link,
        note=reading.note,
        reporter=people_names.display(reading.reporter),
        approver=people_names.display(reading.approver),
        known_on=reading.known_on,
        entry=reading.id,
        revision=reading.revision,
        remarks=tuple(
            f"{remarks.word(remark.kind)}: {remarks.sentence(remark)}" for remark in noted
        ),
    )


def answers(countries: Sequence[Figure]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The newest figure of each country: who said what, the most frequent answer first."""
    newest: dict[str, Figure] = {}
    for figure in countries:  # newest first
        newest.setdefault(figure.place, figure)
    places_by_answer: dict[str, list[str]] = {}
    for place, figure in sorted(newest.items()):
        places_by_answer.setdefault(figure.said, []).append(place)
    ranked = sorted(places_by_answer.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple((answer, tuple(places)) for answer, places in ranked)


def targets(standing: IndicatorStanding) -> tuple[PlanNumber, ...]:
    """The baseline and the targets."""
    kinds = {"baseline": _("Baseline"), "target": _("Target")}
    return tuple(
        PlanNumber(
            indicator=standing.indicator.code,
            kind=kinds[row.role],
            year=row.year,
            low=row.low,
            high=row.high,
            unit=standing.indicator.unit,
            said=span(standing.indicator, row),
            source=row.source_title,
            link=row.source_link,
            known_on=row.known_on,
        )
        for row in standing.plan_numbers
    )


def sources(chapters: Iterable[Chapter]) -> tuple[Source, ...]:
    """Every document behind the chapters, the most used first."""
    uses = Counter(
        (row.source, row.link)
        for chapter in chapters
        for section in chapter.sections
        for row in (*section.targets, *section.figures, *section.countries)
    )
    ranked = sorted(uses.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Source(title, link, count) for (title, link), count in ranked)
