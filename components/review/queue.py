"""The review queue: what waits in a list, one of it in full beside, approve or return in reach.

Ticks stay in the browser until a button is pressed: none of them costs a run of the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from components.elements import paging, writing
from components.figures import remarks, revisions
from components.language.text import _, _c, _n, number
from components.look import isolation
from components.look.markup import Html, show_note
from components.reader import access, bar, cache, clock, links, sessions
from components.review import acts, choices, outlook, rows, series, wording
from components.review.rows import Row
from components.wording.figures import reported_figure
from store.progress import Assessment
from store.reporting import preview, reviewing, waiting
from store.reporting.reviewing import Case
from store.rights.rights import Act

MOST = 25  # figures on one page


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a choice: its code, the place of its first figure, how many there are, which."""

    code: str
    first: int
    count: int
    ids: Sequence[int]


def title() -> str:
    """How many figures wait."""
    if not access.may(Act.SEE):
        return _c("task", "Review")
    count = _count()
    if not count:
        return _("Review: no figure waits")
    return _n("Review: {count} figure waits", "Review: {count} figures wait", count)


def _count() -> int:
    return sum(cache.ask(waiting.by_indicator, access.actor()).values())


def show() -> None:
    """Draw the waiting figures, oldest first, with what each reader may do with them."""
    writing.show_done()
    news = acts.show_news()
    if not _count():
        show_note(_("A figure that somebody reports comes here, and counts once it is approved."))
        return
    opened = _asked()
    with st.container(key="review"):
        left, right = st.columns([38, 90], gap=None)
        with left:
            page, cases = _show_list(opened, news)
        with right, isolation.drawing():
            _show_in_full(page, cases, opened)


def _asked() -> int | None:
    """The figure that a press or a link asked for in full."""
    asked = st.query_params.get(acts.FIGURE, "")
    return int(asked) if asked.isdecimal() else None


def _show_list(opened: int | None, news: dict[int, str]) -> tuple[Page, dict[int, Case]]:
    """The choice, the page of the list and what can be done with what is ticked in it.

    Returns the page, and what is known of its figures.
    """
    page = _page(opened)
    ids, of = page.ids, f"{page.code} {page.first // MOST}"
    order = acts.places(of, ids)
    made = {case.row.id or 0: (case, inside) for case, inside in _made(ids)}
    listed: list[Row] = [
        (number, wording.title(made[number][0].row), made[number][1])
        if number in made
        else (number, "", rows.gone(news[number]))
        for number in order
        if number in made or number in news
    ]
    shown = opened if opened in made else next(iter(ids), None)
    may_review = access.may(Act.REVIEW)
    with st.form("review", border=False, enter_to_submit=False):
        st.html(rows.build(listed, shown, ids if may_review else (), of))
        if may_review:
            acts.show_for_ticked(ids)
    return page, {number: case for number, (case, _inside) in made.items()}


def _page(opened: int | None) -> Page:
    """The page of the choice that the reader picks; at first the one with the figure asked for."""
    chosen = choices.choose()
    before = None
    if opened is not None:
        before = cache.ask(waiting.place, access.actor(), chosen.of, opened)
    shown = paging.places(chosen.count, chosen.code, first=before or 0, size=MOST)
    ids = cache.ask(waiting.numbers, access.actor(), chosen.of, shown.start, len(shown))
    return Page(chosen.code, shown.start, chosen.count, ids)


def _made(ids: Sequence[int]) -> list[tuple[Case, str]]:
    """The figures of the page with what their rows say, put together once."""
    plan, today = bar.plan_on(clock.today()), clock.today()

    def build() -> list[tuple[Case, str]]:
        with sessions.reading() as session:
            cases = reviewing.cases(session, plan, ids, today)
        after = isolation.build(lambda: _verdicts(ids, plan), lambda _sentence: {})
        before = cache.plan_standing(plan, clock.until_today())
        found = []
        for case in cases:
            standing = before.indicator(case.row.indicator_code)
            card = after.get(case.row.id or 0)
            effect = (standing.statuses, card.statuses) if standing and card else None
            found.append((case, rows.inside(case, effect)))
        return found

    return cache.derived("waiting", (tuple(ids), plan, today, access.actor()), build)


def _verdicts(ids: Sequence[int], plan: str) -> dict[int, Assessment]:
    with sessions.trying() as session:
        return preview.each_approved(session, ids, plan, clock.today())


def _show_in_full(page: Page, cases: dict[int, Case], opened: int | None) -> None:
    """One figure with its series, its effect and all that is known around it."""
    ids = page.ids
    shown = opened if opened in cases else next(iter(ids), None)
    if shown is None or shown not in cases:
        return
    case, place = cases[shown], ids.index(shown)
    plan = cache.plan_standing(bar.plan_on(clock.today()), clock.until_today())
    with st.container(key="review_case"):
        objective = plan.objective(wording.indicator_of(case.row).objective_code or "")
        named = f"{objective.code} {objective.title}" if objective else "–"
        at = number(page.first + place + 1)
        count = _("{place} of {total}", place=at, total=number(page.count))
        st.html(_head(case, f"{count} · {named}", is_open=shown == opened))
        with isolation.drawing():
            series.show(case, plan)
        st.html(f"{outlook.build(case)}{wording.facts(case)}")
        _show_more(case)
    if access.may(Act.REVIEW):
        following = [*ids[place + 1 :], *ids[:place]]
        acts.show_for_one(shown, following[0] if following else None)


@isolation.piece
def _head(case: Case, which: str, *, is_open: bool) -> str:
    """Which figure it is, and what it says: from what to what."""
    row, indicator, before = case.row, wording.indicator_of(case.row), wording.before(case)
    back = links.link(_("All that wait"), "queue")
    was = ""
    if before is not None:
        earlier = wording.short(reported_figure(indicator, before))
        was = f'<span class="was">{escape(earlier)} →</span> '
    now = escape(wording.short(reported_figure(indicator, row)))
    size = "words" if row.missing_reason is not None else "figure"
    way = "back is-open" if is_open else "back"  # on a phone it is one or the other
    return Html(
        f'<p class="{way}">{back}</p>'
        f'<p class="eyebrow">{escape(f"{which} · {wording.where(row)}")}</p>'
        f"<h2>{escape(indicator.name)}</h2>"
        f'<p class="from-to" data-figure="{row.id}">{was}<b class="{size}">{now}</b> '
        f"<span>{escape(wording.kind(case))}</span></p>"
    )


def _show_more(case: Case) -> None:
    """Every revision and the remarks; the form to add one, for who may."""
    row, indicator = case.row, wording.indicator_of(case.row)
    may_add = remarks.may_add(indicator, row.place_code)
    if row.revision == 1 and not may_add:
        return
    fold = st.expander(
        _("Every revision, and a remark"), key=f"review_more_{row.id}", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        revisions.show(indicator, row.slot, clock.until_today())
        if may_add:
            remarks.show_form(indicator, row.id or 0, row.place_code)
