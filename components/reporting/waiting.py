"""One figure of the review queue: what it would replace, what was before, what looks unusual."""

from components.figures import remarks, revisions
from components.language.text import _, instant, number, period
from components.look import isolation
from components.look.markup import pairs, source
from components.reader import cache, people_names
from components.reader.places import name
from components.reporting import aside
from components.wording.figures import quantity, reported_figure
from store.models import Indicator, Measurement, Remark, RemarkKind
from store.reporting import plausibility
from store.reporting.nearby import Figure
from store.reporting.reviewing import Case

LONGEST = 4_000  # letters of a text, as many as a cell of a sheet may hold


def indicator_of(row: Measurement) -> Indicator:
    """The indicator of a figure."""
    return next(
        indicator for indicator in cache.indicators() if indicator.code == row.indicator_code
    )


@isolation.words
def title(row: Measurement) -> str:
    """Which figure it is, in words."""
    indicator = indicator_of(row)
    return (
        f"{indicator.objective_code or '–'} · {indicator.name} · {name(row.place_code)} ·"
        f" {period(row.period_start, row.period_end)}"
    )


@isolation.piece
def card(case: Case) -> str:
    """Everything about the figure that its review needs, as HTML."""
    row, indicator = case.row, indicator_of(case.row)
    facts = [
        (_("Figure"), change(indicator, row, case.replaces)),
        (_("Difference"), _difference(indicator, row, case.replaces)),
        (_("Previous period"), _previous(indicator, row, case.background.previous)),
        *_doubts(case),
        (_("Source"), source(_short(row.source_title), row.source_link)),
        (_("Note"), _short(row.note)),
        (_("Why corrected"), _short(row.reason)),
        (_("Reported by"), _reporter(row)),
        *(
            (remarks.word(remark.kind), _short(remarks.sentence(remark)))
            for remark in case.remarks
            if remark.kind != RemarkKind.ACKNOWLEDGEMENT
        ),
    ]
    return pairs([(label, text) for label, text in facts if text])


@isolation.words
def change(indicator: Indicator, row: Measurement, before: Measurement | None) -> str:
    """The figure; for a correction, from what to what."""
    now = _short(reported_figure(indicator, row))
    if before is None:
        return now
    return f"{_short(reported_figure(indicator, before))} → {now}"


@isolation.words
def _difference(indicator: Indicator, row: Measurement, before: Measurement | None) -> str:
    if before is None:
        return ""
    was = _short(reported_figure(indicator, before))
    by = revisions.difference(indicator, row, before)
    if not by:
        return _("replaces {before}", before=was)
    return _("replaces {before}, {difference}", before=was, difference=by)


@isolation.words
def _previous(indicator: Indicator, row: Measurement, before: Figure | None) -> str:
    """The figure of the period before, which is not what a correction replaces."""
    if before is None:
        return ""
    was = _short(reported_figure(indicator, before))
    when = period(before.period_start, before.period_end)
    by = revisions.difference(indicator, row, before)
    if not by:
        return _("{figure}, {period}", figure=was, period=when)
    return _("{figure}, {period}; {difference} since", figure=was, period=when, difference=by)


def _doubts(case: Case) -> list[tuple[str, str]]:
    """What looks unusual, and what the reporter said to it."""
    doubts = isolation.build(lambda: _sentences(case), lambda sentence: [sentence])
    answers = [remark for remark in case.remarks if remark.kind == RemarkKind.ACKNOWLEDGEMENT]
    return [
        *([(_("Plausible"), text)] if doubts and (text := _plausible(case)) else []),
        (_("Looks unusual"), " ".join(doubts)),
        *((remarks.word(answer.kind), _answer(answer)) for answer in answers),
        *([(_("Reporter’s answer"), _("No answer was given."))] if doubts and not answers else []),
    ]


def _sentences(case: Case) -> list[str]:
    doubts = plausibility.doubts(case.background, case.row)
    return [aside.say(doubt, case.background) for doubt in doubts]


@isolation.words
def _plausible(case: Case) -> str:
    plausible = case.background.plausible
    if plausible is None:
        return ""
    high = quantity(indicator_of(case.row), plausible[1])
    return _("{low} to {high}", low=number(plausible[0], 1), high=high)


def _answer(answer: Remark) -> str:
    return _short(remarks.sentence(answer))


def _reporter(row: Measurement) -> str:
    return _("{who} on {day}", who=people_names.display(row.reporter), day=instant(row.recorded_at))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
