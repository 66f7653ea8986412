"""One question for the countries of a region: what is asked, kept, refused, sent as one."""

import datetime as dt

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.figures import actions
from store.ground.errors import NotAllowedError
from store.models import Indicator, Measurement, Remark, RoleKind
from store.plan import contents
from store.reporting import country_answers, country_grid, saved_drafts
from store.reporting.country_answers import Judged, Typed
from store.reporting.country_grid import Answer, Question, Row
from store.rights.rights import Actor, Grant
from tests.store.writing import ANA, BO, draft

pytestmark = pytest.mark.same_sql
TODAY, YEAR = dt.date(2026, 7, 1), 2025
LAST_DAY = dt.date(YEAR, 12, 31)
ADA = Actor("person 1", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B1", "R-AFR"),))
ELSEWHERE = Actor("person 2", (Grant(RoleKind.REGIONAL_REPRESENTATIVE, "B1", "R-EUR"),))
SOURCE = {"source_title": "Register of plans", "source_link": "https://example.org/register"}
BENIN = ("B1-parties", "BEN", LAST_DAY, LAST_DAY)


def asked(session: Session) -> Question:
    """B1-parties, of African countries, for 2025."""
    return Question(session.get_one(Indicator, "B1-parties"), "R-AFR", YEAR)


def rows(session: Session, actor: Actor = ADA) -> list[Row]:
    """The countries as the page gets them."""
    return country_grid.rows(session, actor, asked(session), TODAY)


def judge(session: Session, listed: list[Row], typed: Typed) -> Judged:
    """What the answers would do under the second plan."""
    return country_answers.judge(session, asked(session), listed, typed, "2022", TODAY)


def typed(answers: dict[str, Answer], **more: object) -> Typed:
    """Answers with one source for all, unless told otherwise."""
    found = {"common": SOURCE, "answers": answers, "own": {}, "seen": {}} | more
    return Typed(**found)  # pyright: ignore[reportArgumentType]  # by name, as in the class


def report_benin(session: Session, value: float) -> Measurement:
    """Benin's figure for the year, by somebody else."""
    held = actions.slot_head(session, *BENIN)
    corrects = {} if held is None else {"corrects": held.id}
    return actions.report(
        session,
        BO,
        draft(indicator_code="B1-parties", place_code="BEN", value=value, **corrects),
    )


def test_each_country_of_the_region_is_asked_and_only_of_who_may_answer(shared: sa.Engine) -> None:
    with Session(shared) as session:
        listed = rows(session)
        assert len(listed) == 54
        assert {row.period for row in listed} == {(LAST_DAY, LAST_DAY)}
        assert rows(session, ELSEWHERE) == []
        asks = [one.code for one in contents.indicators(session) if country_grid.is_asked(one)]
        assert {"A1-parties", "B1-parties", "F1-countries"} <= set(asks)
        assert not {"B3-regions", "D4-signed", "A2-projects-2020"} & set(asks)


def test_54_answers_become_54_figures_in_one_go_and_their_drafts_end(shared: sa.Engine) -> None:
    with Session(shared) as session:
        listed, question = rows(session), asked(session)
        answers = dict(zip((row.place.code for row in listed), list(Answer) * 18, strict=True))
        now = dt.datetime.now(dt.UTC)
        news = {code: country_answers.content(one, {}, None) for code, one in answers.items()}
        country_answers.keep(session, ADA, question, news | {"R-AFR": dict(SOURCE)}, now)
        kept = country_answers.kept(session, ADA, question)
        assert len(kept) == 55
        by_code = {row.place.code: row for row in listed}
        assert {
            code: country_answers.answer_in(kept[code], by_code[code]) for code in answers
        } == answers

        common = SOURCE | {"missing_reason": "The register has no entry"}
        judged = judge(session, listed, typed(answers, common=common))
        assert (len(judged.ready), judged.problems) == (54, {})
        sent = country_answers.send(session, ADA, question, judged)
        assert [row.value for row in sent] == [1, 0, None] * 18
        assert [row.source_title for row in sent[:3]] == [SOURCE["source_title"]] * 2 + [""]
        assert sent[2].missing_reason == "The register has no entry"
        assert country_answers.kept(session, ADA, question) == {}
        assert [row.answer for row in rows(session)] == list(answers.values())


def test_every_problem_is_told_at_its_country_and_nothing_is_lost(shared: sa.Engine) -> None:
    with Session(shared) as session:
        answers = {"BEN": Answer.YES, "DZA": Answer.NO_DATA, "TGO": Answer.NO}
        own = {"TGO": {"source_title": "---"}}
        judged = judge(session, rows(session), typed(answers, common={}, own=own))
        fields = {code: [one.field for one in found] for code, found in judged.problems.items()}
        assert fields == {
            "BEN": ["source_title"],
            "DZA": ["missing_reason"],
            "TGO": ["source_title"],
        }
        assert judged.ready == ()


def test_a_source_of_its_own_takes_the_place_of_the_one_for_all(shared: sa.Engine) -> None:
    with Session(shared) as session:
        answers = {"BEN": Answer.YES, "TGO": Answer.YES}
        own = {"TGO": {"source_title": "Plan of Togo", "source_link": ""}}
        judged = judge(session, rows(session), typed(answers, own=own))
        sources = {
            one.draft.place_code: (one.draft.source_title, one.draft.source_link)
            for one in judged.ready
        }
        assert sources == {"BEN": tuple(SOURCE.values()), "TGO": ("Plan of Togo", "")}


def test_what_stands_is_corrected_with_a_reason_or_stays_as_it_is(shared: sa.Engine) -> None:
    with Session(shared) as session:
        standing = report_benin(session, 1)
        listed = rows(session)
        same = judge(session, listed, typed({"BEN": Answer.YES}))
        assert (same.ready, same.unchanged, same.problems) == ((), ("BEN",), {})
        changed = judge(session, listed, typed({"BEN": Answer.NO}))
        assert [one.field for one in changed.problems["BEN"]] == ["reason"]
        common = SOURCE | {"reason": "The plan was withdrawn"}
        judged = judge(session, listed, typed({"BEN": Answer.NO}, common=common))
        [row] = country_answers.send(session, ADA, asked(session), judged)
        assert (row.value, row.supersedes_id, row.reason) == (
            0,
            standing.id,
            "The plan was withdrawn",
        )


def test_what_was_returned_is_sent_again_though_the_answer_stays(shared: sa.Engine) -> None:
    with Session(shared) as session:
        row = report_benin(session, 1)
        actions.send_back(session, ANA, row, TODAY, "Which plan?")
        common = SOURCE | {"reason": "The plan is named now"}
        judged = judge(session, rows(session), typed({"BEN": Answer.YES}, common=common))
        assert [one.draft.corrects for one in judged.ready] == [row.id]


def test_who_did_not_see_what_stands_is_told(shared: sa.Engine) -> None:
    with Session(shared) as session:
        report_benin(session, 1)
        common = SOURCE | {"reason": "The plan was withdrawn"}
        answers = {"BEN": Answer.NO}
        listed = rows(session)
        unseen = judge(session, listed, typed(answers, common=common, seen={"BEN": None}))
        assert [str(one.message) for one in unseen.problems["BEN"]] == [
            (
                "Somebody else has reported here meanwhile. Look at what stands now; send again to"
                " correct it."
            )
        ]
        numbers = {row.place.code: row.number for row in listed}
        seen = judge(session, listed, typed(answers, common=common, seen=numbers))
        assert (len(seen.ready), seen.problems) == (1, {})


def test_two_figures_of_the_same_days_are_asked_about_and_the_answer_is_kept(
    shared: sa.Engine,
) -> None:
    with Session(shared) as session:
        row = report_benin(session, 1)
        bracket = {"period_start": dt.date(2025, 6, 1), "period_end": LAST_DAY}
        actions.report(
            session,
            BO,
            draft(indicator_code="B1-parties", place_code="BEN", value=1, **bracket),
        )
        common = SOURCE | {"reason": "The plan was withdrawn"}
        answers, listed = {"BEN": Answer.NO}, rows(session)
        doubted = judge(session, listed, typed(answers, common=common))
        assert [one.field for one in doubted.problems["BEN"]] == ["doubt_answer"]
        empty = judge(
            session, listed, typed(answers, common=common, own={"BEN": {"doubt_answer": "---"}})
        )
        assert [str(one.message) for one in empty.problems["BEN"]] == [
            "Say in words why an unusual figure is right."
        ]
        own = {"BEN": {"doubt_answer": "The bracket speaks of the first draft"}}
        judged = judge(session, listed, typed(answers, common=common, own=own))
        [sent] = country_answers.send(session, ADA, asked(session), judged)
        assert sent.supersedes_id == row.id
        said = session.exec(select(Remark.text).where(col(Remark.measurement_id) == sent.id))
        assert list(said) == ["The bracket speaks of the first draft"]


def test_nobody_answers_for_another_region(shared: sa.Engine) -> None:
    with Session(shared) as session:
        judged = judge(session, rows(session), typed({"BEN": Answer.YES}))
        with pytest.raises(NotAllowedError):
            country_answers.send(session, ELSEWHERE, asked(session), judged)


def test_an_answer_taken_back_leaves_no_draft(shared: sa.Engine) -> None:
    with Session(shared) as session:
        question, now = asked(session), dt.datetime.now(dt.UTC)
        content = country_answers.content(Answer.NO, {}, None)
        country_answers.keep(session, ADA, question, {"BEN": content}, now)
        assert saved_drafts.load(session, ADA, question.slot("BEN")) is not None
        empty = country_answers.content(None, {}, None)
        country_answers.keep(session, ADA, question, {"BEN": empty}, now)
        assert saved_drafts.load(session, ADA, question.slot("BEN")) is None
