"""What a sheet would write, before it is sent: each figure before and after, what looks unusual."""

from collections.abc import Sequence

import streamlit as st

from components.elements import paging
from components.language.markdown import escape
from components.language.text import _, _c, percent, period, tell
from components.look import status
from components.look.markup import show_grid, stacked
from components.reader import access, bar, cache, clock, sessions
from components.reader.places import name
from components.wording.figures import reported_figure
from store.ground.errors import StoreError
from store.ground.messages import Message
from store.models import Indicator
from store.progress import Assessment
from store.reporting import plausibility, preview
from store.sheets import Ready

FEW = 20  # figures whose effect is worked out unasked


def show(ready: Sequence[Ready], digest: str) -> None:
    """Draw the figures, a page at a time, then what they would make of the verdicts."""
    indicators = {indicator.code: indicator for indicator in cache.indicators()}
    rows = [_row(indicators, figure) for figure in paging.choose(ready, digest)]
    st.html(stacked(_columns(), rows))
    _show_effects(ready, digest)


def _columns() -> list[str]:
    return [
        _("Place"),
        _("Indicator"),
        _("Period"),
        _("Stands there"),
        _("Will be sent"),
        _("Source"),
        _("What looks unusual, and the answer"),
    ]


def _row(indicators: dict[str, Indicator], figure: Ready) -> list[str]:
    draft, indicator = figure.draft, indicators[figure.draft.indicator_code]
    return [
        name(draft.place_code),
        _called(indicator),
        period(draft.period_start, draft.period_end),
        "–" if figure.before is None else reported_figure(indicator, figure.before),
        reported_figure(indicator, draft),
        draft.source_title or "–",
        _doubts(figure),
    ]


def _doubts(figure: Ready) -> str:
    """What looks unusual about a figure, and what its reporter says to it."""
    reasons = ", ".join(tell(plausibility.SENTENCES[doubt]) for doubt in figure.doubts)
    if not reasons:
        return figure.answer or "–"
    return _("{reasons}: {answer}", reasons=reasons, answer=figure.answer)


def _show_effects(ready: Sequence[Ready], digest: str) -> None:
    """The verdicts before and after, worked out once for the whole sheet."""
    wanted = len(ready) <= FEW or st.toggle(
        _("Show what these figures would make of the verdicts"), key="import_effects"
    )
    if not wanted:
        return
    key = (digest, access.actor(), bar.plan_on(clock.today()), clock.today())
    effects = cache.derived("sheet_effects", key, lambda: _effects(ready))
    if isinstance(effects, Message):
        st.warning(escape(tell(effects)))
        return
    st.subheader(_("What they would make of the verdicts, once approved"))
    columns = [
        _("Indicator"),
        _c("content of a field", "Now"),
        _("With these figures"),
    ]
    indicators = {indicator.code: indicator for indicator in cache.indicators()}
    rows = [
        [_called(indicators[code]), _verdict(before), _verdict(after)]
        for code, before, after in effects
    ]
    show_grid(columns, rows)


def _effects(ready: Sequence[Ready]) -> list[tuple[str, Assessment, Assessment]] | Message:
    today = clock.today()
    drafts = [figure.draft for figure in ready]
    try:
        with sessions.trying() as session:
            return preview.effects(session, access.actor(), drafts, bar.plan_on(today), today)
    except StoreError as error:
        return error.message


def _called(indicator: Indicator) -> str:
    return f"{indicator.objective_code or '–'} · {indicator.name}"


def _verdict(assessment: Assessment) -> str:
    word = status.word(assessment.statuses)
    if assessment.progress is None:
        return word
    return _("{status}, {share} of the way", status=word, share=percent(assessment.progress))
