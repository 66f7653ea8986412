"""One pair side by side: what both report, what their countries answered, what stands behind it."""

from html import escape

import streamlit as st

from components.elements import captions, chart
from components.language.text import _, _c, _n, day
from components.look import isolation, theme
from components.look.markup import grid, show_empty, show_facts, show_note, source
from components.reader import cache, people_names
from components.reader.places import name, names
from components.reader.view import View
from components.twins import answers, comparison, dumbbells, maps, wording
from components.twins.comparison import Compared
from store.activities import twins
from store.activities.twins import Pair
from store.standing import PlanStanding


def show(pair: Pair, plan: PlanStanding, view: View) -> None:
    """Draw both places side by side: figures, answers, and what stands behind the pair."""
    key = (pair.row.id, plan.plan.code, view.until)
    rows = cache.derived("pair compared", key, lambda: comparison.compare(plan, pair, view.until))
    left, right = st.columns(2, gap="large")
    with left, isolation.drawing():
        _show_both(rows, pair, view)
    with right, isolation.drawing():
        _show_answers(rows)
    comparison.show(rows, key)
    _show_near(pair, plan, view)
    fold = st.expander(_("Source and history of the pair"), key="twins_source", on_change="rerun")
    if fold.open:
        with fold:
            show_facts([(label, value) for label, value in _facts(pair) if value])
            _show_history(pair, view)


def _show_both(rows: list[Compared], pair: Pair, view: View) -> None:
    st.header(_("What both report"), anchor=False)
    drawn = dumbbells.drawn(rows)
    if not drawn:
        show_empty(_("Their regions report no number both by {day}.", day=day(view.as_of)))
        return
    show_note(_("Figures of their regions, each on its own scale from nothing."))
    first, second = (
        _("{region}, for {place}", region=name(code), place=wording.short(side.name))
        for code, side in zip(drawn[0].codes, pair.sides, strict=True)
    )
    st.html(
        f'<p class="legend"><span><i class="end"></i>{escape(first)}</span>'
        f'<span><i class="end ring"></i>{escape(second)}</span></p>'
    )
    data = dumbbells.frame(drawn)
    chart.show(
        "twins_both",
        data,
        dumbbells.build(theme.current(), invented=cache.is_invented()),
        captions.Caption(
            title=_("What both report: {pair}", pair=pair.row.name),
            meaning=_("Filled: {first}. Ring: {second}.", first=first, second=second),
            source=captions.cited(
                reading.source_title for row in drawn for reading in row.readings if reading
            ),
        ),
        alt=dumbbells.describe(data),
    )


def _show_answers(rows: list[Compared]) -> None:
    st.header(_("What their countries answered"), anchor=False)
    if answered := answers.build(answers.of(rows)):
        show_note(_("The newest answer and its year."))
        st.html(answered)
    else:
        show_empty(_("Neither country has answered any question yet."))


def _show_near(pair: Pair, plan: PlanStanding, view: View) -> None:
    """Both places on maps of their own; closed, they cost nothing."""
    fold = st.expander(_("Both places from near"), key="twins_near", on_change="rerun")
    if fold.open:
        with fold:
            maps.show(pair, plan, view)


def _facts(pair: Pair) -> list[tuple[str, str]]:
    row, named = pair.row, names()
    reported = _("{who}, {day}", who=people_names.display(row.reporter), day=day(row.known_on))
    return [
        (_("Pair"), row.name),
        (_("First place"), wording.described(pair.first, named)),
        (_("Second place"), wording.described(pair.second, named)),
        (_c("heading", "State"), wording.since(pair)),
        (_("Neutral by"), str(row.neutrality_year)),
        (_("Shared aims"), row.aims),
        (_("Source"), source(row.source_title, row.source_link)),
        (_("Note"), row.note),
        (_("Reported by"), reported),
    ]


def _show_history(pair: Pair, view: View) -> None:
    """What was said of the pair before, where it was changed."""
    revisions = cache.ask(twins.history, pair.row.code, view.until)
    if len(revisions) < 2:
        return
    rows = [
        [
            revision.row.known_on.isoformat(),
            revision.row.name,
            wording.since(revision),
            people_names.display(revision.row.reporter),
        ]
        for revision in revisions
    ]
    show_note(_n("{count} revision", "{count} revisions", len(revisions)))
    columns = [_("Known on"), _("Pair"), _c("heading", "State"), _("Reported by")]
    st.html(grid(columns, rows, whole=True, stacked=True))
