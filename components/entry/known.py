"""What is known before anything is typed: earlier figures, what is plausible, what counts."""

from collections import Counter
from html import escape

import streamlit as st

from components.entry.slot import Entry
from components.language.text import _, given, period
from components.look import isolation
from components.look.markup import Html, show_facts, show_note
from components.reader import bar, cache, clock
from components.wording.figures import level, quantity, reported_figure, span
from components.wording.short import answer
from store.figures.draft import MeasurementDraft, figure
from store.figures.judgement import is_yes_or_no
from store.models import Indicator
from store.progress import Kind
from store.reporting.nearby import Figure
from store.reporting.plausibility import Background
from store.standing import IndicatorStanding

MOST = 6  # figures in the strip


def show(entry: Entry, background: Background, trial: MeasurementDraft | None) -> None:
    """Draw it beside the form, on a phone above it."""
    indicator = entry.indicator
    standing = cache.plan_standing(bar.plan_on(clock.today()), clock.until_today()).indicator(
        indicator.code
    )
    with st.container(key="entry_known"):
        st.html(f"<h3>{escape(_('What is known'))}</h3>")
        sentences = " ".join(summary(entry, background, standing))
        st.html(f'<p class="verdict">{escape(sentences)}</p>{strip(entry, trial)}')
        st.html(f"<h3>{escape(_('What counts'))}</h3>")
        show_note(indicator.definition or indicator.name)
        show_facts([(_("Unit"), indicator.unit), *_levels(indicator, standing)])


def summary(entry: Entry, background: Background, standing: IndicatorStanding | None) -> list[str]:
    """The last figure, what is plausible and what the plan asks for, in a sentence each."""
    indicator, last = entry.indicator, background.previous
    sentences = []
    if last is not None:
        text = reported_figure(indicator, last)
        when = period(last.period_start, last.period_end)
        sentences.append(_("Last: {figure}, {period}.", figure=text, period=when))
    else:
        sentences.append(_("No figure of an earlier time was reported here."))
    if background.plausible is not None and not is_yes_or_no(indicator, _place(entry)):
        low, high = background.plausible
        sentences.append(
            _("Plausible: {low} to {high}.", low=given(low), high=quantity(indicator, high))
        )
    ahead = (
        [row for row in standing.targets if row.year >= entry.fields.slot.year] if standing else []
    )
    if ahead:
        asked = span(indicator, ahead[0])
        sentences.append(
            _("The plan asks the world for {figure} by {year}.", figure=asked, year=ahead[0].year)
        )
    return sentences


@isolation.piece
def strip(entry: Entry, trial: MeasurementDraft | None) -> str:
    """The newest figures as small bars, with the one that is typed; "" for none."""
    figures = [row for row in entry.rows if figure(row) is not None and row is not entry.corrected]
    bars: list[tuple[Figure, str]] = [(row, "") for row in figures[-MOST:]]
    if trial is not None and figure(trial) is not None:
        bars.append((trial, "typed"))
    if not bars:
        return ""
    most = max(abs(figure(row) or 0.0) for row, _kind in bars) or 1.0
    years = Counter(row.period_end.year for row, _kind in bars)
    cells = "".join(
        f'<li class="{kind}"><b>{escape(_short(entry, figure(row) or 0.0))}</b>'
        f'<i style="--share: {abs(figure(row) or 0.0) / most:.3f}"></i>'
        f"<span>{escape(_when(row, years))}</span></li>"
        for row, kind in bars
    )
    return Html(f'<ol class="strip">{cells}</ol>')


def _when(row: Figure, years: Counter[int]) -> str:
    """The year below a bar, or the whole period where a year has several."""
    year = row.period_end.year
    return str(year) if years[year] == 1 else period(row.period_start, row.period_end)


def _short(entry: Entry, value: float) -> str:
    if is_yes_or_no(entry.indicator, _place(entry)):
        return answer(is_yes=value >= 1)
    if entry.indicator.kind == Kind.MILESTONE:
        return level(value)
    return given(value)


def _place(entry: Entry) -> str:
    return entry.fields.slot.place_code


def _levels(indicator: Indicator, standing: IndicatorStanding | None) -> list[tuple[str, str]]:
    if standing is None:
        return []
    rows = [(_("Target {year}", year=row.year), span(indicator, row)) for row in standing.targets]
    if standing.baseline is not None:
        year = standing.baseline.year
        rows.insert(0, (_("Baseline {year}", year=year), span(indicator, standing.baseline)))
    return rows
