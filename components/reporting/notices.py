"""Notices of readers: the list where they are answered, and each reader's own."""

import streamlit as st
from sqlmodel import Session

from components.elements import later, writing
from components.language.markdown import escape
from components.language.text import _, _c, _n, day
from components.look.markup import show_note, source
from components.reader import access, cache, people_names, scripts
from store.models import Notice, NoticeKind
from store.notices import notices
from store.notices.notice_draft import AnswerDraft
from store.notices.notices import Told
from store.rights.rights import Act

FORM = "answer"


def show_all() -> None:
    """Draw what waits for an answer, for who may give one; below it what was answered."""
    if not access.may(Act.ANSWER):
        return
    told = cache.ask(notices.everything, access.actor())
    if not told:
        return
    waiting = [one for one in told if one.answer is None]
    st.header(_("Notices of readers"))
    show_note(
        _n(
            "{count} notice waits for an answer. None of them counts before a figure is reported.",
            "{count} notices wait for an answer. None of them counts before a figure is reported.",
            len(waiting),
        )
    )
    for one in waiting:
        with st.container(border=True):
            _show(one)
            _offer_answer(one.notice)
    _show_answered([one for one in told if one.answer is not None])


def show_own() -> None:
    """Draw what the reader told and what was answered; nothing where nothing was."""
    told = cache.ask(notices.of_author, access.actor())
    if told:
        st.header(_("Your notices"))
        for one in told:
            with st.container(border=True):
                _show(one)


def _show_answered(told: list[Told]) -> None:
    if told:
        fold = later.unfold(_("Answered notices ({count})", count=len(told)), "notices_answered")
        if fold is None:
            return
        with fold:
            for one in told:
                _show(one)


def _show(one: Told) -> None:
    notice = one.notice
    indicator = next(each for each in cache.indicators() if each.code == notice.indicator_code)
    kind = (
        _c("kind of notice", "a source")
        if notice.kind == NoticeKind.SOURCE
        else _c("kind of notice", "a figure that looks wrong")
    )
    said = _(
        "{who}, {day}: {kind}. {indicator}",
        who=people_names.display(notice.author),
        day=day(notice.recorded_at.date()),
        kind=kind,
        indicator=f"{indicator.code} · {indicator.name}",
    )
    st.markdown(f"**{escape(said)}**\n\n{escape(notice.text)}")
    if notice.link:
        st.html(f"<p>{source(notice.link, notice.link)}</p>")
    if notice.measurement_id is not None:
        show_note(_("It is about entry {number}.", number=notice.measurement_id))
    if one.answer is None:
        return
    outcome = (
        _c("outcome of a notice", "taken up")
        if one.answer.is_taken_up
        else _c("outcome of a notice", "not taken up")
    )
    show_note(
        _(
            "{who}, {day}, {outcome}: {text}",
            who=people_names.display(one.answer.author),
            day=day(one.answer.recorded_at.date()),
            outcome=outcome,
            text=one.answer.text,
        )
    )


def _offer_answer(notice: Notice) -> None:
    names = {"text": _("Answer")}
    form = f"{FORM}_{notice.id}"
    text = st.text_input(names["text"], key=writing.key(form, "text"), placeholder=scripts.needed())

    def send(*, is_taken_up: bool) -> None:
        def write(session: Session) -> object:
            draft = AnswerDraft(is_taken_up=is_taken_up, text=text)
            return notices.answer(session, access.actor(), notice, draft)

        writing.write(write, _("It was answered."), form=form, names=names)

    with st.container(horizontal=True):
        if st.button(_c("answer to a notice", "Take it up"), key=f"{form}_yes"):
            send(is_taken_up=True)
        if st.button(_c("answer to a notice", "Not taken up"), key=f"{form}_no"):
            send(is_taken_up=False)
