"""What was answered for the countries of a region: kept one by one, judged together, sent as one.

A country's answer is kept in the draft that the form of one figure reads too; what holds for all,
one source and one reason, is a draft at the region. Nothing of it is in the ledger before it is
sent, and then all of it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from store.figures import actions, judgement, remarks
from store.figures.draft import MeasurementDraft
from store.ground import texts
from store.ground.complaints import Complaint, complaints
from store.ground.messages import Message
from store.models import Measurement
from store.reporting import plausibility, saved_drafts
from store.reporting.country_grid import Answer, Question, Row
from store.reporting.plausibility import Surroundings
from store.rights.rights import Actor

SOURCE = ("source_title", "source_link")
COMMON = (*SOURCE, "missing_reason", "reason")
DOUBT = "doubt_answer"
OWN = (*COMMON, "note", DOUBT)  # what a country may say for itself
VALUES: Mapping[Answer, float] = {Answer.YES: 1.0, Answer.NO: 0.0}
CHANGED = Message(
    "Somebody else has reported here meanwhile. Look at what stands now; send again to correct it."
)

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: texts for all, and by country its answer and texts of its own.

    `seen` has the number of the figure that the reporter saw in a country, None for none.
    """

    common: Texts
    answers: Mapping[str, Answer]
    own: Mapping[str, Texts]
    seen: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer that can be sent, and what its reporter says to doubts about it."""

    draft: MeasurementDraft
    said: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What the answers would do: drafts to send, countries that stay as they are, problems."""

    ready: tuple[Ready, ...]
    unchanged: tuple[str, ...]
    problems: Mapping[str, Sequence[Complaint]]


def changes(listed: Sequence[Row], typed: Typed) -> list[Row]:
    """The countries whose answer is news; what was returned is news when it is sent again."""
    return [
        row
        for row in listed
        if (answer := typed.answers.get(row.place.code)) is not None
        and (answer != row.answer or row.is_returned or _own(typed, row))
    ]


def judge(
    session: Session,
    question: Question,
    listed: Sequence[Row],
    typed: Typed,
    plan_code: str,
    today: dt.date,
) -> Judged:
    """Judge every answer by the rules of all figures, and tell everything at once."""
    news = changes(listed, typed)
    pairs = [(question.indicator.code, row.place.code) for row in news]
    around = plausibility.gather(session, plan_code, pairs, today)
    ready: list[Ready] = []
    problems: dict[str, Sequence[Complaint]] = {}
    for row in news:
        code = row.place.code
        draft, faults = _draft(question, row, typed, today)
        answer = _own(typed, row).get(DOUBT, "")
        if typed.seen.get(code, row.number) != row.number:
            faults.append(Complaint("", CHANGED))
        if draft is not None:
            faults += _doubts(around, draft, answer)
        if faults:
            problems[code] = faults
        elif draft is not None:
            ready.append(Ready(draft, answer))
    named = {row.place.code for row in news}
    unchanged = tuple(code for code in typed.answers if code not in named)
    return Judged(tuple(ready), unchanged, problems)


def send(session: Session, actor: Actor, question: Question, judged: Judged) -> list[Measurement]:
    """Report what is ready in the caller's transaction, all or nothing; the drafts end with it.

    Errors: those of `actions.report_all` and `remarks.acknowledge_all`.
    """
    sent = actions.report_all(session, actor, [figure.draft for figure in judged.ready])
    answers = [
        (row, figure.said) for row, figure in zip(sent, judged.ready, strict=True) if figure.said
    ]
    remarks.acknowledge_all(session, actor, answers)
    codes = [row.place_code for row in sent]
    for code in (*codes, *judged.unchanged, question.region_code):
        saved_drafts.forget(session, actor, question.slot(code))
    return sent


def kept(session: Session, actor: Actor, question: Question) -> dict[str, dict[str, Any]]:
    """What the actor's drafts of the indicator and the year hold, by place."""
    return saved_drafts.contents(session, actor, question.indicator.code, question.year)


def keep(
    session: Session,
    actor: Actor,
    question: Question,
    news: Mapping[str, dict[str, Any]],
    now: dt.datetime,
) -> None:
    """Keep what changed, by place; a place of which nothing is left has no draft any more."""
    for code, content in news.items():
        if content:
            saved_drafts.save(session, actor, question.slot(code), content, now)
        else:
            saved_drafts.forget(session, actor, question.slot(code))


def content(answer: Answer | None, own: Texts, seen: int | None) -> dict[str, Any]:
    """What is kept of a country, by the names that the form of one figure gives it."""
    texts_of = {name: text for name, text in own.items() if text}
    if answer is None:
        return texts_of
    corrects = {} if seen is None else {"corrects": seen}
    if answer is Answer.NO_DATA:
        return {"answer": "none"} | texts_of | corrects
    return {"answer": "figure", "value": VALUES[answer]} | texts_of | corrects


def answer_in(content: Mapping[str, Any], row: Row) -> Answer | None:
    """The answer that a draft holds, of the grid or of the form, unless for another period."""
    start, end = row.period
    if content.get("covers", f"{start}/{end}") != f"{start}/{end}":
        return None
    if content.get("answer") == "none":
        return Answer.NO_DATA
    value = content.get("value")
    return next((answer for answer, figure in VALUES.items() if figure == value), None)


def _own(typed: Typed, row: Row) -> dict[str, str]:
    """What a country says for itself."""
    own = typed.own.get(row.place.code, {})
    return {name: text for name, text in own.items() if text}


def _draft(
    question: Question, row: Row, typed: Typed, today: dt.date
) -> tuple[MeasurementDraft | None, list[Complaint]]:
    answer, own = typed.answers[row.place.code], _own(typed, row)
    shared = {name: own.get(name) or typed.common.get(name, "") for name in COMMON}
    if any(name in own for name in SOURCE):  # a link goes with its title
        shared |= {name: own.get(name, "") for name in SOURCE}
    told: dict[str, Any] = {"missing_reason": shared["missing_reason"], "note": own.get("note", "")}
    if answer in VALUES:
        told |= {"missing_reason": None, "value": VALUES[answer]}
        told |= {name: shared[name] for name in SOURCE}
    if row.number is not None:
        told |= {"corrects": row.number, "reason": shared["reason"]}
    about = {"indicator_code": question.indicator.code, "place_code": row.place.code}
    days = dict(zip(("period_start", "period_end"), row.period, strict=True))
    try:
        draft = MeasurementDraft.model_validate(told | about | days)
    except ValidationError as error:
        return None, [*complaints(error)]
    return draft, judgement.problems(question.indicator, draft, today)


def _doubts(around: Surroundings, draft: MeasurementDraft, answer: str) -> Iterator[Complaint]:
    """What the country has to answer for in words, unless it does."""
    if answer and not texts.says_something(answer):
        yield Complaint(DOUBT, Message("Say in words why an unusual figure is right."))
    elif not answer and (doubts := plausibility.doubts(around.of(draft), draft)):
        reasons = tuple(plausibility.SENTENCES[doubt] for doubt in doubts)
        message = Message("This is unusual ({reasons}). Say why it is right.", reasons=reasons)
        yield Complaint(DOUBT, message)
