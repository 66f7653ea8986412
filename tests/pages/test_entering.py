"""Enter a figure: nothing typed is lost, no figure counts twice, and what is sent is sent."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlmodel import col, select
from streamlit.testing.v1 import AppTest

from store.figures import actions
from store.models import Measurement, Remark, RemarkKind, SavedDraft
from tests.pages.acting import TODAY, Open, fill, press, writing
from tests.pages.words import words
from tests.store.writing import ANA, BO, draft

OpenForm = Callable[[], AppTest]

SLOT = {"indicator": "D4-signed", "place": "WLD", "year": "2025"}
LAST = dt.date(2025, 12, 31)
YEAR = {"period_start": dt.date(2025, 1, 1), "period_end": LAST}
DAY = {"period_start": LAST, "period_end": LAST}


def said(app: AppTest) -> str:
    """What the page says, without what keeps Markdown from being made of it."""
    assert not app.exception
    return words(app).replace("\\", "")


def group(app: AppTest, part: str) -> Any:
    """A choice among buttons, by a part of its key."""
    [found] = [one for one in app.button_group if part in str(one.key)]
    return found


def labels(app: AppTest) -> set[str]:
    """What can be pressed."""
    return {one.label for one in app.button}


def field(app: AppTest, part: str) -> str:
    """What a field holds, by a part of its key."""
    [found] = [one for one in app.text_input if part in str(one.key)]
    return found.value or ""


def send(app: AppTest) -> str:
    """Submit; what the page says then."""
    return said(press(app, "Submit"))


def stored(indicator: str = "D4-signed") -> list[Measurement]:
    """The figures of 2025 in the ledger, in the order in which they were written."""
    with writing() as session:
        rows = session.exec(
            select(Measurement)
            .where(Measurement.indicator_code == indicator, Measurement.period_end == LAST)
            .order_by(col(Measurement.id))
        ).all()
        session.expunge_all()
    return list(rows)


def report(**content: Any) -> Measurement:
    """A figure that somebody else reported."""
    with writing() as session:
        row = actions.report(session, ANA, draft(**content))
        session.flush()
        session.expunge(row)
    return row


@pytest.fixture
def open_form(open_page: Open) -> OpenForm:
    """Open the form of agreements signed by the end of 2025, in a window of its own."""
    return partial(open_page, "Sofia", "report", **SLOT)


def stand() -> Measurement:
    """Seven agreements signed by the last day of 2025, approved."""
    with writing() as session:
        row = actions.report(session, ANA, draft(value=7, note="Counted twice", **DAY))
        actions.approve(session, BO, row, TODAY)
        session.flush()
        session.expunge(row)
    return row


def test_what_is_known_stands_beside_the_fields(open_form: OpenForm) -> None:
    shown = said(open_form())
    assert "Last: at least 6\u00a0partnerships, 26 September 2023." in shown
    assert "What counts" in shown
    assert "World · 2025 · figure" in shown


@pytest.mark.parametrize(
    ("indicator", "period"),
    [("D4-signed", (LAST, LAST)), ("F2-budget", (YEAR["period_start"], LAST))],
)
def test_the_period_follows_the_kind(
    open_page: Open, indicator: str, period: tuple[dt.date, dt.date]
) -> None:
    app = open_page("Sofia", "report", **(SLOT | {"indicator": indicator}))
    fill(app, _2025_value="7", _source_title="Annual accounts")
    assert len(app.date_input) == 1  # the as-of day alone
    assert "Sent. It waits" in send(app)
    [row] = stored(indicator)
    assert (row.period_start, row.period_end) == period


def test_typed_days_are_taken_where_other_is_chosen(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7", _source_title="Annual accounts")
    group(app, "covers").set_value("other").run()
    [first] = [one for one in app.date_input if one.label == "Period from"]
    first.set_value(dt.date(2025, 11, 1)).run()
    assert "1 November 2025 to 31 December 2025" in said(app)
    assert "Sent. It waits" in send(app)
    assert [row.period_start for row in stored()] == [dt.date(2025, 11, 1)]


def test_the_figure_of_the_year_is_corrected_in_its_own_period(open_form: OpenForm) -> None:
    standing = stand()
    app = open_form()
    assert "Submit" not in labels(app)
    assert "approved by" in said(app)
    press(app, "Correct it")
    assert field(app, "_2025_value") == "7"
    assert field(app, "_source_title") == standing.source_title
    assert field(app, "_note") == "Counted twice"
    assert "Nothing is changed yet" in send(app)
    fill(app, _2025_value="8", _reason="One more was signed")
    assert "Sent. It waits" in send(app)
    first, second = stored()
    assert (second.supersedes_id, second.value) == (first.id, 8)
    assert (second.period_start, second.period_end) == (LAST, LAST)


def test_a_corrected_period_moves_the_figure(open_form: OpenForm) -> None:
    stand()
    app = press(open_form(), "Correct it")
    group(app, "covers").set_value("2025-01-01/2025-12-31").run()
    fill(app, _reason="The day is not known")
    assert "Sent. It waits" in send(app)
    assert [(row.period_start.month, row.value) for row in stored()] == [
        (12, 7),
        (1, 7),
        (12, None),
    ]


def test_a_figure_of_overlapping_days_is_one_question_before_all_others(
    open_form: OpenForm,
) -> None:
    other = report(**YEAR)
    app = press(open_form(), "Report another period")
    group(app, "covers").set_value("2025-12-31/2025-12-31").run()
    fill(app, _2025_value="6", _source_title="Register of partnerships")
    assert "A figure stands for the same time: 5\u00a0partnerships, 2025." in said(app)
    assert "Submit" not in labels(app)
    assert "Say in words why both are right." in said(press(app, "Keep both"))
    fill(app, _both_reason="The first counts letters of intent")
    press(app, "Keep both")
    assert "shares days" not in said(app)
    assert "Sent. It waits" in send(app)
    first, second = stored()
    assert (first.id, second.value, second.supersedes_id) == (other.id, 6, None)
    with writing() as session:
        [answer] = session.exec(select(Remark).where(Remark.measurement_id == second.id))
        assert answer.kind == RemarkKind.ACKNOWLEDGEMENT
        assert answer.text == "The first counts letters of intent"


def test_a_correction_of_an_overlapping_figure_takes_its_period(open_form: OpenForm) -> None:
    other = report(**YEAR)
    app = press(open_form(), "Report another period")
    group(app, "covers").set_value("2025-12-31/2025-12-31").run()
    fill(app, _2025_value="6", _source_title="Register of partnerships")
    press(app, "Go on with mine, as a correction")
    fill(app, _reason="One more was signed")
    assert "Sent. It waits" in send(app)
    first, second = stored()
    assert (second.supersedes_id, second.period_start) == (first.id, other.period_start)
    assert second.value == 6


def test_everything_that_is_wrong_is_said_at_once_and_at_its_field(open_page: Open) -> None:
    app = open_page("Sofia", "report", **(SLOT | {"indicator": "E2-observatory"}))
    send(app)
    told = [box.value.replace("\\", "") for box in app.error]
    for sentence in ("Give one figure", "Name the source", "A level needs a link"):
        assert sum(sentence in one for one in told) == 2  # at the field, and in the list
        assert sentence in told[-1]
    fill(app, _source_title="Minutes of the assembly")
    assert "Name the source" not in said(app)
    assert "Give one figure" in said(app)


def test_no_data_needs_a_reason_and_no_source(open_form: OpenForm) -> None:
    app = open_form()
    group(app, "answer").set_value("none").run()
    assert "Say in words why there is no figure." in send(app)
    assert "Name the source" not in said(app)
    fill(app, missing_reason="Nobody counted them that year")
    assert "Sent. It waits" in send(app)
    assert [row.missing_reason for row in stored()] == ["Nobody counted them that year"]


def test_a_doubt_is_asked_once(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="3")
    assert "A running total does not fall" in said(app)  # before its source is named
    fill(app, doubt_answer="Three were ended")
    fill(app, _source_title="Register of partnerships")
    assert field(app, "doubt_answer") == "Three were ended"
    assert "Sent. It waits" in send(app)
    with writing() as session:
        assert [one.text for one in session.exec(select(Remark))] == ["Three were ended"]


def test_a_doubt_without_an_answer_keeps_the_figure_here(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="3", _source_title="Register of partnerships")
    assert "Say why it is right, or change the figure." in send(app)
    fill(app, doubt_answer="n/a")
    assert "Say why it is right, or change the figure." in send(app)
    assert stored() == []


def test_the_effect_is_told_before_the_source_is_named(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7")
    assert "With this figure, once approved" in said(app)


def test_a_receipt_is_read_from_the_ledger(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7", _source_title="Register of partnerships")
    sent = send(app)
    [row] = stored()
    for word in (
        "7\u00a0partnerships",
        "31 December 2025",
        "Register of partnerships",
        str(row.id),
    ):
        assert word in sent
    assert "waits for the Secretariat" in sent
    assert "Next figure that is due" in sent
    with writing() as session:
        actions.send_back(session, BO, session.get_one(Measurement, row.id), TODAY, "Which list?")
    assert "Which list?" in said(app.run())
    anew = said(open_form())
    assert "Which list?" in anew
    assert "Sent. It waits" not in anew


def test_two_windows_of_one_person_end_in_two_revisions(open_form: OpenForm) -> None:
    one = open_form()
    fill(one, _2025_value="7", _source_title="Register of partnerships")
    two = open_form()
    assert field(two, "_2025_value") == "7"
    assert "Sent. It waits" in send(one)
    assert "This figure has been in the store since" in said(two.run())
    assert "Submit" not in labels(two)
    fill(two, _2025_value="8")
    assert "Meanwhile you reported 7\u00a0partnerships here" in said(two)
    assert "Sent" not in "".join(box.value for box in two.success)
    press(two, "Go on with mine, as a correction")
    fill(two, _reason="One more was signed")
    assert "Sent. It waits" in send(two)
    first, second = stored()
    assert (first.value, second.value, second.supersedes_id) == (7, 8, first.id)


def test_what_somebody_else_reports_meanwhile_stands_beside_what_was_typed(
    open_form: OpenForm,
) -> None:
    app = open_form()
    fill(app, _2025_value="7", _source_title="Register of partnerships")
    report(source_title="Minutes by post", **DAY)
    shown = said(app.run())
    assert "Minutes by post" in shown
    assert "Register of partnerships" in shown
    assert field(app, "_2025_value") == "7"
    assert "Submit" not in labels(app)
    press(app, "Leave mine, keep what stands")
    assert "Minutes by post" in said(app)
    assert "Submit" not in labels(app)
    with writing() as session:
        assert session.exec(select(SavedDraft)).all() == []


def test_the_page_says_what_is_kept_on_the_server(open_form: OpenForm) -> None:
    app = open_form()
    assert "Nothing is kept yet." in said(app)
    fill(app, _note="Half a sentence")
    assert "Kept on the server at" in said(app)
    with writing() as session:
        assert session.exec(select(SavedDraft)).one().content["note"] == "Half a sentence"
    again = open_form()
    assert field(again, "_note") == "Half a sentence"
    assert "Kept on the server at" in said(again)
    press(again, "Drop what I typed")
    assert "Nothing is kept yet." in said(again)
    assert field(again, "_note") == ""
    with writing() as session:
        assert session.exec(select(SavedDraft)).all() == []


def test_what_is_typed_for_one_answer_outlives_a_look_at_the_other(open_form: OpenForm) -> None:
    app = open_form()
    fill(app, _2025_value="7")
    group(app, "answer").set_value("none").run()
    group(app, "answer").set_value("figure").run()
    assert field(app, "_2025_value") == "7"


def test_a_source_used_before_is_taken_with_one_press(open_form: OpenForm) -> None:
    link = "https://example.org/register"
    report(
        source_title="Register of partnerships",
        source_link=link,
        period_start=dt.date(2022, 12, 31),
        period_end=dt.date(2022, 12, 31),
    )
    app = press(open_form(), "Register of partnerships")
    assert field(app, "_source_title") == "Register of partnerships"
    assert field(app, "_source_link") == link


def test_each_of_two_figures_of_a_year_can_be_corrected(open_form: OpenForm) -> None:
    report(value=7, **DAY)
    june = dt.date(2025, 6, 30)
    other = report(value=6, period_start=june, period_end=june)
    app = press(open_form(), "Correct 6\u00a0partnerships, 30 June 2025")
    fill(app, _2025_value="8", _reason="Two were left out")
    assert "Sent. It waits" in send(app)
    with writing() as session:
        newest = session.exec(select(Measurement).order_by(col(Measurement.id).desc())).first()
        assert newest is not None
        assert (newest.value, newest.supersedes_id) == (8, other.id)
