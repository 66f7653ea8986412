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
from components.language.text import _, _n, tell
from components.reader import access, cache, clock, links, people_names, sessions
from components.review import effects, wording
from store.ground.errors import StoreError
from store.models import Verdict
from store.reporting import reviewing, waiting
from store.reporting.reviewing import Fate, Refused

FORM = "review"
FIGURE = "figure"  # the parameter of the address that says which one is shown in full
SHOWN = "review_shown"  # where the session keeps the page: whose it is, and its figures
NEWS = "review_news"  # what became of figures meanwhile, by their numbers, since the last decision
FRESH = "review_fresh"  # and since the last run
REFUSED = "review_refused"


def places(page: str, ids: Sequence[int]) -> list[int]:
    """The figures in the order in which they are drawn, those of before at their places.

    What changed meanwhile keeps its place too: the browser forgets the ticks of what moves.
    """
    whose, before = st.session_state.get(SHOWN, ("", []))
    kept = before if whose == page else []
    order = [*kept, *(number for number in ids if number not in kept)]
    st.session_state[SHOWN] = (page, order)
    return order


def show_news() -> dict[int, str]:
    """Say what could not be done, and what became of figures shown that do not wait any more.

    Returns that by their numbers.
    """
    room = st.container()  # its place stays, or the browser would forget the ticks below
    news: dict[int, str] = st.session_state.get(NEWS, {})
    shown, stayed = st.session_state.get(SHOWN, ("", []))[1], st.session_state.get(REFUSED, [])
    known = {*shown, *(number for number, _text in stayed)}
    still = cache.ask(waiting.among, access.actor(), frozenset(known))
    gone = [number for number in shown if number not in still]
    with sessions.reading() as session:
        fates = reviewing.fates(session, [number for number in gone if number not in news])
    fresh = {fate.row.id or 0: _became(fate) for fate in fates}
    st.session_state[FRESH], st.session_state[NEWS] = fresh, news | fresh
    refused = [text for number, text in stayed if number in still]
    if refused:
        room.error(_listed(_("These stayed as they were:"), refused))
    if changes := list(st.session_state[NEWS].values()):
        head = _("Changed while it was before you, and not ticked any more:")
        room.warning(_listed(head, changes))
    return st.session_state[NEWS]


def _listed(head: str, sentences: Iterable[str]) -> str:
    return "\n".join([head, "", *(f"- {escape_markdown(sentence)}" for sentence in sentences)])


def _became(fate: Fate) -> str:
    title = wording.title(fate.row)
    if fate.newer is not None:
        return _(
            "{figure}: {who} corrected it meanwhile, {change}. Look at the correction.",
            figure=title,
            who=people_names.display(fate.newer.reporter),
            change=wording.change(wording.indicator_of(fate.row), fate.newer, fate.row),
        )
    review = fate.review
    who = people_names.display(review.reviewer) if review else "–"
    if review is not None and review.verdict == Verdict.APPROVED:
        return _("{figure}: {who} approved it meanwhile.", figure=title, who=who)
    return _("{figure}: {who} returned it meanwhile.", figure=title, who=who)


def show_for_ticked(ids: Sequence[int]) -> None:
    """What can be done with the ticked figures; in sight only while some are ticked.

    `review.js` writes their numbers into the first field, which nobody sees.
    """
    with st.container(key="review_acts", gap="small"):
        typed = st.text_input(
            _("Ticked figures"), key=writing.key(FORM, "ticks"), label_visibility="collapsed"
        )
        with st.container(horizontal=True, gap="small"):
            approves = st.form_submit_button(
                _("Approve the ticked"),
                key="review_approve",
                type="primary",
                help=_(
                    "Of several figures each is judged by itself: those that cannot be approved,"
                    " because they were changed meanwhile or are your own, are named and stay here."
                ),
            )
            asks = st.form_submit_button(_("What would change?"), key="review_effect")
        label = _names()["comment"]
        with st.container(horizontal=True, gap="small"):
            comment = st.text_input(
                label,
                key=writing.key(FORM, "comment"),
                label_visibility="collapsed",
                placeholder=label,
                width="stretch",
            )
            returns = st.form_submit_button(_("Return the ticked"), key="review_return")
        ticked = [number for number in ids if str(number) in typed.split()]
        if (approves or returns or asks) and not ticked:
            st.info(_("Tick the figures that you want to approve or return."))
        elif approves:
            _approve(ticked, comment)
        elif returns:
            _return(ticked, comment)
        elif asks:
            effects.show(ticked)


def show_for_one(number: int, following: int | None) -> None:
    """The bar at the foot: approve the figure that is shown, return it, or go on.

    `following` is the figure that comes then. Every key is of this figure, so that a press that
    comes late never means another one.
    """
    with st.container(key="review_bar", horizontal=True, gap="small"):
        approve = st.button(_("Approve"), key=f"review_approve_{number}", type="primary")
        with (
            st.popover(_("Return with a comment"), key=f"review_return_{number}"),
            st.form(f"review_back_{number}", border=False),
        ):
            comment = st.text_input(_names()["comment"], key=f"review_why_{number}")
            returns = st.form_submit_button(_("Return it"), key=f"review_back_{number}_send")
            if returns:
                _return([number], comment, following)
        if following is not None:
            way = links.address("queue", figure=str(following))
            st.html(f'<a class="skip" href="{escape(way)}">{escape(_("Skip"))}</a>')
    if approve:
        _approve([number], "", following)


def _names() -> dict[str, str]:
    """What the screen calls the fields of which the store complains."""
    return {"comment": _("Comment, needed to return")}


def _approve(ticked: Sequence[int], comment: str, then: int | None = None) -> None:
    _judge(
        ticked,
        lambda session: reviewing.approve_each(
            session, access.actor(), ticked, clock.today(), comment
        ),
        lambda count: _n("{count} figure approved.", "{count} figures approved.", count),
        then,
    )


def _return(ticked: Sequence[int], comment: str, then: int | None = None) -> None:
    _judge(
        ticked,
        lambda session: reviewing.return_each(
            session, access.actor(), ticked, clock.today(), comment
        ),
        lambda count: _n("{count} figure returned.", "{count} figures returned.", count),
        then,
    )


def _judge(
    ticked: Sequence[int],
    work: Callable[[Session], list[Refused]],
    sentence: Callable[[int], str],
    then: int | None,
) -> None:
    try:
        with sessions.writing() as session:
            refused = [
                (refusal.row.id, f"{wording.title(refusal.row)}: {tell(refusal.why)}")
                for refusal in work(session)
            ]
    except StoreError as error:
        writing.show_refusal(error, _names())
        return
    st.session_state[REFUSED] = refused
    st.session_state[NEWS] = st.session_state[FRESH]
    st.session_state[SHOWN] = ("", [])
    count = len(ticked) - len(refused)
    if then is not None and count:
        st.query_params[FIGURE] = str(then)
    writing.finish(sentence(count) if count else "", FORM if count else "")
