"""What became of an objective, in one list by date: figures, corrections, decisions, targets."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from components.indicator import beside
from components.language.text import _, _n, day, listed
from components.look.markup import Html, empty, heading, source
from components.reader import cache
from components.reader.places import name
from components.reader.view import View
from components.wording.figures import reading_figure, reading_period, span
from store.figures import approved
from store.figures.approved import Reading
from store.models import Target, TargetRole
from store.models.places import WORLD
from store.standing import IndicatorStanding, ObjectiveStanding

SHOWN = 6  # entries before the fold
NAMED = 5  # figures that one entry names
PAUSE = dt.timedelta(days=92)  # after which a figure is news of its own
KINDS = ("target", "figure", "correction", "decision")  # of one day, the last ones first


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history: its day, one of KINDS, what happened as HTML."""

    on: dt.date
    kind: str
    said: Html


def show(objective: ObjectiveStanding, view: View, decided: Iterable[Entry]) -> None:
    """Draw the history, the newest first; `decided` are the decisions of meetings."""
    known = cache.derived("history", (objective.code, view), lambda: _of_store(objective, view))
    entries = [*known, *decided]
    drawn = build(entries) if entries else empty(_nothing())
    st.html(Html(f"{heading(_('History'))}{drawn}"))


def _nothing() -> str:
    return _("Nothing happened yet that is recorded: no figure, no decision, no target.")


def build(entries: Iterable[Entry]) -> str:
    """The list as HTML; what is older than the first few stands in a fold."""
    ordered = sorted(entries, key=lambda one: (one.on, KINDS.index(one.kind)), reverse=True)
    shown, older = ordered[:SHOWN], ordered[SHOWN:]
    drawn = _list(shown)
    if older:
        label = _n("{count} earlier entry", "{count} earlier entries", len(older))
        drawn += f"<details><summary>{escape(label)}</summary>{_list(older)}</details>"
    return f'<div class="history">{drawn}</div>'


def _list(entries: Sequence[Entry]) -> str:
    lines = (
        f'<li class="{one.kind}"><small>{escape(day(one.on))}</small>{one.said}</li>'
        for one in entries
    )
    return f"<ul>{''.join(lines)}</ul>"


def _of_store(objective: ObjectiveStanding, view: View) -> list[Entry]:
    """Figures, corrections and targets of its indicators."""
    known = {one.indicator.code: one for one in objective.indicators}
    readings = cache.ask(approved.every_reading, tuple(known), view.until)
    places = cache.places()
    shown = [
        one
        for one in readings
        if view.place in (WORLD, one.place_code, places[one.place_code].region_code)
    ]
    return [*_figures(known, shown), *_targets(objective, view)]


def _figures(known: dict[str, IndicatorStanding], readings: list[Reading]) -> Iterator[Entry]:
    """One entry for the figures of a period that came in one after the other; each correction."""
    for group in _rounds([one for one in readings if not one.revision]):
        last = group[-1]
        yield Entry(last.known_on, "figure", _became_known(known[last.indicator_code], group))
    before = {(one.slot, one.revision): one for one in readings}
    for one in readings:
        if one.revision:
            was = before.get((one.slot, one.revision - 1))
            said = _corrected(known[one.indicator_code], one, was)
            yield Entry(one.known_on, "correction", said)


def _rounds(readings: list[Reading]) -> Iterator[list[Reading]]:
    """The figures of one indicator and period, apart where nothing came for a quarter of a year."""
    ordered = sorted(
        readings, key=lambda one: (one.indicator_code, one.period_end, one.known_on, one.place_code)
    )
    group: list[Reading] = []
    for one in ordered:
        if group and not _follows(group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _follows(before: Reading, one: Reading) -> bool:
    slot, earlier = one.slot, before.slot
    is_same = (slot[0], slot[2], slot[3]) == (earlier[0], earlier[2], earlier[3])
    return is_same and one.known_on - before.known_on <= PAUSE


def _became_known(standing: IndicatorStanding, readings: list[Reading]) -> Html:
    """What came in: each figure, or how many places answered where they are many."""
    indicator, last = standing.indicator, readings[-1]
    facts = {"indicator": indicator.name, "period": reading_period(last)}
    if len(readings) > NAMED:
        return _sentence(
            _n(
                "{indicator}, {period}: {count} place answered",
                "{indicator}, {period}: {count} places answered",
                len({one.place_code for one in readings}),
                **facts,
            )
        )
    said = [
        reading_figure(indicator, one)
        if one.place_code == WORLD
        else _(
            "{place} {figure}",
            place=name(one.place_code),
            figure=reading_figure(indicator, one),
        )
        for one in readings
    ]
    figures = _("{indicator}, {period}: {figures}", figures="; ".join(said), **facts)
    return Html(_sentence(figures) + _sources(readings))


def _sources(readings: list[Reading]) -> Html:
    """The documents that the figures rest on, each once, in the order of the figures."""
    named = {source(one.source_title, one.source_link): None for one in readings}
    titles = [one if isinstance(one, Html) else escape(one) for one in named if one]
    if not titles:
        return Html()
    said = _n("Source: {names}.", "Sources: {names}.", len(titles), names="; ".join(titles))
    return Html(f"<small>{said}</small>")


def _corrected(standing: IndicatorStanding, reading: Reading, was: Reading | None) -> Html:
    indicator = standing.indicator
    facts = {
        "indicator": indicator.name,
        "place": name(reading.place_code),
        "period": reading_period(reading),
        "figure": reading_figure(indicator, reading),
        "reason": reading.reason or "–",
    }
    if was is None:
        return _sentence(
            _("{indicator}, {place}, {period}: corrected to {figure}. {reason}", **facts)
        )
    return _sentence(
        _(
            "{indicator}, {place}, {period}: corrected from {before} to {figure}. {reason}",
            before=reading_figure(indicator, was),
            **facts,
        )
    )


def _targets(objective: ObjectiveStanding, view: View) -> Iterator[Entry]:
    """What each plan version asks, from its adoption on; a number changed later for itself."""
    for version in beside.adopted(view):
        found = cache.plan_standing(version.code, view.until).objective(objective.code)
        indicators = found.indicators if found else ()
        asked = [line for one in indicators if (line := _asked(one))]
        said = [_("Plan {version} asks:", version=version.code), *(asked or [_("no number")])]
        yield Entry(version.adopted_on, "target", Html("".join(map(_sentence, said))))
        for one in indicators:
            for row in one.plan_numbers:
                if row.revision:
                    yield Entry(row.known_on, "target", _changed(version.code, one, row))


def _asked(standing: IndicatorStanding) -> str:
    """The numbers with which a version began; "" for none."""
    numbers = [
        _("{figure} by {year}", figure=span(standing.indicator, row), year=row.year)
        for row in standing.targets
        if not row.revision
    ]
    if not numbers:
        return ""
    return _("{indicator}: {targets}", indicator=standing.indicator.name, targets=listed(numbers))


def _changed(plan: str, standing: IndicatorStanding, row: Target) -> Html:
    facts = {
        "version": plan,
        "indicator": standing.indicator.name,
        "year": row.year,
        "figure": span(standing.indicator, row),
        "reason": row.reason or "–",
    }
    if row.role == TargetRole.BASELINE:
        return _sentence(
            _("Plan {version}, {indicator}: baseline {year} is {figure}. {reason}", **facts)
        )
    return _sentence(_("Plan {version}, {indicator}: target {year} is {figure}. {reason}", **facts))


def _sentence(said: str) -> Html:
    return Html(f"<p>{escape(said)}</p>")
