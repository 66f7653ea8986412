"""What looks wrong about a figure, and what it would change, in sentences."""

from html import escape

import streamlit as st

from components.language.text import _, given, percent, period
from components.look import status
from components.reader import access, bar, cache, clock, sessions
from components.wording.figures import quantity, reported_figure
from store.figures.draft import MeasurementDraft
from store.ground.errors import StoreError
from store.models import Measurement
from store.reporting import preview
from store.reporting.plausibility import Background, Doubt
from store.standing import IndicatorStanding


def say(doubt: Doubt, background: Background) -> str:
    """A doubt in a sentence, with the numbers in it."""
    indicator, previous = background.indicator, background.previous
    if doubt is Doubt.OUTSIDE and background.plausible is not None:
        low, high = background.plausible
        return _(
            "It lies outside {low} to {high}, which the plan and earlier figures make plausible.",
            low=given(low),
            high=quantity(indicator, high),
        )
    if doubt is Doubt.OVERLAP:
        other = background.overlapping[0]
        return _(
            "Its period shares days with a figure for {period}.",
            period=period(other.period_start, other.period_end),
        )
    if doubt is Doubt.FALLS_LATER and background.following is not None:
        later = background.following
        return _(
            "A running total does not fall: {period} has {figure} already.",
            period=period(later.period_start, later.period_end),
            figure=reported_figure(indicator, later),
        )
    before = reported_figure(indicator, previous) if previous is not None else "–"
    if doubt is Doubt.FALLING:
        return _("A running total does not fall: before it was {before}.", before=before)
    return _(
        "It moves by more than half the way of the plan: before it was {before}.", before=before
    )


def show_effect(draft: MeasurementDraft, left: Measurement | None) -> None:
    """Say what the figure would make of the indicator's verdict; `left` is what it would move."""
    plan, today = bar.plan_on(clock.today()), clock.today()
    key = (draft.model_dump_json(), left.id if left is not None else None, plan, today)
    sentence = cache.derived("effect", (access.actor(), *key), lambda: effect(draft, left))
    st.html(f'<p class="verdict">{escape(sentence)}</p>')


def effect(draft: MeasurementDraft, left: Measurement | None) -> str:
    """What the figure would make of the indicator's verdict."""
    try:
        with sessions.trying() as session:
            was, would_be = preview.effect(
                session, access.actor(), draft, bar.plan_on(clock.today()), clock.today(), left
            )
    except StoreError:
        return _("No preview: somebody else has reported a figure here in the meantime.")
    return _(
        "Now {before}. With this figure, once approved: {after}.",
        before=_verdict(was),
        after=_verdict(would_be),
    )


def _verdict(standing: IndicatorStanding) -> str:
    share = standing.assessment.progress
    if share is None:
        return status.word(standing.statuses)
    return _(
        "{status}, {share} of the way", status=status.word(standing.statuses), share=percent(share)
    )
