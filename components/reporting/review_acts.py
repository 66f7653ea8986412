"""What a reviewer does with the figures that are ticked, and what came of it.

Several are judged each by itself: those that cannot be approved are named and stay, the others are
approved. A figure that changed while it was shown is named too; its tick does not count.
"""

from collections.abc import Callable, Iterable, Sequence
from html import escape

import streamlit as st
from sqlmodel import Session

from components.elements import writing
from components.language.markdown import escape as escape_markdown
from components.language.text import _, _c, _n, percent, tell
from components.look import status
from components.look.markup import grid, show_note
from components.reader import access, bar, cache, clock, people_names, sessions
from components.reporting import waiting
from store.figures import reported
from store.ground.errors import StoreError
from store.models import Verdict
from store.reporting import preview, reviewing
from store.reporting.reviewing import Fate, Refused
from store.standing import PlanStanding

FORM = "review"
SHOWN = "review_shown"  # where the session keeps the page: whose it is, and its figures
NEWS = "review_news"  # what became of figures meanwhile, by their numbers, since the last decision
FRESH = "review_fresh"  # and since the last run
REFUSED = "review_refused"


def tick(measurement_id: int) -> str:
    """The key of a figure's tick."""
    return f"chosen_{measurement_id}"


def places(page: str, ids: Sequence[int]) -> list[int]:
    """The figures in the order in which they are drawn, those of before at their places.

    What changed meanwhile keeps its place too: the browser forgets the ticks of what moves.
    """
    whose, before = st.session_state.get(SHOWN, ("", []))
    kept = before if whose == page else []
    order = [*kept, *(number for number in ids if number not in kept)]
    st.session_state[SHOWN] = (page, order)
    return order


def show_news(waiting_now: Iterable[int]) -> dict[int, str]:
    """Say what could not be done, and what became of figures shown that do not wait any more.

    Returns that by their numbers.
    """
    still = set(waiting_now)
    room = st.container()  # its place stays, or the browser would forget the ticks below
    news: dict[int, str] = st.session_state.get(NEWS, {})
    gone = [number for number in st.session_state.get(SHOWN, ("", []))[1] if number not in still]
    with sessions.reading() as session:
        fates = reviewing.fates(session, [number for number in gone if number not in news])
    fresh = {fate.row.id or 0: _became(fate) for fate in fates}
    st.session_state[FRESH], st.session_state[NEWS] = fresh, news | fresh
    refused = [text for number, text in st.session_state.get(REFUSED, []) if number in still]
    if refused:
        room.error(_listed(_("These stayed as they were:"), refused))
    if changes := list(st.session_state[NEWS].values()):
        head = _("Changed while it was before you, and not ticked any more:")
        room.warning(_listed(head, changes))
    return st.session_state[NEWS]


def _listed(head: str, sentences: Iterable[str]) -> str:
    return "\n".join([head, "", *(f"- {escape_markdown(sentence)}" for sentence in sentences)])


def _became(fate: Fate) -> str:
    title = waiting.title(fate.row)
    if fate.newer is not None:
        return _(
            "{figure}: {who} corrected it meanwhile, {change}. Look at the correction.",
            figure=title,
            who=people_names.display(fate.newer.reporter),
            change=waiting.change(waiting.indicator_of(fate.row), fate.newer, fate.row),
        )
    review = fate.review
    who = people_names.display(review.reviewer) if review else "–"
    if review is not None and review.verdict == Verdict.APPROVED:
        return _("{figure}: {who} approved it meanwhile.", figure=title, who=who)
    return _("{figure}: {who} returned it meanwhile.", figure=title, who=who)


def show_choosing(ids: Sequence[int]) -> None:
    """Tick all figures of the page with one press, or none."""
    with st.container(horizontal=True, gap="small"):
        label = _n("Choose all {count} shown", "Choose all {count} shown", len(ids))
        chooses_all = st.form_submit_button(label, key="review_all")
        chooses_none = st.form_submit_button(_("Choose none"), key="review_none")
    if chooses_all or chooses_none:
        for number in ids:
            st.session_state[tick(number)] = chooses_all


def show_acts(ids: Sequence[int]) -> None:
    """What can be done with the ticked figures, always in reach."""
    with st.container(key="review_acts", gap="small"):
        answer = st.container()
        label = _names()["comment"]
        comment = st.text_input(
            label,
            key=writing.key(FORM, "comment"),
            label_visibility="collapsed",
            placeholder=label,
        )
        with st.container(horizontal=True, gap="small"):
            approves = st.form_submit_button(
                _("Approve the ticked"), key="review_approve", type="primary"
            )
            returns = st.form_submit_button(_("Return the ticked"), key="review_return")
            asks = st.form_submit_button(_("What would change?"), key="review_effect")
    show_note(
        _(
            "Of several figures each is judged by itself: those that cannot be approved, because"
            " they were changed meanwhile or are your own, are named and stay here."
        )
    )
    ticked = [number for number in ids if st.session_state.get(tick(number))]
    with answer:
        if (approves or returns or asks) and not ticked:
            st.info(_("Tick the figures that you want to approve or return."))
        elif approves:
            _approve(ticked, comment)
        elif returns:
            _return(ticked, comment)
        elif asks:
            show_effect(ticked)


def _names() -> dict[str, str]:
    """What the screen calls the fields of which the store complains."""
    return {"comment": _("Comment, needed to return")}


def _approve(ticked: Sequence[int], comment: str) -> None:
    _judge(
        ticked,
        lambda session: reviewing.approve_each(
            session, access.actor(), ticked, clock.today(), comment
        ),
        lambda count: _n("{count} figure approved.", "{count} figures approved.", count),
    )


def _return(ticked: Sequence[int], comment: str) -> None:
    _judge(
        ticked,
        lambda session: reviewing.return_each(
            session, access.actor(), ticked, clock.today(), comment
        ),
        lambda count: _n("{count} figure returned.", "{count} figures returned.", count),
    )


def _judge(
    ticked: Sequence[int], work: Callable[[Session], list[Refused]], sentence: Callable[[int], str]
) -> None:
    try:
        with sessions.writing() as session:
            refused = [
                (refusal.row.id, f"{waiting.title(refusal.row)}: {tell(refusal.why)}")
                for refusal in work(session)
            ]
    except StoreError as error:
        writing.show_refusal(error, _names())
        return
    st.session_state[REFUSED] = refused
    st.session_state[NEWS] = st.session_state[FRESH]
    st.session_state[SHOWN] = ("", [])
    count = len(ticked) - len(refused)
    writing.finish(sentence(count) if count else "", FORM if count else "")


def show_effect(ids: Sequence[int]) -> None:
    """Draw what their approval would change: indicators, objectives, goals."""
    plan = bar.plan_on(clock.today())
    before = cache.plan_standing(plan, clock.until_today())
    try:
        with sessions.trying() as session:
            after = preview.approved(session, ids, plan, clock.today())
    except StoreError as error:
        writing.show_refusal(error)
        return
    rows = effects(before, after, _about(ids))
    if rows:
        columns = [_("If approved"), _c("verdict", "Now"), _c("verdict", "Then")]
        st.html(grid(columns, rows))
    else:
        st.html(f'<p class="verdict">{escape(_nothing(before))}</p>')


def _nothing(before: PlanStanding) -> str:
    return _("No verdict of the plan of {version} would change.", version=before.plan.code)


def _about(ids: Sequence[int]) -> set[str]:
    """The indicators that the figures are of."""
    waiting_now = cache.ask(reported.pending, access.actor())
    return {figure.indicator_code for figure in waiting_now if figure.id in ids}


def effects(before: PlanStanding, after: PlanStanding, about: set[str]) -> list[list[str]]:
    """(what, now, then) of the indicators, with their objectives and goals, and of what else turns.

    What stays as it is says so: that is an answer too.
    """
    was, will_be = _standings(before), _standings(after)
    asked = {("indicator", code) for code in about}
    for objective in after.objectives:
        if any(judged.indicator.code in about for judged in objective.indicators):
            asked |= {("objective", objective.code), ("goal", objective.objective.goal_code)}
    return [
        [name, was[key][1], standing if was[key][1] != standing else _("the same")]
        for key, (name, standing) in will_be.items()
        if key in asked or was[key][1] != standing
    ]


def _standings(plan: PlanStanding) -> dict[tuple[str, str], tuple[str, str]]:
    """What each is called and how it stands, by its code."""
    standings: dict[tuple[str, str], tuple[str, str]] = {}
    for objective in plan.objectives:
        for judged in objective.indicators:
            standing = _said(status.label(judged.statuses), judged.assessment.progress)
            indicator = judged.indicator
            name = f"{objective.code} · {indicator.name}"
            standings["indicator", indicator.code] = (name, standing)
        standing = _said(status.label(objective.statuses), objective.progress)
        standings["objective", objective.code] = (f"{objective.code} · {objective.title}", standing)
    for goal in plan.goals:
        gauge = goal.gauge
        standing = _said(status.label(gauge.status), gauge.progress)
        standings["goal", goal.code] = (f"{goal.code} · {goal.name}", standing)
    return standings


def _said(verdict: str, share: float | None) -> str:
    if share is None:
        return verdict
    return _("{status}, {share} of the way", status=verdict, share=percent(share))
