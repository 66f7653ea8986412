"""A change of the plan that cannot be is refused with a sentence."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session

from store.models import TargetRole
from store.plan import planning, wordings
from store.plan.schedule_draft import ScheduleDraft
from store.plan.target_draft import ReasonedTargetDraft
from store.plan.version_draft import VersionDraft
from tests.store.meetings.sittings import title
from tests.store.refusals import told
from tests.store.writing import ANA, MONDAY

pytestmark = pytest.mark.same_sql

Act = Callable[[Session], object]


def target(session: Session, **changes: Any) -> object:
    """Ask for another number of agreements."""
    content: dict[str, Any] = {
        "plan_code": "2022",
        "indicator_code": "D4-signed",
        "role": TargetRole.TARGET,
        "year": 2030,
        "low": 5,
        "high": 6,
        "source_title": "Minutes",
        "reason": "Decided",
        "known_on": MONDAY,
    }
    return planning.change_target(session, ANA, ReasonedTargetDraft(**content | changes))


def schedule(session: Session, **changes: Any) -> object:
    """Ask for the figure of another year first."""
    content: dict[str, Any] = {"indicator_code": "D4-signed", "reason": "Too early"}
    draft = ScheduleDraft(**content | changes, known_on=MONDAY)
    return planning.set_schedule(session, ANA, draft)


def version(session: Session, code: str, adopted_on: str = "2027-01-01") -> object:
    """Adopt a version that begins as a copy of 2022."""
    content = {"code": code, "title": "Plan", "adopted_on": adopted_on}
    plan = VersionDraft.model_validate(content)
    return planning.write_version(session, ANA, plan, "2022")


def reword(session: Session, text: str = "Agreements", **content: Any) -> object:
    """Give D4 another title."""
    return wordings.reword(session, ANA, title(text, **content))


REFUSALS: dict[str, Act] = {
    "There is no indicator Z9-none.": lambda s: target(s, indicator_code="Z9-none"),
    "Say it in words in “reason”, with at least 3 characters.": lambda s: target(s, reason=" no "),
    "Say it in words in “source_title”, with at least 3 characters.": lambda s: target(
        s, source_title="x"
    ),
    "The low end of the range is above its high end.": lambda s: target(s, low=7),
    "Only a baseline is observed or coded.": lambda s: target(s, basis="observed"),
    "Call a version by its year, such as 2027.": lambda s: version(s, "new"),
    "There is a plan 2020 already.": lambda s: version(s, "2020"),
    "Plan 2022 was adopted on 2022-07-31; a version that follows it is adopted later.": (
        lambda s: version(s, "2027", "2022-07-31")
    ),
    "There is no goal or objective Z9.": lambda s: reword(s, subject="Z9"),
    "Write 3 to 600 characters.": lambda s: reword(s, "x" * 601),
}


@pytest.mark.parametrize("sentence", REFUSALS)
def test_what_cannot_be_is_refused_with_a_sentence(session: Session, sentence: str) -> None:
    assert told(lambda: REFUSALS[sentence](session)) == sentence


def test_the_calendar_of_nothing_is_refused(session: Session) -> None:
    said = told(lambda: schedule(session, indicator_code="Z9-none"))
    assert said == "There is no indicator Z9-none."


def test_the_text_may_be_as_short_or_as_long_as_is_said(session: Session) -> None:
    for text in ("abc", "x" * 600):
        reword(session, text, subject="A" if text == "abc" else "D4")
    assert told(lambda: reword(session, " ab ")) == "Write 3 to 600 characters."
