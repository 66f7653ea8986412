"""What is typed for the countries of a region, in the session and as the store keeps it."""

from dataclasses import dataclass
from typing import Any

import streamlit as st
from sqlmodel import Session

from components.elements import writing
from components.entry import country_list
from components.reader import access, bar, clock, sessions
from store.reporting import country_answers
from store.reporting.country_answers import COMMON, OWN, Judged, Typed
from store.reporting.country_grid import Answer, Question, Row

FORM = "countries"
OPEN = "open"  # the choice that is no answer
ANSWERS = frozenset(map(str, Answer))


@dataclass(frozen=True, slots=True)
class Grid:
    """A question, its countries in the order of the screen, and what was typed so far."""

    question: Question
    rows: tuple[Row, ...]

    def key(self, *parts: str) -> str:
        """The key of a field; the fields are new ones once all was sent."""
        question = self.question
        about = (question.indicator.code, question.region_code, str(question.year), *parts)
        return writing.key(FORM, "_".join(about))

    def restore(self) -> None:
        """Give fields that are not drawn yet, or were not for a while, what the store kept."""
        state = st.session_state
        if self.key("answers") in state:
            return
        with sessions.reading() as session:
            kept = country_answers.kept(session, access.actor(), self.question)
        for name in COMMON:
            shared = kept.get(self.question.region_code, {})
            state.setdefault(self.key(name), shared.get(name, ""))
        with_own, chosen = [], {}
        for row in self.rows:
            code, content = row.place.code, kept.get(row.place.code, {})
            answer = country_answers.answer_in(content, row)
            chosen[code] = str(answer or OPEN)
            state.setdefault(self.key("seen"), {}).setdefault(code, row.number)
            if answer is None:
                continue
            texts = {name: content[name] for name in OWN if content.get(name)}
            for name, text in texts.items():
                state.setdefault(self.key(name, code), text)
            if texts:
                with_own.append(code)
        state.setdefault(self.key("with_own"), with_own)
        state[self.key("answers")] = country_list.hold(chosen)
        state[self.key("kept")] = self._contents(self.typed())

    def typed(self) -> Typed:
        """What the fields hold."""
        state = st.session_state
        chosen = country_list.held(state.get(self.key("answers"), ""))
        answers = {
            row.place.code: Answer(choice)
            for row in self.rows
            if (choice := chosen.get(row.place.code)) in ANSWERS
        }
        return Typed(
            common={name: str(state.get(self.key(name), "")).strip() for name in COMMON},
            answers=answers,
            own={code: self._own(code) for code in (*answers, *self.with_own)},
            seen=state.get(self.key("seen"), {}),
        )

    def changes(self, typed: Typed) -> list[Row]:
        """The countries whose answers would be sent."""
        return country_answers.changes(self.rows, typed)

    def judge(self, session: Session) -> Judged:
        """What the answers would do."""
        today = clock.today()
        plan = bar.plan_on(today)
        return country_answers.judge(session, self.question, self.rows, self.typed(), plan, today)

    def keep(self, typed: Typed) -> None:
        """Keep in the store what changed since it was last kept, a country at a time."""
        kept: dict[str, Any] = st.session_state.get(self.key("kept"), {})
        now = self._contents(typed)
        news = {code: content for code, content in now.items() if content != kept.get(code)}
        if not news:
            return
        with sessions.writing() as session:
            country_answers.keep(session, access.actor(), self.question, news, clock.now())
        st.session_state[self.key("kept")] = now

    @property
    def with_own(self) -> list[str]:
        """The countries that have texts of their own."""
        return list(st.session_state.get(self.key("with_own"), []))

    @property
    def has_tried(self) -> bool:
        """Whether the reader pressed the button, so that problems are said."""
        return bool(st.session_state.get(self.key("tried")))

    def try_to_send(self) -> None:
        """Note that the button was pressed."""
        st.session_state[self.key("wish")] = True

    def take_wish(self) -> bool:
        """Whether the button was pressed in the last run."""
        is_wished = bool(st.session_state.pop(self.key("wish"), False))
        st.session_state[self.key("tried")] = self.has_tried or is_wished
        return is_wished

    def note_told(self, row: Row) -> None:
        """Note that the reader was told of what somebody else reported meanwhile."""
        st.session_state.setdefault(self.key("told"), {})[row.place.code] = row.number

    def look_at_what_was_told(self) -> None:
        """Whoever sends again after being told has seen what stands."""
        told = st.session_state.pop(self.key("told"), {})
        st.session_state[self.key("seen")] |= told

    def _own(self, code: str) -> dict[str, str]:
        return {name: str(st.session_state.get(self.key(name, code), "")).strip() for name in OWN}

    def _contents(self, typed: Typed) -> dict[str, dict[str, Any]]:
        """What the store keeps, by place; the region has what holds for all."""
        region = {name: text for name, text in typed.common.items() if text}
        return {self.question.region_code: region} | {
            code: country_answers.content(
                typed.answers.get(code), typed.own.get(code, {}), typed.seen.get(code)
            )
            for code in (row.place.code for row in self.rows)
        }
