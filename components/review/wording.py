"""A figure that waits, in words: which it is, what it would change, what is known around it."""

from components.figures import remarks, revisions
from components.language.text import _, _c, given, instant, period
from components.look import isolation
from components.look.markup import pairs, source
from components.reader import cache, people_names
from components.reader.places import name
from components.review import checks
from components.wording.figures import reported_figure
from store.models import Indicator, Measurement, Remark, RemarkKind
from store.reporting.nearby import Figure
from store.reporting.reviewing import Case

LONGEST = 4_000  # letters of a text, as many as a cell of a sheet may hold
BRIEF = 60  # letters of a figure in the list


def indicator_of(row: Measurement) -> Indicator:
    """The indicator of a figure."""
    return next(
        indicator for indicator in cache.indicators() if indicator.code == row.indicator_code
    )


@isolation.words
def title(row: Measurement) -> str:
    """Which figure it is, in words."""
    indicator = indicator_of(row)
    return f"{indicator.objective_code or '–'} · {indicator.name} · {where(row)}"


@isolation.words
def where(row: Measurement) -> str:
    """The place and the period of a figure."""
    return f"{name(row.place_code)} · {period(row.period_start, row.period_end)}"


@isolation.words
def change(indicator: Indicator, row: Measurement, before: Measurement | None) -> str:
    """The figure; for a correction, from what to what."""
    now = short(reported_figure(indicator, row))
    if before is None:
        return now
    return f"{short(reported_figure(indicator, before))} → {now}"


def before(case: Case) -> Figure | None:
    """What the figure is read against: what it replaces, else the figure of the period before."""
    return case.replaces or case.background.previous


@isolation.words
def kind(case: Case) -> str:
    """What sort of news it is: a correction, the next of a series, or the first figure."""
    indicator, row = indicator_of(case.row), case.row
    if case.replaces is not None:
        by = revisions.difference(indicator, row, case.replaces)
        return (
            _("correction, {difference}", difference=by)
            if by
            else _c("news of a figure", "correction")
        )
    previous = case.background.previous
    if previous is None:
        return _("first figure")
    since = period(previous.period_start, previous.period_end)
    by = revisions.difference(indicator, row, previous)
    if not by:
        return _("the next after {period}", period=since)
    if by == given(0):
        return _("unchanged since {period}", period=since)
    return _("{difference} since {period}", difference=by, period=since)


def facts(case: Case) -> str:
    """What a reviewer looks at besides the figure and its effect, as HTML."""
    return isolation.build(lambda: _facts(case), lambda sentence: sentence)


def _facts(case: Case) -> str:
    row = case.row
    found = [
        (_("Source"), source(short(row.source_title), row.source_link)),
        (_("Reported by"), _reporter(row)),
        (_("Checks"), checks.build(case)),
        *_answers(case),
        (_("Stood before"), _stood_before(case)),
        (_("Previous period"), _previous(case)),
        (_("Why corrected"), short(row.reason)),
        (_("Note"), short(row.note)),
        *(
            (remarks.word(remark.kind), short(remarks.sentence(remark)))
            for remark in case.remarks
            if remark.kind != RemarkKind.ACKNOWLEDGEMENT
        ),
    ]
    return pairs([(label, text) for label, text in found if text])


def _answers(case: Case) -> list[tuple[str, str]]:
    """What the reporter said to what looked unusual."""
    answers = [remark for remark in case.remarks if remark.kind == RemarkKind.ACKNOWLEDGEMENT]
    return [(remarks.word(answer.kind), _answer(answer)) for answer in answers]


def _answer(answer: Remark) -> str:
    return short(remarks.sentence(answer))


@isolation.words
def _stood_before(case: Case) -> str:
    """What the approval would take the place of."""
    indicator, replaced = indicator_of(case.row), case.replaces
    if replaced is None:
        return _("nothing for this period")
    was = short(reported_figure(indicator, replaced))
    by = revisions.difference(indicator, case.row, replaced)
    return _("{before}; {difference} now", before=was, difference=by) if by else was


@isolation.words
def _previous(case: Case) -> str:
    """The figure of the period before, which is not what a correction replaces."""
    indicator, previous = indicator_of(case.row), case.background.previous
    if previous is None:
        return ""
    was = short(reported_figure(indicator, previous))
    when = period(previous.period_start, previous.period_end)
    by = revisions.difference(indicator, case.row, previous)
    if not by:
        return _("{figure}, {period}", figure=was, period=when)
    return _("{figure}, {period}; {difference} since", figure=was, period=when, difference=by)


def _reporter(row: Measurement) -> str:
    return _("{who} on {day}", who=people_names.display(row.reporter), day=instant(row.recorded_at))


def short(text: str, most: int = LONGEST) -> str:
    """A text that a browser can carry."""
    return text if len(text) <= most else f"{text[:most]}…"
